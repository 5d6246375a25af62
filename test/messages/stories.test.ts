import { expect, test } from "vitest";
import { en, ko, type StoryMessages } from "../../src/messages/groups/stories.ts";

/** All sentences by name, with arguments that no sentence has in itself. */
const said = (m: StoryMessages): [string, string][] => [
  ["sameTextIn", m.sameTextIn("⟦places⟧")],
  ["likeTextIn", m.likeTextIn("⟦places⟧")],
  ["place", m.place("⟦outlet⟧", "⟦date⟧")],
  ["copyIn", m.copyIn("⟦outlet⟧")],
];

test("both languages have the same sentences and put the same arguments into them", () => {
  expect(Object.keys(ko)).toEqual(Object.keys(en));
  expect(said(en).map(([name]) => name)).toEqual(Object.keys(en));
  const put = (m: StoryMessages) => said(m).map(([name, words]) => [name, words.match(/⟦[a-z]+⟧/gu)]);
  expect(put(ko)).toEqual(put(en));
});

test("Korean is written in Hangul, without an English word left", () => {
  for (const [name, words] of said(ko).filter(([name]) => name !== "place")) {
    expect([name, words]).toEqual([name, expect.stringMatching(/\p{Script=Hangul}/u)]);
    expect([name, words.replace(/⟦[a-z]+⟧/gu, "")]).toEqual([name, expect.not.stringMatching(/[a-z]{2}/iu)]);
  }
});

test("a copy that is not word for word the same is not said to be", () => {
  for (const m of [en, ko]) expect(m.sameTextIn("x")).not.toBe(m.likeTextIn("x"));
});
