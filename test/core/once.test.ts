import { expect, test } from "vitest";
import { SeenLately } from "../../src/core/once.ts";

test("a thing is new once", () => {
  const seen = new SeenLately();
  expect([seen.first("a"), seen.first("b"), seen.first("a"), seen.first("b")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("what was taken back is new again", () => {
  const seen = new SeenLately();
  seen.first("a");
  seen.forget("a");
  expect(seen.first("a")).toBe(true);
});

test("only the last things are remembered, the oldest goes first", () => {
  const seen = new SeenLately(2);
  for (const id of ["a", "b", "c"]) seen.first(id);
  expect(["c", "b", "a"].map((id) => seen.first(id))).toEqual([false, false, true]);
});
