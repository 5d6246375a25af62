import { it } from "vitest";
import { en, ko } from "../../src/messages/groups/sources.ts";
import { expectSameGroups } from "./sentences-of.ts";

it("the sentences of sources say the same in both languages", () => {
  expectSameGroups(en, ko, {
    heading: [
      [1, 1],
      [4_321, 65],
    ],
    undated: [[7]],
    decade: [[1950]],
    failures: [[1], [66]],
    outlets: [
      [1, 1, 1],
      [500, 21, 44],
    ],
  });
});
