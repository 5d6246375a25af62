/** Citations. */
export interface CiteMessages {
  readonly description: string;
}

/** English sentences. */
export const en: CiteMessages = {
  description: "Cite an excerpt or a document",
};

/** Korean sentences. */
export const ko: CiteMessages = {
  description: "인용문이나 문서의 출처를 서지 형식으로 표기합니다",
};
