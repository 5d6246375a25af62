import { defineCommand } from "../src/core/command.ts";
import { PLACE_OPTIONS } from "../src/core/subscriptions/actions.ts";
import { listReply } from "../src/core/subscriptions/list.ts";
import { subscriptionListMessages } from "../src/messages/groups/subscription-list.ts";

/** `/korea subscriptions`: what channels are subscribed to, when it comes, and what became of the last digest. */
export const subscriptions = defineCommand({
  name: "subscriptions",
  description: (m) => subscriptionListMessages(m).description,
  options: PLACE_OPTIONS,
  run: (place, ctx) => listReply(place, ctx),
});
