import { defineCommand, type Context } from "../src/core/command.ts";
import { compareSides, hasSomething, type Comparison } from "../src/core/compare/compare.ts";
import { BYS } from "../src/core/compare/group.ts";
import { compareJson } from "../src/core/compare/json.ts";
import { nothingOn } from "../src/core/compare/nothing.ts";
import { showSides } from "../src/core/compare/show.ts";
import { topicsLike } from "../src/core/compare/topics.ts";
import { EXCERPT_SHAPE } from "../src/core/excerpt-json.ts";
import { POSITION_SHAPE } from "../src/core/record-json.ts";
import type { Options, Values } from "../src/core/option.ts";
import { note, reply } from "../src/core/reply.ts";
import type { Messages } from "../src/messages/messages.ts";

const OPTIONS = {
  topic: {
    type: "string",
    required: true,
    grammar: true,
    description: (m) => m.compare.optionTopic,
    complete: topicsLike,
  },
  by: {
    type: "string",
    description: (m) => m.compare.optionBy,
    choices: BYS.map((value) => ({ value, label: (m: Messages) => m.compare.bys[value] })),
  },
  from: { type: "date", description: (m) => m.optionFrom },
  to: { type: "date", description: (m) => m.optionTo },
  offset: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.nextPage },
} as const satisfies Options;

/** `/korea compare`: what each side says on a topic, quoted, and beside it the positions on record. */
export const compare = defineCommand({
  name: "compare",
  description: (m) => m.compare.description,
  primary: "topic",
  options: OPTIONS,

  async run(values, ctx) {
    const { library, m } = ctx;
    if (library.size === 0) return reply([note(m.corpusEmpty)]);
    const comparison = find(values, ctx);
    if (!comparison.searchable) return reply([note(m.noWordsToSearch)]);
    return comparison.sides.some(hasSomething)
      ? showSides(comparison, values.offset ?? 0, ctx)
      : nothingOn(comparison, ctx);
  },

  jsonShape:
    `{topic, by, groups: [{key, label, excerpt: ${EXCERPT_SHAPE}, positions: [${POSITION_SHAPE}]}]}; ` +
    "excerpt is null where a side says nothing; statement is our paraphrase, no quotation",
  async json(values, ctx) {
    return compareJson(find(values, ctx), ctx);
  },
});

function find({ topic, by = "country", from, to }: Values<typeof OPTIONS>, { library }: Context): Comparison {
  return compareSides({ topic, by, from, to }, library);
}
