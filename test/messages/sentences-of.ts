import { expect } from "vitest";

/** Arguments for every function of a group of messages; the type makes one without a sample a mistake. */
type Samples<G> = {
  [K in keyof G as G[K] extends (...given: never[]) => string ? K : never]: G[K] extends (
    ...given: infer A
  ) => string
    ? A[]
    : never;
};

/** An argument that no sentence has in itself, so that it can be found again where it was put. */
export const TYPED = "⟦typed⟧";

/** All sentences of a group with these arguments put in, by name. */
function sentencesOf<G extends object>(group: G, samples: Samples<G>): [string, string][] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === "string") return [[name, value]];
    if (typeof value === "function") {
      const given = samples[name as keyof Samples<G>] as unknown[][];
      return given.map((some) => [name, (value as (...some: unknown[]) => string)(...some)]);
    }
    return Object.entries(value as Record<string, string>).map(([key, said]) => [`${name}.${key}`, said]);
  });
}

/** Asserts that both languages say something with every message, put the same things in, and that the second is Korean. */
export function expectSameGroups<G extends object>(en: G, ko: G, samples: Samples<G>): void {
  const [english, korean] = [sentencesOf(en, samples), sentencesOf(ko, samples)];
  expect(korean.map(([name]) => name).toSorted()).toEqual(english.map(([name]) => name).toSorted());
  const put = (said: readonly [string, string][]) =>
    said
      .map(([name, words]) => `${name}: ${[...new Set(words.match(/⟦[a-z]+⟧|\d+/gu))].toSorted().join(" ")}`)
      .toSorted();
  expect(put(korean)).toEqual(put(english));
  const bad = [...english, ...korean].filter(
    ([, said]) => said === "" || said.trim() !== said || /undefined|null|NaN|\[object/u.test(said),
  );
  expect(bad).toEqual([]);
  expect(korean.filter(([, said]) => !/\p{Script=Hangul}/u.test(said))).toEqual([]);
  expect(english.filter(([, said]) => /\p{Script=Hangul}/u.test(said))).toEqual([]);
}
