import { describe, expect, it } from "vitest";
import type { DatedVersion, Document } from "../../../src/core/document.ts";
import { numbersOf, revisionsOf, wholeId } from "../../../src/core/revisions/history.ts";
import { fieldChanges } from "../../../src/core/revisions/metadata.ts";
import { dayOfMoment, timeOfMoment } from "../../../src/core/revisions/when.ts";
import { dateOf, documentOf, entryOf } from "../samples.ts";

const versions = (...bodies: readonly string[]): DatedVersion[] =>
  bodies.map((body, at) => ({ ...entryOf(body), addedAt: at * 1_000 }));

describe("the revisions of a document", () => {
  it("are newest first, each after the one before", () => {
    const all = versions("A", "B", "C");
    expect(revisionsOf(all)).toEqual([
      { number: 3, before: all[1], after: all[2], cameBackFrom: null },
      { number: 2, before: all[0], after: all[1], cameBackFrom: null },
    ]);
    expect(revisionsOf(versions("A"))).toEqual([]);
    expect(revisionsOf([])).toEqual([]);
  });

  it("are none where only better words of the same text came to be known", () => {
    const numbersFor = (...sources: readonly (DatedVersion["textSource"] | null)[]) =>
      revisionsOf(
        versions(...sources.map((_, at) => `Words ${at}.`)).map((version, at) => {
          const textSource = sources[at];
          return typeof textSource === "string" ? { ...version, textSource } : version;
        }),
      ).map(({ number }) => number);
    expect(numbersFor("summary", "content", "page")).toEqual([]);
    expect(numbersFor("summary", null)).toEqual([]);
    expect(numbersFor("summary", "page", "page")).toEqual([3]);
    expect(numbersFor("content", "content", "page", null, "page")).toEqual([5, 4, 2]);
  });

  it("tell which words came back, the last version that had them", () => {
    const back = (...bodies: string[]) => revisionsOf(versions(...bodies)).map((one) => one.cameBackFrom);
    expect(back("A", "B", "A", "C", "A")).toEqual([3, null, 1, null]);
    // Other metadata alone.
    expect(back("A", "A")).toEqual([null]);
  });

  it("number all versions with the same words", () => {
    const all = versions("A", "B", "A");
    expect(numbersOf(all, all[0]!.version.sha256)).toEqual([1, 3]);
    expect(numbersOf(all, "0")).toEqual([]);
  });

  it("have ids of their whole texts, if they have words", () => {
    const [words, none] = versions("Some words.", "");
    expect(wholeId(words!.version)).toBe(`doc@${words!.version.sha256.slice(0, 8)}:0-11`);
    expect(wholeId(none!.version)).toBeNull();
  });
});

it("what is known of a document is compared field by field", () => {
  const before: Partial<Document> = { title: "Talks fail", author: "A. Writer", date: dateOf("2018-03") };
  const after: Partial<Document> = { title: "Talks end", date: dateOf("2018-03-28"), topics: ["summit"] };
  expect(fieldChanges(documentOf(before), documentOf(after))).toEqual([
    { field: "title", was: "Talks fail", now: "Talks end" },
    { field: "author", was: "A. Writer", now: null },
    { field: "date", was: "2018-03", now: "2018-03-28" },
  ]);
  expect(fieldChanges(documentOf(before), documentOf(before))).toEqual([]);
});

it("days and times are those of a zone", () => {
  const moment = Date.UTC(2026, 2, 1, 20, 5);
  expect(dayOfMoment(moment, "UTC", "en")).toBe("1 March 2026");
  expect(dayOfMoment(moment, "Asia/Seoul", "en")).toBe("2 March 2026");
  expect(dayOfMoment(moment, "Asia/Seoul", "ko")).toBe("2026년 3월 2일");
  expect(timeOfMoment(moment, "UTC", "en")).toMatch(/^1 March 2026.* 20:05 UTC$/u);
  expect(timeOfMoment(moment, "Asia/Seoul", "ko")).toMatch(/^2026년 3월 2일 05:05/u);
});
