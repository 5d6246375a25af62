import type { OpenDesk } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Clock } from "./core/clock.ts";
import type { Logger } from "./core/logger.ts";
import type { Platform } from "./core/platform.ts";
import type { Action } from "./core/reply.ts";
import type { Tenant } from "./core/tenant.ts";
import { createCompose } from "./delivery/compose.ts";
import { createLimiter } from "./delivery/limiter.ts";
import { runDeliveries } from "./delivery/loop.ts";
import type { DeliveryEvent, DeliveryParts } from "./delivery/parts.ts";
import type { PostPort } from "./delivery/port.ts";
import type { Connection } from "./ops/connections.ts";

/** What delivering digests needs. */
export interface DigestParts {
  readonly config: Pick<Config, "discord" | "slack">;
  readonly opened: Pick<OpenDesk, "desk" | "live" | "store">;
  /** Of the platforms that are configured: digests are posted where one is served. */
  readonly connections: ReadonlyMap<Platform["name"], Pick<Connection, "isServed" | "tenant">>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told of every state that a delivery comes into. */
  observe?(event: DeliveryEvent): void;
}

/** What deliveries are made of; the clients of platforms are loaded where they are configured only. */
export async function deliveryParts(parts: DigestParts): Promise<DeliveryParts> {
  const { config, opened, connections, clock, log, observe } = parts;
  const { desk, live, store } = opened;
  // What is kept does not hang on the language.
  const keep = (action: Action, tenant: Tenant) => desk.keep(action, { tenant, locale: "en" });
  const ports = await openPorts(config, keep);
  return {
    store,
    portOf(tenant) {
      const connection = (name: Platform["name"]) => connections.get(name);
      if (tenant.startsWith("discord:guild:"))
        return connection("discord")?.isServed === true ? ports.discord : null;
      const slack = connection("slack");
      return slack?.isServed === true && slack.tenant === tenant ? ports.slack : null;
    },
    compose: createCompose({ store, live }),
    moment: clock.moment,
    wait: clock.wait,
    limiter: createLimiter(() => clock.moment().up),
    ...(observe === undefined ? {} : { observe }),
    log,
  };
}

type Keep = (action: Action, tenant: Tenant) => Promise<string>;

async function openPorts(
  { discord, slack }: DigestParts["config"],
  keep: Keep,
): Promise<Record<Platform["name"], PostPort | null>> {
  return {
    discord:
      discord === null ? null : (await import("./discord/post.ts")).createDiscordPost({ ...discord, keep }),
    slack: slack === null ? null : (await import("./slack/post.ts")).createSlackPost({ ...slack, keep }),
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
