import { en, ko, type ContextNoteMessages } from "../messages/groups/context-notes.ts";
import { clip, costOf } from "./budget.ts";
import type { Context } from "./command.ts";
import type { Document } from "./document.ts";
import type { Excerpt } from "./excerpt.ts";
import { hostOf } from "./names.ts";
import { CLAIM_RESULTS, type ClaimRecord, type RecordSource, type Reference } from "./reference.ts";
import { strong, text, type Block, type Span } from "./reply.ts";
import { wordsOf } from "./search/words.ts";

const MESSAGES = { en, ko };

/** Notes below one excerpt. */
const NOTES_MAX = 2;
/** UTF-16 units of a note's parts, so that an excerpt with two notes leaves room for others. */
const CLAIM_MAX = 130;
const CHECK_MAX = 200;
const PUBLISHER_MAX = 60;
/** UTF-16 units of an address that can be linked, as in a citation. */
const URL_MAX = 300;
/** What a quote may cost with its notes, so that one fits a reply beside everything else; see {@link costOf}. */
export const QUOTE_MAX = 1_900;

/** A claim, and the words by which an excerpt that shows it is known. */
interface Placed {
  readonly claim: ClaimRecord;
  /** Folded. */
  readonly title: readonly string[];
  /** Runs of folded words; all of them stand in an excerpt that shows the claim. */
  readonly runs: readonly (readonly string[])[];
}

/** By outlet and date. Made once for a reference base: most documents are in none, and cost one look-up. */
const known = new WeakMap<Reference, ReadonlyMap<string, readonly Placed[]>>();

/** The quote with our notes on it, as many as it has room for. */
export function withContextNotes(
  quote: Quote,
  document: Document,
  ctx: Pick<Context, "library" | "m">,
): Quote {
  const notes = contextNotesOn(quote.excerpt, document, ctx);
  for (let count = notes.length; count > 0; count -= 1) {
    const noted = { ...quote, remarks: notes.slice(0, count) };
    if (costOf(noted) <= QUOTE_MAX) return noted;
  }
  return quote;
}

type Quote = Extract<Block, { type: "quote" }>;

/**
 * What we found of the claims that an excerpt shows, two notes at most, what is not simply supported first. Declared in
 * the reference base, never guessed: the document is known by outlet, date and title, the claim by words that all stand
 * in the excerpt's own characters.
 */
export function contextNotesOn(
  excerpt: Pick<Excerpt, "text">,
  { outletId, date, title }: Pick<Document, "outletId" | "date" | "title">,
  { library, m }: Pick<Context, "library" | "m">,
): Span[][] {
  const placed = placedIn(library.reference).get(keyOf(outletId, date));
  if (placed === undefined) return [];
  const folded = foldedWords(title);
  const words = foldedWords(excerpt.text);
  return placed
    .filter((one) => isSame(one.title, folded) && one.runs.every((run) => has(words, run)))
    .map(({ claim }) => claim)
    .toSorted((a, b) => CLAIM_RESULTS.indexOf(a.result) - CLAIM_RESULTS.indexOf(b.result))
    .slice(0, NOTES_MAX)
    .map((claim) => noteOf(claim, MESSAGES[m.language]));
}

function noteOf({ result, claim, check, sources }: ClaimRecord, m: ContextNoteMessages): Span[] {
  return [
    strong(m.checked(m.results[result])),
    text(` · ${m.claimAndCheck(clip(claim, CLAIM_MAX), clip(check, CHECK_MAX))}`),
    ...sourceOf(sources, m),
  ];
}

/** The first source that can be opened, else the first. */
function sourceOf(sources: readonly RecordSource[], m: ContextNoteMessages): Span[] {
  const source = sources.find(({ url }) => url !== undefined) ?? sources[0];
  if (source === undefined) return [];
  const named = ` · ${m.sourceIs(clip(source.publisher, PUBLISHER_MAX))}`;
  const { url } = source;
  if (url === undefined || new URL(url).href.length > URL_MAX) return [text(named)];
  return [text(`${named} · `), { type: "link", text: hostOf(url), url }];
}

function placedIn(reference: Reference): ReadonlyMap<string, readonly Placed[]> {
  const made = known.get(reference);
  if (made !== undefined) return made;
  const placed = reference.claims.flatMap((claim) =>
    claim.passage === undefined ? [] : [{ claim, passage: claim.passage }],
  );
  const byKey = Map.groupBy(placed, ({ passage }) => keyOf(passage.outlet, passage.date));
  const map = new Map(
    Array.from(byKey, ([key, some]) => [
      key,
      some.map(({ claim, passage }) => ({
        claim,
        title: foldedWords(passage.title),
        runs: passage.words.map(foldedWords),
      })),
    ]),
  );
  known.set(reference, map);
  return map;
}

function keyOf(outlet: string | null, date: string | null): string {
  return `${outlet}|${date}`;
}

function foldedWords(words: string): string[] {
  return wordsOf(words).map(({ folded }) => folded);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

function has(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, at) => run.every((word, offset) => words[at + offset] === word));
}
