/** What is told of a text that several documents have. */
export interface StoryMessages {
  /** Of copies that have the same words; `places` are in the form of {@link StoryMessages.place}. */
  sameTextIn(places: string): string;
  /** Of copies some of which were shortened or edited. */
  likeTextIn(places: string): string;
  place(outlet: string, date: string): string;
  /** Label of what shows another copy. */
  copyIn(outlet: string): string;
}

/** English sentences. */
export const en: StoryMessages = {
  sameTextIn: (places) => `The same text also appeared in: ${places}`,
  likeTextIn: (places) => `The same text, shortened or edited in places, also appeared in: ${places}`,
  place: (outlet, date) => `${outlet} (${date})`,
  copyIn: (outlet) => `Copy: ${outlet}`,
};

/** Korean sentences. */
export const ko: StoryMessages = {
  sameTextIn: (places) => `같은 글이 실린 다른 곳: ${places}`,
  likeTextIn: (places) => `같은 글이 일부 줄거나 고쳐져 실린 다른 곳: ${places}`,
  place: (outlet, date) => `${outlet} (${date})`,
  copyIn: (outlet) => `다른 게재본: ${outlet}`,
};
