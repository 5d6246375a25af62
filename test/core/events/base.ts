import { REPLY_MAX, costOf } from "../../../src/core/budget.ts";
import type { Asker, Desk } from "../../../src/core/desk.ts";
import type { Library } from "../../../src/core/library.ts";
import type { Action, RawValues, Reply, Span } from "../../../src/core/reply.ts";
import type { Reference } from "../../../src/core/reference.ts";
import { libraryWith } from "../libraries.ts";
import { NOW, asReply, deskOver, entryOf } from "../samples.ts";

export const ENGLISH: Asker = { tenant: "console", locale: "en" };
export const KOREAN: Asker = { tenant: "console", locale: "ko" };

/** A library that knows these records; the documents of events are in it, as where nothing else is searched. */
export function eventLibrary(reference: Partial<Reference>): Library {
  const entries = (reference.events ?? []).map(({ id, title, summary }) =>
    entryOf(summary, { id: `event/${id}`, title, kind: "reference", outletId: "korea-desk" }),
  );
  return libraryWith(reference, { entries });
}

/** A desk over such a library, what was reported as a defect, and short ways to ask it. */
export interface Asking {
  desk: Desk;
  reported: unknown[];
  ask(command: string, values: RawValues, asker?: Asker): Promise<Reply>;
  /** What a button gives. */
  press(action: Action, asker?: Asker): Promise<Reply>;
  find(command: string, values: RawValues): Promise<Record<string, unknown>>;
}

/** Opens a desk with the real commands; `now` and `zone` say which day it is. */
export async function asking(library: Library, { now = NOW, zone = "UTC" } = {}): Promise<Asking> {
  const { desk, reported } = await deskOver(library, { now: () => now, zone });
  return {
    desk,
    reported,
    ask: async (command, values, asker = ENGLISH) => asReply(await desk.run({ command, values }, asker)),
    press: async (action, asker = ENGLISH) =>
      asReply(await desk.press(await desk.keep(action, asker), asker)),
    find: async (command, values) =>
      (await desk.find({ command, values }, ENGLISH)) as Record<string, unknown>,
  };
}

/** A reply as lines, for exact comparison: lists with `- `, links as `[text](url)`, then the buttons. */
export function linesOf({ blocks, actions }: Reply): string[] {
  const line = (spans: readonly Span[]) =>
    spans.map((span) => (span.type === "link" ? `[${span.text}](${span.url})` : span.text)).join("");
  return [
    ...blocks.flatMap((block) => {
      if (block.type === "quote") return [`> ${block.excerpt.text}`];
      if (block.type === "list") return block.items.map((item) => `- ${line(item)}`);
      return [line(block.spans)];
    }),
    ...actions.map(({ label }) => `[${label}]`),
  ];
}

/** Ids of the events whose entries a reply opens, in order. */
export function openedBy({ actions }: Reply): string[] {
  return actions.flatMap(({ command, values }) =>
    command === "read" ? [String(values["id"]).replace(/^event\//u, "")] : [],
  );
}

/** What a platform may refuse of a reply; see the limits of `src/core/budget.ts` and of Discord's components. */
export function excessOf({ blocks, actions }: Reply): string[] {
  const cost = blocks.reduce((sum, block) => sum + costOf(block), 0);
  const quotes = blocks.filter(({ type }) => type === "quote").length;
  const components = 1 + Math.ceil(actions.length / 5) + actions.length;
  return [
    ...(cost > REPLY_MAX ? [`costs ${cost}`] : []),
    ...(quotes > 0 ? ["has quotes, not counted here"] : []),
    ...(actions.length > 25 ? [`${actions.length} buttons`] : []),
    ...(components > 30 ? [`${components} components`] : []),
    ...actions.filter(({ label }) => label.length > 75).map(({ label }) => `long label: ${label}`),
  ];
}
