/** A page whose markup is made to exhaust its readers, or is broken beyond reading. */
export class HostilePageError extends Error {
  override readonly name = "HostilePageError";
  /** What to do about it, without a full stop at the end. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** What helps against every such page. */
export const REMEDY = "Save the article alone as plain text";
