import fc from "fast-check";
import { expect, test } from "vitest";
import { createWorkshop } from "../../src/ingest/workshop/workshop.ts";
import { cases, tryCase } from "./fuzz/cases.ts";

test("whatever comes in is read or refused in a line, and what is read are words of its own", async () => {
  const workshop = createWorkshop();
  const done = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      done[await tryCase(one, workshop)] += 1;
    }),
    { numRuns: 400, interruptAfterTimeLimit: 20_000 },
  );
  await workshop.close();
  expect(done.read).toBeGreaterThan(50);
  expect(done.refused).toBeGreaterThan(20);
});
