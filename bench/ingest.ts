import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDesk } from "../src/compose.ts";
import { readConfig, type Config } from "../src/config.ts";
import type { Desk } from "../src/core/desk.ts";
import { createLogger } from "../src/ops/log.ts";
import { writePages } from "./ingest/pages.ts";
import { atRate, percentile, together, type Measured } from "./lib/load.ts";
import { distinctQueries } from "./lib/queries.ts";

/**
 * Measures how fast documents come in, and what that costs those who search meanwhile: `korea import` in a process of its
 * own fills the store of a running desk, which takes the documents in while it answers so many searches a second. Quiet
 * and busy times alternate in one run.
 */
const PAGES = 300;
const ROUNDS = 3;
const RATE = 100;
const QUIET_MS = 6_000;
/** A part of the busy time that is measured at once; the last one goes on until everything is found. */
const PART_MS = 1_000;
const WHOLE_MAX = 240_000;

const folder = mkdtempSync(join(tmpdir(), "korea-desk-bench-"));
const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

const late = setTimeout(() => {
  console.error(`Not done within ${WHOLE_MAX / 1_000} s: given up.`);
  process.exit(1);
}, WHOLE_MAX);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const config: Config = {
  ...readConfig({ environment: {}, dotenv: null }).config!,
  dataDir: join(folder, "data"),
};
const { desk, live, close } = await openDesk(config, [], createLogger("warn"));
await live.start();
const bodies = Array.from(desk.library.entries(), ({ version }) => version.body);
const korean = [(bodies.join(" ").match(/[\p{Script=Hangul}]+/gu) ?? []).join(" ")];
const bytes = Array.from({ length: ROUNDS }, (_, round) =>
  writePages(join(folder, `pages-${round}`), PAGES, { texts: bodies, korean, seed: round + 1 }),
);
const next = distinctQueries(desk.library);
const ask = async () => {
  await desk.run({ command: "search", values: { query: next() } }, { tenant: "console", locale: "en" });
};
await atRate(ask, RATE, { ms: 2_000, commands: Number.POSITIVE_INFINITY });

console.log(
  `Node ${process.version}, load ${loadavg()[0]!.toFixed(2)}, ${desk.library.size} documents at first`,
);
const quiet: Measured[] = [];
const busy: Measured[] = [];
let importing = 0;
let following = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  quiet.push(await atRate(ask, RATE, { ms: QUIET_MS, commands: Number.POSITIVE_INFINITY }));
  const { parts, imported, found } = await whileImporting(join(folder, `pages-${round}`), desk);
  busy.push(...parts);
  importing += imported;
  following += found;
}
// What was added makes searches longer for good: quiet times before and after are beside the busy ones alike.
quiet.push(await atRate(ask, RATE, { ms: QUIET_MS, commands: Number.POSITIVE_INFINITY }));
print("searches a second", RATE.toString(), RATE.toString(), "");
for (const percent of [50, 99]) {
  const [alone, beside] = [quiet, busy].map((all) => percentile(together(all).latencies, percent));
  print(`p${percent} of a search`, ms(alone!), ms(beside!), `${(beside! / alone!).toFixed(2)} ×`);
}
const documents = PAGES * ROUNDS;
console.log(
  `\nkorea import: ${documents} pages (${(bytes.reduce((sum, one) => sum + one, 0) / 2 ** 20).toFixed(1)} MB) at ` +
    `${(documents / (importing / 1_000)).toFixed(0)} a second; found in the running desk at ` +
    `${(documents / (following / 1_000)).toFixed(0)} a second, the last one ` +
    `${((following - importing) / ROUNDS).toFixed(0)} ms after its import ended`,
);
console.log(`goal: p99 beside an import ≤ 1.5 × alone; ${desk.library.size} documents at last`);
await close();
clearTimeout(late);

/** Searches go on from the start of an import until all its documents are found. */
async function whileImporting(pages: string, { library }: Desk) {
  const before = library.size;
  const started = performance.now();
  const child = spawn(process.execPath, [cli, "import", pages], {
    env: { ...process.env, DATA_DIR: config.dataDir },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exited = once(child, "exit").then(() => performance.now() - started);
  const parts: Measured[] = [];
  while (desk.library.size < before + PAGES)
    parts.push(await atRate(ask, RATE, { ms: PART_MS, commands: Number.POSITIVE_INFINITY }));
  const found = performance.now() - started;
  return { parts, imported: await exited, found };
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}

function print(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(20) + cells.map((cell) => cell.padStart(14)).join(""));
}
