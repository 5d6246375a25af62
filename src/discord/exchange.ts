import { DiscordAPIError, HTTPError, REST, RateLimitError } from "discord.js";

/** The longest that a timer can be, in milliseconds: the signal is the only deadline. */
const NO_DEADLINE = 2 ** 31 - 1;

/** What is asked of Discord's API. */
export interface Ask {
  readonly signal: AbortSignal;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One exchange with Discord's API: never tried twice, never queued. */
export type Exchange = (method: "get" | "post", route: `/${string}`, ask: Ask) => Promise<unknown>;

/**
 * Makes exchanges. Each has a REST client of its own: a shared one keeps requests waiting behind each other, remembers
 * rate limits by the machine's clock, and throws its token away after the first 401. The connections are shared all the
 * same, they belong to undici's global dispatcher.
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
  return async (method, route, { signal, query, body }) => {
    const rest = new REST({
      api: apiUrl,
      retries: 0,
      timeout: NO_DEADLINE,
      rejectOnRateLimit: () => true,
      // No timers: the client lives for one request.
      hashSweepInterval: 0,
      handlerSweepInterval: 0,
    }).setToken(token);
    try {
      return await rest[method](route, {
        signal,
        ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      if (isLimit(error)) onLimit?.();
      throw error;
    }
  };
}

function isLimit(error: unknown): boolean {
  if (error instanceof RateLimitError) return true;
  return (error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 429;
}
