import { STATUS_CODES } from "node:http";
import { header, type Answer } from "./exchange.ts";
import { LATER, Refusal } from "./refusal.ts";
import { readRetryAfter } from "./retry-after.ts";

/** Of the statuses from 400 to 499, those that say "not now": timeout, too early, too many requests. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** What an answer with neither content nor a redirect means. */
export function statusRefusal(answer: Answer, host: string, now: number): Refusal {
  const { statusCode: status } = answer;
  const temporary = status >= 500 || PASSING.has(status);
  const reason = STATUS_CODES[status];
  return new Refusal({
    message: `${host} answers ${status}${reason === undefined ? "" : ` ${reason}`}`,
    remedy: temporary ? LATER : "Open the address in a browser to see what is there now",
    status,
    retryAfter: readRetryAfter(header(answer, "retry-after"), now),
    temporary,
  });
}
