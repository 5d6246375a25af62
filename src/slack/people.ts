import type { App } from "@slack/bolt";
import { within } from "../core/deadline.ts";

/** Milliseconds that an answer waits for a locale: it has three seconds in all. */
const PATIENCE = 800;
/** Milliseconds for which a locale is believed, and people remembered. */
const LIFE = 12 * 60 * 60 * 1_000;
const PEOPLE_MAX = 10_000;

/** Gives the locale that a person has chosen in Slack; English where Slack does not tell in time. */
export function createLocales(client: App["client"], token: string, now: () => number) {
  const known = new Map<string, { locale: string; until: number }>();
  return async (user: string): Promise<string> => {
    const kept = known.get(user);
    if (kept !== undefined && kept.until > now()) return kept.locale;
    const remembered = (async () => {
      try {
        const { user: person } = await client.users.info({ token, user, include_locale: true });
        if (known.size >= PEOPLE_MAX) known.clear();
        known.set(user, { locale: person?.locale ?? "en", until: now() + LIFE });
      } catch {
        // Without the scope, or in an outage, everybody is answered in English.
      }
    })();
    await within(remembered, PATIENCE);
    return known.get(user)?.locale ?? "en";
  };
}
