/** A feed that is not read; `message` says why in one line, `remedy` what to do, without full stops at their ends. */
export class FeedError extends Error {
  override name = "FeedError";
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** A feed made to hurt whoever parses it, or so broken that it could. */
export class HostileFeedError extends FeedError {
  override name = "HostileFeedError";
}
