import type { Ending } from "../core/platform.ts";
import type { Tenant } from "../core/tenant.ts";
import { tenantOf, type Installed } from "./asker.ts";
import { describeError, endingOfError } from "./endings.ts";
import { ExchangeError, createExchange } from "./exchange.ts";

/** Asks Slack whose token it is, or why it does not say so. Never throws. */
export async function askSlack(
  { botToken, apiUrl }: { botToken: string; apiUrl: string },
  signal: AbortSignal,
): Promise<{ readonly tenant: Tenant } | Ending> {
  try {
    const identity: Installed = await createExchange({ token: botToken, apiUrl })("auth.test", {}, signal);
    return { tenant: tenantOf(identity) };
  } catch (error) {
    const cause = error instanceof ExchangeError ? error.cause : error;
    const remedy = "Check the network and SLACK_API_URL, and try again";
    return endingOfError(cause) ?? { reason: `Slack cannot be reached (${describeError(cause)})`, remedy };
  }
}
