import type { Kind } from "../../core/document.ts";

/** A feed that the operator follows: one entry of `feeds.yaml`. */
export interface Feed {
  /** Normalised, without a fragment: the feed's key everywhere. */
  url: string;
  /** How the operator calls it; `null` where the feed's own title serves. */
  title: string | null;
  /** Id or name of the outlet; `null` where each item's host tells it. */
  outlet: string | null;
  /** Genre of its items; `null` where only their pages tell it. */
  kind: Kind | null;
  /** BCP 47, where the script of an item's words does not tell; `null` where nobody says. */
  language: string | null;
  /** Whether each item's page is fetched for its whole text. */
  fullText: boolean;
  /** Milliseconds between two polls. */
  every: number;
}

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Milliseconds between polls: where the entry does not say, at least (politeness), and at most. */
export const EVERY_DEFAULT = 30 * MINUTE;
export const EVERY_MIN = 5 * MINUTE;
export const EVERY_MAX = 24 * HOUR;

const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY };

/** Milliseconds of `15m`, `1h` or `1d`; `null` where the text is none of these. */
export function parseEvery(text: string): number | null {
  const match = /^(\d{1,5})\s?([mhd])$/u.exec(text.trim());
  return match === null ? null : Number(match[1]) * UNITS[match[2]!]!;
}

/** Milliseconds in the largest unit that gives a whole number: `90m`, `2h`. */
export function formatEvery(ms: number): string {
  if (ms % DAY === 0) return `${ms / DAY}d`;
  return ms % HOUR === 0 ? `${ms / HOUR}h` : `${Math.round(ms / MINUTE)}m`;
}

/** The address as a feed's key, without a fragment; `null` where it is no http or https address. */
export function feedAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "") {
    return null;
  }
  url.hash = "";
  return url.href;
}
