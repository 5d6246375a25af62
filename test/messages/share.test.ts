import { it } from "vitest";
import { en, ko } from "../../src/messages/groups/share.ts";
import { TYPED, expectSameGroups } from "./sentences-of.ts";

it("the sentences of share say the same in both languages", () => {
  expectSameGroups(en, ko, { sharedBy: [[TYPED]] });
});
