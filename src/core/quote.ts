import { citationOf } from "./citation.ts";
import type { Context } from "./command.ts";
import { withContextNotes } from "./context-notes.ts";
import type { Document } from "./document.ts";
import { excerptId, type Excerpt } from "./excerpt.ts";
import type { Action, Block } from "./reply.ts";
import { withStoryRemark } from "./stories/remark.ts";

type Quote = Extract<Block, { type: "quote" }>;

/** An excerpt as every command shows it: quoted, attributed, with our notes on it and what can be done with it. */
export function quoteOf(excerpt: Excerpt, document: Document, ctx: Context): Quote {
  const citation = citationOf(document, ctx.m);
  return withContextNotes(
    { type: "quote", excerpt, citation, actions: actionsOn(excerpt, ctx) },
    document,
    ctx,
  );
}

/** The same where one document stands for all that have its text: with where else it appeared. */
export function quoteOfStory(excerpt: Excerpt, document: Document, ctx: Context): Quote {
  return withStoryRemark(quoteOf(excerpt, document, ctx), document, ctx);
}

/** Context, Share (where the person may post) and Cite. */
function actionsOn(excerpt: Excerpt, { m, mayPost }: Context): Action[] {
  const values = { id: excerptId(excerpt) };
  return [
    { label: m.context, command: "read", values },
    ...(mayPost ? [{ label: m.shareLabel, command: "share", values }] : []),
    { label: m.citeLabel, command: "cite", values },
  ];
}
