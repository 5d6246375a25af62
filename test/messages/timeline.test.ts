import { describe, expect, it } from "vitest";
import { en, ko, type TimelineMessages } from "../../src/messages/groups/timeline.ts";
import { fixedOf, shapeOf } from "../core/events/sentences.ts";

const ONE = "⟦one⟧";
const TWO = "⟦two⟧";

/** Every sentence that takes arguments by its name (and a variant), with arguments that no sentence has in itself. */
function made(m: TimelineMessages): Record<string, string> {
  return {
    "scope all": m.scope({ about: ONE, topic: "sanctions", from: TWO, to: "⟦three⟧" }),
    "scope from": m.scope({ from: TWO }),
    "heading all": m.heading(null, true),
    "heading scope": m.heading(ONE, false),
    "counted one": m.counted(1, 1, 1),
    "counted all": m.counted(7, 1, 7),
    "counted some": m.counted(44, 11, 15),
    "counted last": m.counted(44, 44, 44),
    "coverage one": m.coverage(1, ONE, ONE),
    coverage: m.coverage(55, ONE, TWO),
    nothing: m.nothing(ONE),
    "without one": m.without(ONE, 1),
    without: m.without(ONE, 66),
    withoutLabel: m.withoutLabel(ONE),
    noMore: m.noMore(66),
    searchTexts: m.searchTexts(ONE),
    choose: m.choose(ONE),
    "candidate none": m.candidate(ONE, 0),
    "candidate one": m.candidate(ONE, 1),
    candidate: m.candidate(ONE, 33),
    ambiguous: m.ambiguous(ONE, [TWO, "⟦three⟧"]),
    taken: m.taken(ONE, TWO),
    unknownAbout: m.unknownAbout(ONE, null),
    "unknownAbout meant": m.unknownAbout(ONE, TWO),
  };
}

describe("the sentences of timeline", () => {
  it("are the same in both languages, with the same arguments and numbers", () => {
    expect(shapeOf(ko)).toEqual(shapeOf(en));
    const put = (m: TimelineMessages) =>
      Object.entries(made(m)).map(([name, said]) => [name, (said.match(/⟦[a-z]+⟧|\d+/gu) ?? []).toSorted()]);
    expect(put(ko)).toEqual(put(en));
  });

  it("are tried here, every one", () => {
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
    }
    const korean = [...fixedOf(ko), ...Object.values(made(ko))];
    expect(korean.filter((said) => !/\p{Script=Hangul}/u.test(said))).toEqual([]);
  });

  it("describe options in the characters that Discord shows", () => {
    for (const m of [en, ko]) {
      for (const words of [
        m.description,
        m.optionAbout,
        m.optionTopic,
        m.optionFrom,
        m.optionTo,
        m.optionSort,
      ])
        expect(words.length).toBeLessThanOrEqual(100);
    }
  });
});
