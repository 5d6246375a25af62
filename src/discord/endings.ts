import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from "discord.js";
import type { Ending } from "../core/platform.ts";
import { DeadlineError } from "../core/deadline.ts";

const PORTAL = "https://discord.com/developers/applications";

const TOKEN_REFUSED: Ending = {
  reason: "Discord refuses DISCORD_TOKEN",
  remedy: `Open ${PORTAL}, choose the application, then Bot → Reset Token, and put the new token into DISCORD_TOKEN`,
};

const INTENTS_REFUSED: Ending = {
  reason: "Discord refuses the intents that this bot asks for",
  remedy: "Korea Desk needs the Guilds intent only; update it, or undo a change to its intents",
};

const CLOSES: ReadonlyMap<number, Ending> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, TOKEN_REFUSED],
  [GatewayCloseCodes.InvalidIntents, INTENTS_REFUSED],
  [GatewayCloseCodes.DisallowedIntents, INTENTS_REFUSED],
  [
    GatewayCloseCodes.ShardingRequired,
    {
      reason: "Discord wants this bot to run in several shards: it is in too many servers",
      remedy: "Remove it from some servers, or ask for support of shards",
    },
  ],
]);

/**
 * Close codes of the gateway after which nothing but a change by the operator helps
 * (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
 */
export function endingOfClose(code: number): Ending {
  const known = CLOSES.get(code);
  return (
    known ?? {
      reason: `Discord closed the connection for good (close code ${code})`,
      remedy: "Update Korea Desk; if that does not help, report the code",
    }
  );
}

/** Why starting failed for good; `null` where the same may go well later (no network, an outage, a rate limit). */
export function endingOfError(error: unknown): Ending | null {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return TOKEN_REFUSED;
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return TOKEN_REFUSED;
    if (error.status >= 500 || error.status === 429) return null;
    return {
      reason: `Discord refuses a request: ${error.message} (${error.method} answered ${error.status}, code ${error.code})`,
      remedy: "Check that the application was not deleted, and update Korea Desk",
    };
  }
  return null;
}

/** The error in a few words, without addresses that hold a token or what was asked. */
export function describeError(error: unknown): string {
  if (error instanceof DiscordAPIError) return `${error.status} code ${error.code}`;
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (error instanceof DeadlineError) return error.message;
  if (!(error instanceof Error)) return "unknown error";
  const code = "code" in error ? ` ${String(error.code)}` : "";
  return `${error.name}${code}`;
}
