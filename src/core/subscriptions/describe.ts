import { subscriptionListMessages } from "../../messages/groups/subscription-list.ts";
import { subscriptionMessages } from "../../messages/groups/subscriptions.ts";
import type { Messages } from "../../messages/messages.ts";
import { clip } from "../budget.ts";
import { strong, text, type Block, type Span } from "../reply.ts";
import type { Delivery, Subscription } from "../subscription.ts";
import { outcomeWords } from "./outcome.ts";
import { pausedWords } from "./paused-words.ts";
import { instantWords, dayWords, localDate, momentSpan, nextOf, scheduleWords } from "./when.ts";

/** UTF-16 units of a query and of a name that are shown: several subscriptions share one answer. */
const QUERY_SHOWN = 60;
const NAME_SHOWN = 30;

/** What a subscription is about. */
export function subjectOf({ query }: Pick<Subscription, "query">, m: Messages): string {
  const say = subscriptionMessages(m);
  return query === null ? say.everything : say.matching(clip(query, QUERY_SHOWN));
}

/** What a subscription is about, when it comes, in which language, and what a day without news brings. */
export function wishLines(subscription: Subscription, now: number, m: Messages): Span[][] {
  const say = subscriptionMessages(m);
  const { language, quiet } = subscription;
  return [
    [text(say.line(say.when, scheduleWords(subscription, now, m)))],
    [text(say.line(say.language, say.languageNames[language]))],
    [text(say.line(say.withoutNews, quiet ? say.quiet : say.quoteOfDay))],
  ];
}

/** When the next digest comes, in the zone of the channel and in each reader's own, or why none does. */
export function nextLines(
  subscription: Subscription,
  name: "first" | "next",
  now: number,
  m: Messages,
): Span[][] {
  if (subscription.state === "paused") return [[text(pausedWords(subscription, "list", m))]];
  const say = subscriptionMessages(m);
  const { at } = nextOf(subscription, now);
  return [
    [text(say.line(say[name], "")), strong(instantWords(at, subscription.zone, m))],
    [text(say.line(say.inYourTime, "")), momentSpan(at, m)],
  ];
}

/** A numbered subscription of a list, with its deliveries, the newest first. */
export function listed(
  subscription: Subscription,
  number: number,
  {
    deliveries,
    now,
    m,
    channel,
    mayManage,
  }: {
    readonly deliveries: readonly Delivery[];
    readonly now: number;
    readonly m: Messages;
    /** Whether the channel is told. */
    readonly channel: boolean;
    /** Whether buttons follow. */
    readonly mayManage: boolean;
  },
): Block[] {
  const say = subscriptionListMessages(m);
  const { line, when, next } = subscriptionMessages(m);
  const where: Span[] = channel
    ? [
        text(line(say.channel, "")),
        { type: "channel", id: subscription.channel.channel, text: say.unknownChannel },
      ]
    : [];
  const coming =
    subscription.state === "paused"
      ? pausedWords(subscription, mayManage ? "button" : "ask", m)
      : line(next, instantWords(nextOf(subscription, now).at, subscription.zone, m));
  return [
    { type: "text", spans: [strong(`${number}`), text(" · "), text(subjectOf(subscription, m))] },
    {
      type: "list",
      items: [
        ...(channel ? [where] : []),
        [text(line(when, scheduleWords(subscription, now, m)))],
        [text(mannerWords(subscription, m))],
        [text(coming)],
        ...outcomeLines(deliveries, m),
        [text(line(say.made, madeWords(subscription, m)))],
      ],
    },
  ];
}

/** The last outcome, and the last before it of which nobody knows whether it arrived. */
function outcomeLines(deliveries: readonly Delivery[], m: Messages): Span[][] {
  const say = subscriptionListMessages(m);
  const { line } = subscriptionMessages(m);
  const [last, ...before] = deliveries;
  if (last === undefined) return [[text(say.noneYet)]];
  const unknown = before.find(({ state }) => state === "unknown");
  return [
    [text(line(say.last, outcomeWords(last, m)))],
    ...(unknown === undefined ? [] : [[text(line(say.earlier, outcomeWords(unknown, m)))]]),
  ];
}

/** In which language, and whether a day without news is silent: what else two subscriptions may differ by. */
function mannerWords({ language, quiet }: Subscription, m: Messages): string {
  const say = subscriptionMessages(m);
  const words = say.line(say.language, say.languageNames[language]);
  return quiet ? `${words} · ${say.silentWithoutNews}` : words;
}

function madeWords({ createdBy: { name }, createdAt, zone }: Subscription, m: Messages): string {
  const say = subscriptionListMessages(m);
  const date = dayWords(localDate(createdAt, zone), m);
  return name === null ? say.madeBySomebody(date) : say.madeBy(clip(name, NAME_SHOWN), date);
}
