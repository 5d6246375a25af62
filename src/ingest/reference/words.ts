import { formatDate } from "../../core/names.ts";
import { parsePartialDate } from "../../core/partial-date.ts";

/** The words as a sentence: with a full stop where they end without a mark. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?。…]["'”’)\]]*$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Words with a capital at the start. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A period in words: `28 March 2018`, or `25 March 2018 to 28 March 2018`. */
export function period(date: string, end?: string): string {
  return end === undefined || end === date ? day(date) : `${day(date)} to ${day(end)}`;
}

function day(date: string): string {
  const parsed = parsePartialDate(date);
  return parsed === null ? date : formatDate(parsed, "en");
}

/** Different words in order, without empty ones. */
export function distinct(words: readonly (string | null | undefined)[]): string[] {
  return [
    ...new Set(words.filter((word): word is string => word !== null && word !== undefined && word !== "")),
  ];
}
