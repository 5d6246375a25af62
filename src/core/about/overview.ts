import type { Part } from "../../messages/groups/about.ts";
import { REPLY_MAX, clip, costOfAll } from "../budget.ts";
import { valueOf } from "../complete-names.ts";
import type { Context } from "../command.ts";
import { quoteOf } from "../quote.ts";
import { note, reply, strong, text, type Action, type Block, type Reply, type Span } from "../reply.ts";
import { turnTo, type Card } from "./card.ts";
import { confidenceOf, factBlocks, relatedTo } from "./facts.ts";
import { agreementLine, eventLine, positionLine, sourceLine } from "./lines.ts";
import { namesBlock } from "./name-lines.ts";
import { nameOf, namesOf } from "./names.ts";
import { lexiconIdsOf } from "./subject.ts";

/** UTF-16 units of a name in the heading and on a button. */
const NAME_MAX = 120;
const LABEL_MAX = 60;
/** Buttons for related entries. */
const RELATED_MAX = 4;

/** One kind of things on the first page: some of them, in order, as many as there is room for. */
interface Section {
  readonly part: Part;
  readonly total: number;
  readonly heading: (shown: number, total: number) => string;
  /** Of those shown at most, the most important first; `at` is its place in the order in which they are shown. */
  readonly items: readonly { readonly at: number; readonly shown: readonly Span[] | Block }[];
}

/** The first page of a card: what its records say, then of everything else the most important as far as it fits. */
export function overviewOf(card: Card, ctx: Context): Reply {
  const { m, library } = ctx;
  const names = namesBlock(card.subject, ctx);
  const head: Block[] = [
    headingOf(card, ctx),
    ...factBlocks(card.subject, ctx),
    ...(names.block === null ? [] : [names.block]),
  ];
  const tail: Block[] = [
    ...(card.mentions.length > 0 ? [] : [note(library.size === 0 ? m.corpusEmpty : m.about.noMentions)]),
    note([...confidenceWords(card, ctx), m.about.ownWords, ...paraphraseWords(card, ctx)].join(" ")),
  ];
  const sections = sectionsOf(card, ctx);
  const counts = fitting(sections, [...head, ...tail]);
  const isLeftOut = (part: Part) =>
    sections.some((section, index) => section.part === part && counts[index]! < section.total);
  const pages = PARTS.filter((part) => (part === "names" ? !names.all : isLeftOut(part)));
  return reply(
    [...head, ...sections.flatMap((section, index) => blocksOf(section, counts[index]!)), ...tail],
    [
      ...pages.map((part) => turnTo(card.subject, m.about.parts[part], part)),
      ...timelineAction(card, ctx),
      ...relatedTo(card.subject, ctx)
        .slice(0, RELATED_MAX)
        .map((one) => turnTo(one, clip(nameOf(one, m.language), LABEL_MAX))),
    ],
  );
}

const PARTS: readonly Part[] = ["positions", "events", "agreements", "excerpts", "names", "sources"];

/** Name in the person's language, and beside it the English or the Korean one. */
function headingOf({ subject, name }: Card, { m }: Context): Block {
  const names = namesOf(subject);
  const other = m.language === "ko" ? names.name : names.ko;
  const shown = other === null || other === name ? [name] : [name, other];
  return { type: "heading", spans: [text(shown.map((one) => clip(one, NAME_MAX)).join(" · "))] };
}

function confidenceWords({ subject, sources }: Card, { m }: Context): string[] {
  const confidence = confidenceOf(subject);
  if (confidence === null) return [];
  if (confidence === "verified") return [m.about.verified];
  return [sources.length === 0 ? m.about.knownWithoutSource : m.about.known];
}

function paraphraseWords({ held, onIt }: Card, { m }: Context): string[] {
  return held.length + onIt.length === 0 ? [] : [m.about.paraphrases];
}

function sectionsOf(card: Card, ctx: Context): Section[] {
  const { m } = ctx;
  const { held, onIt, events, agreements, mentions, sources } = card;
  const newestAndOldest = [0, events.length - 1, 1, 2].filter((at) => at < events.length && at >= 0);
  return [
    section("positions", m.about.heldHeading, held.length, first(held, 3), (at) =>
      positionLine(held[at]!, ctx),
    ),
    section("positions", m.about.onItHeading, onIt.length, first(onIt, 3), (at) =>
      positionLine(onIt[at]!, ctx),
    ),
    section(
      "events",
      (shown, total) =>
        shown > 1 && shown < total
          ? m.about.eventsBothHeading(shown, total)
          : m.about.eventsHeading(shown, total),
      events.length,
      newestAndOldest,
      (at) => eventLine(events[at]!, ctx),
    ),
    section("agreements", m.about.agreementsHeading, agreements.length, first(agreements, 3), (at) =>
      agreementLine(agreements[at]!, ctx),
    ),
    section("excerpts", m.about.mentionsHeading, mentions.length, first(mentions, 2), (at) =>
      quoteOf(mentions[at]!.excerpt(), mentions[at]!.document, ctx),
    ),
    section("sources", m.about.sourcesHeading, sources.length, first(sources, 3), (at) =>
      sourceLine(sources[at]!, ctx),
    ),
  ];
}

function section(
  part: Part,
  heading: Section["heading"],
  total: number,
  places: readonly number[],
  shownAt: (at: number) => readonly Span[] | Block,
): Section {
  return {
    part,
    heading,
    total,
    items: [...new Set(places)].map((at) => ({ at, shown: shownAt(at) })),
  };
}

function first(items: readonly unknown[], max: number): number[] {
  return items.slice(0, max).map((_, index) => index);
}

/** How many items of each section fit beside the rest, taken in turns so that none crowds out another. */
function fitting(sections: readonly Section[], rest: readonly Block[]): number[] {
  const counts = sections.map(() => 0);
  const room = REPLY_MAX - costOfAll(rest);
  const rounds = Math.max(...sections.map(({ items }) => items.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const index of TURNS) {
      if (counts[index]! !== round || round >= sections[index]!.items.length) continue;
      const tried = counts.with(index, round + 1);
      const blocks = sections.flatMap((one, at) => blocksOf(one, tried[at]!));
      if (costOfAll(blocks) <= room) counts[index] = round + 1;
    }
  }
  return counts;
}

/** Sections by their places in {@link sectionsOf}: events are short, positions and excerpts what a card is read for. */
const TURNS = [2, 0, 4, 1, 3, 5];

function blocksOf({ heading, total, items }: Section, count: number): Block[] {
  if (count === 0) return [];
  const shown = items.slice(0, count).toSorted((a, b) => a.at - b.at);
  const quotes = shown.flatMap(({ shown }) => ("type" in shown ? [shown] : []));
  const lines = shown.flatMap(({ shown }) => ("type" in shown ? [] : [shown]));
  return [
    { type: "text", spans: [strong(heading(count, total))] },
    ...(lines.length === 0 ? [] : [{ type: "list" as const, items: lines }]),
    ...quotes,
  ];
}

/** The events in order, where the name means this subject alone to whoever reads it. */
function timelineAction({ subject, events }: Card, ctx: Context): Action[] {
  const hasCommand = ctx.commands.some(({ name }) => name === "timeline");
  if (!hasCommand || events.length === 0 || lexiconIdsOf(subject).length === 0) return [];
  const about = valueOf(subject, ctx);
  if (about === subject.id) return [];
  return [{ label: ctx.m.about.timeline, command: "timeline", values: { about } }];
}
