import { commands } from "../../commands/index.ts";
import { createDesk, type Desk } from "../../src/core/desk.ts";
import { makeVersion, type Document, type Entry } from "../../src/core/document.ts";
import { Library, type Languages } from "../../src/core/library.ts";
import { OutletBook, type Outlet } from "../../src/core/outlet.ts";
import { parsePartialDate, type PartialDate } from "../../src/core/partial-date.ts";
import type { Form, Reply, Span } from "../../src/core/reply.ts";
import { openStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";

/** 1 June 2026, midnight UTC. */
export const NOW = Date.UTC(2026, 5, 1);

/** A partial date known to be one. */
export function dateOf(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
}

/** A document of which nothing but its id and title is known, with what is given. */
export function documentOf(given: Partial<Document> = {}): Document {
  return {
    id: "doc",
    title: "Title",
    outletId: null,
    outlet: null,
    country: "unknown",
    ownership: "unknown",
    author: null,
    date: null,
    url: null,
    kind: "news",
    language: "en",
    topics: [],
    captions: [],
    notes: [],
    sources: [],
    links: [],
    ...given,
  };
}

/** A document with its words. */
export function entryOf(body: string, given: Partial<Document> = {}): Entry {
  const document = documentOf(given);
  return { document, version: makeVersion(document.id, body) };
}

/** An outlet with a name and nothing else known, with what is given. */
export function outletOf(given: Partial<Outlet> & Pick<Outlet, "id" | "name">): Outlet {
  return {
    ko: null,
    aliases: [],
    domains: [],
    country: "unknown",
    language: "unknown",
    ownership: "unknown",
    fingerprints: [],
    ...given,
  };
}

/** Two outlets that exist, as the outlet book describes such. */
export const OUTLETS = new OutletBook([
  outletOf({
    id: "dong-a-ilbo",
    name: "The Dong-A Ilbo",
    ko: "동아일보",
    aliases: ["Donga"],
    domains: ["donga.com"],
    country: "KR",
    language: "ko",
    ownership: "private",
  }),
  outletOf({
    id: "xinhua",
    name: "Xinhua",
    aliases: ["新华社"],
    domains: ["news.cn", "xinhuanet.com"],
    country: "CN",
    language: "zh",
    ownership: "state",
  }),
]);

/** A library of these documents, with what is known of names and languages: nothing where nothing is given. */
export function libraryOf(entries: readonly Entry[], languages: Partial<Languages> = {}): Library {
  const library = new Library(OUTLETS, languages);
  for (const entry of entries) library.add(entry);
  return library;
}

/** A desk with the real commands over these documents, and the store behind it. */
export interface OpenedDesk {
  desk: Desk;
  store: Store;
  library: Library;
  /** What was reported as a defect, in order. */
  reported: unknown[];
}

/** Opens such a desk; the store is in memory. */
export async function openDeskOver(entries: readonly Entry[], now = () => NOW): Promise<OpenedDesk> {
  const opened = await deskOver(libraryOf(entries), { now });
  await opened.store.save("import", entries);
  return opened;
}

/** Opens a desk over a library, none of whose documents is in the store; `now` and `zone` say which day it is. */
export async function deskOver(
  library: Library,
  { now = () => NOW, zone = "UTC" } = {},
): Promise<OpenedDesk> {
  const store = await openStore({ path: ":memory:", now });
  const reported: unknown[] = [];
  const report = (error: unknown) => `ref-${reported.push(error)}`;
  return { desk: createDesk({ library, commands, store, report, now, zone }), store, library, reported };
}

/** The answer, which must be a reply. */
export function asReply(answer: Reply | Form): Reply {
  if (answer.type !== "reply") throw new Error(`a form of ${answer.command}, no reply`);
  return answer;
}

/** The words of all blocks but quotes, a line a block. */
export function wordsOf(answer: Reply | Form): string[] {
  const words = (spans: readonly Span[]) => spans.map(({ text }) => text).join("");
  return asReply(answer).blocks.flatMap((block) => {
    if (block.type === "quote") return [];
    return block.type === "list" ? block.items.map(words) : [words(block.spans)];
  });
}

/** The quoted words of a reply, in order. */
export function quotesOf(answer: Reply | Form): string[] {
  return asReply(answer).blocks.flatMap((block) => (block.type === "quote" ? [block.excerpt.text] : []));
}
