import type { Messages } from "../messages/messages.ts";

/** A mistake that the person who asked can mend; told to them in their language, never logged. */
export class UserError extends Error {
  override name = "UserError";
  /** The sentence to show: what is wrong, and what to do instead. */
  readonly say: (m: Messages) => string;

  constructor(say: (m: Messages) => string) {
    super("a mistake in what was asked");
    this.say = say;
  }
}

/** A required option was left out: the person is asked for it. */
export class MissingOptionError extends Error {
  override name = "MissingOptionError";
  readonly option: string;

  constructor(option: string) {
    super(`the option ${option} is required`);
    this.option = option;
  }
}
