import { REPLY_MAX, costOfAll, echo } from "../src/core/budget.ts";
import { defineCommand } from "../src/core/command.ts";
import { newsOf } from "../src/core/digest/window.ts";
import { itemsBut, matchesAmong } from "../src/core/digest/matches.ts";
import { digestPageMessages, pageOf } from "../src/core/digest/page.ts";
import { UserError } from "../src/core/errors.ts";
import { formatDate } from "../src/core/names.ts";
import { note, reply, text, type Action, type Block } from "../src/core/reply.ts";

/** Pages that can be turned back. */
const BACK_MAX = 50;

/** What the button below a digest runs: the items that it had no room for, in pages, for whoever presses it. */
export const digest = defineCommand({
  name: "digest",
  description: (m) => digestPageMessages(m).description,
  hidden: true,
  options: {
    date: { type: "date", required: true, description: (m) => m.optionFrom },
    after: {
      type: "integer",
      required: true,
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      description: (m) => m.nextPage,
    },
    through: {
      type: "integer",
      required: true,
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      description: (m) => m.nextPage,
    },
    /** Numbers of the versions that the digest itself shows, with commas between. */
    shown: { type: "string", description: (m) => m.nextPage },
    /** Among the others. */
    offset: { type: "integer", required: true, min: 0, max: 1_000_000, description: (m) => m.nextPage },
    query: { type: "string", description: (m) => m.optionQuery },
    /** Where the pages before began, the last one last: how much fits on a page cannot be told backwards. */
    back: { type: "string", description: (m) => m.previousPage },
  },

  async run(values, ctx) {
    const { date, after, through, shown = "", offset, query = null, back = "" } = values;
    const { library } = ctx;
    const say = digestPageMessages(ctx.m);
    const news = await newsOf({ date, after, through }, ctx);
    const { items, matched, of, mistake } = matchesAmong(news, query, library);
    if (mistake !== null) throw new UserError(mistake);
    const rest = itemsBut(new Set(shown.split(",").map(Number)), { items, news, library });
    if (offset >= rest.length) return reply([note(say.noMore(items.length))]);
    const asked = query === null ? null : echo(query);
    const head: Block[] = [
      { type: "heading", spans: [text(say.heading(formatDate(date, ctx.m.language)))] },
      { type: "text", spans: [text(say.newDocuments(matched, of, items.length, asked))] },
    ];
    const longest = note(say.shown(items.length, items.length + 1, items.length));
    const before = items.length - rest.length;
    const page = pageOf(rest, offset, REPLY_MAX - costOfAll([...head, longest]), ctx, { before });
    const trail = back.split(",").filter((part) => /^\d{1,7}$/u.test(part));
    const turn = (label: string, to: number, pages: readonly string[]): Action => {
      const { back: _, ...same } = values;
      const kept = pages.slice(-BACK_MAX).join(",");
      return {
        label,
        command: "digest",
        values: { ...same, offset: to, ...(kept === "" ? {} : { back: kept }) },
        replaces: true,
      };
    };
    const last = trail.at(-1);
    return reply(
      [...head, ...page.blocks, note(say.shown(before + offset + 1, before + page.next, items.length))],
      [
        ...page.actions,
        ...(last === undefined ? [] : [turn(ctx.m.previousPage, Number(last), trail.slice(0, -1))]),
        ...(page.next < rest.length ? [turn(ctx.m.nextPage, page.next, [...trail, String(offset)])] : []),
      ],
    );
  },
});
