import { expect, test } from "vitest";
import type { Morphology } from "../../../src/core/search/morphology.ts";
import { hashOf, remembered } from "../../../src/core/search/remembered.ts";

/** An analysis that tells which texts it was asked about. */
function listening(): { analyse: Morphology; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    analyse: (text) => {
      asked.push(text);
      return [{ form: text, start: 0, end: text.length }];
    },
  };
}

test("a text is analysed once, and what was found is told once", () => {
  const { analyse, asked } = listening();
  const memory = remembered(analyse, new Map());
  const first = memory.morphology("회담");
  expect(first).toEqual([{ form: "회담", start: 0, end: 2 }]);
  expect([memory.morphology("회담"), memory.morphology("회담 ")]).toEqual([first, analyse("회담 ")]);
  expect(asked.slice(0, 2)).toEqual(["회담", "회담 "]);
  expect([...memory.takeNew().values()]).toEqual([first, analyse("회담 ")]);
  expect(memory.takeNew().size).toBe(0);
});

test("what is known from earlier is not analysed again, and is nothing new", () => {
  const before = remembered(listening().analyse, new Map());
  const found = before.morphology("회담");
  const { analyse, asked } = listening();
  const memory = remembered(analyse, before.takeNew());
  expect(memory.morphology("회담")).toEqual(found);
  expect([asked, memory.takeNew().size]).toEqual([[], 0]);
});

test("nothing is remembered of questions", () => {
  const { analyse, asked } = listening();
  const memory = remembered(analyse, new Map());
  memory.morphology("회담");
  memory.takeNew();
  memory.forget();
  memory.morphology("회담");
  memory.morphology("회담");
  expect(asked).toEqual(["회담", "회담", "회담"]);
  expect(memory.takeNew().size).toBe(0);
});

test("what was analysed elsewhere is lent for as long as it is needed", () => {
  const { analyse, asked } = listening();
  const memory = remembered(analyse, new Map());
  memory.forget();
  memory.lend(new Map([[hashOf("회담"), [{ form: "회", start: 0, end: 1 }]]]));
  expect(memory.morphology("회담")).toEqual([{ form: "회", start: 0, end: 1 }]);
  expect(memory.morphology("조약")).toEqual([{ form: "조약", start: 0, end: 2 }]);
  memory.lend(new Map());
  expect(memory.morphology("회담")).toEqual([{ form: "회담", start: 0, end: 2 }]);
  expect(asked).toEqual(["조약", "회담"]);
  expect(memory.takeNew().size).toBe(0);
});
