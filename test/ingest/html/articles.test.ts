import { describe, expect, it } from "vitest";
import { fixturesIn, readFixture } from "./pages.ts";

describe("pages in the shapes of news sites", () => {
  const fixtures = fixturesIn("");

  it("are there", () => {
    expect(fixtures.length).toBeGreaterThan(0);
  });

  it.each(fixtures)("come out character for character: $name", (fixture) => {
    expect(readFixture(fixture)).toEqual(fixture.expected);
  });
});
