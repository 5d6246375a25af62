import type { Finding } from "../../core/finding.ts";
import { REMOVED } from "../../core/subscription.ts";
import type { Store } from "../../store/store.ts";
import { counted } from "../print.ts";
import { allSubscriptions } from "../subscriptions/all.ts";

const SUBJECT = "digests";
/** Milliseconds for which it is told that nobody knows whether a digest arrived: 30 days. */
const TOLD_WITHIN = 30 * 24 * 60 * 60_000;
/** Deliveries that are counted at most. */
const COUNTED_MAX = 1_000;

/** Whether digests come where they should, as far as the store knows at a time (milliseconds since 1970). */
export async function* checkDigests(
  store: Pick<Store, "subscribedTenants" | "subscriptionsOf" | "unknownDeliveries">,
  now: number,
): AsyncGenerator<Finding> {
  const all = await allSubscriptions(store, undefined);
  // Without a reason a person paused it; what the bot was removed from goes on when it comes back.
  const refused = all.filter(({ pausedBecause }) => pausedBecause !== null && pausedBecause !== REMOVED);
  if (refused.length > 0)
    yield {
      level: "warning",
      subject: SUBJECT,
      message: `${counted(refused.length, "subscription")} paused, since the platform refused the channel or the token`,
      remedy:
        "korea subscriptions list tells which and why; mend it, such as by letting the bot into the channel again, and resume there with /korea subscriptions",
    };
  const unknown = (await store.unknownDeliveries(COUNTED_MAX)).filter(
    ({ dueAt }) => now - dueAt <= TOLD_WITHIN,
  );
  if (unknown.length > 0)
    yield {
      level: "warning",
      subject: SUBJECT,
      message: `nobody knows of ${counted(unknown.length, "digest")} of the last 30 days whether it arrived`,
      remedy:
        "korea subscriptions list tells which; look into the channel, and let the bot read its history, so that it can look itself",
    };
  if (all.length > 0 && refused.length === 0 && unknown.length === 0)
    yield {
      level: "ok",
      subject: SUBJECT,
      message: `${counted(all.length, "subscription")}, none refused by a platform`,
    };
}
