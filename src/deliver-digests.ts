import type { OpenDesk } from "./compose.ts";
import type { Config, DiscordConfig, SlackConfig } from "./config.ts";
import type { Clock } from "./core/clock.ts";
import type { Logger } from "./core/logger.ts";
import type { Platform } from "./core/platform.ts";
import type { Action } from "./core/reply.ts";
import type { Tenant } from "./core/tenant.ts";
import { createCompose } from "./delivery/compose.ts";
import { createLimiter } from "./delivery/limiter.ts";
import { runDeliveries } from "./delivery/loop.ts";
import type { DeliveryEvent, DeliveryParts, MissedDates } from "./delivery/parts.ts";
import { createPausedNotice, type NoticePort } from "./delivery/paused.ts";
import type { PostPort } from "./delivery/port.ts";
import type { Connection } from "./ops/connections.ts";

/** What delivering digests needs. */
export interface DigestParts {
  readonly config: Pick<Config, "discord" | "slack">;
  readonly opened: Pick<OpenDesk, "desk" | "live" | "store">;
  /** Of the platforms that are configured: digests are posted where one is served. */
  readonly connections: ReadonlyMap<Platform["name"], Pick<Connection, "isServed" | "tenant">>;
  /** Whether the bot was removed from where a tenant is: nothing is posted there then. */
  isAway(tenant: Tenant): boolean;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told of every state that a delivery comes into. */
  observe?(event: DeliveryEvent): void;
  /** Told of dates that were settled as missed. */
  onMissed?(missed: MissedDates): void;
  /** Told of every rate limit that a platform set to digests. */
  onLimit?(platform: Platform["name"]): void;
}

/** What deliveries are made of; the clients of platforms are loaded where they are configured only. */
export async function deliveryParts(parts: DigestParts): Promise<DeliveryParts> {
  const { config, opened, connections, clock, log, observe, onMissed } = parts;
  const { desk, live, store } = opened;
  // What is kept does not hang on the language.
  const keep = (action: Action, tenant: Tenant) => desk.keep(action, { tenant, locale: "en" });
  const ports = await openPorts({ config, keep, onLimit: parts.onLimit });
  const portsOf = (tenant: Tenant): Ports | null => {
    if (parts.isAway(tenant)) return null;
    if (tenant.startsWith("discord:guild:"))
      return connections.get("discord")?.isServed === true ? ports.discord : null;
    const slack = connections.get("slack");
    return slack?.isServed === true && slack.tenant === tenant ? ports.slack : null;
  };
  const { wait } = clock;
  const noticesOf = (tenant: Tenant) => portsOf(tenant)?.notices ?? null;
  return {
    store,
    portOf: (tenant) => portsOf(tenant)?.posts ?? null,
    paused: createPausedNotice({ noticesOf, wait, log }),
    compose: createCompose({ store, live }),
    moment: clock.moment,
    wait,
    limiter: createLimiter(() => clock.moment().up),
    ...(observe === undefined ? {} : { observe }),
    ...(onMissed === undefined ? {} : { onMissed }),
    log,
  };
}

/** What goes out to a platform. */
interface Ports {
  readonly posts: PostPort;
  readonly notices: NoticePort;
}

async function openPorts({
  config: { discord, slack },
  keep,
  onLimit,
}: Pick<DigestParts, "config"> & {
  readonly keep: (action: Action, tenant: Tenant) => Promise<string>;
  readonly onLimit: DigestParts["onLimit"];
}): Promise<Record<Platform["name"], Ports | null>> {
  const openDiscord = async (own: DiscordConfig): Promise<Ports> => {
    const [{ createDiscordPost }, { createDiscordNotices }] = await Promise.all([
      import("./discord/post.ts"),
      import("./discord/notice.ts"),
    ]);
    const limited = () => onLimit?.("discord");
    return {
      posts: createDiscordPost({ ...own, keep, onLimit: limited }),
      notices: createDiscordNotices(own),
    };
  };
  const openSlack = async (own: SlackConfig): Promise<Ports> => {
    const [{ createSlackPost }, { createSlackNotices }] = await Promise.all([
      import("./slack/post.ts"),
      import("./slack/notice.ts"),
    ]);
    const limited = () => onLimit?.("slack");
    return { posts: createSlackPost({ ...own, keep, onLimit: limited }), notices: createSlackNotices(own) };
  };
  return {
    discord: discord === null ? null : await openDiscord(discord),
    slack: slack === null ? null : await openSlack(slack),
  };
}

/**
 * Delivers digests until it is told to stop, and then ends what is being sent. Never rejects: without digests everything
 * else goes on.
 */
export async function deliverDigests(
  parts: DigestParts & { readonly stop: AbortSignal; tick?(): void },
): Promise<void> {
  const { log, stop, tick } = parts;
  try {
    await runDeliveries({ ...(await deliveryParts(parts)), ...(tick === undefined ? {} : { tick }) }, stop);
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : String(error) }, "no digests are delivered");
  }
}
