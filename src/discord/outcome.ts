import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes as Codes } from "discord.js";
import { isUnwritten } from "../core/unwritten.ts";
import type { PostOutcome } from "../delivery/port.ts";
import { describeError } from "./endings.ts";

/** Milliseconds to wait where Discord names no time. */
const AFTER_LIMIT = 30_000;
const AFTER_REFUSED = 5_000;

/**
 * Refusals that end by themselves
 * (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes).
 */
const PASSING: ReadonlySet<number | string> = new Set([
  Codes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  Codes.ChannelWriteRateLimit,
  Codes.ServerWriteRateLimit,
  Codes.ServiceResourceIsBeingRateLimited,
  Codes.CloudflareIsBlockingYourRequest,
]);

type Refusal = readonly [reason: "gone" | "forbidden" | "token", detail: string];

const FORBIDDEN: Refusal = [
  "forbidden",
  "The bot may not post there: it needs View Channel and Send Messages in that channel",
];
const REFUSALS: ReadonlyMap<number, Refusal> = new Map<number, Refusal>([
  [Codes.UnknownChannel, ["gone", "The channel does not exist any more"]],
  [Codes.MissingAccess, FORBIDDEN],
  [Codes.MissingPermissions, FORBIDDEN],
]);

/** What came of a message that Discord did not take, from what discord.js threw. */
export function outcomeOf(error: unknown): Exclude<PostOutcome, { outcome: "sent" }> {
  const after = waitOf(error);
  if (after !== null) return { outcome: "again", after };
  if (isUnwritten(error)) return { outcome: "again", after: AFTER_REFUSED };
  // A verdict is Discord's own only with its code; a page of an intermediary says nothing about the channel.
  if (error instanceof DiscordAPIError && typeof error.code === "number") {
    const { status, code, message } = error;
    const known = REFUSALS.get(code);
    if (status === 401) return refused(["token", "Discord refuses the bot's token"]);
    if (known !== undefined) return refused(known);
    if (status === 400 || status === 403 || status === 404)
      return refused(["forbidden", `Discord refuses the message: ${message} (code ${code})`]);
  }
  return { outcome: "unclear", detail: `Discord did not answer clearly: ${describeError(error)}` };
}

function refused([reason, detail]: Refusal) {
  return { outcome: "permanent", reason, detail } as const;
}

/** Milliseconds for which Discord wants nothing more; `null` where the error is another one. */
function waitOf(error: unknown): number | null {
  if (error instanceof RateLimitError) {
    const { retryAfter } = error;
    return Number.isFinite(retryAfter) && retryAfter > 0 ? Math.ceil(retryAfter) : AFTER_LIMIT;
  }
  if (error instanceof DiscordAPIError && (error.status === 429 || PASSING.has(error.code)))
    return AFTER_LIMIT;
  return null;
}

/** Milliseconds after which reading may go well that failed now; `null` where Discord said no for good. */
export function readableAfter(error: unknown): number | null {
  const result = outcomeOf(error);
  if (result.outcome === "again") return result.after;
  return result.outcome === "unclear" ? AFTER_REFUSED : null;
}
