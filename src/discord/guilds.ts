import { GatewayDispatchEvents, type Client } from "discord.js";
import type { Tenant } from "../core/tenant.ts";
import type { TenantWatch } from "../core/tenant-watch.ts";

/**
 * Tells in which servers the bot is. It listens to the gateway itself: discord.js keeps servers that READY lists no more
 * after a session that could not be resumed, and says nothing of one that it was removed from meanwhile.
 *
 * A server that is not available has an outage, and the bot is in it all the same: READY lists each server so, and
 * GUILD_DELETE tells of a removal only without it
 * (https://docs.discord.com/developers/events/gateway-events#guild-delete).
 */
export function watchGuilds({ ws }: Client, tenants: TenantWatch): void {
  ws.on(GatewayDispatchEvents.Ready, (ready: unknown) => {
    const guilds = fieldOf(ready, "guilds");
    // What cannot be read is no list of no servers.
    if (!Array.isArray(guilds)) return;
    const ids = guilds.map(tenantOf);
    if (ids.every((id) => id !== null)) void tenants.present("discord:guild", ids);
  });
  ws.on(GatewayDispatchEvents.GuildCreate, (guild: unknown) => {
    const tenant = tenantOf(guild);
    if (tenant !== null) void tenants.returned(tenant);
  });
  ws.on(GatewayDispatchEvents.GuildDelete, (guild: unknown) => {
    const tenant = tenantOf(guild);
    if (tenant !== null && fieldOf(guild, "unavailable") !== true) void tenants.left(tenant);
  });
}

/** Ends that. */
export function unwatchGuilds({ ws }: Client): void {
  for (const event of [
    GatewayDispatchEvents.Ready,
    GatewayDispatchEvents.GuildCreate,
    GatewayDispatchEvents.GuildDelete,
  ])
    ws.removeAllListeners(event);
}

function tenantOf(guild: unknown): Tenant | null {
  const id = fieldOf(guild, "id");
  return typeof id === "string" && id !== "" ? `discord:guild:${id}` : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
