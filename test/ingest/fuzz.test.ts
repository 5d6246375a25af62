import { expect, test } from "vitest";
import { campaign, describeFailure } from "./fuzz/campaign.ts";

/** FUZZ_SEED and FUZZ_CASES try others; `npm run -s fuzz` tries many, and how long each takes. */
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const cases = Number(process.env["FUZZ_CASES"] ?? 400);

test(`whatever comes in is read or refused in words (seed ${seed})`, async () => {
  const { counts, done, failure } = await campaign({
    cases,
    seed,
    timeLimit: 20_000,
    slow: Number.POSITIVE_INFINITY,
  });
  expect(failure === null ? "" : describeFailure(failure), `seed ${seed}`).toBe("");
  // Most cases come out as something: else the others would prove little.
  const read = [...counts].filter(([outcome]) => outcome.endsWith(" read"));
  expect(read.map(([outcome]) => outcome).sort()).toEqual(["documentFile read", "feed read", "page read"]);
  expect(read.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(done / 4);
}, 60_000);
