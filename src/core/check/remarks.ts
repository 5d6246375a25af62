import { OWN_OUTLET } from "../outlet.ts";
import type { Checked } from "./check.ts";
import type { Occurrence } from "./exact.ts";
import { foldText } from "./fold.ts";
import { partsOf } from "./quote-text.ts";

/** What must be said beside the verdict on a quote. */
export interface Remarks {
  /** Only the quotation in the text was checked. */
  readonly part: boolean;
  /** It, or a part of it, has so few words that many texts may have them. */
  readonly short: boolean;
  /** The comma at its end is not the document's. */
  readonly comma: boolean;
  /** It is exact but for what is not compared: case, spacing, kinds of marks. */
  readonly folded: boolean;
  /** The document's words where it parts Hangul otherwise than the quote does; `null` where it does not. */
  readonly spacing: string | null;
  /** It stands only in texts of our own, or is like them alone. */
  readonly ownWordsOnly: boolean;
  readonly overParagraphs: boolean;
  /** Its parts stand in one document in order, but too far apart to be one statement. */
  readonly farApart: boolean;
  /** What an ellipsis left out inside a paragraph, each once. */
  readonly leftOut: readonly LeftOut[];
}

/** What an ellipsis left out. */
export interface LeftOut {
  readonly text: string;
  /** A word or character in it that can turn the meaning into its opposite. */
  readonly negation: string | null;
}

/** The remarks on what was found about a quote. */
export function remarksOn(checked: Checked): Remarks {
  const { quote, isPart, short, comma, verdict, occurrences, nearest, farApart } = checked;
  const bodies = occurrences.flatMap((occurrence) => textsOf(occurrence));
  const literal = oneSpaced(quote.text);
  const entries = (verdict === "exact" ? occurrences : nearest).map(({ entry }) => entry);
  return {
    part: isPart,
    short,
    comma,
    folded: bodies.some((run) => !literal.includes(oneSpaced(run))),
    spacing: spacingOf(checked),
    ownWordsOnly: entries.length > 0 && entries.every(({ document }) => document.outletId === OWN_OUTLET),
    overParagraphs: bodies.some((run) => run.includes("\n\n")),
    farApart,
    leftOut: leftOutOf(occurrences),
  };
}

function textsOf({ entry, runs }: Occurrence): string[] {
  return runs.map(({ start, end }) => entry.version.body.slice(start, end));
}

function oneSpaced(words: string): string {
  return words.replace(/\s+/gu, " ");
}

/** English and Korean words, and characters of Chinese; 안 is a part of many nouns (제안, 안보). */
const NEGATION =
  /\b(?:not|never|no|none|nor|neither|nobody|nothing|without|cannot)\b|[a-z]+n['’ʼ]t\b|(?<![가-힣])안(?=\s|하|되|된|될)|않|못|없|아니|[不没沒未无無]/iu;

function leftOutOf(occurrences: readonly Occurrence[]): LeftOut[] {
  const texts = occurrences.flatMap(({ entry, runs }) =>
    runs.slice(1).map(({ start }, at) => entry.version.body.slice(runs[at]!.end, start).trim()),
  );
  return [...new Set(texts)]
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !text.includes("\n\n"))
    .map((text) => ({ text, negation: NEGATION.exec(text)?.[0] ?? null }));
}

/** Where the first place that is spaced otherwise between Hangul is, in the document's words. */
function spacingOf({ quote, occurrences }: Checked): string | null {
  const parts = partsOf(quote).map(({ text }) => text);
  for (const occurrence of occurrences) {
    const texts = textsOf(occurrence);
    const quoted = texts.length === parts.length ? parts : [quote.text];
    for (const [at, text] of texts.entries()) {
      const differing = firstSpacing(text, quoted[at] ?? "");
      if (differing !== null) return differing;
    }
  }
  return null;
}

/** The words of the document around the first border between Hangul that only one of the two has. */
function firstSpacing(document: string, quote: string): string | null {
  const here = wordsIn(document);
  const there = wordsIn(quote);
  const borders = (words: readonly Word[]) =>
    new Set(words.filter(({ hangul }) => hangul).map(({ end }) => end));
  const [first] = [...borders(here).symmetricDifference(borders(there))].sort((a, b) => a - b);
  if (first === undefined) return null;
  const around = here.filter(({ start, end }) => start <= first && first <= end);
  return around.map(({ text }) => text).join(" ");
}

/** A word of a text by white space; its borders count the letters and digits before them. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether Hangul stands on both sides of its end. */
  readonly hangul: boolean;
}

function wordsIn(text: string): Word[] {
  const found = text
    .split(/\s+/u)
    .map((word) => ({ word, letters: foldText(word).replace(/[^\p{L}\p{M}\p{N}]/gu, "") }))
    .filter(({ letters }) => letters !== "");
  let at = 0;
  return found.map(({ word, letters }, index) => {
    const start = at;
    at += letters.length;
    const next = found[index + 1]?.letters ?? "";
    const hangul = /\p{Script=Hangul}$/u.test(letters) && /^\p{Script=Hangul}/u.test(next);
    return { text: word, start, end: at, hangul };
  });
}
