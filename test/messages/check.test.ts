import { describe, expect, it } from "vitest";
import { en, ko, type CheckMessages } from "../../src/messages/groups/check.ts";

const ONE = "⟦one⟧";
const TWO = "⟦two⟧";

type Sampled = {
  [
    K in keyof CheckMessages as CheckMessages[K] extends (...given: never[]) => string ? K : never
  ]: CheckMessages[K] extends (...given: infer A) => string ? A[] : never;
};

/** Every function with what it may be given; the type makes a new one without a sample a mistake. */
const SAMPLES: Sampled = {
  tooLong: [[4_321, 2_000]],
  exact: [[1], [77]],
  exactAtLeast: [[77]],
  exactInParts: [[1], [77]],
  searched: [[1], [77]],
  checkedPart: [[ONE]],
  changed: [[ONE, TWO]],
  otherSpacing: [[ONE]],
  leftOutNegation: [[ONE]],
  added: [[ONE]],
  leftOut: [[ONE]],
  moreDifferences: [[1], [77]],
};

function sentences(messages: CheckMessages): [string, string][] {
  return Object.entries(messages).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === "string") return [[name, value]];
    const say = value as (...given: unknown[]) => string;
    return SAMPLES[name as keyof Sampled].map((given) => [name, say(...given)]);
  });
}

describe("the sentences of /korea check", () => {
  it("are the same ones in both languages", () => {
    const shape = (messages: CheckMessages) =>
      Object.entries(messages).map(([name, value]) => `${name}: ${typeof value}`);
    expect(shape(ko)).toEqual(shape(en));
  });

  it.each([
    ["en", en],
    ["ko", ko],
  ])("say something: %s", (_, messages) => {
    const bad = sentences(messages).filter(
      ([, said]) => said.trim() !== said || said === "" || /undefined|null|NaN|\[object/u.test(said),
    );
    expect(bad).toEqual([]);
  });

  it("have the same arguments and numbers in both languages", () => {
    const put = (messages: CheckMessages) =>
      sentences(messages)
        .filter(([name]) => name in SAMPLES)
        // One place needs no number in English.
        .map(([name, said]) => [
          name,
          (said.match(/⟦[a-z]+⟧|\d[\d,]*/gu) ?? []).filter((one) => one !== "1").toSorted(),
        ]);
    expect(put(ko)).toEqual(put(en));
  });

  it("are Korean in Korean", () => {
    expect(sentences(ko).filter(([, said]) => !/\p{Script=Hangul}/u.test(said))).toEqual([]);
    expect(sentences(ko).filter(([, said]) => /[A-Za-z]{2,} [A-Za-z]{2,}/u.test(said))).toEqual([]);
  });
});
