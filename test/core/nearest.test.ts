import { describe, expect, it } from "vitest";
import { nearest } from "../../src/core/nearest.ts";

const COMMANDS = ["search", "read", "help"];

describe("nearest", () => {
  it.each([
    ["serch", "search"],
    ["SAERCH", "search"],
    ["raed", "read"],
    ["hlep", "help"],
    ["helpp", "help"],
    ["Help", "help"],
  ])("takes %s for %s", (typed, meant) => expect(nearest(typed, COMMANDS)).toBe(meant));

  it.each(["", "x", "kim", "rxxx", "sxaxcx", "summit"])("takes %j for none", (typed) =>
    expect(nearest(typed, COMMANDS)).toBeNull(),
  );

  it("never takes a word for another that has none of its letters", () => {
    expect(nearest("b", ["a"])).toBeNull();
    expect(nearest("xy", ["ab"])).toBeNull();
    expect(nearest("ay", ["ab"])).toBe("ab");
  });

  it("gives the candidate as it is written, and the nearest of several", () => {
    expect(nearest("dong-a ilbi", ["Chosun Ilbo", "Dong-A Ilbo"])).toBe("Dong-A Ilbo");
    expect(nearest("동아일버", ["조선일보", "동아일보"])).toBe("동아일보");
  });

  it("does not compare long text, and has nothing to give without candidates", () => {
    expect(nearest("x".repeat(61), ["x".repeat(61)])).toBeNull();
    expect(nearest("x".repeat(60), ["x".repeat(60)])).toBe("x".repeat(60));
    expect(nearest("help", [])).toBeNull();
  });
});
