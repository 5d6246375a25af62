import { defineCommand } from "../../src/core/command.ts";
import { BUTTON_OPTIONS } from "../../src/core/subscriptions/actions.ts";
import { listAfter } from "../../src/core/subscriptions/list.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";

/** What the button Resume runs: the subscription goes on with its next time. */
export const resume = defineCommand({
  name: "subscription-resume",
  description: (m) => subscriptionListMessages(m).resume,
  hidden: true,
  requires: "manage",
  options: BUTTON_OPTIONS,

  async run({ id, ...place }, ctx) {
    const say = subscriptionListMessages(ctx.m);
    if (await ctx.subscriptions.resume(id)) return listAfter(place, ctx, say.wasResumed);
    const isThere = (await ctx.subscriptions.get(id)) !== null;
    return listAfter(place, ctx, isThere ? say.wasActiveAlready : say.gone);
  },
});
