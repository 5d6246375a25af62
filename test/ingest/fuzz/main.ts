import { parseArgs } from "node:util";
import { campaign, describeFailure } from "./campaign.ts";

/**
 * Tries what comes in with thousands of broken pages, feeds and files: `npm run -s fuzz -- [--cases N] [--seed S]
 * [--minutes M]`. Exit status 1 where a case fails.
 */
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    minutes: { type: "string", default: "30" },
  },
});
const [cases, seed, minutes] = [values.cases, values.seed, values.minutes].map(Number) as [
  number,
  number,
  number,
];
if (![cases, seed, minutes].every(Number.isFinite))
  throw new Error("--cases, --seed and --minutes are numbers");
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`seed ${seed}, ${cases} cases, ${minutes} minutes at most`);
const { counts, done, seconds, slowest, failure } = await campaign({
  cases,
  seed,
  timeLimit: minutes * 60_000,
  slow: 2_000,
});
say(`${done} cases in ${seconds.toFixed(1)} s, ${(done / seconds).toFixed(0)} a second`);
say(`slowest ${slowest.ms.toFixed(0)} ms: ${slowest.name}`);
for (const [outcome, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
  say(`${String(count).padStart(7)} ${outcome}`);
if (failure !== null) {
  say(describeFailure(failure));
  process.exitCode = 1;
}
