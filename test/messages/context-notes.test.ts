import { expect, test } from "vitest";
import { CLAIM_RESULTS } from "../../src/core/reference.ts";
import { en, ko, type ContextNoteMessages } from "../../src/messages/groups/context-notes.ts";

/** All sentences by name, with an argument that no sentence has in itself. */
const said = (m: ContextNoteMessages): [string, string][] => [
  ...Object.entries(m.results),
  ["checked", m.checked("⟦result⟧")],
  ["claimAndCheck", m.claimAndCheck("⟦claim⟧", "⟦check⟧")],
  ["sourceIs", m.sourceIs("⟦publisher⟧")],
];

test("both languages have the same sentences, with a word for every result of a check", () => {
  expect(Object.keys(ko)).toEqual(Object.keys(en));
  for (const m of [en, ko]) expect(Object.keys(m.results)).toEqual([...CLAIM_RESULTS]);
  expect(new Set(Object.values(en.results)).size).toBe(CLAIM_RESULTS.length);
  expect(new Set(Object.values(ko.results)).size).toBe(CLAIM_RESULTS.length);
});

test("both put the same arguments into them, in the same order", () => {
  const put = (m: ContextNoteMessages) => said(m).map(([name, words]) => [name, words.match(/⟦[a-z]+⟧/gu)]);
  expect(put(ko)).toEqual(put(en));
});

test("Korean is written in Hangul, without an English word left", () => {
  for (const [name, words] of said(ko)) {
    expect([name, words]).toEqual([name, expect.stringMatching(/\p{Script=Hangul}/u)]);
    expect([name, words.replace(/⟦[a-z]+⟧/gu, "")]).toEqual([name, expect.not.stringMatching(/[a-z]{2}/iu)]);
  }
});

test("who checked is named in both", () => {
  expect(en.checked("imprecise")).toBe("Checked by Korea Desk: imprecise");
  expect(ko.checked("부정확함")).toBe("코리아 데스크 확인: 부정확함");
});
