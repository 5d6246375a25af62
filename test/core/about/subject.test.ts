import { beforeAll, describe, expect, it } from "vitest";
import { namesOf } from "../../../src/core/about/names.ts";
import { idsOf, kindOf, subjectsOf } from "../../../src/core/about/subject.ts";
import type { Library } from "../../../src/core/library.ts";
import { NO_REFERENCE } from "../../../src/core/reference.ts";
import { builtInLibrary } from "../libraries.ts";

let library: Library;
beforeAll(async () => {
  library = await builtInLibrary();
});

describe("subjects of the built-in corpus", () => {
  it("hold every entity, agreement and term once", () => {
    const { reference } = library;
    const ids = subjectsOf(reference).flatMap(idsOf);
    expect(ids.toSorted()).toEqual(
      [
        ...reference.entities.map(({ id }) => `entity/${id}`),
        ...reference.agreements.map(({ id }) => `agreement/${id}`),
        ...reference.terms.map(({ id }) => `term/${id}`),
      ].toSorted(),
    );
  });

  it("hold an agreement with the entity that is its name, and no other", () => {
    const both = subjectsOf(library.reference).flatMap(({ entity, agreement }) =>
      entity === null || agreement === null ? [] : [`${entity.id} = ${agreement.id}`],
    );
    expect(both).toEqual([
      "msmt = msmt-2024",
      "armistice-1953 = armistice-agreement-1953",
      "china-dprk-treaty-1961 = china-dprk-treaty-1961",
      "rok-us-mdt = rok-us-mutual-defense-treaty-1953",
      "basic-agreement-1991 = basic-agreement-1991",
      "joint-declaration-1992 = joint-denuclearization-declaration-1992",
      "agreed-framework = agreed-framework-1994",
      "june-15-declaration = june-15-declaration-2000",
      "us-dprk-communique-2000 = us-dprk-joint-communique-2000",
      "pyongyang-declaration-2002 = pyongyang-declaration-japan-2002",
      "joint-statement-2005 = six-party-joint-statement-2005",
      "feb-13-agreement = initial-actions-2007",
      "oct-4-declaration = october-4-declaration-2007",
      "leap-day-deal = leap-day-understanding-2012",
      "panmunjom-declaration = panmunjom-declaration-2018",
      "singapore-statement = singapore-joint-statement-2018",
      "pyongyang-declaration-2018 = pyongyang-declaration-2018",
      "cma = comprehensive-military-agreement-2018",
      "russia-dprk-treaty = russia-dprk-treaty-2024",
      "washington-declaration = washington-declaration-2023",
      "camp-david = camp-david-2023",
      "joint-fact-sheet-2025 = rok-us-joint-fact-sheet-2025",
      "unscr-825 = unsc-825",
      "unscr-1695 = unsc-1695",
      "unscr-1718 = unsc-1718",
      "unscr-1874 = unsc-1874",
      "unscr-2087 = unsc-2087",
      "unscr-2094 = unsc-2094",
      "unscr-2270 = unsc-2270",
      "unscr-2321 = unsc-2321",
      "unscr-2371 = unsc-2371",
      "unscr-2375 = unsc-2375",
      "unscr-2397 = unsc-2397",
    ]);
    const alone = subjectsOf(library.reference).filter((one) => kindOf(one) === "agreement");
    expect(alone.map(({ id }) => id)).toEqual([
      "agreement/ussr-dprk-treaty-1961",
      "agreement/rok-japan-basic-treaty-1965",
      "agreement/july-4-communique-1972",
      "agreement/us-dprk-joint-statement-1993",
      "agreement/russia-dprk-treaty-2000",
      "agreement/second-phase-actions-2007",
      "agreement/stockholm-agreement-2014",
      "agreement/unsc-2356",
    ]);
  });

  it("hold a term with the entity it stands for, not with one whose nickname it is", () => {
    const both = subjectsOf(library.reference).flatMap(({ entity, term }) =>
      entity === null || term === null ? [] : [`${entity.id} = ${term.id}`],
    );
    expect(both).toEqual([
      "1718-committee = 1718-committee-term",
      "panel-of-experts = panel-of-experts-term",
      "dmz = dmz-term",
      "mdl = mdl-term",
      "nll = nll-term",
      "thaad = thaad-term",
      "armistice-1953 = armistice",
      "sunshine-policy = sunshine-policy-term",
      "byungjin = byungjin-term",
    ]);
  });

  it("have each of their names once", () => {
    for (const subject of subjectsOf(library.reference)) {
      const { others, ...main } = namesOf(subject);
      const all = [...new Set(Object.values(main)), ...others].filter((name) => name !== null);
      expect(all).toEqual([...new Set(all)]);
      expect(all).not.toContain("");
    }
  });
});

it("there are none without records", () => {
  expect(subjectsOf(NO_REFERENCE)).toEqual([]);
});
