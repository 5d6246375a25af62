import type { StoryText } from "./text.ts";

/** Words at either end that are not looked at: there stand place, agency and byline, each outlet's own. */
const EDGE = 12;
/** Marks after which a capital tells nothing. */
const BEFORE_SENTENCE = /[.!?:;"“”‘’'«»()[\]—–-]$/u;

/**
 * Names and numbers inside a text, folded: words with a capital where no sentence begins, abbreviations, and whatever
 * begins with a digit. What a text is about is in them: the greeting of one day has others than that of the next.
 */
function particularsOf({ words, body }: StoryText): Set<string> {
  const inner = words.slice(EDGE, Math.max(EDGE, words.length - EDGE));
  return new Set(
    inner
      .filter(({ single, initial, capitals, folded, start, end }) => {
        if (single || !initial) return false;
        if (/^\p{N}/u.test(folded) || capitals) return true;
        return /^\p{Lu}/u.test(body.slice(start, end)) && !beginsSentence(body, start);
      })
      .map(({ folded }) => folded),
  );
}

function beginsSentence(body: string, start: number): boolean {
  const before = body.slice(Math.max(0, start - 4), start);
  const trimmed = before.trimEnd();
  return trimmed === "" || before.includes("\n") || BEFORE_SENTENCE.test(trimmed);
}

/**
 * Pairs of neighbouring characters of Hangul, Han or kana that a text has more than once. A name has no capital there, but
 * what a text is about it names again.
 */
function repeatedPairsOf({ words }: StoryText): Set<string> {
  const once = new Set<string>();
  return new Set(pairsOf(words).filter((pair) => once.has(pair) || !once.add(pair)));
}

function pairsOf(words: StoryText["words"]): string[] {
  return words
    .slice(1)
    .flatMap((second, at) => (words[at]!.single && second.single ? [words[at]!.folded + second.folded] : []));
}

/** From how many particulars that are others, and from which share of all, two texts differ in them. */
const NAMES = { least: 2, share: 0.2 };
/** A house style replaces a word everywhere, which changes two pairs; of pairs most are no names. */
const PAIRS = { least: 3, share: 0.08 };

/**
 * Whether what one text names, another text of its pattern has replaced by something else. What stands on one side only
 * tells nothing: texts are cut.
 */
export function differInParticulars(shorter: StoryText, longer: StoryText): boolean {
  const wordsIn = ({ words }: StoryText) => new Set(words.map(({ folded }) => folded));
  const pairsIn = ({ words }: StoryText) => new Set(pairsOf(words));
  return (
    isReplaced(shorter, longer, particularsOf, wordsIn, NAMES) ||
    isReplaced(shorter, longer, repeatedPairsOf, pairsIn, PAIRS)
  );
}

type Read = (text: StoryText) => Set<string>;

function isReplaced(
  shorter: StoryText,
  longer: StoryText,
  particulars: Read,
  all: Read,
  { least, share }: typeof NAMES,
): boolean {
  const own = particulars(shorter);
  const replaced = Math.min(
    own.difference(all(longer)).size,
    particulars(longer).difference(all(shorter)).size,
  );
  return replaced >= Math.max(least, own.size * share);
}
