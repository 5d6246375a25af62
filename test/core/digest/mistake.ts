import { UserError } from "../../../src/core/errors.ts";
import { en } from "../../../src/messages/en.ts";
import { ko } from "../../../src/messages/ko.ts";

/** What a person is told of a mistake, in both languages. */
export function mistakeOf(work: () => unknown): { en: string; ko: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return { en: error.say(en), ko: error.say(ko) };
    throw error;
  }
  throw new Error("that was no mistake");
}
