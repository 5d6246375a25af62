import type { Library } from "../library.ts";
import type { Passage } from "../passage.ts";
import { plainTokens } from "../search/analyse.ts";
import type { Hit, SearchIndex } from "../search/index.ts";
import { wordsOf } from "../search/words.ts";
import { glanceFor } from "./glance.ts";
import { plainOf, sureTermsOf, type SureTerms } from "./sure-terms.ts";

/** Passages in which a quote may stand. */
export interface Candidates {
  readonly passages: readonly Passage[];
  /** Whether a quote that is not around these passages stands nowhere. */
  readonly complete: boolean;
  /** Passages that have all words of a sentence of it, in any order; `null` where they were not looked for. */
  readonly alike: readonly Passage[] | null;
}

/** Passages that a rare word may have, so that all of them are looked at. */
const RARE = 300;
/** Passages that are looked at for one quote. */
const LOOKED_AT = 1_000;

/** How many passages would be looked at for a quote, about; `null` where the index cannot tell where it stands. */
export function effortOf(quote: string, { index }: Library): number | null {
  const all = sureTermsOf(quote);
  const words = all.flatMap((terms) => terms.words);
  if (words.length > 0) return Math.min(...words.map(({ term }) => index.frequency(term)));
  return all.some(({ characters }) => characters.length > 0) ? index.size : null;
}

/**
 * The passages in or around which a quote can stand word for word; `null` where it has only words that nearly every
 * passage has. Every term that the index must have of the quote stands in some passage of every place where the quote
 * stands: with a rare one it is enough to look there. Else a sentence of the quote is searched whole, because passages
 * end where sentences do.
 */
export function exactCandidates(quote: string, library: Library): Candidates | null {
  const { index } = library;
  const sentences = sureTermsOf(quote);
  const rarest = rarestOf(
    sentences.flatMap((terms) => terms.words),
    index,
  );
  if (rarest !== null && index.frequency(rarest) <= RARE) {
    return { passages: passagesOf(having(rarest, index, null)), complete: true, alike: null };
  }
  const [sentence] = sentences.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (sentence === undefined || sizeOf(sentence) === 0) return null;
  const { words, characters } = sentence;
  const [first] = telling(characters, index);
  const term = rarestOf(words, index) ?? first!;
  const glance = glanceFor(sentence);
  const alike: Passage[] = [];
  const found = having(term, index, (passage) => {
    const { documentId, start, end } = passage;
    const seen = glance(library.get(documentId)!.version.body.slice(start, end));
    if (seen.words && alike.length < LIKE_HITS) alike.push(passage);
    return seen.sentence;
  }).filter((hit) => follows(hit, sentence, index));
  return {
    passages: passagesOf(found).slice(0, LOOKED_AT),
    complete: found.length <= LOOKED_AT,
    // A search for nothing but frequent words would take as long again and find no better ones.
    alike: alike.length > 0 && index.frequency(term) > LIKE_POSTINGS ? alike : null,
  };
}

function rarestOf(words: SureTerms["words"], index: SearchIndex): string | null {
  const [rarest] = words
    .map(({ term }) => ({ term, frequency: index.frequency(term) }))
    .sort((a, b) => a.frequency - b.frequency);
  return rarest?.term ?? null;
}

/** The passages that are most like a quote by their words, best first. */
export function likeCandidates(quote: string, { index }: Library): Passage[] {
  // As it stands, too: a document may have the same unseen characters inside its words.
  const frequencies = [quote, plainOf(quote)]
    .flatMap((text) => plainTokens(wordsOf(text)))
    .map(({ term }) => [term, index.frequency(term)] as const);
  const known = [...new Map(frequencies)]
    .filter(([, frequency]) => frequency > 0)
    .sort((a, b) => a[1] - b[1]);
  const terms: { term: string; weight: number }[] = [];
  let postings = 0;
  for (const [term, frequency] of known) {
    postings += frequency;
    if (terms.length >= LIKE_TERMS || (postings > LIKE_POSTINGS && terms.length > 0)) break;
    terms.push({ term, weight: 1 });
  }
  return passagesOf(index.search({ terms, limit: LIKE_HITS }).hits);
}

/** Bounds of a search by all words: rare ones tell most, and frequent ones take most of the time. */
const LIKE_TERMS = 40;
const LIKE_POSTINGS = 20_000;
const LIKE_HITS = 24;

function passagesOf(hits: readonly Hit[]): Passage[] {
  return hits.map(({ passage }) => passage);
}

/**
 * The passages with a term. What only their documents are paraphrased with is told by the index too, and seen to have
 * no place in the text later; `required` would ask for it, but misses terms that are both.
 */
function having(
  term: string,
  index: SearchIndex,
  verify: ((passage: Passage) => boolean) | null,
): readonly Hit[] {
  return index.search({ terms: [{ term, weight: 1 }], verify, limit: Math.max(1, index.size) }).hits;
}

function sizeOf({ words, characters }: SureTerms): number {
  return words.length + characters.length / 3;
}

/** Characters, those in the rarest pairs first: likely rare themselves. */
function telling(characters: readonly string[], index: SearchIndex): string[] {
  const frequency = (at: number) =>
    Math.max(
      index.frequency(`${characters[at - 1] ?? ""}${characters[at]!}`),
      index.frequency(`${characters[at]!}${characters[at + 1] ?? ""}`),
    );
  return characters
    .map((character, at) => ({ character, frequency: frequency(at) }))
    .sort((a, b) => a.frequency - b.frequency)
    .map(({ character }) => character);
}

/** Whether each two neighbouring words stand as near to each other in a passage as they do in the quote. */
function follows({ tokens }: Hit, { words }: SureTerms, index: SearchIndex): boolean {
  return words.slice(1).every((word, at) => {
    const before = words[at]!;
    const [first, second] = [index.numberOf(before.term), index.numberOf(word.term)];
    const reach = word.at - before.at;
    for (let from = tokens.indexOf(first!); from !== -1; from = tokens.indexOf(first!, from + 1)) {
      const to = tokens.indexOf(second!, from + 1);
      if (to === -1) return false;
      if (to - from <= reach) return true;
    }
    return false;
  });
}
