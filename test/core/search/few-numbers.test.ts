import fc from "fast-check";
import { expect, test } from "vitest";
import { FewNumbers } from "../../../src/core/search/few-numbers.ts";

const number = fc.nat({ max: 5_000 });

test("tells where each number stands, of equal ones the first, and of others that they are none", () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), fc.array(number), (few, others) => {
      const numbers = new FewNumbers(few);
      for (const one of [...few, ...others]) expect(numbers.placeOf(one)).toBe(few.indexOf(one));
    }),
  );
});

test("tells numbers apart that share a mark", () => {
  const numbers = new FewNumbers([7, 7 + 1_024]);
  expect([7, 7 + 1_024, 7 + 2_048, 8].map((one) => numbers.placeOf(one))).toEqual([0, 1, -1, -1]);
});
