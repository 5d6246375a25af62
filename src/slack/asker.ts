import type { Asker } from "../core/desk.ts";
import type { Tenant } from "../core/tenant.ts";
import type { Person } from "./people.ts";

/** Where a slash command comes from. */
export interface Origin {
  team_id?: string | undefined;
  enterprise_id?: string | undefined;
  is_enterprise_install?: string | boolean | undefined;
}

/** What the payloads of clicks and shortcuts say of where they come from. */
export interface OriginInBody {
  user: { team_id?: string };
  team: { id: string } | null;
  enterprise?: { id: string };
  is_enterprise_install?: boolean;
}

/**
 * Who asks. Slack lets only those use an app who are in the channel, and takes what a response_url brings for everybody
 * there. It tells in no payload whether the person may write in the channel (announcement channels, posting
 * permissions), nor whether the channel is archived; where it refuses, the person is told afterwards.
 */
export function askerOf(origin: Origin, { locale, name }: Person): Asker {
  return { tenant: tenantOf(origin), locale, mayPost: true, ...(name === undefined ? {} : { name }) };
}

/** An installation in a whole organisation is one tenant; else each workspace is. */
export function tenantOf({
  team_id: team,
  enterprise_id: enterprise,
  is_enterprise_install: whole,
}: Origin): Tenant {
  const inOrganisation = enterprise !== undefined && (whole === true || whole === "true");
  return inOrganisation ? `slack:enterprise:${enterprise}` : `slack:team:${team ?? "unknown"}`;
}

/**
 * The same of a click or a shortcut: the team that has the installation, under which the buttons of its messages are
 * kept. In a shared channel the person may belong to a team of their own.
 */
export function fromBody({ user, team, enterprise, is_enterprise_install }: OriginInBody): Origin {
  return { team_id: team?.id ?? user.team_id, enterprise_id: enterprise?.id, is_enterprise_install };
}
