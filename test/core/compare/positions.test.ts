import { describe, expect, it } from "vitest";
import { isWithin, positionsOfSide, positionsOn } from "../../../src/core/compare/positions.ts";
import type { PositionRecord } from "../../../src/core/reference.ts";
import type { Filters } from "../../../src/core/search/filters.ts";
import { dateOf } from "../samples.ts";
import { positionOf } from "../records.ts";
import { libraryOfSides } from "./samples.ts";

const POSITIONS = [
  positionOf({
    id: "best",
    who: "xi",
    topic: "summit talks",
    statement: "Summit talks, and the summit again.",
  }),
  positionOf({ id: "good", who: "kim", statement: "The summit and the talks." }),
  positionOf({ id: "other", who: "abe", topic: "abductions", statement: "The families wait." }),
];

describe("positions on a topic", () => {
  const library = libraryOfSides([], POSITIONS);
  const ids = (positions: readonly PositionRecord[]) => positions.map(({ id }) => id);

  it("are those whose documents answer, best first", () => {
    expect(ids(positionsOn({ query: "summit talks" }, POSITIONS, library))).toEqual(["best", "good"]);
    expect(ids(positionsOn({ query: "summit talks" }, POSITIONS.slice(1), library))).toEqual(["good"]);
    expect(positionsOn({ query: "zebra" }, POSITIONS, library)).toEqual([]);
    expect(positionsOn({ query: "summit talks" }, [], library)).toEqual([]);
  });

  it("of one side keep the order given", () => {
    const ranked = [POSITIONS[1]!, POSITIONS[0]!, POSITIONS[2]!];
    expect(ids(positionsOfSide({ query: "summit talks" }, ranked, library))).toEqual(["good", "best"]);
  });

  it("are none where another corpus is searched, without the records as documents", () => {
    const without = libraryOfSides([]);
    expect(positionsOn({ query: "summit talks" }, POSITIONS, without)).toEqual([]);
  });
});

describe("what narrows positions", () => {
  const library = libraryOfSides([]);
  const within = (given: Partial<PositionRecord>, filters: Filters) =>
    isWithin(positionOf({ id: "p", who: "xi", ...given }), filters, library);

  it.each([
    ["2018-03", undefined, "2018-03-05", undefined, true],
    ["2018-03", undefined, "2018-04", undefined, false],
    ["2018-03", "2019", "2018-04", undefined, true],
    ["2018-03", "2019", "2019-12-31", "2020", true],
    ["2018-03", "2019", "2020", undefined, false],
    ["2018-03", "2019", undefined, "2018-02", false],
    ["2018-03", "2019", undefined, "2018-03-01", true],
    ["2018-03", "2019", "2018-06", "2018-07", true],
  ])("held from %s to %s, asked for %s to %s: %s", (date, end, from, to, expected) => {
    const filters = {
      ...(from === undefined ? {} : { from: dateOf(from) }),
      ...(to === undefined ? {} : { to: dateOf(to) }),
    };
    expect(within({ date, end }, filters)).toBe(expected);
  });

  it("is the holder's country, the outlet, the kind and the name", () => {
    expect(within({}, { country: "CN" })).toBe(true);
    expect(within({}, { country: "KR" })).toBe(false);
    expect(within({ outlet: "dong-a-ilbo-entity" }, { outlet: "dong-a-ilbo" })).toBe(true);
    expect(within({}, { outlet: "dong-a-ilbo" })).toBe(false);
    expect(within({ kind: "opinion" }, { kind: "opinion" })).toBe(true);
    expect(within({ kind: "reported" }, { kind: "news" })).toBe(true);
    expect(within({ kind: "opinion" }, { kind: "editorial" })).toBe(false);
    expect(within({ author: "writer" }, { author: "writ" })).toBe(true);
    expect(within({}, { author: "writ" })).toBe(false);
    expect(within({}, { language: "en" })).toBe(true);
    expect(within({}, { language: "ko" })).toBe(false);
  });
});
