import { checkText } from "../../src/core/check/check.ts";
import type { Near } from "../../src/core/check/nearest.ts";
import type { Entry } from "../../src/core/document.ts";
import type { Library } from "../../src/core/library.ts";
import { randomFrom } from "../lib/random.ts";
import { FAITHFUL } from "./faithful.ts";
import { MUTATIONS, type Mutation } from "./mutations.ts";
import { plain, plainTexts, runsFrom, type Run } from "./passages.ts";

/** How many quotes of a kind were tried, how many were answered rightly, and some that were not. */
export interface Figures {
  readonly kind: string;
  tried: number;
  right: number;
  /** Wrong quotes called exact. */
  wrongExact: number;
  readonly missed: string[];
}

/** Tries wrong quotes, as many of each kind; right is one said to differ, with its passage and the words changed. */
export function tryMutations(library: Library, entries: readonly Entry[], count: number): Figures[] {
  const random = randomFrom(1958);
  const draw = runsFrom(entries, random);
  const texts = plainTexts(entries);
  const kinds = Object.entries(MUTATIONS);
  return kinds.map(([kind, mutate], at) => {
    const figures: Figures = { kind, tried: 0, right: 0, wrongExact: 0, missed: [] };
    const wanted = Math.floor((count * (at + 1)) / kinds.length) - Math.floor((count * at) / kinds.length);
    while (figures.tried < wanted) {
      const run = draw();
      const mutation = mutate(run, random, draw());
      // What some text has after all is no wrong quote.
      if (mutation === null || texts.some((text) => text.includes(plain(mutation.quote)))) continue;
      figures.tried += 1;
      const checked = checkText(mutation.quote, library);
      if (checked?.verdict === "exact") figures.wrongExact += 1;
      const near = checked?.nearest.find((one) => isAt(one, run));
      if (near !== undefined && shows(near, mutation)) figures.right += 1;
      else figures.missed.push(`${checked?.verdict}: ${mutation.quote}`);
    }
    return figures;
  });
}

/** Tries faithful quotes, as many of each kind; right is one said to be exact, with its place among the places. */
export function tryFaithful(library: Library, entries: readonly Entry[], count: number): Figures[] {
  const random = randomFrom(1953);
  const draw = runsFrom(entries, random);
  const kinds = Object.entries(FAITHFUL);
  return kinds.map(([kind, rewrite], at) => {
    const figures: Figures = { kind, tried: 0, right: 0, wrongExact: 0, missed: [] };
    const wanted = Math.floor((count * (at + 1)) / kinds.length) - Math.floor((count * at) / kinds.length);
    for (; figures.tried < wanted; figures.tried += 1) {
      const run = draw();
      const quote = rewrite(run, random);
      const checked = checkText(quote, library);
      const there = checked?.occurrences.some(
        ({ entry, runs }) =>
          entry === run.entry && runs[0]!.start <= run.end && runs.at(-1)!.end >= run.start,
      );
      if (checked?.verdict === "exact" && !checked.isPart && there === true) figures.right += 1;
      else figures.missed.push(`${checked?.verdict}: ${quote}`);
    }
    return figures;
  });
}

/** Whether it is the passage, or another one with the same words. */
function isAt({ entry, run }: Near, where: Run): boolean {
  const { body } = entry.version;
  const here = entry === where.entry && run.start < where.end && run.end > where.start;
  return here || plain(body).includes(plain(where.text));
}

/** Share of the words of a clause that must be shown as left out: some may stand beside it too. */
const SHOWN = 0.8;

function shows({ difference: { parts } }: Near, { leftOut, added }: Mutation): boolean {
  const words = (type: string) =>
    parts
      .filter((part) => part.type === type)
      .map((part) => part.text)
      .join(" ")
      .split(/[^\p{L}\p{N}]+/u);
  const share = (all: readonly string[], shown: readonly string[]) =>
    all.length === 0 || all.filter((word) => shown.includes(word)).length / all.length >= SHOWN;
  const split = (all: readonly string[]) => all.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u));
  return share(split(leftOut), words("left-out")) && share(split(added), words("added"));
}
