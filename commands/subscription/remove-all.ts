import { defineCommand } from "../../src/core/command.ts";
import { reply, text } from "../../src/core/reply.ts";
import { toList } from "../../src/core/subscriptions/actions.ts";
import { listAfter, listReply } from "../../src/core/subscriptions/list.ts";
import { noChannel } from "../../src/core/subscriptions/refusals.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";

/** What the button for all of a channel runs: asks, and removes those that it asked about when it is pressed again. */
export const removeAll = defineCommand({
  name: "subscription-remove-all",
  description: (m) => subscriptionListMessages(m).removeAll,
  hidden: true,
  requires: "manage",
  options: {
    /** Ids of those that were asked about: one that was made meanwhile stays. */
    confirm: { type: "string", description: (m) => subscriptionListMessages(m).removeAll },
  },

  async run({ confirm }, ctx) {
    const { channel, m, subscriptions } = ctx;
    const say = subscriptionListMessages(m);
    if (channel === null) throw noChannel(ctx);
    const here = await subscriptions.list(channel.channel);
    if (confirm === undefined) {
      if (here.length === 0) return listReply({}, ctx);
      return reply(
        [{ type: "text", spans: [text(say.askRemoveAll(here.length))] }],
        [
          {
            label: say.yesRemoveAll(here.length),
            command: "subscription-remove-all",
            values: { confirm: here.map(({ id }) => id).join(",") },
            replaces: true,
          },
          toList(say.keep, {}),
        ],
      );
    }
    const asked = new Set(confirm.split(","));
    let removed = 0;
    for (const { id } of here) if (asked.has(id) && (await subscriptions.remove(id))) removed += 1;
    return listAfter({}, ctx, say.wereRemoved(removed));
  },
});
