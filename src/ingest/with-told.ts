import type { Document } from "../core/document.ts";
import { METADATA_KEYS } from "./metadata.ts";

/** Fields of a document beside the one of the same name that a key of its metadata decides. */
const FIELDS_OF: Readonly<Record<string, readonly (keyof Document)[]>> = {
  outlet: ["outletId", "outlet", "ownership"],
};

/** The document, and that a person told these keys of its metadata. */
export function telling(document: Document, keys: readonly string[]): Document {
  const told = METADATA_KEYS.filter((key) => keys.includes(key));
  const { told: _, ...rest } = document;
  return told.length === 0 ? rest : { ...rest, told };
}

/** A key of which what a person told before wins over what the text says now. */
export interface Overruled {
  key: string;
  told: string;
  now: string;
}

/** What of a document, as it came in, {@link withTold} made other than it says itself; what it does not say is not among it. */
export function overruled(came: Document, kept: Document): Overruled[] {
  return (kept.told ?? []).flatMap((key) => {
    const [now, told] = [came, kept].map((document) => said(document[key as keyof Document]));
    return now === undefined || told === undefined || now === told || now === "" ? [] : [{ key, told, now }];
  });
}

/** A value in words; empty where nothing is known. */
function said(value: Document[keyof Document]): string {
  if (typeof value === "string") return value === "unknown" ? "" : value;
  // What else can be told are lists of lines.
  return (value ?? []).filter((line) => typeof line === "string").join(", ");
}

/**
 * The document, with what a person told of it before and tells no more now: what comes in again without that has only the
 * text to go by. The id is its own.
 */
export function withTold(document: Document, known: Document): Document {
  const { told: now = [] } = document;
  const before = (known.told ?? []).filter((key) => key !== "id" && !now.includes(key));
  const fields = new Set(before.flatMap((key) => FIELDS_OF[key] ?? [key as keyof Document]));
  // The country is the outlet's where nobody tells another.
  if (before.includes("outlet") && !now.includes("country")) fields.add("country");
  const kept = Object.fromEntries(Array.from(fields, (field) => [field, known[field]]));
  return telling({ ...document, ...kept }, [...now, ...before]);
}
