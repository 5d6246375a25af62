/** On this day. */
export interface TodayMessages {
  readonly description: string;
}

/** English sentences. */
export const en: TodayMessages = {
  description: "What happened on this day",
};

/** Korean sentences. */
export const ko: TodayMessages = {
  description: "이날 있었던 일",
};
