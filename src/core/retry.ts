/** Milliseconds before the second try, and at most between two tries. */
const FIRST_PAUSE = 1_000;
const LAST_PAUSE = 60_000;

/** What decides about another try. */
export interface RetryParts {
  /** Waits; rejects when waiting is over because the program stops. */
  wait(ms: number): Promise<void>;
  /** Whether the same thing may go well later. */
  isPassing(error: unknown): boolean;
  /** Told before each pause. */
  onRetry(error: unknown, pause: number): void;
}

/** Runs `attempt` until it goes well or fails for good; the pauses double from one second to one minute. */
export async function withRetries<T>(attempt: () => Promise<T>, parts: RetryParts): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LAST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      if (!parts.isPassing(error)) throw error;
      parts.onRetry(error, pause);
    }
    await parts.wait(pause);
  }
}

/** Milliseconds after which a connection counts as one that worked. */
const LASTING = 60_000;

/**
 * Paces the opening of connections that open but do not last: none after one that lasted, else like the pauses between
 * tries, from the second one on (platforms ask for a new connection now and then).
 */
export class Pace {
  #short = 0;

  /** Milliseconds to wait after a connection that lasted `ms`. */
  after(ms: number): number {
    this.#short = ms >= LASTING ? 0 : this.#short + 1;
    return this.#short < 2 ? 0 : Math.min(FIRST_PAUSE * 2 ** (this.#short - 2), LAST_PAUSE);
  }
}
