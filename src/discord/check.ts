import {
  PermissionFlagsBits,
  REST,
  Routes,
  type APIApplication,
  type APIGatewayBotInfo,
  type APIUser,
  type RESTAPIPartialCurrentUserGuild,
} from "discord.js";
import type { Command } from "../core/command.ts";
import { atMost } from "../core/deadline.ts";
import { failure, type Finding } from "../core/finding.ts";
import { ROOT, compileCommands, type CompiledCommands } from "./compile.ts";
import { describeError, endingOfError } from "./endings.ts";
import { DIGEST_PERMISSIONS } from "./may-read.ts";
import { WITH_LOCALIZATIONS, isRegistered } from "./register.ts";

/** Milliseconds for one call. */
const DEADLINE = 10_000;
const SUBJECT = "Discord";

/** Asks Discord what it thinks of the token, without logging in: a second login would throw out a running bot. */
export async function* checkDiscord({
  token,
  apiUrl,
  commands,
}: {
  token: string;
  apiUrl: string;
  commands: readonly Command[];
}): AsyncGenerator<Finding> {
  const rest = new REST({ api: apiUrl, retries: 0, timeout: 8_000, rejectOnRateLimit: () => true }).setToken(
    token,
  );
  const get = <T>(route: `/${string}`, query?: URLSearchParams) =>
    atMost(rest.get(route, query === undefined ? {} : { query }) as Promise<T>, DEADLINE, route);
  try {
    const bot = await get<APIUser>(Routes.user());
    yield { level: "ok", subject: SUBJECT, message: `token accepted, the bot is ${bot.username}` };
    const application = await get<APIApplication>(Routes.currentApplication());
    yield* installation(application);
    yield* digests(await get<RESTAPIPartialCurrentUserGuild[]>(Routes.userGuilds()));
    const gateway = await get<APIGatewayBotInfo>(Routes.gatewayBot());
    yield sessions(gateway);
    yield { level: "ok", subject: SUBJECT, message: "no privileged intent is needed" };
    const there = await get<{ name: string }[]>(
      Routes.applicationCommands(application.id),
      WITH_LOCALIZATIONS,
    );
    yield registration(compileCommands(commands), there);
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

/**
 * Where a digest could not arrive, or nobody could find out whether it did. Discord tells what the bot may do in a server
 * (200 of them at once); a channel may still take it away or give it.
 */
function* digests(guilds: readonly RESTAPIPartialCurrentUserGuild[]): Generator<Finding> {
  let lacking = 0;
  for (const { name, permissions } of guilds) {
    const has = BigInt(permissions);
    if ((has & PermissionFlagsBits.Administrator) !== 0n) continue;
    const missing = Object.entries(DIGEST_PERMISSIONS).filter(([, bit]) => (has & bit) === 0n);
    if (missing.length === 0) continue;
    lacking += 1;
    yield {
      level: "warning",
      subject: SUBJECT,
      message: `the bot lacks permissions for digests in the server ${name}: ${missing.map(([label]) => label).join(", ")}`,
      remedy: "Give them to the bot's role in Server Settings → Roles, or in the channels that subscribe",
    };
  }
  if (guilds.length > 0 && lacking === 0)
    yield {
      level: "ok",
      subject: SUBJECT,
      message: "digests can be posted in the servers that have the bot",
    };
}

function registration(wanted: CompiledCommands, there: { name: string }[]): Finding {
  if (isRegistered(wanted, there))
    return { level: "ok", subject: SUBJECT, message: "the commands of this version are registered" };
  const message = there.some(({ name }) => name === ROOT)
    ? "the registered commands are not those of this version"
    : `/${ROOT} is not registered yet`;
  const remedy = "Start the bot once, or run korea register";
  return { level: "warning", subject: SUBJECT, message, remedy };
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
