import type { Fault } from "./faults.ts";
import type { Json } from "./json.ts";

/** An HTTP answer, or no answer at all. */
export type Reply =
  | { kind: "answer"; status: number; headers: Record<string, string>; body: string }
  | { kind: "reset" }
  | { kind: "hang" }
  | { kind: "stall" };

/** A JSON answer. */
export const json = (body: Json, headers: Record<string, string> = {}, status = 200): Reply => ({
  kind: "answer",
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(body),
});

/** How a fault looks on the wire. */
export function faultReply(fault: Fault): Reply {
  switch (fault.kind) {
    case "rate_limited":
      // docs.slack.dev/apis/web-api/rate-limits: HTTP 429 and the seconds to wait in Retry-After.
      return json(
        { ok: false, error: "ratelimited" },
        fault.retryAfter === null ? {} : { "retry-after": String(fault.retryAfter) },
        429,
      );
    case "http":
      return { kind: "answer", status: fault.status, headers: {}, body: fault.body ?? "" };
    case "error":
      return json({ ok: false, error: fault.error });
    case "reset":
    case "hang":
    case "stall":
      break;
  }
  return { kind: fault.kind };
}
