import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import type { PartialDate } from "../partial-date.ts";
import type { PositionRecord } from "../reference.ts";
import type { Filters } from "../search/filters.ts";
import { parseQuery } from "../search/grammar.ts";
import { readQuery, withoutFields } from "../search/read-query.ts";
import { search, type FoundExcerpt } from "../search/search.ts";
import { isOurs } from "./blocs.ts";
import { BYS, type By, type Group } from "./group.ts";
import { blocGroups, kindGroups } from "./groups.ts";
import { outletGroups } from "./outlet-groups.ts";
import { partOf } from "./part-of-library.ts";
import { isWithin, positionsOfSide, positionsOn } from "./positions.ts";

/** Excerpts among which the outlets to compare are looked for. */
const BEST = 500;

/** What a person wants to see side by side. */
export interface CompareRequest {
  /** In the grammar of queries. */
  readonly topic: string;
  readonly by: By;
  /** Inclusive, for documents and positions alike. */
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}

/** What one side says: its best excerpt, `null` where no document of it answers, and its recorded positions, best first. */
export interface Side {
  readonly group: Group;
  readonly excerpt: FoundExcerpt | null;
  readonly positions: readonly PositionRecord[];
}

/** The sides in their fixed order, and what is to be told of how they were found. */
export interface Comparison {
  readonly request: CompareRequest;
  readonly sides: readonly Side[];
  /** Whether the documents are our own words only, so that no side can be quoted. */
  readonly isOursOnly: boolean;
  /** Passages of all documents that answer, our own words among them. */
  readonly total: number;
  readonly filters: Filters;
  readonly searchedAlso: readonly string[];
  readonly shortened: boolean;
  /** Whether something was asked for at all. */
  readonly searchable: boolean;
}

/**
 * Finds what each side says. Every side is searched for itself, so that one's wealth of words never hides another, and
 * judged by the same rules of evidence.
 *
 * @throws {UserError} where the topic's grammar is broken, or a filter's value is none.
 */
export function compareSides(request: CompareRequest, library: Library): Comparison {
  const { topic, from, to } = request;
  const dates = { from, to };
  const { parsed, filters } = readTopic(request, library);
  const { total, searchedAlso, shortened, searchable } = search(library, {
    query: topic,
    filters: dates,
    limit: 0,
  });
  const wanted = { query: withoutFields(topic), about: parsed.fields.about?.text };
  const held = library.reference.positions.filter((position) => isWithin(position, filters, library));
  const positions = positionsOn(wanted, held, library);
  const sides = !searchable
    ? []
    : groupsOf(request, filters, positions, library).map((group): Side => {
        const part = partOf(library, group.documents);
        const { excerpts } = search(part, { query: topic, filters: dates, limit: 1 });
        return {
          group,
          excerpt: excerpts[0] ?? null,
          positions: positionsOfSide(wanted, positions.filter(group.positions), library),
        };
      });
  return {
    request,
    sides: sides.filter((side) => side.group.always || hasSomething(side)),
    isOursOnly: isOursOnly(library),
    total,
    filters,
    searchedAlso,
    shortened,
    searchable,
  };
}

function groupsOf(
  { topic, by, from, to }: CompareRequest,
  filters: Filters,
  positions: readonly PositionRecord[],
  library: Library,
): Group[] {
  switch (by) {
    case "country":
      return blocGroups(filters, library);
    case "kind":
      return kindGroups(filters);
    case "outlet": {
      // Outlets are many: those that answer best are compared.
      const part = partOf(library, (document) => !isOurs(document));
      const { excerpts } = search(part, { query: topic, filters: { from, to }, limit: BEST, copies: true });
      return outletGroups(
        excerpts.map(({ document }) => document),
        positions,
        library,
      );
    }
  }
}

/** Whether a side has anything to show. */
export function hasSomething({ excerpt, positions }: Side): boolean {
  return excerpt !== null || positions.length > 0;
}

/** `by:` is a field of queries, the author's; whoever types `by:outlet` there means the option. */
function readTopic({ topic, from, to }: CompareRequest, library: Library): ReturnType<typeof readQuery> {
  try {
    return readQuery(topic, { from, to }, library);
  } catch (error) {
    const parsed = parseQuery(topic);
    const author = parsed.type === "query" ? parsed.fields.author : undefined;
    const meant = BYS.find((by) => by === author?.text.toLowerCase());
    if (author?.typed.toLowerCase() !== "by" || meant === undefined) throw error;
    throw new UserError((m) => m.compare.byInTopic(meant));
  }
}

function isOursOnly(library: Library): boolean {
  for (const document of library.documents()) if (!isOurs(document)) return false;
  return true;
}
