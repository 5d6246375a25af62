import { subscriptionMessages } from "../../messages/groups/subscriptions.ts";
import { UserError } from "../errors.ts";

/** A value of each option, as an example. */
const EXAMPLES = { at: "09:00", timezone: "Seoul", days: "weekdays", quiet: "yes", language: "ko" } as const;

/** A name of an option, a colon and nothing right behind it. */
const EMPTY = new RegExp(`(?:^|\\s)(${Object.keys(EXAMPLES).join("|")})[:：](?=\\s|$)`, "iu");

/**
 * Refuses a query in which an option of subscribing has no value, as in `at: 9`: it would be searched for as words.
 *
 * @throws {UserError} where there is one outside quotation marks.
 */
export function refuseEmptyOptions(query: string): void {
  const name = EMPTY.exec(query.replace(/"[^"]*"|“[^”]*”/gu, '""'))?.[1]?.toLowerCase();
  if (name === undefined) return;
  const example = EXAMPLES[name as keyof typeof EXAMPLES];
  throw new UserError((m) => subscriptionMessages(m).emptyOption(name, `${name}:${example}`));
}
