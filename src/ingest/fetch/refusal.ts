import type { Refused } from "./types.ts";

/** Ends a fetch from anywhere inside it; never leaves the fetcher, which returns what it carries. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly refused: Refused;
  /** Whether it came after a redirect: then it is not the address that was asked for which is at fault. */
  readonly redirected: boolean;

  constructor(refused: Omit<Refused, "outcome">, redirected = false) {
    super(refused.message);
    this.refused = { ...refused, outcome: "refused" };
    this.redirected = redirected;
  }
}

/** More redirects than are followed. */
export class TooManyRedirects extends Refusal {}

/** Refused whatever happens: the address itself is at fault. */
export function never(message: string, remedy: string): Refusal {
  return new Refusal({ message, remedy, status: null, retryAfter: null, temporary: false });
}

/** The remedy where nothing but waiting helps, for whoever asked: a person, or a poll, which does so by itself. */
export const LATER = "Try again later";

/** Refused this time: nothing came that says it will always be so. */
export function notNow(message: string, remedy = LATER): Refusal {
  return new Refusal({ message, remedy, status: null, retryAfter: null, temporary: true });
}
