import { expect, it } from "vitest";
import { STYLES } from "../../src/core/cite/cite.ts";
import { en, ko } from "../../src/messages/groups/cite.ts";
import { TYPED, expectSameGroups } from "./sentences-of.ts";

it("the sentences of cite say the same in both languages", () => {
  expectSameGroups(en, ko, { heading: [[TYPED]] });
});

it("every style has a name of its own, short enough for a button", () => {
  for (const { styles } of [en, ko]) {
    const names = STYLES.map((style) => styles[style]);
    expect(new Set(names).size).toBe(STYLES.length);
    expect(names.filter((name) => name.length > 20)).toEqual([]);
  }
});
