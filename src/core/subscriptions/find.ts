import type { Context } from "../command.ts";
import type { Subscription } from "../subscription.ts";

/**
 * A subscription that the person may look into: one of the tenant for who may manage, else one of the channel in which it is
 * asked. `null` where there is none.
 */
export async function reachable(
  id: string,
  { subscriptions, channel, mayManage }: Pick<Context, "subscriptions" | "channel" | "mayManage">,
): Promise<Subscription | null> {
  const found = await subscriptions.get(id);
  return found !== null && (mayManage || found.channel.channel === channel?.channel) ? found : null;
}
