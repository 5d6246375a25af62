import { defineCommand, type Context } from "../src/core/command.ts";
import { completeZones } from "../src/core/digest/complete-zones.ts";
import { UserError } from "../src/core/errors.ts";
import type { Options } from "../src/core/option.ts";
import { note, reply, text, type Reply } from "../src/core/reply.ts";
import type { Subscribed } from "../src/core/subscription-store.ts";
import { toList, toPreview } from "../src/core/subscriptions/actions.ts";
import { nextLines, subjectOf, wishLines } from "../src/core/subscriptions/describe.ts";
import { LIMITS } from "../src/core/subscriptions/limits.ts";
import { refuseEmptyOptions } from "../src/core/subscriptions/empty-option.ts";
import { noChannel } from "../src/core/subscriptions/refusals.ts";
import { readSubscribedQuery } from "../src/core/subscriptions/query.ts";
import { localDate } from "../src/core/subscriptions/when.ts";
import { READS, USUAL, readTimes, usualZone } from "../src/core/subscriptions/wish.ts";
import { channelTroubleSentence } from "../src/messages/groups/channel-trouble.ts";
import { subscriptionMessages } from "../src/messages/groups/subscriptions.ts";
import type { Messages } from "../src/messages/messages.ts";

const OPTIONS = {
  at: {
    type: "string",
    reads: READS.at,
    alsoCalled: ["time", "hour", "clock"],
    description: (m) => subscriptionMessages(m).optionAt,
  },
  timezone: {
    type: "string",
    reads: READS.timezone,
    alsoCalled: ["tz", "zone", "city"],
    description: (m) => subscriptionMessages(m).optionTimezone,
    complete: (typed, { now, m }) => completeZones(typed, now(), m.language),
  },
  days: {
    type: "string",
    reads: READS.days,
    alsoCalled: ["day", "on", "when", "weekday", "weekdays"],
    description: (m) => subscriptionMessages(m).optionDays,
  },
  query: { type: "string", grammar: true, description: (m) => subscriptionMessages(m).optionQuery },
  quiet: {
    type: "boolean",
    alsoCalled: ["silent", "silence"],
    description: (m) => subscriptionMessages(m).optionQuiet,
  },
  language: {
    type: "string",
    description: (m) => subscriptionMessages(m).optionLanguage,
    choices: (["en", "ko"] as const).map((value) => ({
      value,
      label: (m) => subscriptionMessages(m).languageNames[value],
    })),
  },
} as const satisfies Options;

/** `/korea subscribe`: this channel gets a digest from now on; when the first one comes. */
export const subscribe = defineCommand({
  name: "subscribe",
  description: (m) => subscriptionMessages(m).subscribeDescription,
  primary: "query",
  requires: "manage",
  options: OPTIONS,

  async run({ query = "", quiet = false, language, ...typed }, ctx) {
    const { channel, tenant, library, m, user, name } = ctx;
    if (channel === null || ctx.botAbsent) throw noChannel(ctx);
    refuseEmptyOptions(query);
    const times = readTimes(typed, { ...USUAL, ...(await usualZone(ctx)) }, ctx);
    const { at, zone, days, remarks } = times;
    const subscribed = await ctx.subscriptions.subscribe({
      channel: channel.channel,
      at,
      zone,
      days,
      query: readSubscribedQuery(query, library, localDate(ctx.now(), zone)),
      quiet,
      language: language === "en" || language === "ko" ? language : m.language,
      createdBy: { id: user ?? "unknown", name },
    });
    const trouble = await ctx.channelTrouble();
    const warning = trouble === null ? [] : [channelTroubleSentence(m, tenant, trouble)];
    return answer(subscribed, [...otherQuiet(subscribed, quiet, m), ...remarks, ...warning], ctx);
  },
});

/** Whether a day without news is silent makes no other subscription: how it is changed. */
function otherQuiet(subscribed: Subscribed, quiet: boolean, m: Messages): string[] {
  if (subscribed.outcome !== "same" || subscribed.subscription.quiet === quiet) return [];
  return [subscriptionMessages(m).otherQuiet(quiet)];
}

function answer(subscribed: Subscribed, remarks: readonly string[], ctx: Context): Reply {
  const { m } = ctx;
  const say = subscriptionMessages(m);
  if (subscribed.outcome === "full") {
    const { of } = subscribed;
    throw new UserError((s) => {
      const { fullChannel, fullTenant } = subscriptionMessages(s);
      return (of === "inChannel" ? fullChannel : fullTenant)(LIMITS[of]);
    });
  }
  const { outcome, subscription } = subscribed;
  const isPaused = subscription.state === "paused";
  const told = outcome === "made" ? say.subscribed : isPaused ? say.alreadyPaused : say.alreadySubscribed;
  return reply(
    [
      outcome === "made" ? { type: "heading", spans: [text(told)] } : note(told),
      { type: "text", spans: [text(subjectOf(subscription, m))] },
      {
        type: "list",
        items: [
          ...wishLines(subscription, ctx.now(), m),
          ...nextLines(subscription, outcome === "made" ? "first" : "next", ctx.now(), m),
        ],
      },
      ...remarks.map(note),
    ],
    [toPreview(say.preview, subscription), toList(say.all, {})],
  );
}
