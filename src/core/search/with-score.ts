import type { Hit } from "./index.ts";

/** The same hit with another score. Field by field: a spread takes several times as long, and this is done for each. */
export function withScore({ passage, document, terms, paraphrased, tokens }: Hit, score: number): Hit {
  return { passage, document, score, terms, paraphrased, tokens };
}
