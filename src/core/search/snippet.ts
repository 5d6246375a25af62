import { excerptOf, type Excerpt } from "../excerpt.ts";
import { graphemeSnap, type GraphemeSnap } from "../grapheme.ts";
import type { DocumentVersion } from "../document.ts";
import type { Range } from "../range.ts";
import { sentencesOf } from "../sentence.ts";
import { visible } from "../visible.ts";
import { Analyser } from "./analyse.ts";
import { placesOf, runOf } from "./runs.ts";

const PLAIN = new Analyser();

/** UTF-16 units of an excerpt: enough to be understood alone, short enough that five fit one reply. */
export const EXCERPT_MIN = 60;
export const EXCERPT_MAX = 320;
/** UTF-16 units of an excerpt once its unseen characters are written out. */
const SHOWN_MAX = 1_200;

/**
 * The part of a passage that answers best: the run of whole sentences of at most {@link EXCERPT_MAX} units with the
 * most phrases asked for and the most different matched terms (then the most matches, then the shortest, then the first), widened by neighbouring sentences below
 * {@link EXCERPT_MIN}. A sentence that is too long is cut between words around its matches.
 */
export function snippetOf(
  version: DocumentVersion,
  passage: Range,
  language: string,
  terms: readonly string[],
  analyser = PLAIN,
  phrases: readonly string[] = [],
): Excerpt {
  const text = version.body.slice(passage.start, passage.end);
  const matches = [...matchesIn(text, new Set(terms), analyser), ...phrasesIn(text, phrases)].sort(inOrder);
  const snap = graphemeSnap(text);
  const pieces = sentencesOf(text, language)
    .flatMap((sentence) => fit(text, sentence))
    .map((piece) => snap.shrink(piece))
    .filter(({ start, end }) => start < end);
  // A passage that is one enormous grapheme has no part that could be quoted.
  const sentences = pieces.length === 0 ? [{ start: 0, end: text.length }] : pieces;
  const window = seen(text, widened(sentences, best(sentences, matches)), matches, snap);
  const highlights = matches.map(({ start, end }) => ({
    start: start - window.start,
    end: end - window.start,
  }));
  return excerptOf(version, passage.start + window.start, passage.start + window.end, highlights);
}

interface Match extends Range {
  term: string;
  /** Whether it is a phrase asked for word for word: it must be seen. */
  phrase?: boolean;
}

function inOrder(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end;
}

function phrasesIn(text: string, phrases: readonly string[]): Match[] {
  if (phrases.length === 0) return [];
  const words = runOf(text);
  return phrases.flatMap((phrase) => {
    const run = runOf(phrase);
    return placesOf(run, words).map((at): Match => ({
      term: `"${phrase}"`,
      phrase: true,
      start: words[at]!.start,
      end: words[at + run.length - 1]!.end,
    }));
  });
}

function matchesIn(text: string, terms: ReadonlySet<string>, analyser: Analyser): Match[] {
  return terms.size === 0 ? [] : analyser.find(text, terms);
}

/** First and last sentence of the best run. */
function best(sentences: readonly Range[], matches: readonly Match[]): [number, number] {
  let winner: [number, number] = [0, 0];
  // What only its paraphrases match is shown from its beginning.
  if (matches.length === 0) return winner;
  let winning = [-1, -1, -1, Number.NEGATIVE_INFINITY];
  for (const [first, { start }] of sentences.entries()) {
    const from = matches.findIndex((match) => match.start >= start);
    const terms = new Set<string>();
    const phrases = new Set<string>();
    let next = from === -1 ? matches.length : from;
    for (let last = first; last < sentences.length; last += 1) {
      const { end } = sentences[last]!;
      if (last > first && end - start > EXCERPT_MAX) break;
      // Matches are in order by start and by end, so a longer run only adds to them.
      for (; next < matches.length && matches[next]!.end <= end; next += 1) {
        terms.add(matches[next]!.term);
        if (matches[next]!.phrase === true) phrases.add(matches[next]!.term);
      }
      const worth = [phrases.size, terms.size, from === -1 ? 0 : next - from, start - end];
      if (compare(worth, winning) > 0) {
        winner = [first, last];
        winning = worth;
      }
    }
  }
  return winner;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - b[i]!;
  return 0;
}

function widened(sentences: readonly Range[], [first, last]: [number, number]): Range {
  const length = (from: number, to: number) => sentences[to]!.end - sentences[from]!.start;
  while (length(first, last) < EXCERPT_MIN) {
    if (last + 1 < sentences.length && length(first, last + 1) <= EXCERPT_MAX) last += 1;
    else if (first > 0 && length(first - 1, last) <= EXCERPT_MAX) first -= 1;
    else break;
  }
  return { start: sentences[first]!.start, end: sentences[last]!.end };
}

/**
 * The window, or, where so many unseen characters are written out that it would not fit a reply, the first words of its
 * matches.
 */
function seen(text: string, window: Range, matches: readonly Match[], snap: GraphemeSnap): Range {
  if (visible(text.slice(window.start, window.end)).length <= SHOWN_MAX) return window;
  const start = matches.find((match) => match.start >= window.start)?.start ?? window.start;
  const narrow = snap.shrink({ start, end: Math.min(window.end, start + EXCERPT_MIN) });
  return narrow.start < narrow.end ? narrow : window;
}

/** The sentence, or, where it is too long for an excerpt, its pieces: overlapping by half, ending between words. */
function fit(text: string, sentence: Range): Range[] {
  if (sentence.end - sentence.start <= EXCERPT_MAX) return [sentence];
  const pieces: Range[] = [];
  const step = EXCERPT_MAX / 2;
  for (let from = sentence.start; from < sentence.end; from += step) {
    const start = from === sentence.start ? from : afterSpace(text, from, from + step / 4);
    const limit = Math.min(sentence.end, start + EXCERPT_MAX);
    const end = limit === sentence.end ? limit : beforeSpace(text, limit, limit - step / 4);
    pieces.push({ start, end });
    if (end === sentence.end) break;
  }
  return pieces;
}

function afterSpace(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (isSpace(text, at - 1) && !isSpace(text, at)) return at;
  return from;
}

function beforeSpace(text: string, from: number, limit: number): number {
  for (let at = from; at > limit; at -= 1) if (isSpace(text, at) && !isSpace(text, at - 1)) return at;
  return from;
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}
