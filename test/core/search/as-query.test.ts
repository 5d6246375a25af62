import { expect, test } from "vitest";
import { asQuery } from "../../../src/core/search/as-query.ts";
import { dateOf, documentOf, entryOf, libraryOf } from "../samples.ts";

const LIBRARY = libraryOf([
  entryOf("The summit of Hanoi ended early.", { id: "a" }),
  entryOf("Words.", {
    ...documentOf({ id: "b", outlet: 'The "Daily" Post', outletId: null }),
  }),
]);

test.each([
  ["summit", {}, "summit"],
  [" summit  Hanoi ", { country: "KR" }, "summit  Hanoi country:KR"],
  [
    "summit",
    { outlet: "Dong-A Ilbo", kind: "editorial" } as const,
    'summit outlet:"Dong-A Ilbo" kind:editorial',
  ],
  ["summit", { from: dateOf("2018-03"), language: "ko" }, "summit from:2018-03 language:ko"],
  ['"end of war" -THAAD', { country: "한국" }, '"end of war" -THAAD country:한국'],
  ["summit", { outlet: 'The "Daily" Post' }, 'summit outlet:“The "Daily" Post”'],
])("%s and what was given beside it are one query", (query, given, whole) => {
  expect(asQuery(query, given, LIBRARY)).toBe(whole);
});

test.each([
  ["nobody knows the outlet", "summit", { outlet: "Nowhere" }],
  ["the query has the field already", "summit country:KR", { country: "CN" }],
  ["a quotation is open", 'the "end', {}],
  ["fields of so long a query are text", "summit ".repeat(60), { country: "KR" }],
  ["a value has all marks", "summit", { outlet: '"“「' }],
])("there is none where %s", (_, query, given) => {
  expect(asQuery(query, given, LIBRARY)).toBeNull();
});
