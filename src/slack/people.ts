import type { App } from "@slack/bolt";
import { within } from "../core/deadline.ts";

/** Milliseconds that an answer waits for what Slack knows of a person: it has three seconds in all. */
const PATIENCE = 800;
/** Milliseconds for which that is believed, and people remembered. */
const LIFE = 12 * 60 * 60 * 1_000;
const PEOPLE_MAX = 10_000;

/** What Slack knows of a person. */
export interface Person {
  /** The locale that they have chosen; English where Slack does not tell in time. */
  locale: string;
  /** The name that others see; absent where Slack does not tell in time. */
  name?: string;
}

const STRANGER: Person = { locale: "en" };

/** Gives what Slack knows of a person, asked for once in twelve hours. */
export function createPeople(client: App["client"], token: string, now: () => number) {
  const known = new Map<string, { person: Person; until: number }>();
  return async (user: string): Promise<Person> => {
    const kept = known.get(user);
    if (kept !== undefined && kept.until > now()) return kept.person;
    const remembered = (async () => {
      try {
        const { user: told } = await client.users.info({ token, user, include_locale: true });
        if (known.size >= PEOPLE_MAX) known.clear();
        // Who has chosen no display name is shown by the real one:
        // https://docs.slack.dev/reference/objects/user-object#profile
        const names = [told?.profile?.display_name, told?.profile?.real_name, told?.real_name];
        const name = names.find((one) => one !== undefined && one.trim() !== "");
        const person = { locale: told?.locale ?? "en", ...(name === undefined ? {} : { name }) };
        known.set(user, { person, until: now() + LIFE });
      } catch {
        // Without the scope, or in an outage, everybody is answered in English.
      }
    })();
    await within(remembered, PATIENCE);
    return known.get(user)?.person ?? STRANGER;
  };
}
