import { clip } from "../../src/core/budget.ts";
import { defineCommand, type Context } from "../../src/core/command.ts";
import { UserError } from "../../src/core/errors.ts";
import { readValues } from "../../src/core/option.ts";
import { note, reply, text, type RawValues, type Reply } from "../../src/core/reply.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import type { SubscriptionEdit } from "../../src/core/subscription-store.ts";
import { toList, toPreview } from "../../src/core/subscriptions/actions.ts";
import { nextLines, subjectOf, wishLines } from "../../src/core/subscriptions/describe.ts";
import { plainQuery, readSubscribedQuery } from "../../src/core/subscriptions/query.ts";
import { SameSubscriptionError } from "../../src/core/subscriptions/same.ts";
import { TYPED_OPTIONS } from "../../src/core/subscriptions/typed.ts";
import { localDate } from "../../src/core/subscriptions/when.ts";
import { readTimes } from "../../src/core/subscriptions/wish.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";
import { subscriptionMessages } from "../../src/messages/groups/subscriptions.ts";

/** UTF-16 units of a mistaken field that are offered again. */
const TYPED_MAX = 600;

/** What somebody typed in the window for a subscription. */
type Typed = Readonly<Partial<Record<"at" | "timezone" | "days" | "query" | "quiet", string>>>;

/**
 * What the window of the button Edit runs. The window asks for everything, so a query that is not there was left blank: it
 * stands for everything new. What else is blank stays as it was.
 */
export const change = defineCommand({
  name: "subscription-change",
  description: (m) => subscriptionListMessages(m).edit,
  hidden: true,
  requires: "manage",
  options: TYPED_OPTIONS,

  async run({ id, ...typed }, ctx) {
    const { subscriptions, m } = ctx;
    const say = subscriptionMessages(m);
    const found = await subscriptions.get(id);
    if (found === null) throw new UserError((s) => subscriptionListMessages(s).gone);
    try {
      const { edit, remarks } = readEdit(found, typed, ctx);
      const edited = await subscriptions.edit(id, edit).catch((error: unknown) => {
        if (!(error instanceof SameSubscriptionError)) throw error;
        throw new UserError((s) => subscriptionMessages(s).wouldBeSame);
      });
      if (edited === null) throw new UserError((s) => subscriptionListMessages(s).gone);
      return answer(edited, remarks, ctx);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const values: RawValues = { id, ...again(typed) };
      return reply([note(error.say(m))], [{ label: say.editAgain, command: "subscription-edit", values }]);
    }
  },
});

function readEdit(
  found: Subscription,
  typed: Typed,
  ctx: Context,
): { edit: SubscriptionEdit; remarks: readonly string[] } {
  const { at, zone, days, remarks } = readTimes(typed, found, ctx);
  const raw: RawValues = typed.quiet === undefined ? {} : { quiet: typed.quiet };
  const { quiet = found.quiet } = readValues({ quiet: { type: "boolean", description: () => "" } }, raw);
  const query = typed.query ?? "";
  // Whoever moves it to another hour need not mend what its query has become.
  const isSame = found.query !== null && plainQuery(query) === found.query;
  return {
    edit: {
      at,
      zone,
      days,
      quiet,
      query: isSame ? found.query : readSubscribedQuery(query, ctx.library, localDate(ctx.now(), zone)),
    },
    remarks,
  };
}

function again(typed: Typed): RawValues {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, clip(value, TYPED_MAX)]));
}

function answer(edited: Subscription, remarks: readonly string[], ctx: Context): Reply {
  const { m } = ctx;
  const say = subscriptionMessages(m);
  return reply(
    [
      { type: "heading", spans: [text(say.changed)] },
      { type: "text", spans: [text(subjectOf(edited, m))] },
      {
        type: "list",
        items: [...wishLines(edited, ctx.now(), m), ...nextLines(edited, "next", ctx.now(), m)],
      },
      ...remarks.map(note),
    ],
    [toPreview(say.preview, edited), toList(say.all, {})],
  );
}
