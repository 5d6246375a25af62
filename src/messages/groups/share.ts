/** Posting an excerpt for everybody. */
export interface ShareMessages {
  readonly description: string;
}

/** English sentences. */
export const en: ShareMessages = {
  description: "Post an excerpt for everybody here",
};

/** Korean sentences. */
export const ko: ShareMessages = {
  description: "인용문을 모두에게 게시합니다",
};
