import { describe, expect, it } from "vitest";
import { byDate, passes, type Filters } from "../../../src/core/search/filters.ts";
import type { Document } from "../../../src/core/document.ts";
import { dateOf, documentOf } from "../samples.ts";

describe("passes", () => {
  const document = documentOf({
    outletId: "xinhua",
    outlet: "Xinhua",
    country: "CN",
    kind: "news",
    language: "zh-Hans",
    date: dateOf("2018-03"),
    author: "Anna Writer",
  });

  it.each<[Filters, boolean]>([
    [{}, true],
    [{ from: dateOf("2018-03-31") }, true],
    [{ from: dateOf("2018-04") }, false],
    [{ to: dateOf("2018-03-01") }, true],
    [{ to: dateOf("2017") }, false],
    [{ from: dateOf("2018"), to: dateOf("2018") }, true],
    [{ outlet: "xinhua" }, true],
    [{ outlet: "dong-a-ilbo" }, false],
    [{ country: "CN" }, true],
    [{ country: "KR" }, false],
    [{ kind: "news" }, true],
    [{ kind: "opinion" }, false],
    [{ language: "zh" }, true],
    [{ language: "zh-Hans" }, true],
    [{ language: "zh-Hant" }, false],
    [{ language: "z" }, false],
    [{ country: "CN", kind: "opinion" }, false],
    [{ author: "writer" }, true],
    [{ author: "reader" }, false],
    // What a passage must name is not for its document to show.
    [{ about: ["entity/kju"] }, true],
  ])("%j: %s", (filters, expected) => expect(passes(document, filters)).toBe(expected));

  it("lets nothing of unknown author through a filter by author", () => {
    expect(passes(documentOf(), { author: "writer" })).toBe(false);
  });

  it("lets no undated document through a filter by date", () => {
    expect(passes(documentOf(), { from: dateOf("1900") })).toBe(false);
    expect(passes(documentOf(), { to: dateOf("2100") })).toBe(false);
  });

  it("knows an outlet that is in no book by its name", () => {
    const outsider = documentOf({ outlet: "The Village Post" });
    expect(passes(outsider, { outlet: "the village post" })).toBe(true);
    expect(passes(outsider, { outlet: "village post" })).toBe(false);
    expect(passes(documentOf(), { outlet: "the village post" })).toBe(false);
  });
});

describe("byDate", () => {
  const documents = ["2018-03", null, "2019", "2018", "2018-03-28", null].map((date, index) =>
    documentOf({ id: `${index}`, date: date === null ? null : dateOf(date) }),
  );
  const ids = (sorted: Document[]) => sorted.map(({ id }) => id).join("");

  it("orders by the first day a date can mean, undated ones last in both orders", () => {
    expect(ids(documents.toSorted(byDate("newest")))).toBe("240315");
    expect(ids(documents.toSorted(byDate("oldest")))).toBe("304215");
  });
});
