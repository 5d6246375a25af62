import { stringify } from "yaml";
import {
  makeVersion,
  normaliseBody,
  type Document,
  type DocumentVersion,
  type Entry,
} from "../core/document.ts";
import type { OutletBook } from "../core/outlet.ts";
import { METADATA_KEYS, documentFrom, metadata, type Metadata } from "./metadata.ts";
import { OVERLOADED, isOverloaded } from "./overloaded.ts";
import type { Problem } from "./problem.ts";
import { parseYaml, problemsOf } from "./yaml-file.ts";

/** Where a document file stands, and what it is called when it does not say. */
export interface DocumentFilePlace {
  /** Named in problems. */
  file: string;
  /** Id where the front matter has neither `id` nor `url`. */
  fallbackId: string;
}

/** Bytes of front matter that are read. */
const FRONT_MAX = 16 * 1024;

/** A document file as read, before it becomes a document. */
export interface DocumentFile {
  meta: Metadata;
  body: string;
}

/** Reads a document file: front matter between `---` lines, then the body. `entry` is `null` where it cannot be used. */
export function readDocumentFile(
  text: string,
  { file, fallbackId }: DocumentFilePlace,
  outlets: OutletBook,
): { entry: Entry | null; problems: Problem[] } {
  const { read, problems } = parseDocumentFile(text, file);
  if (read === null) return { entry: null, problems };
  const document = documentFrom(read.meta, fallbackId, outlets);
  return { entry: { document, version: makeVersion(document.id, read.body) }, problems };
}

/** The metadata and the body of a document file; `null` where it cannot be used. */
export function parseDocumentFile(
  text: string,
  file: string,
): { read: DocumentFile | null; problems: Problem[] } {
  const refuse = (line: number, message: string, remedy: string) => ({
    read: null,
    problems: [{ file, line, message, remedy }],
  });
  const parts = partsOf(text);
  if (parts === null) {
    return refuse(1, "no front matter", "Begin with a line ---, the metadata, and a line --- again");
  }
  if (Buffer.byteLength(parts.front) > FRONT_MAX) {
    return refuse(1, "front matter of more than 16 KB", "Keep the metadata short; the text belongs below it");
  }
  const { yaml, problems } = parseYaml(parts.front, file, { firstLine: 2, aliases: false });
  if (yaml === null) return { read: null, problems };
  const result = metadata.safeParse(yaml.value);
  if (!result.success) {
    const mending = { remedy: "Mend it", leftOut: "the document" };
    return { read: null, problems: problemsOf(result.error, file, yaml, [], METADATA_KEYS, mending) };
  }
  const body = normaliseBody(parts.body);
  if (body === "") return refuse(parts.bodyLine, "no words after the front matter", "Write the text there");
  if (isOverloaded(body)) return refuse(parts.bodyLine, OVERLOADED, "Take the marks out");
  return { read: { meta: result.data, body }, problems: [] };
}

/** The document file of a document: what {@link readDocumentFile} reads back to the same. */
export function writeDocumentFile(document: Document, version: DocumentVersion): string {
  const values: Record<string, unknown> = { ...document, outlet: document.outletId ?? document.outlet };
  const kept = METADATA_KEYS.filter((key) => {
    const value = values[key];
    return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  const front = stringify(Object.fromEntries(kept.map((key) => [key, values[key]])), { lineWidth: 0 });
  return `---\n${front}---\n\n${version.body}\n`;
}

interface Parts {
  front: string;
  body: string;
  /** Line of the file after the front matter. */
  bodyLine: number;
}

function partsOf(text: string): Parts | null {
  const clean = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  if (!/^---[ \t]*\n/u.test(clean)) return null;
  const start = clean.indexOf("\n") + 1;
  const end = /^---[ \t]*$/mu.exec(clean.slice(start));
  if (end === null) return null;
  const front = clean.slice(start, start + end.index);
  return {
    front,
    body: clean.slice(start + end.index + end[0].length),
    bodyLine: front.split("\n").length + 2,
  };
}
