import type { z } from "zod";
import { makeVersion, slugOf, type Document, type Entry } from "../core/document.ts";
import type { OutletBook } from "../core/outlet.ts";
import { readDocumentFile } from "./document-file.ts";
import { METADATA_KEYS, documentFrom, metadata, type Metadata } from "./metadata.ts";
import type { Problem } from "./problem.ts";
import { readSavedPage, type SavedPage } from "./saved-page.ts";

/** What the person who imports knows and the page does not show; checked by {@link readSettings}. */
export type Settings = z.output<typeof settable>;

/** Keys of a setting that are lists; their values are separated by commas. */
const LISTS: ReadonlySet<string> = new Set(["topics", "notes"]);
/** Keys that the text itself gives, or that only a document file can. */
const NOT_SET: ReadonlySet<string> = new Set(["captions", "sources", "links"]);
const SETTABLE = METADATA_KEYS.filter((key) => !NOT_SET.has(key));

const settable = metadata.partial();

/** Reads `key=value` settings. What is wrong with one is a problem of the "file" `--set`. */
export function readSettings(pairs: readonly string[]): { settings: Settings; problems: Problem[] } {
  const given: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const problem = (message: string, remedy: string) =>
    problems.push({ file: "--set", line: null, message, remedy });
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const key = pair.slice(0, equals).trim();
    const value = pair.slice(equals + 1).trim();
    if (equals < 1) problem(`“${pair}” is no key=value`, "Write for example --set kind=editorial");
    else if (!SETTABLE.includes(key)) problem(`“${key}” cannot be set`, `Keys: ${SETTABLE.join(", ")}`);
    else given[key] = LISTS.has(key) ? value.split(",").map((part) => part.trim()) : value;
  }
  const result = settable.safeParse(given);
  if (result.success) return { settings: result.data, problems };
  for (const issue of result.error.issues) {
    problem(`${issue.path.map(String).join(".")}: ${issue.message}`, "Mend the value after the =");
  }
  return { settings: {}, problems };
}

/**
 * Makes a document of a web page saved as plain text. Settings win over what the page shows; a document file (front
 * matter first) is taken as it is.
 */
export function importPage(
  text: string,
  file: string,
  settings: Settings,
  outlets: OutletBook,
): { entry: Entry | null; problems: Problem[] } {
  if (/^\uFEFF?---[ \t]*\r?\n/u.test(text)) return importDocumentFile(text, file, settings, outlets);
  const page = readSavedPage(text, outlets);
  const title = settings.title ?? page.title;
  const refuse = (message: string, remedy: string) => ({
    entry: null,
    problems: [{ file, line: null, message, remedy }],
  });
  if (page.paragraphs.length === 0) {
    return refuse(
      "no article found in it",
      "Save the page as plain text, one line a paragraph, and import that",
    );
  }
  if (title === null) return refuse("no title found in it", "Tell it with --set title=…");
  const meta: Metadata = { ...shown(page), ...settings, title };
  const document = documentFrom(meta, fallbackId(meta, outlets), outlets);
  return {
    entry: { document, version: makeVersion(document.id, page.paragraphs.join("\n\n")) },
    problems: [],
  };
}

function shown(page: SavedPage): Omit<Metadata, "title"> {
  return {
    kind: page.kind,
    language: page.language,
    captions: page.captions,
    ...(page.author === null ? {} : { author: page.author }),
    ...(page.outlet === null ? {} : { outlet: page.outlet.id }),
    ...(page.date === null ? {} : { date: page.date }),
  };
}

/** The same page imported again gets the same id, so that changed words become a version and not a second document. */
function fallbackId(meta: Metadata, outlets: OutletBook): string {
  const outlet =
    meta.outlet === undefined ? null : (outlets.named(meta.outlet)?.id ?? slugOf(meta.outlet, 40));
  const title = slugOf(meta.title) || "untitled";
  return `${outlet === null || outlet === "" ? "page" : outlet}/${meta.date ?? "undated"}-${title}`;
}

function importDocumentFile(text: string, file: string, settings: Settings, outlets: OutletBook) {
  const { entry, problems } = readDocumentFile(text, { file, fallbackId: "" }, outlets);
  if (entry === null) return { entry, problems };
  const { document, version } = entry;
  const title = settings.title ?? document.title;
  const known: Metadata = { ...metadataOf(document), ...settings, title };
  const changed = documentFrom(known, fallbackId(known, outlets), outlets);
  return { entry: { document: changed, version: makeVersion(changed.id, version.body) }, problems };
}

function metadataOf(document: Document): Metadata {
  const { id, outlet, author, date, url, country, ...rest } = document;
  const { title, kind, language, topics, captions, notes, sources, links } = rest;
  return {
    title,
    kind,
    language,
    topics,
    captions,
    notes,
    sources,
    links,
    country,
    ...(id === "" ? {} : { id }),
    ...(outlet === null ? {} : { outlet: document.outletId ?? outlet }),
    ...(author === null ? {} : { author }),
    ...(date === null ? {} : { date }),
    ...(url === null ? {} : { url }),
  };
}
