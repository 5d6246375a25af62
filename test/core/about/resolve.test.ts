import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { formsOf } from "../../../src/core/about/names.ts";
import { resolveName } from "../../../src/core/about/resolve.ts";
import { idsOf, subjectsOf } from "../../../src/core/about/subject.ts";
import type { Library } from "../../../src/core/library.ts";
import { builtInLibrary, libraryWith } from "../libraries.ts";

let library: Library;
beforeAll(async () => {
  library = await builtInLibrary();
});

/** What a name stands for, in one line. */
function meant(typed: string, over = library): string {
  const resolved = resolveName(typed, over);
  switch (resolved.type) {
    case "one":
      return resolved.subject.id;
    case "several":
      return `${resolved.open ? "open" : "several"}: ${resolved.subjects.map(({ id }) => id).join(", ")}`;
    case "none":
      return `none: ${resolved.near.map(({ id }) => id).join(", ")}`;
  }
}

describe("resolveName", () => {
  it.each([
    ["Kim Jong Un", "entity/kim-jong-un"],
    ["kim jong-un", "entity/kim-jong-un"],
    ["KIMJONGUN", "entity/kim-jong-un"],
    ["김정은", "entity/kim-jong-un"],
    ["김 정은", "entity/kim-jong-un"],
    ["金正恩", "entity/kim-jong-un"],
    ["Ким Чен Ын", "entity/kim-jong-un"],
    ["Kim Cho'ng-u'n", "entity/kim-jong-un"],
    ["Kim Jung Oon", "entity/kim-jong-un"],
    ["entity/kim-jong-un", "entity/kim-jong-un"],
    ["Entity/Kim-Jong-Un", "entity/kim-jong-un"],
    ["Kim\u200f Jong\u202e Un", "entity/kim-jong-un"],
    ["us", "entity/united-states"],
    ["nis", "entity/nis"],
    ["萨德", "entity/thaad"],
    ["cvid", "term/cvid"],
    ["two hostile state", "term/two-hostile-states"],
    ["term/dmz-term", "entity/dmz"],
    ["agreement/unsc-2397", "entity/unscr-2397"],
    ["2397", "entity/unscr-2397"],
    ["S/RES/2397 (2017)", "entity/unscr-2397"],
    ["안보리 결의 2397호", "entity/unscr-2397"],
    ["UNSCR 2356", "agreement/unsc-2356"],
    ["Stockholm Agreement", "agreement/stockholm-agreement-2014"],
    ["japan-dprk stockholm", "agreement/stockholm-agreement-2014"],
    ["july-4-communique-1972", "agreement/july-4-communique-1972"],
    // Forms that are somebody's main name stay theirs, even where they are words too.
    ["왕이", "entity/wang-yi"],
    ["Kim Yong Chol", "entity/kim-yong-chol"],
  ])("%j is one", (typed, id) => expect(meant(typed)).toBe(id));

  it.each([
    ["the North", "open: entity/north-korea"],
    ["Pyongyang", "open: entity/north-korea, entity/pyongyang"],
    ["Ri Yong Ho", "open: entity/ri-yong-ho, entity/ri-yong-ho-general"],
    ["Mr. Kim", "open: entity/kim-jong-un, entity/kim-kye-gwan, entity/kim-yong-chol, entity/kim-hyok-chol"],
    ["rocket man", "several: entity/kim-jong-un, term/rocket-man"],
    ["남조선", "several: entity/south-korea, term/south-korea-usage"],
    ["Korea", "open: entity/south-korea, entity/north-korea, entity/korean-peninsula"],
    ["최", "open: entity/choe-son-hui, entity/choe-ryong-hae, entity/choe-kang-il"],
  ])("%j is not guessed", (typed, ids) => expect(meant(typed)).toBe(ids));

  it.each([
    ["Kim Jng Unn", "entity/kim-jong-un"],
    ["what does Kim Jong Un think?", "entity/kim-jong-un"],
    ["판문전 선언", "entity/panmunjom-declaration"],
  ])("%j is nobody, and near somebody", (typed, id) => {
    const resolved = resolveName(typed, library);
    expect(resolved.type).toBe("none");
    expect(resolved.type === "none" ? resolved.near[0]?.id : null).toBe(id);
  });

  it("finds nobody in what is no name", () => {
    for (const typed of ["🚀", "?!", "zzzzzzzz", "\u202e", "<@1234>", "\ud800"])
      expect(meant(typed)).toBe("none: ");
    for (const typed of ["x", "*", "Kim ", "김", "🚀"])
      expect(meant(typed.repeat(5_000))).toMatch(/^none: /u);
  });

  it("finds every subject of the built-in corpus by its id and by its names", () => {
    const lost: string[] = [];
    for (const subject of subjectsOf(library.reference)) {
      for (const id of idsOf(subject)) if (meant(id) !== subject.id) lost.push(id);
      for (const form of formsOf(subject)) {
        const resolved = resolveName(form, library);
        const among =
          resolved.type === "one" ? [resolved.subject] : resolved.type === "several" ? resolved.subjects : [];
        if (!among.includes(subject)) lost.push(`${subject.id}: ${form}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (typed) => {
        expect(["one", "several", "none"]).toContain(resolveName(typed, library).type);
      }),
    );
  });

  it("knows nobody without records", () => {
    const empty = libraryWith({});
    for (const typed of ["Kim Jong Un", "2397", "x"]) expect(meant(typed, empty)).toBe("none: ");
  });
});
