import { echo } from "../core/budget.ts";
import type { Asker, Desk } from "../core/desk.ts";
import { reply, text, type Block, type RawValues, type Reply } from "../core/reply.ts";
import type { SearchResult } from "../core/search/search.ts";
import { messagesFor } from "../messages/index.ts";

/** What was asked, and how much of the answer is wanted. */
export interface Wanted {
  values: RawValues;
  query: string;
  /** Excerpts. */
  limit: number;
  locale: string;
  /** What the core found, up to the limit. */
  result: Pick<SearchResult, "total" | "more">;
}

/** Pages of a search as one reply of so many excerpts: a terminal has room for what a platform's message has not. */
export async function searchPages(
  desk: Pick<Desk, "run">,
  { values, query, limit, locale, result }: Wanted,
): Promise<Reply> {
  const asker: Asker = { tenant: "console", locale };
  const quotes: Block[] = [];
  const others: Block[] = [];
  while (quotes.length < limit) {
    const offset = quotes.length;
    const page = await desk.run({ command: "search", values: { ...values, offset } }, asker);
    if (page.type === "form") break;
    const onPage = page.blocks.filter(({ type }) => type === "quote");
    // What stands below the excerpts is the same on every page.
    if (offset === 0) others.push(...page.blocks.filter(({ type }) => type !== "quote"));
    if (onPage.length === 0) break;
    quotes.push(...onPage);
  }
  quotes.splice(limit);
  if (quotes.length === 0) return reply(others);
  const { foundHeading } = messagesFor(locale);
  const heading = foundHeading(echo(query), result.total, 1, quotes.length, result.more);
  return reply([
    { type: "heading", spans: [text(heading)] },
    ...quotes,
    ...others.filter(({ type }) => type !== "heading"),
  ]);
}
