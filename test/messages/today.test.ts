import { describe, expect, it } from "vitest";
import { en, ko, type TodayMessages } from "../../src/messages/groups/today.ts";
import { fixedOf, shapeOf } from "../core/events/sentences.ts";

const ONE = "⟦one⟧";
const TWO = "⟦two⟧";

/** Every sentence that takes arguments by its name (and a variant), with arguments that no sentence has in itself. */
function made(m: TodayMessages): Record<string, string> {
  return {
    heading: m.heading(ONE),
    isToday: m.isToday(ONE, TWO),
    anyYear: m.anyYear(ONE),
    inMonth: m.inMonth(ONE),
    nothing: m.nothing(ONE),
    nearest: m.nearest(ONE, TWO),
    "nearest one": m.nearest(ONE, ONE),
    before: m.before(ONE),
    after: m.after(ONE),
    noMore: m.noMore(66),
    badDay: m.badDay(ONE),
  };
}

describe("the sentences of today", () => {
  it("are the same in both languages, with the same arguments and numbers, every one tried", () => {
    expect(shapeOf(ko)).toEqual(shapeOf(en));
    const put = (m: TodayMessages) =>
      Object.entries(made(m))
        .filter(([name]) => name !== "badDay")
        .map(([name, said]) => [name, (said.match(/⟦[a-z]+⟧|\d+/gu) ?? []).toSorted()]);
    expect(put(ko)).toEqual(put(en));
    expect([en.badDay(ONE), ko.badDay(ONE)].map((said) => said.includes(ONE))).toEqual([true, true]);
    const functions = shapeOf(en).filter((line) => line.endsWith(": function"));
    const tried = new Set(Object.keys(made(en)).map((name) => `${name.split(" ")[0]}: function`));
    expect([...tried].toSorted()).toEqual(functions);
  });

  it("say something, in Hangul where they are Korean", () => {
    for (const m of [en, ko]) {
      const all = [...fixedOf(m), ...Object.values(made(m))];
      expect(
        all.filter((said) => said === "" || said.trim() !== said || /undefined|null|NaN/u.test(said)),
      ).toEqual([]);
      expect(m.description.length).toBeLessThanOrEqual(100);
      expect(m.optionDate.length).toBeLessThanOrEqual(100);
    }
    const korean = [...fixedOf(ko), ...Object.values(made(ko))];
    expect(korean.filter((said) => !/\p{Script=Hangul}/u.test(said))).toEqual([]);
  });
});
