import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { runBatch, together, type Tally } from "./deliveries/batch.ts";
import { measureLateness } from "./deliveries/lateness.ts";

/**
 * Delivers digests through crashes and faults, on simulated time: the real engine, a real store on disk and the real
 * ports, whose requests go over loopback to the platforms of the tests. Counts what came twice, what was lost and what
 * nobody knows, with histories that can be read and without. With `--lateness`, measures instead how late digests come to
 * many channels that are due at one minute; the platforms are simulated without a network then, and refuse what is over
 * their limits.
 *
 * The seed fixes what goes wrong with which request and call, and not in which order answers come on loopback.
 */
const { values } = parseArgs({
  options: {
    deliveries: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    lateness: { type: "boolean", default: false },
    channels: { type: "string", default: "10000" },
    json: { type: "boolean", default: false },
  },
});
const [deliveries, seed, channels] = [
  wholeNumber("deliveries", values.deliveries),
  wholeNumber("seed", values.seed),
  wholeNumber("channels", values.channels),
];
/** Deliveries of one store. */
const BATCH = 25;
const CRASHES = 0.05;
const FAULTS = 0.08;
const PLATFORMS = ["discord", "slack"] as const;

// Whoever reads the JSON reads nothing else.
const say = (line: string) => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);
say(`seed ${seed}, Node ${process.version}, load ${loadavg()[0]!.toFixed(2)}`);
const rows = values.lateness ? await lateness() : await outcomes();
if (values.json) console.log(JSON.stringify(rows));
else console.table(rows);

async function lateness(): Promise<object[]> {
  say("real loop and store, simulated platforms; seconds. Goals: p50 ≤ 150, p99 ≤ 300, no 429");
  const late = [];
  for (const platform of PLATFORMS) late.push({ seed, ...(await measureLateness(platform, channels, seed)) });
  return late;
}

async function outcomes(): Promise<object[]> {
  say(
    `real loop, store and ports, platforms on loopback; a crash at ${CRASHES * 100} % of calls, a fault at ` +
      `${FAULTS * 100} % of requests. Goals: nothing twice or lost, nothing unknown where the history can be read`,
  );
  const rows = [];
  for (const platform of PLATFORMS) {
    for (const readable of [true, false]) {
      const { faults, wrong, ...tally } = await deliverAll(platform, readable);
      const history = readable ? "readable" : "unreadable";
      rows.push({ platform, history, deliveries, ...tally, faults: sumOf(faults), seed });
      const sorts = Object.entries(faults).map(([sort, count]) => `${sort} ${count}`);
      say(`${platform}, history ${history}: ${sorts.join("; ")}`);
      for (const one of wrong) process.stderr.write(`${one}\n`);
    }
  }
  return rows;
}

async function deliverAll(platform: (typeof PLATFORMS)[number], readable: boolean): Promise<Tally> {
  let all: Tally | undefined;
  for (let done = 0; done < deliveries; done += BATCH) {
    const tally = await runBatch({
      platform,
      readable,
      deliveries: Math.min(BATCH, deliveries - done),
      seed: seed * 1_000_000 + done,
      crashes: CRASHES,
      faults: FAULTS,
    });
    all = all === undefined ? tally : together(all, tally);
  }
  return all!;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) {
    console.error(`--${name} is no whole number from 1 up: ${text}`);
    process.exit(1);
  }
  return Number(text);
}
