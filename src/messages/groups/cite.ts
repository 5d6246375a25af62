import type { Style } from "../../core/cite/cite.ts";

/** Citations. */
export interface CiteMessages {
  readonly description: string;
  readonly optionStyle: string;
  /** Names of the styles, on buttons too. */
  readonly styles: Readonly<Record<Style, string>>;
  heading(style: string): string;
  readonly noItalics: string;
  readonly ownWords: string;
  readonly tooLong: string;
  readonly excerptNotShown: string;
}

/** English sentences. */
export const en: CiteMessages = {
  description: "Cite an excerpt or a document",
  optionStyle: "Style of the citation; Chicago where none is given",
  styles: {
    chicago: "Chicago (note)",
    apa: "APA",
    mla: "MLA",
    bibtex: "BibTeX",
    "csl-json": "CSL-JSON",
  },
  heading: (style) => `Citation, ${style}`,
  noItalics: "Plain text has no italics: set them where the style asks for them.",
  ownWords: "These are our own words. For a fact, cite the sources they rest on.",
  tooLong: "In this style the citation is too long for a message. Choose another style.",
  excerptNotShown: "The excerpt itself cannot be shown here. Read it in its context with /korea read.",
};

/** Korean sentences. */
export const ko: CiteMessages = {
  description: "인용문이나 문서의 출처를 서지 형식으로 표기합니다",
  optionStyle: "서지 양식. 적지 않으면 시카고 각주",
  styles: {
    chicago: "시카고 각주",
    apa: "APA 양식",
    mla: "MLA 양식",
    bibtex: "BibTeX 형식",
    "csl-json": "CSL-JSON 형식",
  },
  heading: (style) => `서지 표기: ${style}`,
  noItalics: "일반 텍스트라 기울임꼴이 없습니다. 양식에 따라 직접 적용해 주세요.",
  ownWords: "저희가 자체 작성한 글입니다. 사실을 인용할 때는 글이 근거로 삼은 출처를 적어 주세요.",
  tooLong: "이 양식으로는 메시지에 담기에 너무 깁니다. 다른 양식을 골라 주세요.",
  excerptNotShown: "인용문 자체는 여기에 싣지 못했습니다. read 명령으로 문맥과 함께 읽을 수 있습니다.",
};
