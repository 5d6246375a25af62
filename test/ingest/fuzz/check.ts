import { isDeepStrictEqual } from "node:util";
import { isDocumentId, type Entry } from "../../../src/core/document.ts";
import { decodeText } from "../../../src/ingest/decode.ts";
import { readDocumentFile, writeDocumentFile, type DocumentFile } from "../../../src/ingest/document-file.ts";
import { entryOfItem } from "../../../src/ingest/feeds/entry-of-item.ts";
import type { Feed } from "../../../src/ingest/feeds/feed.ts";
import type { FeedRead } from "../../../src/ingest/feeds/read-feed.ts";
import { importDocument, importSavedPage } from "../../../src/ingest/import-page.ts";
import { formatProblem, type Problem } from "../../../src/ingest/problem.ts";
import type { SavedPage } from "../../../src/ingest/saved-page.ts";
import type { Outcome, TaskValue } from "../../../src/ingest/workshop/tasks.ts";
import { readDocumentBytes } from "../../../src/ingest/workshop/tasks/document-file.ts";
import { readFeedBytes } from "../../../src/ingest/workshop/tasks/feed.ts";
import { readPageBytes } from "../../../src/ingest/workshop/tasks/page.ts";
import type { Workshop } from "../../../src/ingest/workshop/workshop.ts";
import { outlets } from "../html/pages.ts";
import { normalised, strangersIn, wordsOfPage } from "../runs.ts";
import type { Case } from "./cases.ts";
import { strangersInFeed } from "./feed-words.ts";

/** What became of a case. */
export interface Checked {
  /** As in `page read`, for counting. */
  outcome: string;
  /** Milliseconds until the workshop had answered. */
  ms: number;
  /** What is wrong; empty where all is well. */
  complaints: string[];
}

const FEED: Feed = {
  url: "https://news.example.com/feed",
  title: null,
  outlet: null,
  kind: null,
  language: null,
  fullText: false,
  every: 3_600_000,
};
/** Refusals that are no refusals but defects. */
const DEFECT = /took longer|MB of memory|reading it failed|ended before/u;

/** Takes a case the way that it takes in the product, and looks at what comes out. */
export async function check(one: Case, workshop: Workshop): Promise<Checked> {
  const started = performance.now();
  const outcome = await inWorkshop(one, workshop);
  const ms = performance.now() - started;
  const complaints = [...aboutOutcome(one, outcome), ...(isDoneHere(one) ? aboutThreads(one, outcome) : [])];
  return { outcome: `${one.task} ${kindOf(outcome)}`, ms, complaints };
}

type Values = TaskValue<Case["task"]>;

function inWorkshop({ task, name, bytes, contentType, address }: Case, workshop: Workshop) {
  const run: Promise<Outcome<Values>> =
    task === "page"
      ? workshop.run("page", { bytes, contentType, address, outlets: outlets.all })
      : task === "feed"
        ? workshop.run("feed", { bytes, contentType, address: address ?? FEED.url })
        : workshop.run("documentFile", { bytes, file: name });
  return run;
}

/** The same without a thread. */
function here({ task, name, bytes, contentType, address }: Case): Values {
  if (task === "page") return readPageBytes({ bytes, contentType, address, outlets: outlets.all });
  if (task === "feed") return readFeedBytes({ bytes, contentType, address: address ?? FEED.url });
  return readDocumentBytes({ bytes, file: name });
}

/** A quarter of the cases, the same ones each time. */
function isDoneHere({ bytes }: Case): boolean {
  return bytes.length % 4 === 0;
}

function aboutThreads(one: Case, outcome: Outcome<Values>): string[] {
  let value: Values;
  try {
    value = here(one);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return !outcome.ok && outcome.message === message ? [] : [`refused without a thread only: ${message}`];
  }
  return outcome.ok && isDeepStrictEqual(structuredClone(value), outcome.value)
    ? []
    : ["something else comes of it without a thread"];
}

function kindOf(outcome: Outcome<Values>): string {
  if (!outcome.ok) return "refused";
  const { value } = outcome;
  if ("items" in value) return value.items.length === 0 ? "read, no items" : "read";
  if ("problems" in value) return value.read === null ? "told of" : "read";
  return value.paragraphs.length === 0 ? "without an article" : "read";
}

function aboutOutcome(one: Case, outcome: Outcome<Values>): string[] {
  if (!outcome.ok) return aboutRefusal(outcome);
  const { value } = outcome;
  const text = () =>
    decodeText(one.bytes, { contentType: one.contentType, kind: one.task === "feed" ? "xml" : "text" }).text;
  if ("items" in value) return aboutFeed(value, text());
  if ("problems" in value) {
    return value.read === null
      ? aboutProblems(value.problems)
      : aboutDocument(value.read, decodeText(one.bytes, { contentType: null, kind: "text" }).text, one.name);
  }
  return aboutPage(value, one);
}

function aboutRefusal({ message, remedy }: { message: string; remedy: string }): string[] {
  const lines = [message, remedy].every((text) => text.trim() !== "" && !/[\n\r\u2028\u2029]/u.test(text));
  return [
    ...(lines ? [] : [`not a line and a remedy: ${JSON.stringify([message, remedy])}`]),
    ...(DEFECT.test(message) ? [message] : []),
  ];
}

function aboutProblems(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return ["refused without a reason"];
  return problems.map(formatProblem).filter((line) => /\n/u.test(line) || line.length > 5_000);
}

function aboutPage(page: SavedPage, { bytes, contentType, name }: Case): string[] {
  const texts = (["html", "text"] as const).flatMap((kind) => {
    try {
      return [decodeText(bytes, { contentType, kind }).text];
    } catch {
      return [];
    }
  });
  const found = texts.flatMap((text) => [
    strangersIn(page, wordsOfPage(text)),
    // Text that was saved keeps its white space.
    strangersIn(inOneSpace(page), { text: normalised(trimmed(text)), other: [] }),
  ]);
  const best = found.toSorted((one, other) => one.length - other.length)[0] ?? ["not even text"];
  const { entry, problems } = importSavedPage(page, name, {}, outlets);
  return [
    ...best.map((run) => `no run of the page: ${run}`),
    ...(entry === null ? aboutProblems(problems) : aboutEntry(entry, page.paragraphs)),
  ];
}

/** In saved text zero-width spaces and byte-order marks at both ends of lines go as white space does. */
function trimmed(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
  return lines.map((line) => line.replace(/^[\s\u200b]+|[\s\u200b]+$/gu, "")).join("\n");
}

function inOneSpace(page: SavedPage): SavedPage {
  const { paragraphs, captions, title, author } = page;
  return {
    ...page,
    paragraphs: paragraphs.map(normalised),
    captions: captions.map(normalised),
    title: title === null ? null : normalised(title),
    author: author === null ? null : normalised(author),
  };
}

function aboutFeed(feed: FeedRead, text: string): string[] {
  return [
    ...strangersInFeed(feed, text).map((run) => `no run of the feed: ${run}`),
    ...(new Set(feed.items.map(({ key }) => key)).size === feed.items.length ? [] : ["two items of one key"]),
    ...feed.problems.filter((problem) => problem.trim() === ""),
    ...feed.items.flatMap(({ url, date }) => [
      ...(url === null || /^https?:/u.test(url) ? [] : [`no address of the web: ${url}`]),
      ...(date === null || /^\d{4}(?:-\d\d){0,2}$/u.test(date) ? [] : [`no date: ${date}`]),
    ]),
    ...feed.items.flatMap((item) => {
      const made = entryOfItem(item, { feed: FEED, from: FEED.url }, null, outlets);
      if (made.entry === null) return made.refused === "" ? ["refused without a reason"] : [];
      return aboutEntry(made.entry, [...(item.content?.paragraphs ?? []), ...item.summary]);
    }),
  ];
}

function aboutDocument(read: DocumentFile, text: string, name: string): string[] {
  const { entry, problems } = importDocument(read, {}, outlets);
  // White space at the ends of lines goes, byte-order marks with it.
  const lines = text.normalize("NFC").split(/\r\n?|\n/u);
  const whole = normalised(lines.map((line) => line.trimEnd()).join("\n"));
  return [
    ...(whole.includes(normalised(read.body)) ? [] : ["no run of the file: its body"]),
    ...(entry === null ? aboutProblems(problems) : aboutEntry(entry, read.body.split("\n\n"), name)),
  ];
}

/** Whether a document is one: of these paragraphs, with what the schema takes, and the same once written and read. */
function aboutEntry(entry: Entry, paragraphs: readonly string[], file = "doc.md"): string[] {
  const { document, version } = entry;
  const given = new Set(paragraphs.map((text) => text.normalize("NFC").trimEnd()));
  const again = readDocumentFile(
    writeDocumentFile(document, version),
    { file, fallbackId: "other" },
    outlets,
  );
  return [
    ...version.body
      .split("\n\n")
      .filter((text) => !given.has(text))
      .map((text) => `no paragraph that was read: ${text}`),
    ...(isDocumentId(document.id) ? [] : [`no id: ${document.id}`]),
    ...(isDeepStrictEqual(again, { entry, problems: [] })
      ? []
      : [`not the same when written and read: ${differenceOf(again, entry)}`]),
  ];
}

function differenceOf(again: ReturnType<typeof readDocumentFile>, { document, version }: Entry): string {
  if (again.entry === null) return again.problems.map(formatProblem).join("; ");
  if (again.entry.version.body !== version.body) return "the body";
  const read: Readonly<Record<string, unknown>> = { ...again.entry.document };
  return Object.entries(document)
    .filter(([key, value]) => !isDeepStrictEqual(value, read[key]))
    .map(([key, value]) => `${key} ${JSON.stringify([value, read[key]]).slice(0, 300)}`)
    .join("; ");
}
