import { readBody } from "./body.ts";
import { withDeadline } from "./deadline.ts";
import { follow, type Network } from "./follow.ts";
import { codingOf } from "./read-answer.ts";
import { Refusal, TooManyRedirects } from "./refusal.ts";
import { readRobots } from "./robots-rules.ts";
import type { RobotsAnswer } from "./robots.ts";
import { statusRefusal } from "./status.ts";
import type { Target } from "./target.ts";

/** What RFC 9309 section 2.5 asks to be read at least; what comes behind it is left out. */
const MAX_BYTES = 500 * 1024;

/** No rules: everything may be fetched. */
const NO_RULES = "";

/** What loading a robots.txt needs. */
export interface RobotsLoading {
  network: Network;
  headers: Readonly<Record<string, string>>;
  /** Milliseconds. */
  deadline: number;
  running: Set<AbortController>;
  now: () => number;
}

/**
 * Fetches the robots.txt of a target's origin over the same road as everything else. Where there is none (4xx, or
 * redirects without end) everything may be fetched; where the server is in trouble or asks for fewer requests, nothing
 * (https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1).
 */
export async function loadRobots(target: Target, loading: RobotsLoading): Promise<RobotsAnswer> {
  const { network, headers, deadline, running, now } = loading;
  try {
    return await withDeadline({ time: deadline, running }, (signal) =>
      follow<RobotsAnswer>(network, {
        from: new URL("/robots.txt", target.url).href,
        // Asked for a page on this host, which may be asked.
        trusted: target.allowed,
        signal,
        headers: () => headers,
        read: async (answer, { target: asked }) => {
          const { statusCode: status } = answer;
          if (status >= 200 && status < 300) {
            const { bytes, complete } = await readBody(answer.body, codingOf(answer), MAX_BYTES);
            const text = new TextDecoder().decode(bytes);
            // The last line of a part says something else than it was meant to.
            const end = complete ? text.length : Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"), 0);
            return readRobots(text.slice(0, end));
          }
          const refusal = statusRefusal(answer, asked.host, now());
          if (status >= 400 && !refusal.refused.temporary) return NO_RULES;
          throw new Refusal({ ...refusal.refused, temporary: true });
        },
      }),
    );
  } catch (error) {
    if (error instanceof TooManyRedirects) return NO_RULES;
    if (error instanceof Refusal) return error;
    throw error;
  }
}
