import { describe, expect, it } from "vitest";
import { en, ko, type CompareMessages } from "../../src/messages/groups/compare.ts";

/** Names with their kind, nested ones as `blocs.CN`. */
function shape(messages: object, prefix = ""): string[] {
  return Object.entries(messages)
    .flatMap(([name, value]) =>
      typeof value === "object" ? shape(value, `${prefix}${name}.`) : [`${prefix}${name}: ${typeof value}`],
    )
    .toSorted();
}

type Sampled = {
  [
    K in keyof CompareMessages as CompareMessages[K] extends (...given: never[]) => string ? K : never
  ]: CompareMessages[K] extends (...given: infer A) => string ? A[] : never;
};

const SAMPLES: Sampled = {
  heading: [
    ["country", "⟦topic⟧", 1, 1],
    ["outlet", "⟦topic⟧", 88, 99],
    ["kind", "⟦topic⟧", 1, 1],
  ],
  narrowed: [["⟦filters⟧"]],
  appearedIn: [["⟦kind⟧", "⟦outlet⟧"]],
  together: [["⟦others⟧"]],
  bracketed: [["⟦who⟧", "⟦years⟧"]],
  opposing: [
    [["⟦one⟧", "⟦two⟧"], 0],
    [["⟦one⟧"], 1],
    [["⟦one⟧"], 77],
  ],
  differsFromOwn: [["⟦years⟧"]],
  further: [
    ["⟦counts⟧", "⟦field⟧"],
    ["⟦counts⟧", null],
  ],
  nothing: [
    ["⟦topic⟧", 66, 77, "⟦filters⟧"],
    ["⟦topic⟧", 1, 1, null],
  ],
  byInTopic: [["outlet"]],
};

function sentences(messages: CompareMessages): [string, string][] {
  const fixed = (value: object): [string, string][] =>
    Object.entries(value).flatMap(([name, one]): [string, string][] =>
      typeof one === "string" ? [[name, one]] : typeof one === "object" ? fixed(one as object) : [],
    );
  const made = Object.entries(SAMPLES).flatMap(([name, samples]) => {
    const say = messages[name as keyof Sampled] as (...given: unknown[]) => string;
    return samples.map((given): [string, string] => [name, say(...given)]);
  });
  return [...fixed(messages), ...made];
}

describe("the sentences of compare", () => {
  it("are the same ones in both languages, with a sample here for every function", () => {
    expect(shape(ko)).toEqual(shape(en));
    const functions = shape(en).flatMap((line) => (line.endsWith(": function") ? [line.split(":")[0]] : []));
    expect(Object.keys(SAMPLES).toSorted()).toEqual(functions);
  });

  it.each([
    ["English", en],
    ["Korean", ko],
  ])("say something: %s", (_, messages) => {
    const bad = sentences(messages).filter(
      ([, said]) => said.trim() !== said || said === "" || /undefined|null|NaN|\[object/u.test(said),
    );
    expect(bad).toEqual([]);
  });

  it("put the same arguments and numbers into both languages", () => {
    const put = (messages: CompareMessages, pattern: RegExp) =>
      sentences(messages).map(([name, said]) => [name, [...new Set(said.match(pattern))].toSorted()]);
    expect(put(ko, /⟦[a-z]+⟧/gu)).toEqual(put(en, /⟦[a-z]+⟧/gu));
    expect(put(ko, /\d+/gu)).toEqual(put(en, /\d+/gu));
  });

  it("are Korean in Korean: Hangul everywhere, never two English words in a row", () => {
    const without = sentences(ko).filter(([, said]) => !/\p{Script=Hangul}/u.test(said));
    expect(without.map(([name]) => name)).toEqual(["appearedIn", "bracketed"]);
    const english = sentences(ko).flatMap(([, said]) => said.match(/[A-Za-z]{2,} [A-Za-z]{2,}/gu) ?? []);
    expect(english).toEqual([]);
  });

  it("put no topic into quotation marks: it may be a position of ours", () => {
    for (const messages of [en, ko]) {
      expect(messages.nothing("⟦topic⟧", 1, 2, null)).not.toMatch(/["“”‘’「」『』«»]/u);
      for (const by of ["country", "outlet", "kind"] as const) {
        expect(messages.heading(by, "⟦topic⟧", 1, 2)).not.toMatch(/["“”‘’「」『』«»]/u);
      }
    }
  });
});
