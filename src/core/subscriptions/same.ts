import type { Subscription } from "../subscription.ts";

/** What two subscriptions of one channel have in common where they would post the same digest twice. */
type Wish = Pick<Subscription, "at" | "zone" | "days" | "query" | "language">;

/** Whether both would post the same digest at the same times; whether they are silent without news does not count. */
export function isSameWish(one: Wish, other: Wish): boolean {
  return (
    one.at === other.at &&
    one.zone === other.zone &&
    one.query === other.query &&
    one.language === other.language &&
    one.days.length === other.days.length &&
    one.days.every((day) => other.days.includes(day))
  );
}

/** An edit that would make a subscription like another one of its channel. */
export class SameSubscriptionError extends Error {
  override name = "SameSubscriptionError";
}
