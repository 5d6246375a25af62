import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { itemOf } from "../../../src/core/cite/item.ts";
import { citationKey } from "../../../src/core/cite/key.ts";
import { NEWSPAPERS } from "../../../src/core/cite/newspapers.ts";
import { loadOutlets } from "../../../src/ingest/corpus.ts";
import { dateOf, documentOf } from "../samples.ts";
import { TABLE, TIME } from "./documents.ts";

describe("the item of a document", () => {
  it("has what is known, names whole", () => {
    expect(itemOf(TABLE["op-ed with author"], TIME)).toEqual({
      id: "donga.com:a-visit",
      type: "article-newspaper",
      title: "What the visit to Beijing means",
      author: [{ literal: "Bong Young-shik" }],
      "container-title": "The Dong-A Ilbo",
      genre: "Opinion",
      issued: { "date-parts": [[2018, 3, 28]] },
      URL: "https://www.donga.com/en/a_visit?x=1&y=%20#top",
      accessed: { "date-parts": [[2026, 6, 1]] },
      language: "en",
    });
    expect(itemOf(TABLE["text of which nothing is known"], TIME)).toEqual({
      id: "lost",
      type: "document",
      title: "Lost",
      language: "en",
    });
  });

  it.each([
    ["op-ed with author", "article-newspaper"],
    ["official document", "report"],
    ["undated page with markup in its title", "webpage"],
    ["briefing of ours", "report"],
    ["entry of ours on an event", "entry"],
  ] as const)("of an %s is a %s", (name, type) => expect(itemOf(TABLE[name], TIME).type).toBe(type));

  it("takes the author of an official text who has one, and the entry of another's reference work", () => {
    const official = documentOf({ kind: "official", author: "A. Minister", outlet: "A Ministry" });
    expect(itemOf(official, TIME)).toMatchObject({
      author: [{ literal: "A. Minister" }],
      publisher: "A Ministry",
    });
    const entry = documentOf({ kind: "reference", outlet: "An Almanac", date: dateOf("2018") });
    expect(itemOf(entry, TIME)).toMatchObject({
      type: "entry-encyclopedia",
      "container-title": "An Almanac",
      issued: { "date-parts": [[2018]] },
    });
  });

  it("says when a page was looked at on the calendar of the zone", () => {
    const page = documentOf({ url: "https://a.example/" });
    const accessed = (zone: string) => itemOf(page, { ...TIME, zone }).accessed;
    expect(accessed("Asia/Seoul")).toEqual({ "date-parts": [[2026, 6, 1]] });
    expect(accessed("Europe/London")).toEqual({ "date-parts": [[2026, 5, 31]] });
  });

  it("gives an entry of ours no date of what it tells of, also where nothing says how far records go", () => {
    const item = itemOf(TABLE["entry of ours on an event"], { ...TIME, recordsAsOf: null });
    expect([item.issued, item.note]).toEqual([undefined, "Own words of Korea Desk"]);
  });
});

describe("the newspapers", () => {
  it("are outlets of the book", async () => {
    const { outlets } = await loadOutlets(fileURLToPath(new URL("../../../corpus", import.meta.url)));
    const ids = new Set(outlets.all.map(({ id }) => id));
    expect([...NEWSPAPERS].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("the key of a document", () => {
  it.each([
    ["event/hanoi-summit-2019", "event:hanoi-summit-2019"],
    ["donga.com/en_A~1", "donga.com:en_A1-46b5e40d"],
    ["사설/북핵", "document-a664027a"],
    ["elysée/2018", "elysee:2018-9b9de2b1"],
  ])("%s is %s", (id, key) => expect(citationKey(id)).toBe(key));

  it("is ASCII and its own", () => {
    const ids = ["a/b", "a-b", "a.b", "a~b", "ab", "a/가", "a/나", "a"];
    const keys = ids.map(citationKey);
    expect(new Set(keys).size).toBe(ids.length);
    expect(keys.filter((key) => !/^[\w.:-]+$/u.test(key))).toEqual([]);
  });
});
