import { defineCommand } from "../../src/core/command.ts";
import { BUTTON_OPTIONS } from "../../src/core/subscriptions/actions.ts";
import { listAfter } from "../../src/core/subscriptions/list.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";

/** What the button Pause runs: nothing comes until somebody resumes the subscription. */
export const pause = defineCommand({
  name: "subscription-pause",
  description: (m) => subscriptionListMessages(m).pause,
  hidden: true,
  requires: "manage",
  options: BUTTON_OPTIONS,

  async run({ id, ...place }, ctx) {
    const say = subscriptionListMessages(ctx.m);
    if (await ctx.subscriptions.pause(id)) return listAfter(place, ctx, say.wasPaused);
    const isThere = (await ctx.subscriptions.get(id)) !== null;
    return listAfter(place, ctx, isThere ? say.wasPausedAlready : say.gone);
  },
});
