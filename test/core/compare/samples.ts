import type { Document, Entry } from "../../../src/core/document.ts";
import type { Library } from "../../../src/core/library.ts";
import { OutletBook } from "../../../src/core/outlet.ts";
import type { EntityRecord, PositionRecord } from "../../../src/core/reference.ts";
import { libraryWith } from "../libraries.ts";
import { entityOf } from "../records.ts";
import { OUTLETS, dateOf, deskOver, entryOf, outletOf, type OpenedDesk } from "../samples.ts";

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
export function libraryOfSides(
  entries: readonly Entry[],
  positions: readonly PositionRecord[] = [],
  entities: readonly EntityRecord[] = ENTITIES,
): Library {
  const all = [...entries, ...positions.map(positionEntry)];
  return libraryWith({ positions, entities }, { entries: all, outlets: BOOK });
}

/** A desk over such a library. */
export function deskWith(...given: Parameters<typeof libraryOfSides>): Promise<OpenedDesk> {
  return deskOver(libraryOfSides(...given));
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
