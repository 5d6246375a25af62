import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { Messages } from "./messages.ts";

/** All languages, English first: it is what a platform shows where it has no translation. */
export const ALL_MESSAGES: readonly Messages[] = [en, ko];

/** The sentences for a BCP 47 locale: Korean for every kind of Korean, English for everybody else. */
export function messagesFor(locale: string): Messages {
  return /^ko(?:$|[-_])/iu.test(locale) ? ko : en;
}
