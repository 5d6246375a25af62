import { parseArgs } from "node:util";
import { Library } from "../src/core/library.ts";
import { OutletBook } from "../src/core/outlet.ts";
import { search } from "../src/core/search/search.ts";
import { readCollection, type Collection } from "./lib/collection.ts";
import { mean, score, type Scores } from "./lib/measures.ts";

/** Measures ranking on folders of `docs.jsonl`, `queries.jsonl` and `qrels.jsonl`, through the bot's own search. */
const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) throw new Error("usage: npm run -s bench:quality -- FOLDER…");

console.log(`${"collection".padEnd(40)} questions   nDCG@10   MRR@10  recall@50`);
const means: Scores[] = [];
for (const folder of positionals) {
  const scores = measure(readCollection(folder));
  means.push(mean(scores));
  print(folder, scores.length, means.at(-1)!);
}
if (means.length > 1) print("mean", means.length, mean(means));

function measure({ entries, queries, grades }: Collection): Scores[] {
  const library = new Library(new OutletBook([]));
  for (const entry of entries) library.add(entry);
  return queries
    .filter(({ id }) => grades.has(id))
    .map(({ id, text }) => score(ranking(library, text), grades.get(id)!));
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
