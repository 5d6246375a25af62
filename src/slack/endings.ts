import type { Ending } from "../core/platform.ts";
import { SCOPES } from "./limits.ts";

const APPS = "https://api.slack.com/apps";
const INSTALL = `Open ${APPS}, choose the app, then Install App → Reinstall, and put the new token into SLACK_BOT_TOKEN`;

/** Errors of Slack's API after which nothing but a change by the operator helps. */
export const ENDINGS = {
  invalid_auth: {
    reason: "Slack refuses a token",
    remedy: `Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN. ${INSTALL}`,
  },
  not_authed: { reason: "Slack was given no token", remedy: "Fill in SLACK_BOT_TOKEN and SLACK_APP_TOKEN" },
  token_revoked: { reason: "SLACK_BOT_TOKEN was revoked", remedy: INSTALL },
  token_expired: { reason: "SLACK_BOT_TOKEN has expired", remedy: INSTALL },
  account_inactive: {
    reason: "the app was removed from the workspace, or its bot was deactivated",
    remedy: INSTALL,
  },
  not_allowed_token_type: {
    reason: "a Slack token is of the wrong kind",
    remedy: "SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-",
  },
  link_disabled: {
    reason: "Socket Mode is switched off for the app",
    remedy: `Open ${APPS}, choose the app, then Socket Mode, and switch it on`,
  },
  team_disabled: { reason: "the Slack workspace was closed", remedy: "Install the app in another workspace" },
} as const satisfies Readonly<Record<string, Ending>>;

/** Why starting failed for good; `null` where the same may go well later (no network, an outage, a rate limit). */
export function endingOfError(error: unknown): Ending | null {
  const code = platformErrorOf(error);
  if (code === null) return null;
  if (code === "missing_scope") {
    return {
      reason: "a Slack token lacks a scope",
      remedy: `SLACK_APP_TOKEN needs connections:write. SLACK_BOT_TOKEN needs ${Object.keys(SCOPES).join(", ")}. ${INSTALL}`,
    };
  }
  return Object.hasOwn(ENDINGS, code) ? ENDINGS[code as keyof typeof ENDINGS] : null;
}

/** The error code of Slack's Web API, such as `invalid_auth`; `null` where the error is another one. */
export function platformErrorOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("data" in error)) return null;
  const { data } = error;
  if (typeof data !== "object" || data === null || !("error" in data)) return null;
  return typeof data.error === "string" ? data.error : null;
}

/** The error in a few words, without addresses or what was asked. */
export function describeError(error: unknown): string {
  const code = platformErrorOf(error);
  if (code !== null) return code;
  if (!(error instanceof Error)) return "unknown error";
  const cause = causeOf(error);
  if (cause !== null) return cause;
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
}

/** What the network said, such as `ECONNREFUSED`, where the SDK has wrapped it, more than once; `null` where it said nothing. */
function causeOf(error: Error): string | null {
  let said: string | null = null;
  // No chain is that long.
  for (let [at, depth]: [unknown, number] = [error.cause, 0]; at instanceof Error && depth < 8; depth += 1) {
    if ("code" in at && typeof at.code === "string" && /^[A-Z][A-Z\d_]+$/u.test(at.code)) said = at.code;
    else if (at.name === "TimeoutError") said = "no answer in time";
    at = at.cause;
  }
  return said;
}
