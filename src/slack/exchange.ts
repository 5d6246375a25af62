import { webApi } from "@slack/bolt";
import { boltLog } from "./bolt-log.ts";
import { clientOptions } from "./connection.ts";

/** An exchange that brought no success: what the SDK threw, and the answer's head where there was one. */
export class ExchangeError extends Error {
  override name = "ExchangeError";
  /** HTTP status; `null` where there was no answer. */
  readonly status: number | null;
  /** What the header Retry-After says, as it came. */
  readonly retryAfter: string | null;

  constructor(cause: unknown, head: { status: number; retryAfter: string | null } | null) {
    super("a call of Slack's API failed", { cause });
    this.status = head?.status ?? null;
    this.retryAfter = head?.retryAfter ?? null;
  }
}

/** An answer with `ok: true`; what else is in it is for the caller to check. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * One call of Slack's API, never tried twice and never queued.
 *
 * @throws {ExchangeError}
 */
export type Exchange = (
  method: string,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<Answer>;

/** What the SDK logs is what the outcome tells already. */
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Makes exchanges. Each has a client of its own, because the SDK takes no signal for a call: its `fetch` gets ours, which
 * ends the reading of the answer too, and tells the status that the SDK keeps to itself.
 */
export function createExchange({
  token,
  apiUrl,
  onLimit,
}: {
  readonly token: string;
  readonly apiUrl: string;
  /** Told of every rate limit that an exchange met. */
  onLimit?(): void;
}): Exchange {
  return async (method, args, signal) => {
    let head: { status: number; retryAfter: string | null } | null = null;
    const client = new webApi.WebClient(token, {
      ...clientOptions(apiUrl),
      // The signal is the only deadline.
      timeout: 0,
      logger: boltLog(SILENT),
      fetch: async (url, init) => {
        const response = await fetch(url, { ...init, signal });
        if (response.status === 429) onLimit?.();
        head = { status: response.status, retryAfter: response.headers.get("retry-after") };
        return response;
      },
    });
    try {
      return { ...(await client.apiCall(method, args)) };
    } catch (error) {
      throw new ExchangeError(error, head);
    }
  };
}
