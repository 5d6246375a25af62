import { describe, expect, it } from "vitest";
import { en, ko, type AboutMessages } from "../../src/messages/groups/about.ts";

const TYPED = "⟦typed⟧";
const OTHER = "⟦other⟧";

type Sampled = {
  [
    K in keyof AboutMessages as AboutMessages[K] extends (...given: never[]) => string ? K : never
  ]: AboutMessages[K] extends (...given: infer A) => string ? A[] : never;
};

const COUNTS: [number, number][] = [
  [3, 77],
  [2, 2],
  [1, 1],
];

const SAMPLES: Sampled = {
  kindLine: [
    [TYPED, OTHER],
    [TYPED, null],
  ],
  andMoreNames: [[7]],
  period: [[TYPED, OTHER]],
  inForce: [[TYPED]],
  heldHeading: COUNTS,
  onItHeading: COUNTS,
  opposing: [[TYPED]],
  differsFromOwn: [[TYPED]],
  eventsHeading: COUNTS,
  eventsBothHeading: COUNTS,
  agreementsHeading: COUNTS,
  mentionsHeading: COUNTS,
  sourcesHeading: COUNTS,
  partHeading: [
    [TYPED, OTHER, 11, 15, 44],
    [TYPED, OTHER, 1, 1, 1],
  ],
  noSuchPart: [[TYPED]],
  noMore: [[44]],
  namedHere: [[[TYPED]], [[TYPED, OTHER]]],
  severalMeant: [[TYPED]],
  openForm: [[TYPED]],
  openFormOfOne: [[TYPED]],
  moreMeant: [[44]],
  unknown: [[TYPED]],
  noLetters: [[TYPED]],
};

function shape(messages: object, prefix = ""): string[] {
  return Object.entries(messages)
    .flatMap(([name, value]) =>
      typeof value === "object" ? shape(value, `${prefix}${name}.`) : [`${prefix}${name}: ${typeof value}`],
    )
    .toSorted();
}

function fixed(messages: object): [string, string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] => {
    if (typeof value === "string") return [[name, value]];
    return typeof value === "object" && value !== null ? fixed(value as object) : [];
  });
}

function made(messages: AboutMessages): [string, string][] {
  return Object.entries(SAMPLES).flatMap(([name, samples]) => {
    const say = messages[name as keyof Sampled] as (...given: unknown[]) => string;
    return samples.map((given): [string, string] => [name, say(...given)]);
  });
}

describe("sentences of /korea about", () => {
  it("are the same in both languages, each function with a sample here", () => {
    expect(shape(ko)).toEqual(shape(en));
    const functions = shape(en).filter((line) => line.endsWith(": function"));
    expect(Object.keys(SAMPLES).toSorted()).toEqual(functions.map((line) => line.replace(": function", "")));
  });

  it("put the same arguments and numbers in", () => {
    const put = (messages: AboutMessages) =>
      made(messages).map(([name, said]) => [
        name,
        [...new Set(said.match(/⟦[a-z]+⟧/gu))].toSorted(),
        [...new Set(said.match(/\b2397\b|(?<![\d/])\d+(?!\d)/gu))].toSorted(),
      ]);
    expect(put(ko)).toEqual(put(en));
  });

  it("say something", () => {
    for (const messages of [en, ko]) {
      const bad = [...fixed(messages), ...made(messages)].filter(
        ([, said]) => said.trim() !== said || said === "" || /undefined|null|NaN|\[object/u.test(said),
      );
      expect(bad).toEqual([]);
    }
  });

  it("are written in Hangul in Korean, but for what only puts words together", () => {
    const without = [...fixed(ko), ...made(ko)].filter(([, said]) => !/\p{Script=Hangul}/u.test(said));
    expect([...new Set(without.map(([name]) => name))]).toEqual(["kindLine", "partHeading"]);
  });
});
