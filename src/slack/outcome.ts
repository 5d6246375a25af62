import { isUnwritten } from "../core/unwritten.ts";
import type { PostOutcome } from "../delivery/port.ts";
import { platformErrorOf } from "./endings.ts";
import { ExchangeError } from "./exchange.ts";

/** Milliseconds to wait where Slack names no time; for limits a minute, in which Slack counts them. */
const AFTER_LIMIT = 60_000;
const AFTER_REFUSED = 5_000;

type Refusal = readonly [reason: "gone" | "forbidden" | "token", detail: string];

const TOKEN: Refusal = ["token", "Slack refuses the bot's token"];
const INVITE: Refusal = ["forbidden", "The bot is not in the channel: invite it with /invite"];
const UNFIT: Refusal = ["forbidden", "Slack refuses the message"];
const POLICY: Refusal = ["forbidden", "The workspace does not let the bot post there"];

/**
 * Errors after which nothing was posted and nothing will be until somebody changes something. Those that Slack says may
 * come after a part of the work was done (fatal_error, internal_error) and unknown ones are not among them.
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const REFUSALS: ReadonlyMap<string, Refusal> = new Map([
  ["channel_not_found", ["gone", "The channel does not exist any more, or the bot was taken out of it"]],
  ["is_archived", ["gone", "The channel is archived"]],
  ["not_in_channel", INVITE],
  ["missing_scope", ["forbidden", "The bot lacks a scope: chat:write"]],
  ...[
    "invalid_auth",
    "not_authed",
    "token_revoked",
    "token_expired",
    "account_inactive",
    "team_disabled",
  ].map((code) => [code, TOKEN] as const),
  ...[
    "msg_too_long",
    "msg_blocks_too_long",
    "invalid_blocks",
    "invalid_blocks_format",
    "no_text",
    "invalid_arguments",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "metadata_too_large",
    "metadata_must_be_sent_from_app",
  ].map((code) => [code, UNFIT] as const),
  ...[
    "access_denied",
    "accesslimited",
    "ekm_access_denied",
    "enterprise_is_restricted",
    "messages_tab_disabled",
    "no_permission",
    "not_allowed_token_type",
    "team_access_not_granted",
  ].map((code) => [code, POLICY] as const),
]);

/** Errors after which nothing was posted, and that end by themselves. */
const PASSING: ReadonlySet<string> = new Set([
  "ratelimited",
  "rate_limited",
  "message_limit_exceeded",
  "org_login_required",
  "team_added_to_org",
]);

/** What came of a message that Slack did not take, from what an exchange threw. */
export function outcomeOf(error: unknown): Exclude<PostOutcome, { outcome: "sent" }> {
  const cause = error instanceof ExchangeError ? error.cause : error;
  const status = error instanceof ExchangeError ? error.status : null;
  const code = codeOf(cause);
  if (status === 429 || (code !== null && PASSING.has(code)))
    return { outcome: "again", after: waitOf(error) };
  if (status === null && isUnwritten(cause)) return { outcome: "again", after: AFTER_REFUSED };
  const refusal = code === null ? undefined : (REFUSALS.get(code) ?? policyOf(code));
  if (status === 200 && refusal !== undefined) {
    const [reason, detail] = refusal;
    return { outcome: "permanent", reason, detail: `${detail} (${code})` };
  }
  return { outcome: "unclear", detail: `Slack did not answer clearly: ${describe(status, code)}` };
}

/** Posting restricted to some people has an error for each place it is restricted in. */
function policyOf(code: string): Refusal | undefined {
  return code.startsWith("restricted_action") ? POLICY : undefined;
}

/** Seconds of the header as milliseconds; a date or nonsense counts as no header. */
function waitOf(error: unknown): number {
  const seconds = error instanceof ExchangeError ? Number(error.retryAfter ?? Number.NaN) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1_000) : AFTER_LIMIT;
}

/** Slack's error code; `null` also where the SDK gives a whole page for one, because the answer was no JSON. */
function codeOf(cause: unknown): string | null {
  const code = platformErrorOf(cause);
  return code !== null && /^[a-z0-9_]{1,80}$/u.test(code) ? code : null;
}

function describe(status: number | null, code: string | null): string {
  if (code !== null) return code;
  if (status === null) return "no answer";
  if (status === 429) return "ratelimited";
  return status === 200 ? "not an answer of its API" : `HTTP ${status}`;
}

/** Why a history could not be read, and milliseconds after which it may be; `null` where Slack said no for good. */
export function unreadable(error: unknown): { why: string; after: number | null } {
  const result = outcomeOf(error);
  const code = codeOf(error instanceof ExchangeError ? error.cause : error);
  const why = describe(error instanceof ExchangeError ? error.status : null, code);
  if (result.outcome === "again") return { why, after: result.after };
  return { why, after: result.outcome === "unclear" ? AFTER_LIMIT : null };
}
