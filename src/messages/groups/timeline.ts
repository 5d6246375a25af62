/** Dated events. */
export interface TimelineMessages {
  readonly description: string;
}

/** English sentences. */
export const en: TimelineMessages = {
  description: "Dated events, each with its source",
};

/** Korean sentences. */
export const ko: TimelineMessages = {
  description: "날짜순 사건과 그 출처",
};
