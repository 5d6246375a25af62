import type { Range } from "../../src/core/range.ts";
import type { Random } from "../lib/random.ts";
import type { Run } from "./passages.ts";

/** A quote that is wrong, and what is wrong with it. */
export interface Mutation {
  readonly quote: string;
  /** Words of the document that the quote has not, and words of the quote that the document has not. */
  readonly leftOut: readonly string[];
  readonly added: readonly string[];
}

/** Makes a quote wrong in one way; `null` where the run has nothing to do it to. */
export type Mutate = (run: Run, random: Random, other: Run) => Mutation | null;

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const NAMES = [
  "Kim Jong Un",
  "Xi Jinping",
  "Donald Trump",
  "Moon Jae-in",
  "Mike Pompeo",
  "Kim Yo Jong",
  "Choe Son Hui",
  "Vladimir Putin",
  "Yoon Suk Yeol",
  "Ri Yong Ho",
];
const NAME = /\b(?:Kim Jong Un|Kim Jong Il|Xi Jinping|Donald Trump|Moon Jae-in|Mike Pompeo|Kim Yo Jong|Choe Son Hui|Vladimir Putin|Yoon Suk Yeol|Ri Yong Ho|Trump|Moon|Xi|Putin|Pompeo|Yoon)\b/gu; // prettier-ignore

/** The seven ways in which quotes go wrong. */
export const MUTATIONS: Readonly<Record<string, Mutate>> = {
  "a word dropped": ({ text }, random) => {
    const word = pick(inner(text), random);
    return word && made(text, word.start, word.end, "", [word.text], []);
  },
  "a word swapped": ({ text }, random, other) => {
    const word = pick(inner(text), random);
    const instead = pick(
      inner(other.text).filter((one) => !text.toLowerCase().includes(one.text.toLowerCase())),
      random,
    );
    return word && instead && made(text, word.start, word.end, instead.text, [word.text], [instead.text]);
  },
  "a number or date changed": ({ text }, random) => {
    const found = pick(matches(text, new RegExp(String.raw`\b(?:\d+|${MONTHS.join("|")})\b`, "gu")), random);
    if (found === null) return null;
    const instead = /\d/u.test(found.text)
      ? String(Number(found.text) + 1 + random.below(8))
      : MONTHS[(MONTHS.indexOf(found.text) + 1 + random.below(11)) % 12]!;
    return made(text, found.start, found.end, instead, [found.text], [instead]);
  },
  "a negation added or removed": ({ text }, random) => {
    const negation = pick(matches(text, / (?:not|never|no)(?= )/gu), random);
    if (negation !== null) {
      return made(text, negation.start, negation.end, "", [negation.text.trim()], []);
    }
    const verb = pick(
      matches(text, /\b(?:is|are|was|were|had|has|have|would|will|could|may)\b(?= )/gu),
      random,
    );
    return verb && made(text, verb.end, verb.end, " not", [], ["not"]);
  },
  "two sentences joined": ({ text, sentences }, random) => {
    if (sentences.length >= 3) {
      const at = 1 + random.below(sentences.length - 2);
      const { start, end } = sentences[at]!;
      return made(text, start, Math.min(text.length, end + 1), "", wordsIn(text.slice(start, end)), []);
    }
    if (sentences.length < 2) return null;
    const [first, second] = sentences as [Range, Range];
    return made(text, first.end - 1, second.start, ", and ", [], ["and"]);
  },
  "a clause left out": ({ text }, random) => {
    const words = inner(text);
    const count = 3 + random.below(6);
    if (words.length < count + 4) return null;
    const at = 1 + random.below(words.length - count - 1);
    const out = words.slice(at, at + count);
    return made(
      text,
      out[0]!.start,
      words[at + count]!.start,
      "",
      out.map((word) => word.text),
      [],
    );
  },
  "another speaker": ({ text }, random) => {
    const name = pick(matches(text, NAME), random);
    if (name === null) return null;
    const instead = random.pick(
      NAMES.filter((one) => !one.split(" ").some((part) => name.text.includes(part))),
    );
    return made(text, name.start, name.end, instead, name.text.split(" "), instead.split(" "));
  },
};

interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function made(
  text: string,
  start: number,
  end: number,
  instead: string,
  leftOut: readonly string[],
  added: readonly string[],
): Mutation {
  const quote = (text.slice(0, start) + instead + text.slice(end)).replace(/ {2,}/gu, " ").trim();
  return { quote, leftOut, added };
}

/** Words of letters but the first and the last one: without those a quote is only shorter. */
function inner(text: string): Found[] {
  return matches(text, /(?<=\s)\p{L}+(?=\s)/gu).slice(1, -1);
}

function wordsIn(text: string): string[] {
  return matches(text, /\p{L}+/gu).map((word) => word.text);
}

function matches(text: string, pattern: RegExp): Found[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
  }));
}

function pick<T>(all: readonly T[], random: Random): T | null {
  return all.length === 0 ? null : random.pick(all);
}
