import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import type { Filters } from "./filters.ts";
import type { TypedFilters } from "./read-filters.ts";
import { readQuery } from "./read-query.ts";

/** Quotation marks that may stand around a value: one whose text has the first in it takes the next. */
const MARKS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["「", "」"],
];

/**
 * A query together with the filters given beside it, all as one query: `summit` and the outlet Dong-A Ilbo are `summit
 * outlet:"Dong-A Ilbo"`. `null` where no single query says the same, as where it is so long that its fields would not be
 * read.
 */
export function asQuery(query: string, given: TypedFilters, library: Library): string | null {
  const fields = Object.entries(given).map(([name, value]) => fieldOf(name, String(value)));
  if (fields.includes(null)) return null;
  const whole = [query.trim(), ...fields].join(" ");
  return says(whole, {}, library) === says(query, given, library) ? whole : null;
}

function fieldOf(name: string, value: string): string | null {
  if (/^[\p{L}\p{N}_.-]+$/u.test(value)) return `${name}:${value}`;
  const marks = MARKS.find((pair) => pair.every((mark) => !value.includes(mark)));
  return marks === undefined ? null : `${name}:${marks[0]}${value}${marks[1]}`;
}

/** What a query and its filters ask for, to be compared; a mistake is like no other. */
function says(query: string, given: TypedFilters, library: Library): string | symbol {
  try {
    const { parsed, filters } = readQuery(query, given, library);
    const { words, phrases, without, either } = parsed;
    const texts = (some: readonly { readonly text: string }[]) => some.map(({ text }) => text);
    const byName = Object.keys(filters)
      .toSorted()
      .map((name) => [name, filters[name as keyof Filters]]);
    return JSON.stringify([words.trim(), texts(phrases), texts(without), either.map(texts), byName]);
  } catch (error) {
    if (error instanceof UserError) return Symbol("mistake");
    throw error;
  }
}
