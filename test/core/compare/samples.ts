import { commands } from "../../../commands/index.ts";
import { createDesk, type Desk } from "../../../src/core/desk.ts";
import type { Document, Entry } from "../../../src/core/document.ts";
import { Library } from "../../../src/core/library.ts";
import { OutletBook } from "../../../src/core/outlet.ts";
import { NO_REFERENCE, type EntityRecord, type PositionRecord } from "../../../src/core/reference.ts";
import { openStore } from "../../../src/store/sqlite.ts";
import { NOW, OUTLETS, dateOf, entryOf, outletOf } from "../samples.ts";

/** An entity of which little is known, with what is given. */
export function entityOf(given: Pick<EntityRecord, "id" | "name" | "country">): EntityRecord {
  return {
    type: "person",
    aliases: [],
    ko: `${given.name}(한글)`,
    ko_aliases: [],
    zh_aliases: [],
    role: "somebody",
    sources: [],
    confidence: "known",
    ...given,
  };
}

/** A position on the summit, with what is given. */
export function positionOf(
  given: Partial<PositionRecord> & Pick<PositionRecord, "id" | "who">,
): PositionRecord {
  return {
    also: [],
    topic: "summit",
    date: "2018",
    statement: `The summit matters, holds ${given.id}.`,
    kind: "official",
    opposing: [],
    sources: [],
    confidence: "known",
    ...given,
  };
}

/** The document that a position is. */
function positionEntry({ id, topic, statement, date }: PositionRecord): Entry {
  return entryOf(`In our paraphrase: ${statement}`, {
    id: `position/${id}`,
    title: topic,
    kind: "reference",
    outletId: "korea-desk",
    outlet: "Korea Desk",
    date: dateOf(date),
  });
}

/** The outlets of the other tests, and a body of many states. */
const BOOK = new OutletBook([
  ...OUTLETS.all.map((outlet) => ({ ...outlet, entity: `${outlet.id}-entity` })),
  outletOf({ id: "united-nations", name: "United Nations", ownership: "public", entity: "un" }),
]);

/** People and bodies of every side. */
export const ENTITIES = [
  entityOf({ id: "xi", name: "Xi", country: "CN" }),
  entityOf({ id: "kim", name: "Kim", country: "KP" }),
  entityOf({ id: "moon", name: "Moon", country: "KR" }),
  entityOf({ id: "trump", name: "Trump", country: "US" }),
  entityOf({ id: "abe", name: "Abe", country: "JP" }),
  entityOf({ id: "putin", name: "Putin", country: "RU" }),
  entityOf({ id: "un", name: "United Nations", country: "UN" }),
  entityOf({ id: "monitors", name: "Monitors", country: "INT" }),
  entityOf({ id: "writer", name: "Writer", country: "SY" }),
  entityOf({ id: "dong-a-ilbo-entity", name: "Dong-A Ilbo", country: "KR" }),
];

/** A library of these documents and positions; each position is a document too. */
export function libraryWith(
  entries: readonly Entry[],
  positions: readonly PositionRecord[] = [],
  entities: readonly EntityRecord[] = ENTITIES,
): Library {
  const library = new Library(BOOK, { reference: { ...NO_REFERENCE, positions, entities } });
  for (const entry of [...entries, ...positions.map(positionEntry)]) library.add(entry);
  return library;
}

/** A desk with the real commands over such a library. */
export interface ComparingDesk {
  desk: Desk;
  /** What was reported as a defect, in order. */
  reported: unknown[];
}

/** Opens such a desk; the store is in memory. */
export async function deskWith(
  entries: readonly Entry[],
  positions: readonly PositionRecord[] = [],
  entities?: readonly EntityRecord[],
): Promise<ComparingDesk> {
  const now = () => NOW;
  const store = await openStore({ path: ":memory:", now });
  const reported: unknown[] = [];
  const report = (error: unknown) => `ref-${reported.push(error)}`;
  const library = libraryWith(entries, positions, entities);
  return { desk: createDesk({ library, commands, store, report, now, zone: "UTC" }), reported };
}

/** A document on the summit from a country. */
export function saidIn(country: string, given: Partial<Document> = {}, words?: string): Entry {
  const id = given.id ?? `from-${country}`;
  return entryOf(words ?? `The summit was held, says ${id}.`, {
    id,
    title: `News of ${id}`,
    outlet: `Paper of ${country}`,
    ...given,
    country,
  });
}
