import { NAMED } from "./analyse.ts";
import type { Hit } from "./index.ts";
import type { Question } from "./question.ts";
import { withScore } from "./with-score.ts";

/**
 * The share of what is asked for, by weight, that the best passage must show: below it every answer is a guess. Less
 * will do of what paraphrases the text: those words were written for just such questions.
 */
const ENOUGH = { words: 0.56, paraphrases: 0.395 };
/** The share that is enough of a question with {@link LOOKED_FOR} things or more: each of them tells less. */
const ENOUGH_OF_MANY = 0.36;
/** The part of the best one's share that every other hit must show: what shares but a word with the question is none. */
const FAIR = 0.25;
/** Things of a long question that are looked for; nobody's passage shows them all. */
const LOOKED_FOR = 6;
/** Part of a score that depends on how much of what is asked for a passage shows. */
const COVERED = 0.5;
/** Things asked for up to which all of that part does: of a long question no passage shows everything. */
const FEW = 4;
/** Hits among which the best one is looked for. */
const BEST_OF = 50;

/**
 * The hits that answer, ordered anew by how much of what is asked for they show: those that show a fair part of what the
 * best one shows, or none at all where the best one shows too little. "Nothing found" is an answer.
 */
export function withEvidence(hits: readonly Hit[], { wanted }: Question): readonly Hit[] {
  const asked = wanted
    .map(({ weight }) => weight)
    .sort((a, b) => b - a)
    .slice(0, LOOKED_FOR)
    .reduce((sum, weight) => sum + weight, 0);
  if (asked === 0) return [];
  const shown = shownByEach(hits, wanted);
  const leading = shown.slice(0, BEST_OF);
  const enough = wanted.length < LOOKED_FOR ? ENOUGH.words : ENOUGH_OF_MANY;
  const isEnough = leading.some(
    ({ all, words }) => words / enough + (all - words) / Math.min(enough, ENOUGH.paraphrases) >= asked,
  );
  if (!isEnough) return [];
  let best = 0;
  for (const { all } of leading) best = Math.max(best, all);
  const part = COVERED * Math.min(1, FEW / wanted.length) ** 2;
  const answers: Hit[] = [];
  for (const [at, hit] of hits.entries()) {
    const { all } = shown[at]!;
    if (all < best * FAIR) continue;
    answers.push(all >= asked ? hit : withScore(hit, hit.score * (1 - part * (1 - all / asked))));
  }
  return answers.sort((a, b) => b.score - a.score);
}

/** What a hit shows of what is asked for, by weight. */
interface Shown {
  readonly all: number;
  /** What its own words show. */
  readonly words: number;
}

/** What each hit shows. Many are told to match with the same terms, and one look at those is enough. */
function shownByEach(hits: readonly Hit[], wanted: Question["wanted"]): Shown[] {
  const known = new Map<Hit["terms"], { paraphrased: Hit["paraphrased"]; shown: Shown }>();
  return hits.map((hit) => {
    const { terms, paraphrased } = hit;
    const same = known.get(terms);
    if (same?.paraphrased === paraphrased) return same.shown;
    const shown = shownBy(hit, wanted);
    known.set(terms, { paraphrased, shown });
    return shown;
  });
}

/** The weight of what a hit shows of what is asked for, and of what its own words show. */
function shownBy(hit: Hit, wanted: Question["wanted"]): Shown {
  let all = 0;
  let words = 0;
  for (const { terms, weight } of wanted) {
    const found = partFound(terms, hit.terms);
    // A name is named or not, in a paraphrase too; no other words stand for it, and no less of the rest will do.
    const isName = terms.some((term) => term.startsWith(NAMED));
    const standing = isName ? terms.filter((term) => term.startsWith(NAMED)) : terms;
    const hinted = hit.paraphrased.length === 0 ? 0 : PARAPHRASED * partFound(standing, hit.paraphrased);
    const shown = weight * Math.max(found, hinted);
    all += shown;
    words += isName ? shown : weight * found;
  }
  return { all, words };
}

/** Code after the last ASCII one: what begins below it is a name, a date, a word or a morpheme, not a pair of characters. */
const ASCII_END = 0x80;
/** What a word counts that only paraphrases the text. */
const PARAPHRASED = 0.8;

/** A name or a word is found or not; of the pairs of a word in Hangul or Han, some may be. */
function partFound(terms: readonly string[], found: readonly string[]): number {
  let pairs = 0;
  let matched = 0;
  for (const term of terms) {
    const isWhole = term.charCodeAt(0) < ASCII_END;
    if (!isWhole) pairs += 1;
    if (!found.includes(term)) continue;
    if (isWhole) return 1;
    matched += 1;
  }
  // An ending hides one pair of a short word and few of a long one: half of two says more than half of six.
  return pairs === 0 ? 0 : (matched / pairs) ** 0.8;
}
