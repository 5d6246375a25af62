import { echo } from "../budget.ts";
import { KINDS, type Kind } from "../document.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import { nearest } from "../nearest.ts";
import { parsePartialDate, type PartialDate } from "../partial-date.ts";
import type { Filters } from "./filters.ts";
import {
  FIELD_NAMES,
  parseQuery,
  type FieldName,
  type FieldValue,
  type ParsedQuery,
  type QueryMistake,
  type QuerySpot,
} from "./grammar.ts";
import { readFilters, type TypedFilters } from "./read-filters.ts";

/** UTF-16 units of a query that are looked at; no line of a chat is longer. */
const READ_MAX = 8_000;
/** UTF-16 units from which a query is prose that was pasted in: its quotation marks and colons ask for nothing. */
const PROSE_MIN = 300;

/** A query whose grammar is broken. */
export class QueryError extends UserError {
  override name = "QueryError";
  readonly spot: QuerySpot;

  /** `options`: names that the command takes beside the query and that are no fields of it. */
  constructor(spot: QuerySpot, options: readonly string[] = []) {
    super((m) => m.queryMistake(spot, fieldNames(), options));
    this.spot = spot;
  }
}

/** A query as its grammar understands it, with the filters of its fields and those given beside it. */
export interface ReadQuery {
  readonly parsed: ParsedQuery;
  readonly filters: Filters;
}

/**
 * Reads a query.
 *
 * @throws {UserError} where its grammar is broken, naming the spot; where a filter is given twice; where a value is none.
 */
export function readQuery(query: string, given: TypedFilters, library: Library): ReadQuery {
  const parsed = parse(query);
  if (parsed.type === "mistake") throw new QueryError(spotOf(query, parsed));
  if (Object.keys(parsed.fields).length === 0) return { parsed, filters: readFilters(given, library) };
  const typed = typedFilters(parsed.fields);
  for (const name of Object.keys(typed) as FieldName[]) {
    if (given[name] !== undefined) throw new UserError((m) => m.givenTwice(name));
  }
  return { parsed, filters: readFilters({ ...given, ...typed }, library) };
}

function parse(query: string): ParsedQuery | QueryMistake {
  if (query.length < PROSE_MIN) return parseQuery(query);
  return { type: "query", words: query.slice(0, READ_MAX), phrases: [], without: [], either: [], fields: {} };
}

/** A query without what its fields say; to be searched without filters. */
export function withoutFields(query: string): string {
  const parsed = parse(query);
  if (parsed.type === "mistake") return query;
  // From the end, so that the places before stay right.
  return Object.values(parsed.fields)
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (rest, field) => rest.slice(0, fieldStart(rest, field)) + rest.slice(fieldEnd(rest, field)),
      query,
    )
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * A query with the words of its phrases for the phrases; `null` where it has none, or where its words would mean something
 * else without their quotation marks.
 */
export function withoutQuotes(query: string): string | null {
  const parsed = parse(query);
  if (parsed.type === "mistake" || parsed.phrases.length === 0) return null;
  const unquoted = parsed.phrases
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { text, start, end }) => {
      const { before, after } = marksAround(rest, start, end);
      return rest.slice(0, before) + text + rest.slice(after);
    }, query);
  const again = parse(unquoted);
  const isSame =
    again.type === "query" &&
    again.phrases.length === 0 &&
    again.without.length === parsed.without.length &&
    again.either.length === parsed.either.length &&
    Object.keys(again.fields).length === Object.keys(parsed.fields).length;
  return isSame ? unquoted : null;
}

/** Where a quotation begins and ends with its marks, which may have white space inside. */
function marksAround(query: string, start: number, end: number): { before: number; after: number } {
  return {
    before: start - /\S?\s*$/u.exec(query.slice(0, start))![0].length,
    after: end + /^\s*\S?/u.exec(query.slice(end))![0].length,
  };
}

/** Where a field begins: at its name, before the colon and perhaps a quotation mark. */
function fieldStart(query: string, { typed, start }: FieldValue): number {
  return start - typed.length - /[:：]\S?\s*$/u.exec(query.slice(0, start))![0].length;
}

function fieldEnd(query: string, { start, end }: FieldValue): number {
  const isQuoted = !/[:：]/u.test(query.charAt(start - 1));
  return isQuoted ? marksAround(query, start, end).after : end;
}

function spotOf(query: string, { reason, typed, meant, start }: QueryMistake): QuerySpot {
  return { reason, typed: echo(typed), meant, at: Array.from(query.slice(0, start)).length + 1 };
}

function fieldNames(): string[] {
  return Object.keys(FIELD_NAMES);
}

function typedFilters(fields: ParsedQuery["fields"]): TypedFilters {
  const typed: Record<string, string> = {};
  for (const [name, { text }] of Object.entries(fields)) typed[name] = text;
  const { from, to, kind, ...rest } = typed;
  return {
    ...rest,
    ...(from === undefined ? {} : { from: dateOf("from", from) }),
    ...(to === undefined ? {} : { to: dateOf("to", to) }),
    ...(kind === undefined ? {} : { kind: kindOf(kind) }),
  };
}

function dateOf(name: string, typed: string): PartialDate {
  const date = parsePartialDate(typed);
  if (date !== null) return date;
  throw new UserError((m) => m.badDate(name, echo(typed)));
}

function kindOf(typed: string): Kind {
  const found = KINDS.find((kind) => kind === typed.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError((m) => {
    const labelled = KINDS.find((kind) => m.kinds[kind].toLowerCase() === typed.toLowerCase());
    return m.badChoice("kind", echo(typed), KINDS, labelled ?? nearest(typed, KINDS));
  });
}
