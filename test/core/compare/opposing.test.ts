import { describe, expect, it } from "vitest";
import { opposingOf } from "../../../src/core/compare/opposing.ts";
import { NO_REFERENCE, type PositionRecord } from "../../../src/core/reference.ts";
import { entityOf, positionOf } from "../records.ts";
import { ENTITIES } from "./samples.ts";

const STATES = [
  entityOf({ id: "united-states", name: "United States", country: "US" }),
  entityOf({ id: "white-house", name: "White House", country: "US" }),
];

/** What opposes the first position: others as `who years`, then the ids of its own side's. */
function opposing(positions: PositionRecord[], first?: string[]) {
  const reference = { ...NO_REFERENCE, positions, entities: [...ENTITIES, ...STATES] };
  const { others, own } = opposingOf(positions[0]!, reference, new Set(first));
  return {
    others: others.map(({ who, years }) => `${who} ${years.join(", ")}`),
    own: own.map(({ id }) => id),
  };
}

describe("what opposes a position", () => {
  it("is held by others, co-holders too, those of the comparison first", () => {
    const positions = [
      positionOf({ id: "a", who: "kim", date: "2018", opposing: ["b", "c", "d", "lost"] }),
      positionOf({ id: "b", who: "trump", also: ["abe"], date: "2019-01" }),
      positionOf({ id: "c", who: "moon", also: ["abe"], date: "2016" }),
      positionOf({ id: "d", who: "abe", date: "2019-05" }),
    ];
    expect(opposing(positions)).toEqual({
      others: ["trump 2019", "abe 2016, 2019", "moon 2016"],
      own: [],
    });
    expect(opposing(positions, ["c"]).others).toEqual(["moon 2016", "abe 2016, 2019", "trump 2019"]);
  });

  it("is never held by the same person: who holds it, or holds it too, held otherwise", () => {
    const positions = [
      positionOf({ id: "a", who: "kim", also: ["xi"], opposing: ["b", "c"] }),
      positionOf({ id: "b", who: "kim", date: "2022" }),
      positionOf({ id: "c", who: "putin", also: ["xi"], date: "2024" }),
    ];
    expect(opposing(positions)).toEqual({ others: ["putin 2024"], own: ["b", "c"] });
  });

  it("is of the same side between a state and who speaks for it, opinions aside", () => {
    const official = [
      positionOf({ id: "a", who: "white-house", date: "2025", opposing: ["b", "c"] }),
      positionOf({ id: "b", who: "united-states", date: "2017", kind: "reported" }),
      positionOf({ id: "c", who: "trump", date: "2018" }),
    ];
    expect(opposing(official)).toEqual({ others: ["trump 2018"], own: ["b"] });
    const [a, b] = official;
    expect(opposing([{ ...a!, kind: "opinion" }, b!])).toEqual({ others: ["united-states 2017"], own: [] });
  });
});
