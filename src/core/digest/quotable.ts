import type { Entry } from "../document.ts";
import { excerptId } from "../excerpt.ts";
import type { Library } from "../library.ts";
import { isOwn } from "../own-records.ts";
import { passagesOf } from "../passage.ts";
import type { Range } from "../range.ts";
import { NAMED } from "../search/analyse.ts";
import { sentencesOf } from "../sentence.ts";

/** A sentence that can stand alone, in offsets of its version's body. */
export interface Quotable extends Range {
  readonly id: string;
}

/** Sentences of one document, the best of it. */
const PER_DOCUMENT = 8;
/** Passages of a document that are looked at: what matters stands early. */
const PASSAGES_MAX = 40;
/** UTF-16 units of a sentence that stands alone; a syllable of Hangul or a character of Han says more than a letter. */
const LENGTHS = { letters: { min: 60, max: 240 }, syllables: { min: 30, max: 140 } };
/** Names that make a sentence better; more of them make it a list. */
const NAMES_MAX = 3;

const BEGINS = /^["'“‘「『«]?[\p{Lu}\p{Lo}\p{N}]/u;
const ENDS = /[.!?。！？]["'”’」』»]?$/u;
/** First words that point at a sentence before. */
const POINTS_BACK =
  /^["'“‘「『«]?(?:(?:he|she|it|they|we|his|her|its|their|this|that|these|those|such|here|there|then|so|but|and|or|yet|however|also|still|instead|both|neither|another|nor)\b|(?:그(?!\p{L})|그[는가의를들러런래리]|이[는를](?!\p{L})|이(?!\p{L})|이런|이러|이것|이에|또|하지만|따라서|다만|한편)|[他她它这這那但而])/iu;

const known = new WeakMap<Library, WeakMap<Entry, readonly Quotable[]>>();

/**
 * The sentences of a document that can stand alone, best first: whole ones of a fair length that do not point at what came
 * before and close the quotation marks they open. Those that begin a paragraph are better, since nothing stands before them
 * there; then the more names one has, the better. Entries of the reference base are none: a position there is our
 * paraphrase.
 */
export function quotablesOf(entry: Entry, library: Library): readonly Quotable[] {
  const ofLibrary = known.get(library) ?? new WeakMap<Entry, readonly Quotable[]>();
  known.set(library, ofLibrary);
  const made = ofLibrary.get(entry) ?? find(entry, library);
  ofLibrary.set(entry, made);
  return made;
}

/** Whether a document may have such sentences. */
export function mayBeQuoted({ document }: Entry): boolean {
  return !(isOwn(document) && document.kind === "reference");
}

function find({ document, version }: Entry, { analyser }: Library): readonly Quotable[] {
  return passagesOf(document, version)
    .slice(0, PASSAGES_MAX)
    .flatMap(({ start, end }) => {
      const passage = version.body.slice(start, end);
      return sentencesOf(passage, document.language).flatMap((range) => {
        const text = passage.slice(range.start, range.end);
        return standsAlone(text) ? [{ text, start: start + range.start, end: start + range.end }] : [];
      });
    })
    .map((one) => ({
      ...one,
      within: beginsParagraph(version.body, one.start) ? 0 : 1,
      names: namesIn(analyser.termsOf(one.text)),
    }))
    .toSorted((a, b) => a.within - b.within || b.names - a.names || a.start - b.start)
    .slice(0, PER_DOCUMENT)
    .map(({ start, end }) => ({ start, end, id: excerptId({ version, start, end }) }));
}

function beginsParagraph(body: string, start: number): boolean {
  return start === 0 || /\n\n\s*$/u.test(body.slice(Math.max(0, start - 8), start));
}

function namesIn(terms: readonly string[]): number {
  return Math.min(NAMES_MAX, terms.filter((term) => term.startsWith(NAMED)).length);
}

function standsAlone(text: string): boolean {
  const { min, max } = /[\p{Script=Hangul}\p{Script=Han}]/u.test(text) ? LENGTHS.syllables : LENGTHS.letters;
  return (
    text.length >= min &&
    text.length <= max &&
    !text.includes("\n") &&
    BEGINS.test(text) &&
    ENDS.test(text) &&
    !POINTS_BACK.test(text) &&
    isClosed(text)
  );
}

function isClosed(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return (
    count('"') % 2 === 0 &&
    ["“”", "「」", "『』", "()", "«»"].every(([open, close]) => count(open!) === count(close!))
  );
}
