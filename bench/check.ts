import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { checkText } from "../src/core/check/check.ts";
import { Library } from "../src/core/library.ts";
import { OutletBook } from "../src/core/outlet.ts";
import { readBuiltIn } from "./lib/collection.ts";
import { tryFaithful, tryMutations, type Figures } from "./check/measure.ts";
import { readTexts } from "./check/passages.ts";
import { makeCollection } from "./speed/passages.ts";
import { randomFrom } from "./lib/random.ts";

/**
 * Measures `/korea check`: wrong quotes of real passages that are called exact (none may be), that are said to differ with
 * the right passage and the words changed; faithful ones that are called exact; and how long an answer takes at 100,000
 * synthetic passages. `--missed` shows what was answered wrongly, `--quality` leaves the speed out.
 */
const { values } = parseArgs({
  options: { missed: { type: "boolean", default: false }, quality: { type: "boolean", default: false } },
});
const MUTATED = 2_000;
const FAITHFUL = 500;
const PASSAGES = 100_000;
const ASKED = 1_000;

const { library, entries } = await readTexts();
console.log(`${entries.length} documents, ${library.index.size} passages\n`);
const mutated = tryMutations(library, entries, MUTATED);
print("wrong quotes: said to differ, passage and words shown", mutated);
console.log(`called exact: ${mutated.reduce((sum, { wrongExact }) => sum + wrongExact, 0)}\n`);
print("faithful quotes: called exact", tryFaithful(library, entries, FAITHFUL));
if (!values.quality) await measureSpeed();

function print(title: string, all: readonly Figures[]): void {
  console.log(title);
  const line = (kind: string, right: number, tried: number) =>
    console.log(`  ${kind.padEnd(32)} ${String(right).padStart(5)} of ${String(tried).padStart(5)}`);
  for (const { kind, right, tried, missed } of all) {
    line(kind, right, tried);
    if (values.missed) for (const one of missed) console.log(`    ${one.replaceAll("\n", " ")}`);
  }
  const sum = (of: (figures: Figures) => number) => all.reduce((total, one) => total + of(one), 0);
  const [right, tried] = [sum((one) => one.right), sum((one) => one.tried)];
  line("all", right, tried);
  console.log(`  ${((100 * right) / tried).toFixed(2)} %`);
}

async function measureSpeed(): Promise<void> {
  const { languages } = await readBuiltIn();
  const large = new Library(new OutletBook([]), languages);
  const collection = makeCollection(PASSAGES);
  for (const entry of collection.entries) large.add(entry);
  const random = randomFrom(7);
  const words = (count: number) => {
    const all = random.pick(collection.entries).version.body.split(" ");
    const at = random.below(Math.max(1, all.length - count));
    return all.slice(at, at + count);
  };
  const kinds: Record<string, () => string> = {
    "exact, 25 words": () => words(25).join(" "),
    "exact, 6 words": () => words(6).join(" "),
    "exact, 3 words": () => words(3).join(" "),
    "a word swapped, 25 words": () => words(25).toSpliced(12, 1, random.pick(collection.words)).join(" "),
    "a word swapped, 8 words": () => words(8).toSpliced(4, 1, random.pick(collection.words)).join(" "),
    "made up, 15 words": () => Array.from({ length: 15 }, () => words(1)[0]!).join(" "),
    "300 words": () =>
      Array.from({ length: 5 }, () => words(60))
        .flat()
        .join(" ")
        .slice(0, 1_900),
  };
  console.log(`\n${PASSAGES} passages, Node ${process.version}, load ${loadavg()[0]!.toFixed(2)}`);
  const all: number[] = [];
  for (const [kind, make] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let asked = 0; asked < ASKED / Object.keys(kinds).length; asked += 1) {
      const quote = make();
      times.push(timed(() => checkText(quote, large)));
    }
    all.push(...times);
    printTimes(kind, times);
  }
  printTimes("all", all);
  // Each stands in four passages of ten: as slow as it gets, and rare.
  const worst = collection.words.slice(0, 3).join(" ");
  printTimes(
    "the 3 most frequent words",
    Array.from({ length: 50 }, () => timed(() => checkText(worst, large))),
  );
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function printTimes(kind: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(10);
  console.log(`  ${kind.padEnd(32)} p50 ${ms(at(0.5))}  p99 ${ms(at(0.99))}  most ${ms(at(1))}`);
}
