import { expect, test } from "vitest";
import { en, ko } from "../../src/messages/groups/digest-page.ts";
import { fixedOf, shapeOf } from "../core/events/sentences.ts";

const ONE = "⟦one⟧";
const TWO = "⟦two⟧";

test("both languages have the same sentences, none of them empty, and Korean is Korean", () => {
  expect(shapeOf(ko)).toEqual(shapeOf(en));
  for (const messages of [en, ko]) for (const words of fixedOf(messages)) expect(words).not.toBe("");
  for (const words of fixedOf(ko)) expect(words).toMatch(/\p{Script=Hangul}/u);
});

test("every sentence shows what it is given", () => {
  for (const m of [en, ko]) {
    expect(m.heading(ONE)).toContain(ONE);
    for (const part of [ONE, TWO]) expect(m.unreadable(ONE, TWO)).toContain(part);
    for (const part of [ONE, "37"]) expect(m.noMatch(37, ONE)).toContain(part);
    for (const part of [ONE, "11", "37", "5"]) expect(m.newDocuments(11, 37, 5, ONE)).toContain(part);
    for (const part of ["11", "5"]) expect(m.newDocuments(11, 11, 5, null)).toContain(part);
    for (const part of ["11", "15", "37"]) expect(m.shown(11, 15, 37)).toContain(part);
    for (const words of [m.open(7), m.rest(7), m.noMore(7)]) expect(words).toContain("7");
  }
});

test("English counts one as one", () => {
  expect([en.newDocuments(1, 1, 1, null), en.newDocuments(2, 2, 1, null)]).toEqual([
    "1 new document",
    "2 new documents, 1 different text",
  ]);
  expect([en.newDocuments(1, 1, 1, "x"), en.newDocuments(2, 3, 2, "x")]).toEqual([
    "1 of 1 new document matches “x”",
    "2 of 3 new documents match “x”",
  ]);
  expect([en.shown(4, 4, 9), en.rest(1), en.noMore(1)]).toEqual([
    "4 of 9",
    "1 more",
    "There is no more: this digest has 1 item.",
  ]);
});
