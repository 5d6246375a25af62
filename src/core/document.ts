import { createHash } from "node:crypto";
import type { Ownership } from "./outlet.ts";
import type { PartialDate } from "./partial-date.ts";
import type { TextSource } from "./text-source.ts";

/** Genre of a document. What evidence does not give is `unknown`, never guessed. */
export const KINDS = [
  "opinion",
  "editorial",
  "news",
  "official",
  "briefing",
  "reference",
  "unknown",
] as const;
export type Kind = (typeof KINDS)[number];

/** Where a statement of ours comes from. A source without `url` has no stable public address. */
export interface Source {
  title: string;
  publisher: string;
  date?: string;
  url?: string;
}

/** One text with what is known about it. Its words live in {@link DocumentVersion}. */
export interface Document {
  /** Never changes; see {@link isDocumentId}. */
  id: string;
  title: string;
  /** Id of the outlet in the outlet book; `null` where the outlet is not in it or not known. */
  outletId: string | null;
  /** The outlet's name as shown; `null` where it is not known. */
  outlet: string | null;
  /** Country of the outlet, ISO 3166-1 alpha-2, or `unknown`. */
  country: string;
  ownership: Ownership;
  author: string | null;
  date: PartialDate | null;
  /** Canonical address, http or https only. */
  url: string | null;
  kind: Kind;
  /** BCP 47, or `unknown`. */
  language: string;
  topics: string[];
  /** Words that stood under pictures; kept apart from the body. */
  captions: string[];
  /** Remarks of ours about the document. */
  notes: string[];
  sources: Source[];
  /** What people call it who do not know its words: searched, never shown. */
  paraphrases?: string[];
  /** Ids of documents that belong with this one. */
  links: string[];
  /** Keys of its metadata that a person told beside the text when importing it; absent where there are none. */
  told?: string[];
}

/** A document's words at one time. Made by {@link makeVersion} only; frozen. */
export interface DocumentVersion {
  readonly documentId: string;
  /** Hex SHA-256 of the body in UTF-8. */
  readonly sha256: string;
  /** NFC, LF line ends, paragraphs separated by one blank line. */
  readonly body: string;
}

/** A document with the words it has now. */
export interface Entry {
  document: Document;
  version: DocumentVersion;
  /** Id of the first document with this text; absent where no other document has it. */
  story?: string;
}

/** A document with the words it had at one time. */
export interface DatedVersion extends Entry {
  /** When they came, milliseconds since 1970. */
  readonly addedAt: number;
  /** Where a feed had the words from; absent where a person imported them or they stand in a corpus. */
  readonly textSource?: TextSource;
}

/** The stored form of a text: NFC, LF line ends, no white space at line ends, one blank line between paragraphs. */
export function normaliseBody(text: string): string {
  const lines = text.normalize("NFC").replace(/\r\n?/gu, "\n").split("\n");
  // Line by line: a pattern for white space before a line end takes quadratic time on a long run of spaces.
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .replace(/^\n+|\n+$/gu, "");
}

/** Hex SHA-256 of a body. */
export function hashBody(body: string): string {
  return createHash("sha256").update(body, "utf8").digest("hex");
}

/** A version of the document from its text, normalised. */
export function makeVersion(documentId: string, text: string): DocumentVersion {
  const body = normaliseBody(text);
  return Object.freeze({ documentId, sha256: hashBody(body), body });
}

/** Document ids are letters and digits of any script with `. _ ~ / -` between, at most 200 UTF-16 units. */
export function isDocumentId(id: string): boolean {
  return (
    id.length <= 200 && /^[\p{L}\p{M}\p{N}]+(?:[._~/-]+[\p{L}\p{M}\p{N}]+)*$/u.test(id) && !id.includes("..")
  );
}

/** The text as part of a document id: lower case, everything else than letters and digits as single hyphens. */
export function slugOf(text: string, maxLength = 80): string {
  const slug = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  // Cut by code points: half a surrogate pair would be no letter at all.
  return Array.from(slug)
    .slice(0, maxLength)
    .join("")
    .replace(/^-+|-+$/gu, "");
}

/** The text as part of a document id, like {@link slugOf}; what had to be cut off is told apart by its hash. */
export function idPart(text: string, maxLength: number): string {
  const whole = slugOf(text, Number.POSITIVE_INFINITY);
  const cut = slugOf(text, maxLength);
  return whole === cut ? whole : `${cut}-${hashBody(whole).slice(0, 8)}`;
}
