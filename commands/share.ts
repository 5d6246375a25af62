import { REPLY_MAX, costOfAll } from "../src/core/budget.ts";
import { defineCommand } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { lookUp } from "../src/core/look-up.ts";
import { namedExcerpt } from "../src/core/named-excerpt.ts";
import { quoteOf } from "../src/core/quote.ts";
import { note, reply } from "../src/core/reply.ts";

/** What the button Share runs: the excerpt, posted for everybody, with who shared it. */
export const share = defineCommand({
  name: "share",
  description: (m) => m.share.description,
  primary: "id",
  hidden: true,
  options: { id: { type: "string", required: true, description: (m) => m.optionId } },

  async run({ id }, ctx) {
    const { m, name, mayPost, library } = ctx;
    if (!mayPost) throw new UserError((say) => say.share.notAllowed);
    const found = await lookUp(id, ctx);
    if (found.marked === null) throw new UserError((say) => say.share.wholeDocument);
    const excerpt = namedExcerpt(found);
    if (excerpt === null) throw new UserError((say) => say.share.notOneParagraph);
    const isOlder = library.get(found.document.id)?.version.sha256 !== found.version.sha256;
    const blocks = [
      // What is shared already needs no button to share it.
      quoteOf(excerpt, found.document, { ...ctx, mayPost: false }),
      ...(isOlder ? [note(m.readOlderVersion)] : []),
      note(name === null ? m.share.sharedFromDesk : m.share.sharedBy(name)),
    ];
    if (costOfAll(blocks) > REPLY_MAX) throw new UserError((say) => say.share.tooLong);
    return { ...reply(blocks), shared: true };
  },
});
