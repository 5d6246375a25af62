import { defineCommand } from "../../src/core/command.ts";
import { PLACE_OPTIONS } from "../../src/core/subscriptions/actions.ts";
import { listAfter } from "../../src/core/subscriptions/list.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";

/** What the button runs that goes on with all subscriptions which a removal of the bot paused, in whatever channel. */
export const resumeRemoved = defineCommand({
  name: "subscription-resume-removed",
  description: (m) => subscriptionListMessages(m).resumeRemoved,
  hidden: true,
  requires: "manage",
  options: PLACE_OPTIONS,

  async run(place, ctx) {
    const say = subscriptionListMessages(ctx.m);
    const resumed = await ctx.subscriptions.resumeRemoved();
    return listAfter(place, ctx, resumed > 0 ? say.wereResumed(resumed) : say.noneResumed);
  },
});
