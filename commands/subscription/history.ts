import { defineCommand } from "../../src/core/command.ts";
import { reply, text } from "../../src/core/reply.ts";
import { BUTTON_OPTIONS, toList } from "../../src/core/subscriptions/actions.ts";
import { subjectOf } from "../../src/core/subscriptions/describe.ts";
import { reachable } from "../../src/core/subscriptions/find.ts";
import { listAfter } from "../../src/core/subscriptions/list.ts";
import { outcomeWords } from "../../src/core/subscriptions/outcome.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";

/** Digests that are told. */
const TOLD = 10;

/** What the button History runs: what became of the last digests. */
export const history = defineCommand({
  name: "subscription-history",
  description: (m) => subscriptionListMessages(m).history,
  hidden: true,
  options: BUTTON_OPTIONS,

  async run({ id, ...place }, ctx) {
    const { m } = ctx;
    const say = subscriptionListMessages(m);
    const found = await reachable(id, ctx);
    if (found === null) return listAfter(place, ctx, say.gone);
    const deliveries = await ctx.subscriptions.deliveries(id, TOLD);
    return reply(
      [
        { type: "heading", spans: [text(say.historyHeading)] },
        { type: "text", spans: [text(subjectOf(found, m))] },
        deliveries.length === 0
          ? { type: "text", spans: [text(say.noneYet)] }
          : { type: "list", items: deliveries.map((one) => [text(outcomeWords(one, m))]) },
      ],
      [toList(say.backToList, place)],
    );
  },
});
