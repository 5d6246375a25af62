import { citationOf } from "./citation.ts";
import type { Context } from "./command.ts";
import type { Document } from "./document.ts";
import { excerptId, type Excerpt } from "./excerpt.ts";
import type { Action, Block } from "./reply.ts";

/** An excerpt as every command shows it: quoted, attributed, with what can be done with it. */
export function quoteOf(excerpt: Excerpt, document: Document, ctx: Context): Block {
  return {
    type: "quote",
    excerpt,
    citation: citationOf(document, ctx.m),
    actions: actionsOn(excerpt, ctx),
  };
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
