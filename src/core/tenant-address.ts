import type { Tenant } from "./tenant.ts";

/** Ids as the platforms give them: https://docs.discord.com/developers/reference#snowflakes, and Slack's letters and digits. */
const TENANT = /^(?:discord:(?:guild|user):\d{1,20}|slack:(?:team|enterprise):[A-Z0-9]{1,32})$/u;
const [DISCORD_ID, SLACK_ID] = [/^\d{1,20}$/u, /^[A-Z0-9]{1,32}$/u];

/** A tenant on a platform as it is written; `null` where the text is none. */
export function readTenant(text: string): Tenant | null {
  return TENANT.test(text) ? (text as Tenant) : null;
}

/** Whether a text may be the id of a channel or a person on the platform of a tenant. */
export function isIdAt(tenant: Tenant, text: string): boolean {
  return (tenant.startsWith("discord:") ? DISCORD_ID : SLACK_ID).test(text);
}
