import { REST, Routes, type APIApplication, type APIGatewayBotInfo, type APIUser } from "discord.js";
import { atMost } from "../core/deadline.ts";
import { failure, type Finding } from "../core/finding.ts";
import { describeError, endingOfError } from "./endings.ts";

/** Milliseconds for one call. */
const DEADLINE = 10_000;
const SUBJECT = "Discord";

/** Asks Discord what it thinks of the token, without logging in: a second login would throw out a running bot. */
export async function* checkDiscord({
  token,
  apiUrl,
}: {
  token: string;
  apiUrl: string;
}): AsyncGenerator<Finding> {
  const rest = new REST({ api: apiUrl, retries: 0, timeout: 8_000, rejectOnRateLimit: () => true }).setToken(
    token,
  );
  const get = <T>(route: `/${string}`) => atMost(rest.get(route) as Promise<T>, DEADLINE, route);
  try {
    const bot = await get<APIUser>(Routes.user());
    yield { level: "ok", subject: SUBJECT, message: `token accepted, the bot is ${bot.username}` };
    const application = await get<APIApplication>(Routes.currentApplication());
    yield* installation(application);
    const gateway = await get<APIGatewayBotInfo>(Routes.gatewayBot());
    yield sessions(gateway);
    yield { level: "ok", subject: SUBJECT, message: "no privileged intent is needed" };
    const registered = await get<{ name: string }[]>(Routes.applicationCommands(application.id));
    yield registered.some(({ name }) => name === "korea")
      ? { level: "ok", subject: SUBJECT, message: "/korea is registered" }
      : {
          level: "warning",
          subject: SUBJECT,
          message: "/korea is not registered yet",
          remedy: "Start the bot once, or run korea register",
        };
  } catch (error) {
    yield failure(SUBJECT, endingOfError(error), describeError(error), "DISCORD_API_URL");
  }
}

function* installation({ id, integration_types_config: installs }: APIApplication): Generator<Finding> {
  const address = `https://discord.com/oauth2/authorize?client_id=${id}`;
  if (installs === undefined || Object.keys(installs).length > 0) {
    yield { level: "ok", subject: SUBJECT, message: `install it with ${address}` };
    return;
  }
  yield {
    level: "warning",
    subject: SUBJECT,
    message: "the application cannot be installed anywhere",
    remedy: "Developer Portal → your application → Installation: tick Guild Install and User Install",
  };
}

function sessions({ session_start_limit: { remaining, total } }: APIGatewayBotInfo): Finding {
  const message = `${remaining} of ${total} logins are left today`;
  return remaining > 10
    ? { level: "ok", subject: SUBJECT, message }
    : {
        level: "warning",
        subject: SUBJECT,
        message,
        remedy: "Find out why the bot logs in again and again; Discord resets its token when none is left",
      };
}
