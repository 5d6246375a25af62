import { describe, expect, it } from "vitest";
import { fixturesIn, readFixture } from "./pages.ts";

describe("pages in the markup of real sites, written apart from the extractor", () => {
  const fixtures = fixturesIn("unseen/");

  it("are there", () => {
    expect(fixtures.length).toBe(14);
  });

  it.each(fixtures)("come out character for character: $name", (fixture) => {
    expect(readFixture(fixture)).toEqual(fixture.expected);
  });
});
