import type { Asker } from "../core/desk.ts";
import type { Tenant } from "../core/tenant.ts";
import { mayManage } from "./may-manage.ts";
import type { Person } from "./people.ts";

/** What tells the installation that something belongs to. */
export interface Installed {
  team_id?: string | undefined;
  enterprise_id?: string | undefined;
  is_enterprise_install?: string | boolean | undefined;
}

/** Where something that a person does comes from. */
export interface Origin extends Installed {
  /** The person. */
  user_id: string;
  /** The team that they belong to, where Slack tells. */
  user_team?: string | undefined;
  channel_id?: string | undefined;
  channel_name?: string | undefined;
}

/** What the payloads of clicks, shortcuts and windows say of where they come from. */
export interface OriginInBody {
  user: { id: string; team_id?: string };
  team: { id: string } | null;
  enterprise?: { id: string };
  is_enterprise_install?: boolean;
  channel?: { id: string; name?: string };
}

/** What the bot knows of itself and its operator. */
export interface Home {
  /** The tenant that the token belongs to; `null` where that is not known yet. */
  tenant: Tenant | null;
  /** Ids of people who may manage subscriptions beside admins. */
  subscribers: ReadonlySet<string>;
}

/**
 * Who asks. Slack lets only those use an app who are in the channel, and takes what a response_url brings for everybody
 * there. It tells in no payload whether the person may write in the channel (announcement channels, posting
 * permissions), nor whether the channel is archived; where it refuses, the person is told afterwards.
 */
export function askerOf(origin: Origin, person: Person, home: Home): Asker {
  const { locale, name, standing } = person;
  const tenant = tenantOf(origin);
  const atHome = tenant === home.tenant;
  const channel = channelOf(origin);
  return {
    tenant,
    locale,
    mayPost: true,
    ...(name === undefined ? {} : { name }),
    user: origin.user_id,
    ...(atHome && channel !== null ? { channel } : {}),
    mayManage: atHome && mayManage(origin, standing, home.subscribers),
  };
}

/** An installation in a whole organisation is one tenant; else each workspace is. */
export function tenantOf({
  team_id: team,
  enterprise_id: enterprise,
  is_enterprise_install: whole,
}: Installed): Tenant {
  const inOrganisation = enterprise !== undefined && (whole === true || whole === "true");
  return inOrganisation ? `slack:enterprise:${enterprise}` : `slack:team:${team ?? "unknown"}`;
}

/**
 * The channel, if digests can be posted in it: public (C…) and private ones (C…, older ones G…). Nobody can invite an
 * app into a direct message (D…) or a group's, which is named after its members.
 */
function channelOf({ channel_id: id, channel_name: name }: Origin): string | null {
  if (id === undefined || !/^[CG][A-Z0-9]+$/u.test(id)) return null;
  return name?.startsWith("mpdm-") === true ? null : id;
}

/**
 * The same of a click, a shortcut or a window: the team that has the installation, under which the buttons of its
 * messages are kept. In a shared channel the person may belong to a team of their own.
 */
export function fromBody({ user, team, enterprise, is_enterprise_install, channel }: OriginInBody): Origin {
  return {
    team_id: team?.id ?? user.team_id,
    enterprise_id: enterprise?.id,
    is_enterprise_install,
    user_id: user.id,
    user_team: user.team_id,
    channel_id: channel?.id,
    channel_name: channel?.name,
  };
}
