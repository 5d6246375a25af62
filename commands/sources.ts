import { REPLY_MAX, costOf, costOfAll } from "../src/core/budget.ts";
import { defineCommand, type Context } from "../src/core/command.ts";
import { note, reply, text, type Action, type Block, type Span } from "../src/core/reply.ts";
import { holdingsOf, type Holdings } from "../src/core/sources/holdings.ts";
import { failuresOf, outletLine, overviewOf } from "../src/core/sources/overview.ts";

/** `/korea sources`: what the documents are, how fresh they are, and what could not be loaded; outlets in pages. */
export const sources = defineCommand({
  name: "sources",
  description: (m) => m.sources.description,
  options: {
    page: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.sources.optionPage },
  },

  async run({ page = 0 }, ctx) {
    const { m, library, failures } = ctx;
    if (library.size === 0) return reply([note(m.corpusEmpty), ...failuresOf(failures, m)]);
    const holdings = holdingsOf(library);
    const overview = overviewOf(holdings, failures, m);
    const pages = pagesOf(holdings, overview, ctx);
    // The corpus may have become smaller since the button was made.
    const at = Math.min(page, pages.length - 1);
    const { first, lines } = pages[at]!;
    const last = first + lines.length - 1;
    const outlets: Block[] = [
      { type: "heading", spans: [text(m.sources.outlets(holdings.outlets.length, first, last))] },
      { type: "list", items: lines },
    ];
    return reply(
      [...(at === 0 ? overview : []), ...(lines.length === 0 ? [] : outlets)],
      [
        ...(at > 0 ? [turn(m.previousPage, at - 1)] : []),
        ...(at < pages.length - 1 ? [turn(m.nextPage, at + 1)] : []),
      ],
    );
  },

  jsonShape:
    "{documents, passages, version, onlyOwn, outlets: [{id, name, country, ownership, own, documents}], " +
    "countries: [{value, documents}], kinds: […], languages: […], years: […], undated, ownAsOf, " +
    "newest: {id, title, outlet, date}, failures: [{file, message}]}",
  async json(_, { library, failures }) {
    const { newest, ...counted } = holdingsOf(library);
    return {
      ...counted,
      newest:
        newest === null
          ? null
          : { id: newest.id, title: newest.title, outlet: newest.outlet, date: newest.date },
      failures: failures.map(({ file, message }) => ({ file, message })),
    };
  },
});

/** Lines of the list of outlets on one page, and the number of the first, counted from 1. */
interface Page {
  first: number;
  lines: Span[][];
}

/** The first page has what room the overview leaves, which may be none. */
function pagesOf({ outlets }: Holdings, overview: readonly Block[], { m }: Context): Page[] {
  const { length } = outlets;
  const room =
    REPLY_MAX - costOf({ type: "heading", spans: [text(m.sources.outlets(length, length, length))] });
  const pages: Page[] = [{ first: 1, lines: [] }];
  let left = room - costOfAll(overview);
  for (const [index, outlet] of outlets.entries()) {
    const line = outletLine(outlet, m);
    left -= costOf({ type: "list", items: [line] });
    if (left < 0) {
      pages.push({ first: index + 1, lines: [] });
      left = room - costOf({ type: "list", items: [line] });
    }
    pages.at(-1)!.lines.push(line);
  }
  return pages;
}

function turn(label: string, page: number): Action {
  return { label, command: "sources", values: { page }, replaces: true };
}
