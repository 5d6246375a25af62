/** What the corpus holds. */
export interface SourcesMessages {
  readonly description: string;
}

/** English sentences. */
export const en: SourcesMessages = {
  description: "What the documents here are and how fresh",
};

/** Korean sentences. */
export const ko: SourcesMessages = {
  description: "수록 문서의 구성과 최신성",
};
