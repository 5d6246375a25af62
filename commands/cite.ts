import type { CSL } from "@citation-js/core";
import { REPLY_MAX, costOfAll } from "../src/core/budget.ts";
import { citationOf } from "../src/core/citation.ts";
import { STYLES, citationIn, type Style } from "../src/core/cite/cite.ts";
import { itemOf } from "../src/core/cite/item.ts";
import { defineCommand, type Context } from "../src/core/command.ts";
import { completeDocumentId } from "../src/core/complete-id.ts";
import { lookUp, type Found } from "../src/core/look-up.ts";
import { namedExcerpt } from "../src/core/named-excerpt.ts";
import type { Options } from "../src/core/option.ts";
import { isOwn, ownAsOf } from "../src/core/own-records.ts";
import { code, note, reply, text, type Block } from "../src/core/reply.ts";
import type { Messages } from "../src/messages/messages.ts";

const OPTIONS = {
  id: { type: "string", required: true, description: (m) => m.optionId, complete: completeDocumentId },
  style: {
    type: "string",
    description: (m) => m.cite.optionStyle,
    choices: STYLES.map((value) => ({ value, label: (m: Messages) => m.cite.styles[value] })),
  },
} as const satisfies Options;

/** `/korea cite`: a citation of the document that an excerpt is from, to be copied. */
export const cite = defineCommand({
  name: "cite",
  description: (m) => m.cite.description,
  primary: "id",
  options: OPTIONS,

  async run({ id, style = "chicago" }, ctx) {
    const { m, library } = ctx;
    const { found, citation } = await citing(id, style, ctx);
    const { document, version } = found;
    const isOlder = library.get(document.id)?.version.sha256 !== version.sha256;
    const copied: Block = { type: "text", spans: [code(citation)] };
    const remarks = [
      ...(style === "bibtex" || style === "csl-json" ? [] : [note(m.cite.noItalics)]),
      ...(isOwn(document) ? [note(m.cite.ownWords)] : []),
      ...(isOlder ? [note(m.readOlderVersion)] : []),
    ];
    const heading: Block = { type: "heading", spans: [text(m.cite.heading(m.cite.styles[style]))] };
    const source = [...citationOf(document, m), text(" · "), code(id)];
    const excerpt = namedExcerpt(found);
    const unquoted: Block = { type: "text", spans: source };
    const answer = [heading, copied, ...remarks];
    const unread = found.marked === null ? [] : [note(m.cite.excerptNotShown)];
    // The citation is what was asked for: an excerpt that leaves it no room gives way.
    const candidates: Block[][] = [
      ...(excerpt === null
        ? []
        : [[{ type: "quote", excerpt, citation: source, actions: [] } as const, ...answer]]),
      [unquoted, ...answer, ...unread],
    ];
    const shown = candidates.find(fits) ?? [unquoted, note(m.cite.tooLong)];
    return reply(
      shown,
      STYLES.filter((other) => other !== style).map((other) => ({
        label: m.cite.styles[other],
        command: "cite",
        values: { id, style: other },
        replaces: true,
      })),
    );
  },

  jsonShape: "{id, style, citation, csl}; csl is the item of CSL-JSON, whatever the style",
  async json({ id, style = "chicago" }, ctx) {
    const { citation, item } = await citing(id, style, ctx);
    return { id, style, citation, csl: item };
  },
});

interface Citing {
  found: Found;
  item: CSL;
  citation: string;
}

async function citing(id: string, style: Style, ctx: Context): Promise<Citing> {
  const found = await lookUp(id, ctx);
  const { now, zone, library } = ctx;
  const item = itemOf(found.document, {
    now: now(),
    zone,
    recordsAsOf: ownAsOf(Array.from(library.documents()).filter(({ kind }) => kind === "reference")),
  });
  return { found, item, citation: await citationIn(style, item) };
}

function fits(blocks: readonly Block[]): boolean {
  return costOfAll(blocks) <= REPLY_MAX;
}
