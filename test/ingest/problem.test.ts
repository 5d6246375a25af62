import { expect, test } from "vitest";
import { formatProblems } from "../../src/ingest/problem.ts";

const problems = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    file: "a.md",
    line: index + 1,
    message: "wrong",
    remedy: "Mend it",
  }));

test("of many problems the first twenty are told, and how many more there are", () => {
  expect(formatProblems(problems(20))).toHaveLength(20);
  expect(formatProblems(problems(21)).slice(19)).toEqual([
    "a.md:20: wrong. Mend it.",
    "… and 1 more problem",
  ]);
  expect(formatProblems(problems(203)).at(-1)).toBe("… and 183 more problems");
});
