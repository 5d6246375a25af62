import { parseArgs } from "node:util";
import fc from "fast-check";
import { createWorkshop } from "../../../src/ingest/workshop/workshop.ts";
import { cases, tryCase, type Case, type Done } from "./cases.ts";

/**
 * Sends broken pages, feeds and document files through the workshop: `npm run -s fuzz -- --cases 20000 --seed 7 --minutes 9`.
 * Prints the seed, how fast it went, the slowest case and what became of all; ends with 1 and the smallest case that
 * breaks a promise where one does.
 */
const CASE_MAX = 2_000;
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    minutes: { type: "string", default: "9" },
  },
});
const seed = Number(values.seed);
const workshop = createWorkshop({ deadline: CASE_MAX });
const done: Record<`${Case["road"]} ${Done}`, number> = {
  "page read": 0,
  "page refused": 0,
  "feed read": 0,
  "feed refused": 0,
  "documentFile read": 0,
  "documentFile refused": 0,
};
let slowest = 0;
console.log(`seed ${seed}`);
const started = performance.now();
const result = await fc.check(
  fc.asyncProperty(cases, async (one) => {
    const from = performance.now();
    const became = await tryCase(one, workshop);
    slowest = Math.max(slowest, performance.now() - from);
    done[`${one.road} ${became}`] += 1;
  }),
  {
    seed,
    numRuns: Number(values.cases),
    interruptAfterTimeLimit: Number(values.minutes) * 60_000,
    markInterruptAsFailure: false,
    endOnFailure: process.env["CI"] !== undefined,
  },
);
await workshop.close();
const took = (performance.now() - started) / 1_000;
console.log(
  `${result.numRuns} cases in ${took.toFixed(0)} s, ${(result.numRuns / took).toFixed(0)} a second; the slowest took ` +
    `${slowest.toFixed(0)} ms${result.interrupted ? " (time was up)" : ""}`,
);
for (const [what, count] of Object.entries(done)) console.log(`  ${what.padEnd(20)} ${count}`);
if (result.failed) {
  const [smallest] = result.counterexample ?? [];
  console.error(`broken: ${String(result.errorInstance)}`);
  console.error(
    `road ${smallest?.road}, bytes in base64: ${Buffer.from(smallest?.bytes ?? []).toString("base64")}`,
  );
  process.exitCode = 1;
}
