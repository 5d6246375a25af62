import type { DeliveryParts } from "./parts.ts";
import type { PostOutcome, PostPort, PostRequest, Verified, VerifyRequest } from "./port.ts";

/** Milliseconds that a request to a platform may take in all. */
export const REQUEST_DEADLINE = 10_000;
/** Milliseconds after which a history that did not answer is asked again. */
const ASK_AGAIN = 60_000;

/** Posts with `ms` left of the deadline. Never rejects. */
export function postWithin(
  post: PostPort["post"],
  request: Omit<PostRequest, "signal">,
  ms: number,
  wait: DeliveryParts["wait"],
): Promise<PostOutcome> {
  // Nothing has been written: a process that was stopped meanwhile must not write when others believe it dead.
  if (ms <= 0) return Promise.resolve({ outcome: "again", after: 0 });
  return within(ms, wait, {
    run: (signal) => post({ ...request, signal }),
    late: { outcome: "unclear", detail: "no answer in time" },
    failed: (error) => ({ outcome: "unclear", detail: nameOf(error) }),
  });
}

/** Looks at a channel's history. Never rejects. */
export function verifyWithin(
  verify: PostPort["verify"],
  request: Omit<VerifyRequest, "signal">,
  wait: DeliveryParts["wait"],
): Promise<Verified> {
  return within<Verified>(REQUEST_DEADLINE, wait, {
    run: (signal) => verify({ ...request, signal }),
    late: { found: "later", after: ASK_AGAIN },
    failed: () => ({ found: "later", after: ASK_AGAIN }),
  });
}

interface Exchange<T> {
  run(signal: AbortSignal): Promise<T>;
  readonly late: T;
  failed(error: unknown): T;
}

async function within<T>(
  ms: number,
  wait: DeliveryParts["wait"],
  { run, late, failed }: Exchange<T>,
): Promise<T> {
  const [request, waiting] = [new AbortController(), new AbortController()];
  const over = wait(ms, waiting.signal).then(
    () => {
      request.abort();
      return late;
    },
    // The request was done first.
    () => late,
  );
  const done = (async () => run(request.signal))().catch(failed);
  try {
    return await Promise.race([done, over]);
  } finally {
    waiting.abort();
  }
}

/** What an error is, without what it says: that may hold what was posted. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "an error";
}
