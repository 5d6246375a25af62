/** What a fault does in place of, or after, the real answer. */
export type FaultOutcome =
  /** Answers as usual; useful with `delayMs`. */
  | "pass"
  /** Cuts the connection without an answer. */
  | "reset"
  /** Sends the head of the real answer and half of its body, and then nothing until the peer is closed. */
  | "stall"
  /** Answers with this; a string is sent as it is, anything else as JSON. */
  | { status: number; body?: unknown; headers?: Readonly<Record<string, string>> }
  /** Answers 429. `retryAfter` in seconds. */
  | { retryAfter: number; scope?: "user" | "shared" | "global" };

/** Something going wrong on purpose with requests to come. */
export interface Fault {
  /** Default every method. */
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /**
   * The route as Discord's description writes it ("/channels/{channel_id}/messages"), or a pattern for the
   * path.
   */
  path?: string | RegExp;
  /** How many requests it meets. Default 1. */
  times?: number;
  /**
   * "before" (default): the request never takes effect. "after": it does, and only its answer is lost or
   * replaced, so that the client cannot tell.
   */
  when?: "before" | "after";
  /** Milliseconds of the peer's clock to wait first. */
  delayMs?: number;
  /** Called when a request meets the fault, once it was read and before the wait. */
  met?: () => void;
  outcome: FaultOutcome;
}

/** The faults still to come, first added first. */
export interface Faults {
  add(fault: Fault): void;
  /** The fault this request meets, counted off; undefined for none. */
  take(method: string, route: string, path: string): Fault | undefined;
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  const pending: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void pending.push({ fault, left: fault.times ?? 1 }),
    take(method, route, path) {
      const entry = pending.find(({ fault, left }) => left > 0 && matches(fault, method, route, path));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      return entry.fault;
    },
  };
}

function matches(fault: Fault, method: string, route: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  return typeof fault.path === "string" ? fault.path === route || fault.path === path : fault.path.test(path);
}

/**
 * Body and headers of a 429.
 * https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit
 */
export function rateLimited(fault: { retryAfter: number; scope?: "user" | "shared" | "global" }): {
  status: number;
  body: unknown;
  headers: Record<string, string>;
} {
  const global = fault.scope === "global";
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: fault.retryAfter, global },
    headers: {
      "retry-after": String(Math.ceil(fault.retryAfter)),
      "x-ratelimit-scope": fault.scope ?? "user",
      "x-ratelimit-limit": "5",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": String(fault.retryAfter),
      ...(global ? { "x-ratelimit-global": "true" } : {}),
    },
  };
}
