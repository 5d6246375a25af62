import { nearest } from "../nearest.ts";
import type { Range } from "../range.ts";
import {
  beginsToken,
  endsToken,
  isMinus,
  isWord,
  mayOpen,
  nameAt,
  nextSpace,
  quotationAt,
  skipSpace,
  withoutClinging,
  wordEnd,
} from "./grammar-tokens.ts";

/** What a field narrows a search by. */
export type FieldName = "outlet" | "country" | "kind" | "language" | "author" | "about" | "from" | "to";

/** Every name under which a field may be typed, in any case; its own comes first. */
export const FIELD_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  outlet: ["outlet"],
  country: ["country"],
  kind: ["kind"],
  language: ["language", "lang"],
  author: ["author", "by"],
  about: ["about"],
  from: ["from", "after", "since"],
  to: ["to", "before", "until"],
};

/** A piece of a query and where it stands: `text` is the query from `start` to `end`, in UTF-16 units. */
export interface Located extends Range {
  readonly text: string;
}

/** A word, or a phrase that stood in quotation marks; the marks are left out. */
export interface Operand extends Located {
  readonly phrase: boolean;
}

/** The value of a field, without its quotation marks. */
export interface FieldValue extends Located {
  /** The name before the colon as it was typed: `Since`. */
  readonly typed: string;
}

/** What a query asks for. */
export interface ParsedQuery {
  readonly type: "query";
  /** Free words and nothing else, in order; one space wherever something else stood between them. */
  readonly words: string;
  /** To be found as they stand. Phrases of `without` and `either` are not among them. */
  readonly phrases: readonly Located[];
  /** Not to be found. */
  readonly without: readonly Operand[];
  /** Groups of two or more, one of each to be found. */
  readonly either: readonly (readonly Operand[])[];
  readonly fields: Readonly<Partial<Record<FieldName, FieldValue>>>;
}

/** Why a query cannot be read, and where: the first mistake of it. */
export interface QueryMistake extends Range {
  readonly type: "mistake";
  readonly reason: "unclosed-quote" | "unknown-field" | "excluded-field" | "field-twice" | "empty-field";
  /** The query from `start` to `end`; never empty. */
  readonly typed: string;
  /** The name of a field that may have been meant by an unknown one. */
  readonly meant: string | null;
}

/** What is told of a mistake: the spot, and what is wrong there. */
export interface QuerySpot {
  readonly reason: QueryMistake["reason"];
  readonly typed: string;
  readonly meant: string | null;
  /** Position of the spot's first character, counted from 1. */
  readonly at: number;
}

/** A stretch of the query, marks and names included. */
type Part = Range &
  (
    | { readonly type: "free" | "or" | "nothing" }
    | { readonly type: "phrase"; readonly phrase: Located }
    | { readonly type: "without"; readonly without: Operand }
    | { readonly type: "field"; readonly name: FieldName; readonly value: FieldValue }
  );

const FIELD_OF: ReadonlyMap<string, FieldName> = new Map(
  (Object.keys(FIELD_NAMES) as FieldName[]).flatMap((name) =>
    FIELD_NAMES[name].map((typed) => [typed, name]),
  ),
);

/** What every phrase, field, minus and alternative has; text without it is free words and nothing else. */
const SIGN = /["“„«「『:：\u2212-]|OR/u;

/**
 * Reads a query: free words, `"a phrase"`, `-without`, `either OR other`, `field:value`. Nearly all that people type is
 * free words, so whatever is not surely one of the others is text. Never throws; takes time in proportion to the text.
 */
export function parseQuery(text: string): ParsedQuery | QueryMistake {
  if (!SIGN.test(text))
    return { type: "query", words: text.trim(), phrases: [], without: [], either: [], fields: {} };
  const parts: Part[] = [];
  const fields: Partial<Record<FieldName, FieldValue>> = {};
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, parts.at(-1)!.end)) {
    const part = partAt(text, at);
    if (part.type === "mistake") return part;
    if (part.type === "field") {
      const { typed } = part.value;
      if (fields[part.name] !== undefined) return mistake(text, "field-twice", at, at + typed.length);
      fields[part.name] = part.value;
    }
    parts.push(part);
  }
  const { groups, used } = alternatives(text, parts);
  return {
    type: "query",
    words: freeWords(text, parts, used),
    phrases: parts.flatMap((part) => (part.type === "phrase" && !used.has(part) ? [part.phrase] : [])),
    without: parts.flatMap((part) => (part.type === "without" ? [part.without] : [])),
    either: groups,
    fields,
  };
}

function partAt(text: string, at: number): Part | QueryMistake {
  const begins = beginsToken(text, at);
  const special = begins ? (isMinus(text, at) ? withoutAt(text, at) : fieldAt(text, at)) : null;
  if (special !== null) return special;
  const quotation = mayOpen(text, at) ? quotationAt(text, at) : null;
  if (quotation === "unclosed") return unclosed(text, at);
  if (quotation !== null) {
    const phrase = located(text, quotation.inside);
    return { ...extent(at, quotation.end), ...(phrase.text === "" ? NOTHING : { type: "phrase", phrase }) };
  }
  const end = wordEnd(text, at);
  const word = text.slice(at, end);
  if (begins && endsToken(text, end)) return { ...extent(at, end), type: word === "OR" ? "or" : "free" };
  // The brackets around a phrase and the comma behind it are no words.
  return { ...extent(at, end), type: isWord(word) ? "free" : "nothing" };
}

const NOTHING = { type: "nothing" } as const;

function withoutAt(text: string, minus: number): Part | QueryMistake {
  const at = minus + 1;
  const quotation = quotationAt(text, at);
  if (quotation === "unclosed") return unclosed(text, at);
  if (quotation !== null) {
    const without = { ...located(text, quotation.inside), phrase: true };
    return {
      ...extent(minus, quotation.end),
      ...(without.text === "" ? NOTHING : { type: "without", without }),
    };
  }
  const field = fieldAt(text, at);
  if (field?.type === "mistake" && field.reason === "unknown-field") return field;
  if (field !== null) return mistake(text, "excluded-field", minus, at + nameAt(text, at)!.typed.length);
  const end = wordEnd(text, at);
  const without = { ...located(text, withoutClinging(text, extent(at, end))), phrase: false };
  return { ...extent(minus, end), type: "without", without };
}

function fieldAt(text: string, at: number): Part | QueryMistake | null {
  const named = nameAt(text, at);
  if (named === null) return null;
  const { typed, value } = named;
  const name = FIELD_OF.get(typed.toLowerCase());
  if (name === undefined) {
    // `Re:view` and `NK:` are how people write; nobody types a field in capitals without knowing its name.
    if (typed !== typed.toLowerCase()) return null;
    return mistake(text, "unknown-field", at, at + typed.length, nearest(typed, [...FIELD_OF.keys()]));
  }
  const quotation = quotationAt(text, value);
  if (quotation === "unclosed") return unclosed(text, value);
  const plain = extent(value, nextSpace(text, value));
  const { end, inside } = quotation ?? { end: plain.end, inside: plain };
  if (inside.start === inside.end) return mistake(text, "empty-field", at, end);
  return { ...extent(at, end), type: "field", name, value: { ...located(text, inside), typed } };
}

/** The groups joined by `OR`, and every part that belongs to one; any other `OR` is a word. */
function alternatives(text: string, all: readonly Part[]): { groups: Operand[][]; used: Set<Part> } {
  const parts = all.filter(({ type }) => type !== "nothing");
  const groups: Operand[][] = [];
  const used = new Set<Part>();
  for (const [index, part] of parts.entries()) {
    if (part.type !== "or") continue;
    const before = parts[index - 1];
    const after = parts[index + 1];
    const left = operandOf(text, before);
    const right = operandOf(text, after);
    if (left === null || right === null) continue;
    if (used.has(before!)) groups.at(-1)!.push(right);
    else groups.push([left, right]);
    used.add(before!).add(part).add(after!);
  }
  return { groups, used };
}

function operandOf(text: string, part: Part | undefined): Operand | null {
  if (part?.type === "phrase") return { ...part.phrase, phrase: true };
  // What follows a quotation without a space is its ending, such as the 의 of `"비핵화"의`, and no word to choose.
  if (part?.type !== "free" || !beginsToken(text, part.start)) return null;
  const word = located(text, withoutClinging(text, part));
  return isWord(word.text) ? { ...word, phrase: false } : null;
}

/** Free words that stand side by side keep what is between them: it may be a name or a date. */
function freeWords(text: string, parts: readonly Part[], used: ReadonlySet<Part>): string {
  const runs: { start: number; end: number }[] = [];
  let open = false;
  for (const part of parts) {
    const free = (part.type === "free" || part.type === "or") && !used.has(part);
    if (free && open) runs.at(-1)!.end = part.end;
    else if (free) runs.push(extent(part.start, part.end));
    open = free;
  }
  return runs.map(({ start, end }) => text.slice(start, end)).join(" ");
}

function extent(start: number, end: number): { start: number; end: number } {
  return { start, end };
}

function located(text: string, { start, end }: Range): Located {
  return { text: text.slice(start, end), start, end };
}

/** Told by the mark and the word that it stands before. */
function unclosed(text: string, at: number): QueryMistake {
  return mistake(text, "unclosed-quote", at, nextSpace(text, at));
}

function mistake(
  text: string,
  reason: QueryMistake["reason"],
  start: number,
  end: number,
  meant: string | null = null,
): QueryMistake {
  return { type: "mistake", reason, start, end, typed: text.slice(start, end), meant };
}
