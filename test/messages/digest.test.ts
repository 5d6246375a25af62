import { it } from "vitest";
import { en, ko } from "../../src/messages/groups/digest.ts";
import { expectSameGroups, TYPED } from "./sentences-of.ts";

const PART = "⟦part⟧";

it("the sentences of digests are the same in both languages, with the same arguments", () => {
  expectSameGroups(en, ko, {
    badDays: [
      [TYPED, PART],
      [TYPED, TYPED],
    ],
    someDays: [[["⟦one⟧"]], [["⟦one⟧", "⟦two⟧"]]],
    badTime: [[TYPED]],
    unknownZone: [
      [TYPED, []],
      [TYPED, ["⟦one⟧"]],
      [TYPED, ["⟦one⟧", "⟦two⟧"]],
    ],
    severalZones: [[TYPED, ["⟦one⟧", "⟦two⟧"]]],
    abbreviationMeans: [[TYPED, PART]],
  });
});
