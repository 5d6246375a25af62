import type { Library } from "../library.ts";
import { firstDay, lastDay, parsePartialDate } from "../partial-date.ts";
import type { PositionRecord } from "../reference.ts";
import type { Filters } from "../search/filters.ts";
import { search } from "../search/search.ts";
import { countryOfPosition } from "./blocs.ts";
import { nameOf } from "../entities.ts";
import { kindOfPosition } from "./groups.ts";
import { outletOfPosition } from "./outlet-groups.ts";
import { partOf } from "./part-of-library.ts";

/** A record's document is named by its id. */
const PREFIX = "position/";
/** The part of the best one's score that a position must have: what shares but a word with a topic is not on it. */
const ON_TOPIC = 0.35;

/** What is looked for among positions: a topic without its fields, and what must be named, as typed. */
export interface PositionQuery {
  readonly query: string;
  readonly about?: string | undefined;
}

/**
 * The positions on a topic among these, best first. They are found as the documents that they are, so where another corpus
 * is searched there are none.
 */
export function positionsOn(
  wanted: PositionQuery,
  candidates: readonly PositionRecord[],
  library: Library,
): PositionRecord[] {
  const found = scored(wanted, candidates, library);
  const best = Math.max(...found.values());
  return [...found].filter(([, score]) => score >= best * ON_TOPIC).map(([position]) => position);
}

/** Those of one side, in the order given: none where the best of them alone would not be evidence enough. */
export function positionsOfSide(
  wanted: PositionQuery,
  ranked: readonly PositionRecord[],
  library: Library,
): PositionRecord[] {
  const found = scored(wanted, ranked, library);
  return ranked.filter((position) => found.has(position));
}

function scored(
  { query, about }: PositionQuery,
  candidates: readonly PositionRecord[],
  library: Library,
): Map<PositionRecord, number> {
  const byId = new Map(candidates.map((position) => [PREFIX + position.id, position]));
  if (byId.size === 0) return new Map();
  const part = partOf(library, ({ id }) => byId.has(id));
  const { excerpts } = search(part, { query, filters: { about }, limit: byId.size });
  // The best passage of a record comes first and counts.
  const scores = new Map<PositionRecord, number>();
  for (const { document, score } of excerpts) {
    const position = byId.get(document.id)!;
    if (!scores.has(position)) scores.set(position, score);
  }
  return scores;
}

/** Whether a position passes the filters, each by what it means for a record: its holder's country, the days it was held. */
export function isWithin(position: PositionRecord, filters: Filters, library: Library): boolean {
  const { country, outlet, kind, author } = filters;
  if (!isHeldWithin(position, filters)) return false;
  if (country !== undefined && countryOfPosition(position, library) !== country) return false;
  if (outlet !== undefined && outletOfPosition(position, library) !== outlet) return false;
  if (kind !== undefined && kind !== "reference" && kindOfPosition(position) !== kind) return false;
  if (filters.language !== undefined && filters.language !== "en") return false;
  return author === undefined || isBy(position, author, library);
}

/** Positions are held from `date` to `end`, or known of `date` alone. */
function isHeldWithin({ date, end }: PositionRecord, { from, to }: Filters): boolean {
  if (from === undefined && to === undefined) return true;
  const first = parsePartialDate(date);
  const last = parsePartialDate(end ?? date);
  if (first === null || last === null) return false;
  return (
    (from === undefined || lastDay(last) >= firstDay(from)) &&
    (to === undefined || firstDay(first) <= lastDay(to))
  );
}

function isBy({ who, also, author }: PositionRecord, wanted: string, { reference }: Library): boolean {
  return [who, ...also, author ?? who].some((id) =>
    nameOf(reference, id, "en").toLowerCase().includes(wanted),
  );
}
