import type { Collection } from "./passages.ts";
import type { Mode, Words } from "./questions.ts";

/** Answers of one page. */
export const LIMIT = 5;

/** Answers a question with its best answers; how many they are. */
export type Ask = (words: Words) => number | Promise<number>;

/** A search engine as it is measured. */
export interface Engine {
  readonly name: string;
  /** Makes everything findable; `false` where that took too long and was given up. */
  build(collection: Collection): boolean | Promise<boolean>;
  /** What it can be asked; what is missing it cannot do. */
  readonly ask: Readonly<Partial<Record<Mode, Ask>>>;
  /** Bytes it holds where those are not in the heap of JavaScript. */
  bytes?(): number;
}
