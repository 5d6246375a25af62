import { subscriptionListMessages } from "../../messages/groups/subscription-list.ts";
import type { Context } from "../command.ts";
import { UserError } from "../errors.ts";
import { note, reply, text, type Action, type Block, type Reply } from "../reply.ts";
import type { Subscription } from "../subscription.ts";
import { actionsOn, toList, type ListPlace } from "./actions.ts";
import { listed } from "./describe.ts";
import { mayNotSeeAll, noChannel } from "./refusals.ts";
import { afterRemoval } from "./removed.ts";

/** Subscriptions of one page: as many as a reply takes where each has all that can be told of one. */
const PAGE = 3;
/** Deliveries looked through for one of which nobody knows whether it arrived. */
const LOOKED_AT = 7;

/**
 * A page of the subscriptions of the channel, or of all channels, with what can be done with each by those who may. `remark`
 * says what was just done.
 *
 * @throws {UserError} where there is no channel, or the person may not see those of all.
 */
export async function listReply(place: ListPlace, ctx: Context, remark?: string): Promise<Reply> {
  const { m, mayManage } = ctx;
  const say = subscriptionListMessages(m);
  const all = place.all === true;
  const subscriptions = await subscriptionsAt(all, ctx);
  const removed = await afterRemoval(place, ctx);
  const remarks = [...(remark === undefined ? [] : [note(remark)]), ...removed.blocks];
  // Those that are left from when the bot was there can still be seen and removed.
  if (subscriptions.length === 0 && ctx.botAbsent && remark === undefined) throw noChannel(ctx);
  if (subscriptions.length === 0) {
    const words = all ? say.emptyAll : say.empty;
    return reply(
      [...remarks, { type: "text", spans: [text(words)] }, note(say.howTo)],
      [...removed.actions, ...elsewhere(all, ctx)],
    );
  }
  const pages = Math.ceil(subscriptions.length / PAGE);
  const page = Math.min(place.page ?? 1, pages);
  const from = (page - 1) * PAGE;
  const shown = subscriptions.slice(from, from + PAGE);
  const blocks = await Promise.all(shown.map((one, index) => blocksOf(one, from + index + 1, all, ctx)));
  const at = { all, page };
  // What was just done may have taken the page away: that needs no telling.
  const beyond =
    remark === undefined && (place.page ?? 1) > pages ? [note(say.noSuchPage(place.page!, pages))] : [];
  return reply(
    [
      ...remarks,
      ...beyond,
      {
        type: "heading",
        spans: [text((all ? say.headingAll : say.heading)(subscriptions.length))],
      },
      ...blocks.flat(),
      ...(pages === 1 ? [] : [note(say.shown(from + 1, from + shown.length, subscriptions.length))]),
    ],
    [
      ...(mayManage ? shown.flatMap((one, index) => actionsOn(one, from + index + 1, at, m)) : []),
      ...removed.actions,
      ...(page > 1 ? [toList(m.previousPage, { all, page: page - 1 })] : []),
      ...(page < pages ? [toList(m.nextPage, { all, page: page + 1 })] : []),
      ...elsewhere(all, ctx),
      ...(mayManage && !all && subscriptions.length > 1 ? [removeAll(ctx)] : []),
    ],
  );
}

/** The list with what was just done; that alone where no list can be shown. */
export async function listAfter(place: ListPlace, ctx: Context, remark: string): Promise<Reply> {
  try {
    return await listReply(place, ctx, remark);
  } catch (error) {
    if (error instanceof UserError) return reply([note(remark)]);
    throw error;
  }
}

async function subscriptionsAt(all: boolean, ctx: Context): Promise<Subscription[]> {
  const { channel, mayManage, subscriptions } = ctx;
  if (all && !mayManage) throw mayNotSeeAll(ctx);
  if (all) return subscriptions.list();
  if (channel === null) throw noChannel(ctx);
  return subscriptions.list(channel.channel);
}

async function blocksOf(one: Subscription, number: number, all: boolean, ctx: Context): Promise<Block[]> {
  const deliveries = await ctx.subscriptions.deliveries(one.id, LOOKED_AT);
  return listed(one, number, {
    deliveries,
    now: ctx.now(),
    m: ctx.m,
    channel: all,
    mayManage: ctx.mayManage,
  });
}

/** From the channel to all of them and back, for those who may. */
function elsewhere(all: boolean, { m, mayManage, channel }: Context): Action[] {
  const say = subscriptionListMessages(m);
  if (all) return channel === null ? [] : [toList(say.thisChannel, {})];
  return mayManage ? [toList(say.allChannels, { all: true })] : [];
}

function removeAll({ m }: Context): Action {
  return {
    label: subscriptionListMessages(m).removeAll,
    command: "subscription-remove-all",
    values: {},
    replaces: true,
  };
}
