import type { App } from "@slack/bolt";
import type { Finding } from "../core/finding.ts";
import type { Installed } from "./asker.ts";
import { platformErrorOf } from "./endings.ts";
import { mayManage } from "./may-manage.ts";
import { standingOf } from "./people.ts";

const SUBJECT = "Slack";
const REMEDY = "Mend SLACK_SUBSCRIBERS: a person's profile has their id under ⋮ → Copy member ID";

/**
 * Whether those whom SLACK_SUBSCRIBERS lists are people of the workspace that the token belongs to.
 *
 * @throws what Bolt's client throws where Slack does not answer.
 */
export async function* checkSubscribers(
  client: App["client"],
  token: string,
  home: Installed,
  ids: readonly string[],
): AsyncGenerator<Finding> {
  for (const id of ids) {
    const words = await lookedUp(client, token, home, id);
    if (words !== null) yield { level: "warning", subject: SUBJECT, message: words, remedy: REMEDY };
  }
}

/** What is wrong with an entry; `null` where nothing is, or nobody may look. */
async function lookedUp(
  client: App["client"],
  token: string,
  home: Installed,
  id: string,
): Promise<string | null> {
  try {
    const { user = {} } = await client.users.info({ token, user: id });
    if (user.deleted === true) return `SLACK_SUBSCRIBERS lists ${id}, whose account is deactivated`;
    const may = mayManage({ ...home, user_id: id }, standingOf(user), new Set([id]));
    return may
      ? null
      : `SLACK_SUBSCRIBERS lists ${id}, who belongs to another workspace and may not subscribe`;
  } catch (error) {
    const code = platformErrorOf(error);
    if (code === "user_not_found" || code === "user_not_visible")
      return `SLACK_SUBSCRIBERS lists ${id}, whom the workspace does not know`;
    // The scope that is missing was told already.
    if (code === "missing_scope") return null;
    throw error;
  }
}
