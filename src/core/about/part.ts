import type { Part } from "../../messages/groups/about.ts";
import { REPLY_MAX, clip, costOf } from "../budget.ts";
import type { Context } from "../command.ts";
import { quoteOf } from "../quote.ts";
import { note, reply, text, type Block, type Reply, type Span } from "../reply.ts";
import { turnTo, type Card } from "./card.ts";
import { agreementLine, eventLine, positionLine, sourceLine } from "./lines.ts";
import { nameLines } from "./name-lines.ts";
import { pageAt } from "./pages.ts";

const NAME_MAX = 120;
/** Quotes with their buttons, so that a page stays below thirty components; lines are as many as fit. */
const QUOTES_MAX = 4;
const LINES_MAX = 25;

/** A page of one part of a card, from the item at `offset` on. */
export function partOf(card: Card, part: Part, offset: number, ctx: Context): Reply {
  const { m } = ctx;
  const { subject, name } = card;
  const back = turnTo(subject, m.about.overview);
  const items = itemsOf(card, part, ctx);
  if (items.length === 0) return reply([note(m.about.noSuchPart(m.about.parts[part]))], [back]);
  if (offset >= items.length) return reply([note(m.about.noMore(items.length))], [back]);
  const headingWith = (first: number, last: number): Block => ({
    type: "heading",
    spans: [text(m.about.partHeading(clip(name, NAME_MAX), m.about.parts[part], first, last, items.length))],
  });
  const tail = part === "positions" ? [note(m.about.paraphrases)] : [];
  const room = [headingWith(items.length, items.length), ...tail].reduce(
    (left, block) => left - costOf(block),
    REPLY_MAX,
  );
  const max = part === "excerpts" ? QUOTES_MAX : LINES_MAX;
  // An excerpt is made only where its page may show it.
  const near = items.map((item, at) => (Math.abs(at - offset) <= max ? item() : null));
  const costs = near.map((block) => (block === null ? 0 : costOf(block)));
  const { first, next, previous } = pageAt(offset, costs, room, max);
  return reply(
    [
      headingWith(first + 1, next),
      ...joined(near.slice(first, next).filter((block) => block !== null)),
      ...tail,
    ],
    [
      back,
      ...(previous === null ? [] : [turnTo(subject, m.previousPage, part, previous)]),
      ...(next < items.length ? [turnTo(subject, m.nextPage, part, next)] : []),
    ],
  );
}

/** Every item of a part, each a block when it is asked for. */
function itemsOf(card: Card, part: Part, ctx: Context): (() => Block)[] {
  const lines = <T>(all: readonly T[], line: (one: T) => Span[]) =>
    all.map((one) => (): Block => ({ type: "list", items: [line(one)] }));
  switch (part) {
    case "positions":
      return lines([...card.held, ...card.onIt], (position) => positionLine(position, ctx));
    case "events":
      return lines(card.events, (event) => eventLine(event, ctx));
    case "agreements":
      return lines(card.agreements, (agreement) => agreementLine(agreement, ctx));
    case "names":
      return lines(nameLines(card.subject, ctx), (line) => line);
    case "sources":
      return lines(card.sources, (source) => sourceLine(source, ctx));
    case "excerpts":
      return card.mentions.map(
        ({ excerpt, document }) =>
          () =>
            quoteOf(excerpt(), document, ctx),
      );
  }
}

/** Lists of one item each as one list. */
function joined(blocks: readonly Block[]): Block[] {
  const items = blocks.flatMap((block) => (block.type === "list" ? block.items : []));
  return items.length === 0 ? [...blocks] : [{ type: "list", items }];
}
