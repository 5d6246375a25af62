import { expect, test } from "vitest";
import { CLOCK_ERROR, elapsedSince, surelyBefore } from "../../src/delivery/elapsed.ts";

const HOUR = 3_600_000;
const then = { at: 1_000_000_000, up: 500_000 };
const later = (at: number, up: number) => ({ at: then.at + at, up: then.up + up });

test("what both clocks say is exact", () => {
  expect(elapsedSince(then, later(30_000, 30_000))).toEqual({ atLeast: 30_000, atMost: 30_000 });
});

test("a clock that was set leaves only what is sure", () => {
  // An hour back, after an hour and half a minute: it looks like half a minute.
  expect(elapsedSince(then, later(30_000, HOUR + 30_000))).toEqual({ atLeast: 30_000, atMost: Infinity });
  expect(elapsedSince(then, later(HOUR + 30_000, 30_000))).toEqual({ atLeast: 30_000, atMost: Infinity });
  expect(elapsedSince(then, later(30_000 - HOUR, 30_000))).toEqual({ atLeast: 30_000, atMost: Infinity });
});

test("a machine that was started anew leaves the calendar alone, or nothing", () => {
  expect(elapsedSince(then, later(90_000, -400_000))).toEqual({ atLeast: 90_000, atMost: Infinity });
  expect(elapsedSince(then, later(-HOUR, -400_000))).toBeNull();
});

test("a message is looked for from before it can have come", () => {
  expect(surelyBefore(then, later(90_000, 90_000))).toBe(then.at - CLOCK_ERROR);
  // Our clock was an hour ahead and was set right.
  expect(surelyBefore(then, later(90_000 - HOUR, 90_000))).toBe(then.at - HOUR - CLOCK_ERROR);
  expect(surelyBefore(then, later(90_000 + HOUR, 90_000))).toBe(then.at - CLOCK_ERROR);
  expect(surelyBefore(then, later(-HOUR, -400_000))).toBe(then.at - CLOCK_ERROR);
});
