import type { App } from "@slack/bolt";
import { within } from "../core/deadline.ts";

/** Milliseconds that an answer waits for what Slack knows of a person: it has three seconds in all. */
const PATIENCE = 800;
/** Milliseconds for which that is believed: whoever was made an admin, or is none any more, waits no longer. */
const LIFE = 60 * 1_000;
const PEOPLE_MAX = 10_000;

/** What Slack knows of a person. */
export interface Person {
  /** The locale that they have chosen; English where Slack does not tell in time. */
  locale: string;
  /** The name that others see; absent where Slack does not tell in time. */
  name?: string;
  /** Absent where Slack did not tell in the last minute. */
  standing?: Standing;
}

/** Where a person belongs, and what they are there: https://docs.slack.dev/reference/objects/user-object */
export interface Standing {
  /** Workspaces of their own. Another one's person is seen in a shared channel, too. */
  teams: readonly string[];
  /** The organisation of those. */
  enterprise?: string;
  /** Whether they are an admin or owner of their workspace, and of their organisation. */
  admin: boolean;
  enterpriseAdmin: boolean;
}

type Told = NonNullable<Awaited<ReturnType<App["client"]["users"]["info"]>>["user"]>;

const STRANGER: Person = { locale: "en" };

/** Gives what Slack knows of a person, asked for once in a minute. While Slack does not tell, language and name stay. */
export function createPeople(client: App["client"], token: string, now: () => number) {
  const known = new Map<string, { person: Person; until: number }>();
  return async (user: string): Promise<Person> => {
    const kept = known.get(user);
    if (kept !== undefined && kept.until > now()) return kept.person;
    const asked = (async () => {
      try {
        const { user: told } = await client.users.info({ token, user, include_locale: true });
        if (known.size >= PEOPLE_MAX) known.clear();
        const person = personOf(told ?? {});
        known.set(user, { person, until: now() + LIFE });
        return person;
      } catch {
        // Without the scope, or in an outage, everybody is answered in English, and nobody is an admin.
        return null;
      }
    })();
    const { standing: _old, ...lasting } = kept?.person ?? STRANGER;
    return (await within(asked, PATIENCE)) ?? lasting;
  };
}

function personOf(told: Told): Person {
  // Who has chosen no display name is shown by the real one:
  // https://docs.slack.dev/reference/objects/user-object#profile
  const names = [told.profile?.display_name, told.profile?.real_name, told.real_name];
  const name = names.find((one) => one !== undefined && one.trim() !== "");
  return {
    locale: told.locale ?? "en",
    ...(name === undefined ? {} : { name }),
    standing: standingOf(told),
  };
}

/** Where they belong, from what users.info tells. */
export function standingOf({ team_id: team, enterprise_user: org, ...told }: Told): Standing {
  return {
    teams: [...(team === undefined ? [] : [team]), ...(org?.teams ?? [])],
    ...(org?.enterprise_id === undefined ? {} : { enterprise: org.enterprise_id }),
    admin: told.is_admin === true || told.is_owner === true || told.is_primary_owner === true,
    enterpriseAdmin: org?.is_admin === true || org?.is_owner === true,
  };
}
