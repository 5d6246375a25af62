import { expect, test } from "vitest";
import { Pace, withRetries } from "../../src/core/retry.ts";

class Passing extends Error {}

/** Fails as often as told, then answers; keeps the pauses it was asked to make. */
async function run(failures: readonly Error[]) {
  const left = [...failures];
  const pauses: number[] = [];
  const told: number[] = [];
  const result = await withRetries(
    () => {
      const next = left.shift();
      return next === undefined ? Promise.resolve("done") : Promise.reject(next);
    },
    {
      wait: (ms) => Promise.resolve(void pauses.push(ms)),
      isPassing: (error) => error instanceof Passing,
      onRetry: (_, pause) => told.push(pause),
    },
  );
  return { result, pauses, told };
}

test("what goes well at once is not waited for", async () => {
  expect(await run([])).toEqual({ result: "done", pauses: [], told: [] });
});

test("pauses double from a second to a minute", async () => {
  const pauses = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000];
  expect(await run(pauses.map(() => new Passing()))).toEqual({ result: "done", pauses, told: pauses });
});

test("what waiting does not mend is thrown at once", async () => {
  const fatal = new Error("token refused");
  await expect(run([new Passing(), fatal, new Passing()])).rejects.toBe(fatal);
});

test("a wait that is broken off ends the tries", async () => {
  const stopped = new Error("stopped");
  const attempt = withRetries(() => Promise.reject(new Passing()), {
    wait: () => Promise.reject(stopped),
    isPassing: () => true,
    onRetry: () => undefined,
  });
  await expect(attempt).rejects.toBe(stopped);
});

test("connections that do not last are opened ever more slowly, until one lasts", () => {
  const pace = new Pace();
  const lasted = [10, 10, 10, 10, 60_000, 10, 10];
  expect(lasted.map((ms) => pace.after(ms))).toEqual([0, 1_000, 2_000, 4_000, 0, 0, 1_000]);
});
