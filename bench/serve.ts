import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { BUILT_IN } from "../src/compose.ts";
import { Library } from "../src/core/library.ts";
import { loadCorpus, loadOutlets } from "../src/ingest/corpus.ts";
import { BOTS, runBot, type Bot, type Used } from "./serve/bots.ts";
import { createDiscordSide } from "./serve/discord-side.ts";
import type { FarSide } from "./serve/far-side.ts";
import { asMany, atRate, percentile, together, type Measured } from "./lib/load.ts";
import { distinctQueries } from "./lib/queries.ts";
import { createSlackSide } from "./serve/slack-side.ts";

/**
 * Measures the whole bot on loopback, each in a process of its own, beside a bare bot of the same library: commands a
 * second, how long the first response takes at a steady rate, and memory. No question comes twice.
 */
const ROUNDS = 2;
const WORKERS = 32;
const RATE = 300;
const WARM_UP = { ms: 1_000, commands: 500 };
const AS_MANY = { ms: 2_000, commands: 10_000 };
const AT_RATE = { ms: 2_500, commands: 1_000 };
const WHOLE_MAX = 60_000;

interface Running {
  bot: Bot;
  side: FarSide;
  child: ChildProcess;
  asMany: Measured[];
  atRate: Measured[];
  /** Milliseconds of processor time for the commands of `asMany`. */
  cpu: number;
}

async function start(bot: Bot): Promise<Running> {
  const side = await (bot.startsWith("slack") ? createSlackSide() : createDiscordSide());
  const child = fork(import.meta.filename, [bot, side.apiUrl]);
  const [{ port }] = (await once(child, "message")) as [{ port: number | null }];
  side.ready(port);
  return { bot, side, child, asMany: [], atRate: [], cpu: 0 };
}

async function usedBy(child: ChildProcess): Promise<Used> {
  child.send("used");
  const [used] = (await once(child, "message")) as [Used];
  return used;
}

async function measure(): Promise<void> {
  const late = setTimeout(() => {
    console.error(`Not done within ${WHOLE_MAX / 1_000} s: given up.`);
    process.exit(1);
  }, WHOLE_MAX);
  const { outlets } = await loadOutlets(BUILT_IN);
  const library = new Library(outlets);
  for (const entry of (await loadCorpus(BUILT_IN, outlets)).entries) library.add(entry);
  const next = distinctQueries(library);

  console.log(`Node ${process.version}, load ${loadavg()[0]!.toFixed(2)}, ${library.size} documents`);
  const bots: Running[] = [];
  for (const bot of BOTS) bots.push(await start(bot));
  for (const { side } of bots) await asMany(() => side.ask(next()), WORKERS, WARM_UP);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const running of bots) {
      const ask = () => running.side.ask(next());
      const before = await usedBy(running.child);
      running.asMany.push(await asMany(ask, WORKERS, AS_MANY));
      running.cpu += (await usedBy(running.child)).cpu - before.cpu;
      running.atRate.push(await atRate(ask, RATE, AT_RATE));
    }
  }
  row("", ["commands/s", "CPU each", `p50 at ${RATE}/s`, "p99", "unanswered", "memory, most"]);
  for (const running of bots) await print(running);
  row("goals", ["≥ 500", "", "", "≤ 250 ms", "0", "≤ 512 MB"]);
  for (const { side, child } of bots) {
    child.disconnect();
    await once(child, "exit");
    side.close();
  }
  clearTimeout(late);
}

async function print({ bot, child, cpu, ...measured }: Running): Promise<void> {
  const many = together(measured.asMany);
  const steady = together(measured.atRate);
  const failures = [...many.failures, ...steady.failures];
  const { memory } = await usedBy(child);
  const rate = many.latencies.length / (many.ms / 1_000);
  const ms = (percent: number) => `${percentile(steady.latencies, percent).toFixed(1)} ms`;
  row(bot, [
    rate.toFixed(0),
    `${(cpu / many.commands).toFixed(2)} ms`,
    ms(50),
    ms(99),
    String(failures.length),
    `${(memory / 2 ** 20).toFixed(0)} MB`,
  ]);
  for (const failure of new Set(failures)) console.log(`  unanswered: ${failure}`);
}

function row(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(13) + cells.map((cell) => cell.padStart(14)).join(""));
}

const [bot, apiUrl] = process.argv.slice(2);
const known = BOTS.find((name) => name === bot);
if (known !== undefined && apiUrl !== undefined) await runBot(known, apiUrl);
else await measure();
