import { clip } from "../budget.ts";
import { citationOf } from "../citation.ts";
import type { Context } from "../command.ts";
import { withContextNotes } from "../context-notes.ts";
import type { Excerpt } from "../excerpt.ts";
import { strong, text, type Block, type Span } from "../reply.ts";
import { withStoryRemark } from "../stories/remark.ts";
import { briefOf } from "./brief.ts";
import type { NewsItem } from "./matches.ts";

type Quote = Extract<Block, { type: "quote" }>;

/** What is known where a digest is shown. */
export type Known = Pick<Context, "library" | "m">;

/** UTF-16 units of a title in the shortest form. */
const TITLE_MAX = 60;

/**
 * How much of an item is shown, the most first: its excerpt as a search would give it; a brief one; that with a citation
 * that names everything but links nothing, which the button that opens the document does.
 */
export const FORMS = ["full", "brief", "briefest"] as const;
export type Form = (typeof FORMS)[number];

/** An item with the number by which its button is known, our notes on it, and where else its text appeared. */
export function shownItem(item: NewsItem, number: number, form: Form, known: Known): Quote {
  const { document } = item;
  const excerpt: Excerpt = form === "full" ? item.excerpt() : briefOf(item.excerpt(), document.language);
  const cited =
    form === "briefest" ? { ...document, title: clip(document.title, TITLE_MAX), url: null } : document;
  const citation: Span[] = [strong(`${number}`), text(" · "), ...citationOf(cited, known.m)];
  return withStoryRemark(
    withContextNotes({ type: "quote", excerpt, citation, actions: [] }, document, known),
    document,
    known,
  );
}
