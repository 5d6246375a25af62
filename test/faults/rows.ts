import type { Subscription } from "../../src/core/subscription.ts";
import type { Bot } from "./bot.ts";
import type { Place } from "./row-types.ts";
import type { World } from "./world.ts";

const MINUTE = 60_000;

/** A subscription in Seoul that is due at the next full minute but one. */
export async function dueSoon(world: World, hidden = false): Promise<Subscription> {
  const due = Math.ceil(world.now() / MINUTE) * MINUTE + MINUTE;
  // Seoul is 9 hours ahead all year.
  const at = new Date(due + 9 * 60 * MINUTE).toISOString().slice(11, 16);
  const [side] = world.sides;
  const subscription = await world.subscribe(side!, { at });
  if (hidden) side!.hide(subscription.channel.channel);
  return subscription;
}

/** Works until the process came to a place on its way with a subscription, and got the signal there. */
export async function haltAt(
  world: World,
  bot: Bot,
  made: Subscription,
  { place, signal }: { place: Place; signal: "SIGKILL" | "SIGSTOP" },
): Promise<void> {
  if (place === "idle") bot.halt(signal);
  else if ("request" in place) world.next(place.request, made, place.answer, () => bot.halt(signal));
  else await bot.trap({ ...place, tenant: made.channel.tenant, signal });
  await world.until(() => bot.still);
  if (signal === "SIGKILL") await bot.exited;
  world.idle();
}
