import { createHash } from "node:crypto";

/** What goes wrong with a request on its way. */
export type Sort =
  | "refused"
  | "reset before it is taken"
  | "reset after it is taken"
  | "never answered, not taken"
  | "never answered, taken"
  | "never answered, taken late"
  | "5xx, not taken"
  | "5xx, taken"
  | "429";

/** How a request ends. */
export interface Fate {
  /** `null` for one that goes well. */
  readonly sort: Sort | null;
  /** Milliseconds after which it is taken, HTTP status or seconds to wait: what the sort has need of. */
  readonly number: number;
}

const POSTS: readonly Sort[] = [
  "refused",
  "reset before it is taken",
  "reset after it is taken",
  "never answered, not taken",
  "never answered, taken",
  "never answered, taken late",
  "5xx, not taken",
  "5xx, taken",
  "429",
];
/** Reading changes nothing: whether it was taken makes no difference. */
const LOOKS: readonly Sort[] = [
  "refused",
  "reset before it is taken",
  "never answered, not taken",
  "5xx, not taken",
  "429",
];
const STATUSES = [500, 502, 503, 504];
const PAUSES = [1, 5, 30];
/** Milliseconds after the request within which a late one is taken: its 10 s and 60 s more, by which the engine counts. */
const LATE = { from: 3_000, below: 69_900 };

/** Numbers from 0 up to 1 that hang on the seed and on what they are for, not on the order in which they are asked. */
export type Chance = (...names: readonly (string | number)[]) => number;

/** Chance from this seed. */
export function chanceFrom(seed: number): Chance {
  return (...names) => {
    const hash = createHash("sha256").update(JSON.stringify([seed, ...names]));
    return hash.digest().readUIntBE(0, 6) / 2 ** 48;
  };
}

/** The fate of a channel's request, which goes wrong with a probability of `share`. */
export function fateOf(
  chance: Chance,
  share: number,
  kind: "post" | "look",
  ...request: readonly (string | number)[]
): Fate {
  const of = (what: string) => chance(kind, ...request, what);
  const oneOf = <T>(all: readonly T[], what: string): T => all[Math.floor(of(what) * all.length)]!;
  if (of("whether") >= share) return { sort: null, number: 0 };
  const sort = oneOf(kind === "post" ? POSTS : LOOKS, "sort");
  if (sort === "429") return { sort, number: oneOf(PAUSES, "pause") };
  if (sort.startsWith("5xx")) return { sort, number: oneOf(STATUSES, "status") };
  return { sort, number: LATE.from + Math.floor(of("late") * (LATE.below - LATE.from)) };
}
