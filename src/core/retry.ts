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
