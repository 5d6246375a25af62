import { defineCommand } from "../../src/core/command.ts";
import { note, reply, text } from "../../src/core/reply.ts";
import { BUTTON_OPTIONS, placeValues, toList } from "../../src/core/subscriptions/actions.ts";
import { subjectOf, wishLines } from "../../src/core/subscriptions/describe.ts";
import { listAfter } from "../../src/core/subscriptions/list.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";

/** What the button Remove runs: asks, and removes the subscription when it is pressed again. */
export const remove = defineCommand({
  name: "subscription-remove",
  description: (m) => subscriptionListMessages(m).remove,
  hidden: true,
  requires: "manage",
  options: {
    ...BUTTON_OPTIONS,
    confirm: { type: "boolean", description: (m) => subscriptionListMessages(m).yesRemove },
  },

  async run({ id, confirm = false, ...place }, ctx) {
    const { m, subscriptions } = ctx;
    const say = subscriptionListMessages(m);
    if (confirm) {
      const removed = await subscriptions.remove(id);
      return listAfter(place, ctx, removed ? say.wasRemoved : say.gone);
    }
    const found = await subscriptions.get(id);
    if (found === null) return listAfter(place, ctx, say.gone);
    return reply(
      [
        { type: "text", spans: [text(subjectOf(found, m))] },
        { type: "list", items: wishLines(found, ctx.now(), m) },
        note(say.askRemove),
      ],
      [
        {
          label: say.yesRemove,
          command: "subscription-remove",
          values: { id, ...placeValues(place), confirm: true },
          replaces: true,
        },
        toList(say.keep, place),
      ],
    );
  },
});
