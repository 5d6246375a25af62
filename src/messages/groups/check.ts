/** Checks whether a quotation is real. */
export interface CheckMessages {
  readonly description: string;
}

/** English sentences. */
export const en: CheckMessages = {
  description: "Check whether a quote is real",
};

/** Korean sentences. */
export const ko: CheckMessages = {
  description: "인용문이 실제로 있는지 확인합니다",
};
