import { App } from "@slack/bolt";
import { failure, type Finding } from "../core/finding.ts";
import { boltLog } from "./bolt-log.ts";
import { checkSubscribers } from "./check-subscribers.ts";
import { clientOptions, type Reach } from "./connection.ts";
import { describeError, endingOfError } from "./endings.ts";
import { SCOPES } from "./limits.ts";

const SUBJECT = "Slack";
const REINSTALL = "Save the manifest that korea manifest prints in the app's settings, and reinstall the app";

/** What the SDK logs is what the findings tell already. */
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Asks Slack what it thinks of the tokens. Opening a connection's address does not open the connection. */
export async function* checkSlack({
  botToken,
  apiUrl,
  reach,
  subscribers = [],
}: {
  botToken: string;
  apiUrl: string;
  reach: Reach;
  subscribers?: readonly string[];
}): AsyncGenerator<Finding> {
  // Only Bolt's client is used; the app never starts.
  const { client } = new App({
    token: botToken,
    signingSecret: "unused",
    tokenVerificationEnabled: false,
    deferInitialization: true,
    clientOptions: clientOptions(apiUrl),
    logger: boltLog(SILENT),
  });
  try {
    const identity = await client.auth.test({ token: botToken });
    const { team, response_metadata: metadata } = identity;
    yield { level: "ok", subject: SUBJECT, message: `bot token accepted in the workspace ${team}` };
    for (const [scope, purpose] of Object.entries(SCOPES)) {
      yield (metadata?.scopes ?? []).includes(scope)
        ? { level: "ok", subject: SUBJECT, message: `scope ${scope}: ${purpose}` }
        : {
            level: scope === "commands" ? "error" : "warning",
            subject: SUBJECT,
            message: `the scope ${scope} is missing: it ${purpose}`,
            remedy: REINSTALL,
          };
    }
    yield* checkSubscribers(client, botToken, identity, subscribers);
    if (reach.mode === "socket") {
      await client.apps.connections.open({ token: reach.appToken });
      yield { level: "ok", subject: SUBJECT, message: "app-level token accepted, Socket Mode is on" };
    } else {
      yield {
        level: "ok",
        subject: SUBJECT,
        message: `HTTP mode, port ${reach.port}: the Request URL in the app's settings must lead here`,
      };
    }
  } catch (error) {
    yield failure(SUBJECT, endingOfError(error), describeError(error), "SLACK_API_URL");
  }
}
