/** What each side says. */
export interface CompareMessages {
  readonly description: string;
}

/** English sentences. */
export const en: CompareMessages = {
  description: "What each side says about a topic, side by side",
};

/** Korean sentences. */
export const ko: CompareMessages = {
  description: "한 주제에 대한 각측의 말을 나란히 보여 줍니다",
};
