import { describe, expect, it } from "vitest";
import { costOf } from "../../../src/core/budget.ts";
import type { WordPart } from "../../../src/core/revisions/word-parts.ts";
import { wordPieces } from "../../../src/core/revisions/word-pieces.ts";

const part = (type: WordPart["type"], text: string, space = true): WordPart => ({ type, text, space });

describe("the words of a changed paragraph", () => {
  it("stand in one piece where it fits, with the spaces between them outside of the marks", () => {
    expect(
      wordPieces(
        [
          part("same", "Both", false),
          part("removed", "would"),
          part("inserted", "should"),
          part("same", ".", false),
        ],
        500,
      ),
    ).toEqual([
      [
        { type: "text", text: "Both " },
        { type: "removed", text: "would" },
        { type: "text", text: " " },
        { type: "inserted", text: "should" },
        { type: "text", text: "." },
      ],
    ]);
  });

  it("are cut between words where they do not fit, and stretches in which nothing changed are left out", () => {
    const long = "word ".repeat(500).trim();
    const pieces = wordPieces(
      [
        part("same", long, false),
        part("inserted", "new"),
        part("same", long),
        part("removed", "x_".repeat(600)),
      ],
      700,
    );
    const words = pieces.map((spans) => spans.map(({ text }) => text).join(""));
    expect(words.every((one) => one.startsWith("…"))).toBe(true);
    expect(words.map((one) => one.endsWith("…"))).toEqual([...words.slice(1).map(() => true), false]);
    expect(words.filter((one) => one.includes("new"))).toHaveLength(1);
    expect(words.join("").match(/word/gu)!.length).toBeLessThan(500);
    const removed = pieces.flat().filter(({ type }) => type === "removed");
    expect(removed.map(({ text }) => text).join("")).toBe("x_".repeat(600));
    for (const spans of pieces) expect(costOf({ type: "text", spans })).toBeLessThanOrEqual(700);
  });

  it("are cut between characters where there is no space, and an enormous character is left out", () => {
    const pieces = wordPieces(
      [part("inserted", "👩‍👩‍👧".repeat(200)), part("removed", `a${"\u0300".repeat(5_000)}`)],
      700,
    );
    const inserted = pieces.flat().filter(({ type }) => type === "inserted");
    expect(inserted.map(({ text }) => text).join("")).toBe("👩‍👩‍👧".repeat(200));
    for (const { text } of inserted) expect(text.replaceAll("👩‍👩‍👧", "")).toBe("");
    expect(pieces.flat().filter(({ type }) => type === "removed")).toEqual([{ type: "removed", text: "…" }]);
  });
});
