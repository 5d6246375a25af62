import { subscriptionListMessages } from "../../messages/groups/subscription-list.ts";
import type { Context } from "../command.ts";
import { note, type Action, type Block } from "../reply.ts";
import { REMOVED } from "../subscription.ts";
import { placeValues, type ListPlace } from "./actions.ts";

/**
 * Where the bot was removed and is back: how many subscriptions of all channels are still paused because of that, and a
 * button that resumes them all. Nothing for people who may not.
 */
export async function afterRemoval(
  place: ListPlace,
  { subscriptions, mayManage, m }: Pick<Context, "subscriptions" | "mayManage" | "m">,
): Promise<{ readonly blocks: readonly Block[]; readonly actions: readonly Action[] }> {
  const all = mayManage ? await subscriptions.list() : [];
  const count = all.filter(({ pausedBecause }) => pausedBecause === REMOVED).length;
  if (count === 0) return { blocks: [], actions: [] };
  const say = subscriptionListMessages(m);
  const values = placeValues(place);
  return {
    blocks: [note(say.pausedByRemoval(count))],
    actions: [{ label: say.resumeRemoved, command: "subscription-resume-removed", values, replaces: true }],
  };
}
