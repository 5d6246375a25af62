import { createHash } from "node:crypto";
import type { Document } from "../document.ts";
import type { Library } from "../library.ts";
import type { Ownership } from "../outlet.ts";
import { isOwn, ownAsOf } from "../own-records.ts";
import { firstDay, lastDay, partsOf, type PartialDate } from "../partial-date.ts";

/** How many documents have a value. */
export interface Tally<T> {
  readonly value: T;
  readonly documents: number;
}

/** An outlet with what it has here. */
export interface OutletHolding {
  /** Id in the outlet book; `null` where it is not in it. */
  readonly id: string | null;
  /** `null` where the outlet is not known. */
  readonly name: string | null;
  readonly country: string;
  readonly ownership: Ownership;
  /** Whether it is us. */
  readonly own: boolean;
  readonly documents: number;
}

/** What a library holds. Tallies come with the most documents first, years in their order. */
export interface Holdings {
  readonly documents: number;
  /** Passages that can be found. */
  readonly passages: number;
  /** First twelve hex digits of the SHA-256 over a line `id sha256` for each document, sorted, each ended by LF. */
  readonly version: string;
  /** Whether nobody else's words are here. */
  readonly onlyOwn: boolean;
  readonly outlets: readonly OutletHolding[];
  /** Countries of the outlets; our own words are of none. */
  readonly countries: readonly Tally<string>[];
  readonly kinds: readonly Tally<Document["kind"]>[];
  readonly languages: readonly Tally<string>[];
  /** Years of the dates that documents have. */
  readonly years: readonly Tally<number>[];
  readonly undated: number;
  /** The newest dated document of others; of several, the one with the first id. */
  readonly newest: Document | null;
  /** The day up to which our own words are kept. */
  readonly ownAsOf: PartialDate | null;
}

/** Counts what a library holds. */
export function holdingsOf(library: Library): Holdings {
  const documents = Array.from(library.documents());
  const others = documents.filter((document) => !isOwn(document));
  return {
    documents: documents.length,
    passages: library.index.size,
    version: versionOf(library, documents),
    onlyOwn: documents.length > 0 && others.length === 0,
    outlets: outletsOf(documents),
    countries: tally(others, ({ country }) => country),
    kinds: tally(documents, ({ kind }) => kind),
    languages: tally(documents, ({ language }) => language),
    years: tally(
      documents.filter(({ date }) => date !== null),
      ({ date }) => partsOf(date!).year,
    ).toSorted((a, b) => a.value - b.value),
    undated: documents.filter(({ date }) => date === null).length,
    newest: newestOf(others),
    ownAsOf: ownAsOf(documents),
  };
}

function versionOf(library: Library, documents: readonly Document[]): string {
  const lines = documents.map(({ id }) => `${id} ${library.get(id)!.version.sha256}\n`).sort();
  return createHash("sha256").update(lines.join(""), "utf8").digest("hex").slice(0, 12);
}

function outletsOf(documents: readonly Document[]): OutletHolding[] {
  const keyOf = ({ outletId, outlet, country, ownership }: Document) =>
    JSON.stringify([outletId, outlet, country, ownership]);
  const first = new Map(documents.toReversed().map((document) => [keyOf(document), document]));
  return tally(documents, keyOf).map(({ value, documents: count }): OutletHolding => {
    const document = first.get(value)!;
    const { outletId: id, outlet: name, country, ownership } = document;
    return { id, name, country, ownership, own: isOwn(document), documents: count };
  });
}

function tally<T extends string | number>(
  documents: readonly Document[],
  valueOf: (document: Document) => T,
): Tally<T>[] {
  const counts = new Map<T, number>();
  for (const document of documents) {
    const value = valueOf(document);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Array.from(counts, ([value, count]) => ({ value, documents: count })).sort(
    (a, b) => b.documents - a.documents || (a.value < b.value ? -1 : 1),
  );
}

function newestOf(documents: readonly Document[]): Document | null {
  // What is dated by its month only may be of its last day, or of its first.
  const ageOf = ({ date }: Document) => `${firstDay(date!)} ${lastDay(date!)}`;
  const [newest = null] = documents
    .filter(({ date }) => date !== null)
    .sort((a, b) => (ageOf(a) === ageOf(b) ? (a.id < b.id ? -1 : 1) : ageOf(a) < ageOf(b) ? 1 : -1));
  return newest;
}
