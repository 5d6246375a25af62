import type { z } from "zod";
import { hashBody, idPart, makeVersion, slugOf, type Entry } from "../core/document.ts";
import type { OutletBook } from "../core/outlet.ts";
import { parseDocumentFile, type DocumentFile } from "./document-file.ts";
import { METADATA_KEYS, asLine, documentFrom, metadata, webAddress, type Metadata } from "./metadata.ts";
import { OVERLOADED, isOverloaded } from "./overloaded.ts";
import type { Problem } from "./problem.ts";
import { readSavedPage, type SavedPage } from "./saved-page.ts";
import { telling } from "./with-told.ts";

/** What the person who imports knows and the page does not show; checked by {@link readSettings}. */
export type Settings = z.output<typeof settable>;

/** Keys of a setting that are lists; their values are separated by commas. */
const LISTS: ReadonlySet<string> = new Set(["topics", "notes", "paraphrases"]);
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

/** A document made of what was read. */
export interface Imported {
  /** `null` where nothing could be made of it. */
  entry: Entry | null;
  /** Whether it has an id or address of its own; if not, its id was made of what else is known of it. */
  identified: boolean;
  problems: Problem[];
}

/** Whether a file, by its first line, is a document file. */
export function isDocumentFile(text: string): boolean {
  return /^\uFEFF?---[ \t]*\r?\n/u.test(text);
}

/**
 * Makes a document of a web page saved as plain text. Settings win over what the page shows; a document file (front
 * matter first) is taken as it is.
 */
export function importPage(text: string, file: string, settings: Settings, outlets: OutletBook): Imported {
  if (!isDocumentFile(text)) return importSavedPage(readSavedPage(text, outlets), file, settings, outlets);
  const { read, problems } = parseDocumentFile(text, file);
  return read === null
    ? { entry: null, identified: false, problems }
    : importDocument(read, settings, outlets);
}

/** Makes a document of a page that was read. Settings win over what the page shows. */
export function importSavedPage(
  page: SavedPage,
  file: string,
  settings: Settings,
  outlets: OutletBook,
): Imported {
  const title = settings.title ?? fitting(page.title);
  const refuse = (message: string, remedy: string): Imported => ({
    entry: null,
    identified: false,
    problems: [{ file, line: null, message, remedy }],
  });
  if (page.paragraphs.length === 0) {
    return refuse(
      "no article found in it",
      /\.(?:txt|text|md)$/iu.test(file)
        ? "Give each paragraph a line of its own, or write a document file, as docs/corpus.md tells"
        : "Save the page as plain text, one line a paragraph, and import that",
    );
  }
  if (title === null) return refuse("no title found in it", "Tell it with --set title=…");
  const body = page.paragraphs.join("\n\n");
  if (isOverloaded(body)) return refuse(OVERLOADED, "Take the marks out");
  return entryOf({ ...shown(page), ...settings, title }, body, { outlets, settings });
}

/** Makes a document of a document file that was read. Settings win over what stands in it. */
export function importDocument(
  { meta, body }: DocumentFile,
  settings: Settings,
  outlets: OutletBook,
): Imported {
  const { id, ...unnamed } = meta;
  // Files that we wrote have the id that we would make: it says no more than what else stands in them.
  const isMade = id !== undefined && id === fallbackId(unnamed, body, outlets);
  // An outlet that is told now brings its country, where the file knew of none.
  const country = settings.outlet !== undefined && meta.country === "unknown" ? undefined : meta.country;
  const all = { ...meta, country, ...settings, title: settings.title ?? meta.title };
  const imported = entryOf(all, body, { outlets, settings });
  return isMade && settings.id === undefined && imported.entry!.document.url === null
    ? { ...imported, identified: false }
    : imported;
}

function shown(page: SavedPage): Omit<Metadata, "title"> {
  const author = fitting(page.author);
  const url = webAddress.safeParse(page.url);
  return {
    kind: page.kind,
    language: page.language,
    // What is longer stands under no picture.
    captions: page.captions.flatMap((caption) => asLine(caption) ?? []),
    ...(author === null ? {} : { author }),
    ...(page.outlet === null ? {} : { outlet: page.outlet.id }),
    ...(page.date === null ? {} : { date: page.date }),
    ...(url.success ? { url: url.data } : {}),
  };
}

/** What fits into a citation as a line; a page may claim anything. */
function fitting(text: string | null): string | null {
  return text === null ? null : asLine(text);
}

/** Words that tell two texts of one title apart: few, so that a correction further on is still one of the same text. */
const BEGINNING = 6;

/**
 * The same page imported again gets the same id, so that changed words become a version and not a second document. Where
 * outlet or date is not known, many pages may share a title: the beginning of the text tells them apart.
 */
function fallbackId({ outlet, date, title }: Metadata, body: string, outlets: OutletBook): string {
  const publisher = outlet === undefined ? "" : (outlets.named(outlet)?.id ?? slugOf(outlet, 40));
  const sure = publisher !== "" && date !== undefined;
  const beginning = body.split(/\s+/u, BEGINNING).join(" ");
  const name = idPart(title, 80) || "untitled";
  return `${publisher || "page"}/${date ?? "undated"}-${name}${sure ? "" : `-${hashBody(beginning).slice(0, 8)}`}`;
}

function entryOf(
  meta: Metadata,
  body: string,
  { outlets, settings }: { outlets: OutletBook; settings: Settings },
): Imported {
  const read = documentFrom(meta, fallbackId(meta, body, outlets), outlets);
  const document = telling(read, Object.keys(settings));
  const identified = meta.id !== undefined || meta.url !== undefined;
  return { entry: { document, version: makeVersion(document.id, body) }, identified, problems: [] };
}
