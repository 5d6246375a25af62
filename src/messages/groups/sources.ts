/** What the corpus holds. */
export interface SourcesMessages {
  readonly description: string;
  readonly optionPage: string;
  heading(documents: number, passages: number): string;
  readonly kinds: string;
  readonly countries: string;
  readonly languages: string;
  /** Years of publication, and of what our own entries tell of. */
  readonly years: string;
  undated(documents: number): string;
  decade(year: number): string;
  readonly newest: string;
  readonly newestNone: string;
  readonly ownAsOf: string;
  readonly ownAsOfNone: string;
  readonly version: string;
  readonly onlyOwn: string;
  failures(count: number): string;
  outlets(count: number, first: number, last: number): string;
}

const number = new Intl.NumberFormat("en");

/** English sentences. */
export const en: SourcesMessages = {
  description: "What the documents here are and how fresh",
  optionPage: "Page of the list of outlets",
  heading: (documents, passages) =>
    `${number.format(documents)} ${documents === 1 ? "document" : "documents"}, ${number.format(passages)} ${passages === 1 ? "passage" : "passages"}`,
  kinds: "Kinds",
  countries: "Countries of the outlets",
  languages: "Languages",
  years: "Years (of our own entries: of what they tell of)",
  undated: (documents) => `undated ${number.format(documents)}`,
  decade: (year) => `${year}s`,
  newest: "Newest text of others",
  newestNone: "none with a date",
  ownAsOf: "Our own words as of",
  ownAsOfNone: "no date given",
  version: "Version of the corpus",
  onlyOwn:
    "All documents here are our own words: summaries that name their sources. The operator can add texts of others with: npm run -s korea -- import FILE",
  failures: (count) =>
    count === 1
      ? "1 part of the corpus could not be used; the operator can mend it:"
      : `${number.format(count)} parts of the corpus could not be used; the operator can mend them:`,
  outlets: (count, first, last) =>
    count === 1 ? "1 outlet" : `${number.format(count)} outlets: ${first}–${last}`,
};

/** Korean sentences. */
export const ko: SourcesMessages = {
  description: "수록 문서의 구성과 최신성",
  optionPage: "매체 목록의 쪽",
  heading: (documents, passages) => `문서 ${number.format(documents)}건, 단락 ${number.format(passages)}개`,
  kinds: "종류",
  countries: "매체의 국가",
  languages: "언어",
  years: "연도(자체 항목은 다루는 사건의 연도)",
  undated: (documents) => `날짜 미상 ${number.format(documents)}`,
  decade: (year) => `${year}년대`,
  newest: "외부 글 중 최신",
  newestNone: "날짜가 있는 글 없음",
  ownAsOf: "자체 작성 글의 기준일",
  ownAsOfNone: "날짜 미상",
  version: "수록 문서 버전",
  onlyOwn:
    "지금 있는 문서는 모두 출처를 밝혀 자체 작성한 글입니다. 외부 글은 운영자가 추가할 수 있습니다: npm run -s korea -- import 파일",
  failures: (count) => `불러오지 못한 것이 ${number.format(count)}건 있습니다. 운영자가 고칠 수 있습니다:`,
  outlets: (count, first, last) =>
    count === 1 ? "매체 1곳" : `매체 ${number.format(count)}곳 중 ${first}–${last}`,
};
