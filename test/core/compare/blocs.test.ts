import { describe, expect, it } from "vitest";
import {
  BLOCS,
  blocOfCountry,
  blocOfDocument,
  countryOfPosition,
  isOurs,
} from "../../../src/core/compare/blocs.ts";
import { documentOf } from "../samples.ts";
import { positionOf } from "../records.ts";
import { libraryOfSides } from "./samples.ts";

const library = libraryOfSides([]);

describe("the sides", () => {
  it("have a fixed order", () => {
    expect(BLOCS).toEqual(["CN", "KP", "KR", "US", "JP", "RU", "INT", "OTHER"]);
  });

  it.each([
    ["CN", "CN"],
    ["RU", "RU"],
    ["UN", "INT"],
    ["INT", "INT"],
    ["FR", "OTHER"],
    ["unknown", "OTHER"],
    ["OTHER", "OTHER"],
  ])("of %s is %s", (country, bloc) => {
    expect(blocOfCountry(country)).toBe(bloc);
  });

  it("of a document is that of its outlet's country, or of the body of many states that published it", () => {
    expect(blocOfDocument(documentOf({ country: "JP" }), library)).toBe("JP");
    expect(blocOfDocument(documentOf({ outletId: "united-nations" }), library)).toBe("INT");
    expect(blocOfDocument(documentOf({ outletId: "xinhua" }), library)).toBe("OTHER");
    expect(blocOfDocument(documentOf(), library)).toBe("OTHER");
  });

  it("of a position is the holder's country, or that of the outlet where the holder is but a name", () => {
    const of = (who: string, outlet?: string) =>
      countryOfPosition(positionOf({ id: "p", who, outlet }), library);
    expect(of("writer", "xinhua")).toBe("SY");
    expect(of("un")).toBe("UN");
    expect(of("Somebody", "dong-a-ilbo-entity")).toBe("KR");
    expect(of("Somebody", "Xinhua")).toBe("CN");
    expect(of("Xinhua")).toBe("CN");
    expect(of("Somebody", "Some Paper")).toBe("unknown");
    expect(of("Somebody")).toBe("unknown");
  });
});

describe("our own words", () => {
  it("are those of our outlet, briefings and entries", () => {
    expect(isOurs(documentOf({ outletId: "korea-desk", kind: "news" }))).toBe(true);
    expect(isOurs(documentOf({ kind: "briefing" }))).toBe(true);
    expect(isOurs(documentOf({ kind: "reference" }))).toBe(true);
    expect(isOurs(documentOf({ outletId: "xinhua" }))).toBe(false);
    expect(isOurs(documentOf({ kind: "unknown" }))).toBe(false);
  });
});
