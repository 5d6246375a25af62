import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { readBuiltIn } from "./lib/collection.ts";
import { fts5 } from "./speed/fts5.ts";
import { koreaDesk } from "./speed/korea-desk.ts";
import { ask, build, warmUp, type Built } from "./speed/measure.ts";
import { orama } from "./speed/orama.ts";
import { makeCollection } from "./speed/passages.ts";
import { plainMiniSearch } from "./speed/plain-minisearch.ts";
import { questionsOn } from "./speed/questions.ts";
import { printAsked, printBuilt, printRatios, type ClassReport } from "./speed/report.ts";

/**
 * Measures how long an answer takes and what an index costs on synthetic passages, for Korea Desk beside the library it
 * is built on and two other engines, in one process. Sizes as arguments. Needs `--expose-gc` to tell memory.
 */
const SIZES = [1_000, 10_000, 100_000];

const { positionals } = parseArgs({ allowPositionals: true });
const sizes = positionals.length === 0 ? SIZES : positionals.map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 100)) {
  throw new Error("usage: npm run -s bench:speed -- [PASSAGES…], 100 at least");
}
const { languages } = await readBuiltIn();
for (const size of sizes) await measure(size);

async function measure(size: number): Promise<void> {
  const collection = makeCollection(size);
  console.log(`\n${size} passages, Node ${process.version}, load ${loadavg()[0]!.toFixed(2)}\n`);
  const { plain, tolerant } = plainMiniSearch(languages.analyser);
  const built = new Map<string, Built | null>();
  const { ranking, quoting } = koreaDesk(languages);
  const engines = [ranking, plain, orama(), fts5()];
  for (const engine of engines) built.set(engine.name, await build(engine, collection));
  printBuilt(built);

  const ready = [...engines, quoting, tolerant].filter(({ name }) => built.get(name) !== null);
  const classes = questionsOn(collection);
  await warmUp(ready, classes);
  const reports: ClassReport[] = [];
  for (const one of classes) reports.push({ name: one.name, asked: await ask(ready, one) });
  console.log();
  printAsked(reports, [...built.keys()]);
  console.log();
  printRatios(reports);
}
