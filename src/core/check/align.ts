import type { Range } from "../range.ts";
import { ELLIPSIS, type Atom } from "./atoms.ts";

/** Where a quote fits a text best. */
export interface Alignment {
  /** Weight of what both have in the same order, less what is skipped between; as {@link Atom.weight}. */
  readonly score: number;
  /** Atoms of the quote and of the text between the first and the last that both have. */
  readonly quote: Range;
  readonly text: Range;
}

/** What leaving out a run of atoms of the text costs, and each atom of it: one long clause is left out sooner than many words. */
const GAP = 0.4;
const GAP_ATOM = 0.02;

/**
 * The best local alignment of a quote with a text (Smith and Waterman 1981, with affine gaps after Gotoh 1982), where
 * what the quote adds costs nothing but its weight, and an ellipsis leaves out for nothing. Time: the product of both
 * lengths.
 */
export function align(quote: readonly Atom[], text: readonly Atom[]): Alignment | null {
  const width = text.length + 1;
  const keys = numbered(quote, text);
  // For each place in the text: the best score of an alignment that ends there, and where it began in both.
  let [score, fromQuote, fromText] = rows(width);
  let [nextScore, nextFromQuote, nextFromText] = rows(width);
  let best: Alignment | null = null;
  for (const [at, { weight, key }] of quote.entries()) {
    const free = key === ELLIPSIS;
    const open = free ? 0 : GAP;
    const extend = free ? 0 : GAP_ATOM;
    let gap = Number.NEGATIVE_INFINITY;
    let gapQuote = 0;
    let gapText = 0;
    nextScore[0] = 0;
    for (let to = 1; to < width; to += 1) {
      // The atom of the quote is added: it stands nowhere here.
      let value = score[to]!;
      let beginQuote = fromQuote[to]!;
      let beginText = fromText[to]!;
      if (nextScore[to - 1]! - open > gap) {
        gap = nextScore[to - 1]! - open;
        gapQuote = nextFromQuote[to - 1]!;
        gapText = nextFromText[to - 1]!;
      }
      gap -= extend;
      if (gap > value) {
        value = gap;
        beginQuote = gapQuote;
        beginText = gapText;
      }
      if (keys.quote[at] === keys.text[to - 1]) {
        const before = score[to - 1]!;
        if (before + weight > value) {
          value = before + weight;
          beginQuote = before > 0 ? fromQuote[to - 1]! : at;
          beginText = before > 0 ? fromText[to - 1]! : to - 1;
          if (value > (best?.score ?? 0)) {
            best = {
              score: value,
              quote: { start: beginQuote, end: at + 1 },
              text: { start: beginText, end: to },
            };
          }
        }
      }
      nextScore[to] = value;
      nextFromQuote[to] = beginQuote;
      nextFromText[to] = beginText;
    }
    [score, nextScore] = [nextScore, score];
    [fromQuote, nextFromQuote] = [nextFromQuote, fromQuote];
    [fromText, nextFromText] = [nextFromText, fromText];
  }
  return best;
}

function rows(width: number): [Float64Array, Int32Array, Int32Array] {
  return [new Float64Array(width), new Int32Array(width), new Int32Array(width)];
}

/** Keys as numbers: they are compared millions of times. */
function numbered(quote: readonly Atom[], text: readonly Atom[]): { quote: Int32Array; text: Int32Array } {
  const numbers = new Map<string, number>();
  for (const { key } of quote) if (!numbers.has(key)) numbers.set(key, numbers.size);
  const numberOf = ({ key }: Atom) => numbers.get(key) ?? -1;
  return { quote: Int32Array.from(quote, numberOf), text: Int32Array.from(text, numberOf) };
}
