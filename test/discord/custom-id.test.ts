import { describe, expect, it } from "vitest";
import { customId, markIn, markOf, parseCustomId } from "../../src/discord/custom-id.ts";

describe("customId", () => {
  it("holds the place, the key and the number of the button, and is read back", () => {
    expect(customId("new", "aB3_-x", 1)).toBe("new:aB3_-x:1");
    expect(parseCustomId("new:aB3_-x:1")).toEqual({ place: "new", key: "aB3_-x" });
    expect(parseCustomId(customId("update", "k".repeat(64), 40))).toEqual({
      place: "update",
      key: "k".repeat(64),
    });
  });

  it("holds the mark of a digest, which is as long as a nonce may be, whatever the delivery key", () => {
    for (const key of ["", "a:b/c", "한".repeat(500)]) {
      const id = customId("update", "k".repeat(64), 999, markOf(key));
      expect(id.length).toBeLessThanOrEqual(100);
      expect(markOf(key).length).toBeLessThanOrEqual(25);
      expect(markIn(id)).toBe(markOf(key));
      expect(parseCustomId(id)).toEqual({ place: "update", key: "k".repeat(64) });
    }
    expect(markOf("a")).not.toBe(markOf("b"));
    expect(markIn("new:key:1")).toBeNull();
  });

  it("is as short as Discord wants, with the longest key there can be", () => {
    expect(customId("update", "k".repeat(64), 999)).toHaveLength(75);
  });

  it.each([
    "",
    "new:key",
    "new::1",
    "old:key:1",
    "new:key:",
    "new:key:1000",
    "new:key:1:2",
    "new:k y:1",
    "new:key:1\n",
    ` new:key:1`,
    `new:${"k".repeat(65)}:1`,
    "form:key",
  ])("does not read %j", (id) => {
    expect(parseCustomId(id)).toBeNull();
  });
});
