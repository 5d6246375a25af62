import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Library } from "../src/core/library.ts";
import { OutletBook } from "../src/core/outlet.ts";
import { search } from "../src/core/search/search.ts";
import {
  readBuiltIn,
  readCollection,
  readOwnQuestions,
  type Collection,
  type CollectionQuery,
} from "./lib/collection.ts";
import { mistyped } from "./lib/typos.ts";
import { mean, score, type Scores } from "./lib/measures.ts";

/**
 * Measures ranking through the bot's own search: on folders of `docs.jsonl`, `queries.jsonl` and `qrels.jsonl`, and on
 * questions about the built-in corpus (a folder without `docs.jsonl`), by their types. Of those only the open half is
 * scored; `--sealed` scores the other one instead, once, when everything is done. `--typos` puts one typing mistake into
 * every question.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sealed: { type: "boolean", default: false },
    typos: { type: "boolean", default: false },
  },
});
if (positionals.length === 0)
  throw new Error("usage: npm run -s bench:quality -- FOLDER… [--sealed] [--typos]");

// What the bot knows of names and languages is known whatever is searched: one configuration for all.
const { entries: builtIn, languages } = await readBuiltIn();

console.log(`${"".padEnd(40)} questions   nDCG@10   MRR@10  recall@50`);
const means: Scores[] = [];
for (const folder of positionals) {
  if (existsSync(join(folder, "docs.jsonl"))) {
    const collection = readCollection(folder);
    means.push(mean(measure(libraryOf(collection), collection, collection.queries)));
    print(folder, collection.queries.length, means.at(-1)!);
  } else measureOwn(folder);
}
if (means.length > 1) print("mean of the collections", means.length, mean(means));

function measureOwn(folder: string): void {
  const own = readOwnQuestions(folder, builtIn);
  const library = libraryOf(own);
  const asked = own.queries.filter(({ sealed }) => sealed === values.sealed);
  const types = Map.groupBy(asked, ({ type = "all" }) => type);
  const all: Scores[] = [];
  for (const [type, queries] of types) {
    if (queries.some(({ id }) => !own.grades.has(id))) {
      const silent = queries.filter(
        ({ text }) => search(library, { query: text, limit: 0 }).total === 0,
      ).length;
      console.log(
        `${`  ${type}`.padEnd(40)} ${String(queries.length).padStart(9)}   answered with nothing: ${silent}`,
      );
      continue;
    }
    const scores = measure(library, own, queries);
    all.push(...scores);
    print(`  ${type}`, scores.length, mean(scores));
  }
  print(`${folder} (${values.sealed ? "sealed" : "open"} half)`, all.length, mean(all));
}

function libraryOf({ entries }: Collection): Library {
  const library = new Library(new OutletBook([]), languages);
  for (const entry of entries) library.add(entry);
  return library;
}

function measure(library: Library, { grades }: Collection, queries: readonly CollectionQuery[]): Scores[] {
  return queries
    .filter(({ id }) => grades.has(id))
    .map(({ id, text }) => score(ranking(library, values.typos ? mistyped(text) : text), grades.get(id)!));
}

/** Documents in the order of their best passages. */
function ranking(library: Library, query: string): string[] {
  const { excerpts } = search(library, { query, limit: 200 });
  return [...new Set(excerpts.map(({ document }) => document.id))];
}

function print(name: string, count: number, { ndcg10, mrr10, recall50 }: Scores): void {
  const figures = [ndcg10, mrr10, recall50].map((figure) => figure.toFixed(4).padStart(9));
  console.log(`${name.slice(-40).padEnd(40)} ${String(count).padStart(9)} ${figures.join(" ")}`);
}
