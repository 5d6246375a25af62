import { subscriptionPausedMessages } from "../../messages/groups/subscription-paused.ts";
import type { Messages } from "../../messages/messages.ts";
import { REMOVED, type Subscription } from "../subscription.ts";
import { reasonOf } from "./outcome.ts";

/** How a person gets a paused subscription going: by a button below, by one in the list, or by asking somebody who may. */
export type Resuming = "button" | "list" | "ask";

/** Why a subscription is paused, and how it goes on. */
export function pausedWords(subscription: Subscription, resuming: Resuming, m: Messages): string {
  const say = subscriptionPausedMessages(m);
  const { tenant } = subscription.channel;
  const remedy = { button: say.pressResume, list: say.resumeInList, ask: say.askToResume(tenant) }[resuming];
  return `${whyPaused(subscription, m)} ${remedy}`;
}

function whyPaused({ pausedBecause, channel: { tenant } }: Subscription, m: Messages): string {
  const say = subscriptionPausedMessages(m);
  if (pausedBecause === null) return say.byPerson;
  if (pausedBecause === REMOVED) return say.removed(tenant);
  switch (reasonOf(pausedBecause)) {
    case "gone":
      return say.gone(tenant);
    case "forbidden":
      return say.forbidden(tenant);
    case "token":
      return say.token;
    case null:
      return say.otherwise;
  }
}
