import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { resolveName } from "../../src/core/about/resolve.ts";
import { lexiconIdsOf, subjectsOf } from "../../src/core/about/subject.ts";
import type { Context } from "../../src/core/command.ts";
import { completeNames, completeSubjects, valueOf } from "../../src/core/complete-names.ts";
import type { Library } from "../../src/core/library.ts";
import { COMPLETIONS_MAX } from "../../src/core/option.ts";
import { readFilters } from "../../src/core/search/read-filters.ts";
import { builtInLibrary, contextOf, libraryBeside, libraryWith } from "./libraries.ts";

let library: Library;
let en: Context;
let ko: Context;
beforeAll(async () => {
  library = await builtInLibrary();
  en = contextOf(library);
  ko = contextOf(library, "ko");
});

describe("completeNames", () => {
  it.each([
    ["Kim J", "Kim Jong Un"],
    ["kim-j", "Kim Jong Un"],
    ["KIMJ", "Kim Jong Un"],
    ["김정", "Kim Jong Un"],
    ["정은", "Kim Jong Un"],
    ["金正", "Kim Jong Un"],
    ["ким чен", "Kim Jong Un"],
    ["Kim Cho'ng-u", "Kim Jong Un"],
    ["Kim Jung Oon", "Kim Jong Un"],
    ["hwasong-15", "Hwasong-15"],
    ["비핵", "denuclearization"],
    ["사드", "THAAD"],
    ["xi", "Xi Jinping"],
  ])("%j → %s first", (typed, name) => expect(completeNames(typed, en)[0]).toBe(name));

  it("puts those first whom most passages name, each once", () => {
    expect(completeNames("kim jong", en).slice(0, 2)).toEqual(["Kim Jong Un", "Kim Jong Il"]);
    const all = completeNames("k", en);
    expect(all).toHaveLength(COMPLETIONS_MAX);
    expect(new Set(all).size).toBe(all.length);
  });

  it("puts those that begin so before those that contain a word that does", () => {
    const names = completeNames("jong", en);
    expect(names.indexOf("Jong Hyon (pen name)")).toBeLessThan(names.indexOf("Kim Jong Il"));
  });

  it("gives Korean names to whoever reads Korean", () => {
    expect(completeNames("Kim J", ko)[0]).toBe("김정은");
    expect(completeNames("김", ko).slice(0, 3)).toEqual(["김정은", "김정일", "김여정"]);
  });

  it("gives the best known where nothing is typed, and nothing for what is no name", () => {
    expect(completeNames("", en).slice(0, 3)).toEqual(["North Korea", "United States", "South Korea"]);
    expect(completeNames("🚀", en)).toEqual([]);
    expect(completeNames("?!", en)).toEqual([]);
    expect(completeNames("zzzz", en)).toEqual([]);
    expect(completeNames("x".repeat(5_000), en)).toEqual([]);
  });

  it("gives values that mean one subject to the book of names and to the lexicon", () => {
    for (const ctx of [en, ko]) {
      const wrong: string[] = [];
      for (const subject of subjectsOf(library.reference)) {
        const value = valueOf(subject, ctx);
        const resolved = resolveName(value, library);
        if (resolved.type !== "one" || resolved.subject !== subject) wrong.push(value);
        if (lexiconIdsOf(subject).length === 0 || value === subject.id) continue;
        const { about } = readFilters({ about: value }, library);
        if (about?.every((id) => lexiconIdsOf(subject).includes(id)) !== true) wrong.push(value);
      }
      expect(wrong).toEqual([]);
    }
  });

  it("leaves agreements without a name to whoever can look them up", () => {
    expect(completeNames("japan-dprk stock", en)).toEqual([]);
    expect(completeSubjects("japan-dprk stock", en).map((subject) => valueOf(subject, en))).toEqual([
      "Japan-DPRK Stockholm Agreement",
    ]);
  });

  it("knows names whatever is searched, and none without records", () => {
    expect(completeNames("kim jong u", contextOf(libraryBeside(library, [])))[0]).toBe("Kim Jong Un");
    expect(completeNames("kim", contextOf(libraryWith({})))).toEqual([]);
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const names = completeNames(typed, en);
        expect(names.length).toBeLessThanOrEqual(COMPLETIONS_MAX);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
