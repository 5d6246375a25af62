import { PassThrough } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { createProgress } from "../../src/cli/import/progress.ts";

/** Streams, and what was written to them. */
function streams(isTTY: boolean) {
  const [stdout, stderr] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY, columns: 80 })];
  const heard = (stream: PassThrough) => String(stream.read() ?? "");
  return { stdout, stderr, told: () => heard(stdout), drawn: () => heard(stderr) };
}

test.each([
  ["few files", true, 20],
  ["a pipe", false, 1_000],
])("no bar for %s: the lines alone", (_, isTTY, total) => {
  const { stdout, stderr, told, drawn } = streams(isTTY);
  const progress = createProgress(total, { stdout, stderr });
  progress.write("imported   a\n");
  progress.step();
  progress.stop();
  expect([told(), drawn()]).toEqual(["imported   a\n", ""]);
});

test("many files have a bar at a terminal, which goes out of the way of the lines and in the end", () => {
  const { stdout, stderr, told, drawn } = streams(true);
  const progress = createProgress(21, { stdout, stderr });
  onTestFinished(() => progress.stop());
  expect(drawn()).toContain("0 of 21");
  progress.write("imported   a\n");
  expect([told(), drawn()]).toEqual(["imported   a\n", "\r\u001B[K"]);
  for (let step = 0; step < 21; step += 1) progress.step();
  progress.stop();
  expect(drawn()).toContain("21 of 21");
  progress.write("21 in all\n");
  expect([told(), drawn()]).toEqual(["21 in all\n", ""]);
});
