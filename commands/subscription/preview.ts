import { defineCommand } from "../../src/core/command.ts";
import { composeDigest, type DigestWhy } from "../../src/core/digest/compose.ts";
import { publishedAfter } from "../../src/core/digest/window.ts";
import { UserError } from "../../src/core/errors.ts";
import { note, reply } from "../../src/core/reply.ts";
import { reachable } from "../../src/core/subscriptions/find.ts";
import { localDate } from "../../src/core/subscriptions/when.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";
import { subscriptionMessages } from "../../src/messages/groups/subscriptions.ts";
import type { Messages } from "../../src/messages/messages.ts";

/** What the button Preview runs: the digest as it would be posted now, for today, without anything being moved on. */
export const preview = defineCommand({
  name: "subscription-preview",
  description: (m) => subscriptionMessages(m).preview,
  hidden: true,
  options: { id: { type: "string", required: true, description: (m) => m.optionId } },

  async run({ id }, ctx) {
    const { subscriptions, library, now, m } = ctx;
    const found = await reachable(id, ctx);
    if (found === null) throw new UserError((say) => subscriptionListMessages(say).gone);
    const today = localDate(now(), found.zone);
    const { news } = await ctx.newsSince(found.cursor, publishedAfter(today));
    const past = await subscriptions.quotesOfDay(id);
    const digest = composeDigest({
      subscription: found,
      localDate: today,
      news,
      library,
      past,
      late: false,
      preview: true,
    });
    return digest.reply ?? reply([note(subscriptionMessages(m).previewSilence(silence(digest.why, m)))]);
  },
});

function silence(why: DigestWhy, m: Messages): string {
  const say = subscriptionMessages(m);
  if (why.type === "noMatch") return say.previewNoMatch(why.of);
  return why.type === "unreadable" ? say.previewUnreadable : say.previewNoNews;
}
