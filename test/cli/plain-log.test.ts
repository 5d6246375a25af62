import { expect, test } from "vitest";
import { plainLog } from "../../src/cli/plain-log.ts";

test("tells what is wrong and what was mended, a line each, and nothing else", () => {
  let told = "";
  const log = plainLog((line) => {
    told += line;
  });
  log.info({ changed: 3 }, "documents changed");
  log.warn({ problem: "a.md:1: no\u001B[2J\nfront matter" }, "a file needs mending");
  log.info({ mended: "a.md" }, "nothing is wrong any more with a file");
  expect(told).toBe(
    "a file needs mending: a.md:1: no\\u{1b}[2J front matter\nnothing is wrong any more with a file: a.md\n",
  );
});
