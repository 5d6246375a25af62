import { describe, expect, it } from "vitest";
import { makeVersion, type DocumentVersion } from "../../src/core/document.ts";
import {
  MisquoteError,
  excerptId,
  excerptOf,
  parseExcerptId,
  verifyExcerpt,
  type Excerpt,
} from "../../src/core/excerpt.ts";

const FAMILY = "👩‍👩‍👧";
const version = makeVersion("doc", `First one.\n\nSecond ${FAMILY} here.\nIts next line.`);
const second = version.body.indexOf("Second");

function misquote(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof MisquoteError) return error.message;
    throw error;
  }
  return "no error";
}

describe("excerptOf", () => {
  it("takes the characters as they stand", () => {
    const excerpt = excerptOf(version, second, second + 6, [{ start: 0, end: 3 }]);
    expect(excerpt).toEqual({
      version,
      start: 12,
      end: 18,
      text: "Second",
      highlights: [{ start: 0, end: 3 }],
      cutStart: false,
      cutEnd: true,
    });
    expect(Object.isFrozen(excerpt)).toBe(true);
    expect(() => verifyExcerpt(excerpt)).not.toThrow();
  });

  it("says at which end the paragraph goes on", () => {
    const ends = (start: number, end: number) => {
      const { cutStart, cutEnd } = excerptOf(version, start, end);
      return [cutStart, cutEnd];
    };
    expect(ends(0, 10)).toEqual([false, false]);
    expect(ends(0, 5)).toEqual([false, true]);
    expect(ends(6, 10)).toEqual([true, false]);
    expect(ends(2, 4)).toEqual([true, true]);
    expect(ends(second, version.body.length)).toEqual([false, false]);
  });

  it.each([
    [-1, 3],
    [3, 3],
    [4, 3],
    [0, 1_000],
    [0.5, 3],
    [0, Number.NaN],
  ])("refuses %d to %d, which is no run of characters", (start, end) => {
    expect(misquote(() => excerptOf(version, start, end))).toBe(
      `doc:${start}-${end} is no run of characters of a body of ${version.body.length}`,
    );
  });

  it.each([
    ["two paragraphs", 6, second + 6],
    ["the line end after a paragraph", 6, 11],
    ["nothing but what lies between", 10, 12],
    ["the line end before one", 11, second + 6],
  ])("refuses %s", (_, start, end) => {
    expect(misquote(() => excerptOf(version, start, end))).toBe(
      `doc:${start}-${end} does not lie inside one paragraph`,
    );
  });

  it("refuses to cut a grapheme: an emoji of several, a surrogate pair, an accent, a Korean syllable in parts", () => {
    const family = version.body.indexOf(FAMILY);
    for (let inside = 1; inside < FAMILY.length; inside += 1) {
      const cut = family + inside;
      expect(misquote(() => excerptOf(version, second, cut))).toBe(`doc:12-${cut} cuts a character in two`);
      expect(misquote(() => excerptOf(version, cut, cut + 20))).toBe(
        `doc:${cut}-${cut + 20} cuts a character in two`,
      );
    }
    const marks = makeVersion("m", "q\u0301 \u1112\u119E\u11AB");
    expect(misquote(() => excerptOf(marks, 0, 1))).toBe("m:0-1 cuts a character in two");
    expect(misquote(() => excerptOf(marks, 3, 5))).toBe("m:3-5 cuts a character in two");
  });

  it("clips, sorts, joins and empties highlights, and widens them to whole graphemes", () => {
    const highlights = (ranges: [number, number][]) =>
      excerptOf(
        version,
        second,
        version.body.length,
        ranges.map(([start, end]) => ({ start, end })),
      ).highlights.map(({ start, end }) => [start, end]);
    expect(highlights([[8, 9]])).toEqual([[7, 7 + FAMILY.length]]);
    expect(
      highlights([
        [4, 6],
        [-5, 1],
        [1, 2],
        [5, 5],
        [9_000, 9_001],
        [30, 9_000],
      ]),
    ).toEqual([
      [0, 2],
      [4, 6],
      [30, version.body.length - second],
    ]);
  });
});

describe("verifyExcerpt", () => {
  const excerpt = excerptOf(version, second, second + 6);

  it.each<[string, Excerpt]>([
    ["a copy", { ...excerpt }],
    ["other words", { ...excerpt, text: "Sekond" }],
    ["other offsets", { ...excerpt, start: 0, end: 6 }],
    ["another version", { ...excerpt, version: makeVersion("doc", "Second thoughts") }],
    ["a heir", Object.create(excerpt) as Excerpt],
  ])("refuses %s, which excerptOf did not make", (_, forged) => {
    expect(misquote(() => verifyExcerpt(forged))).toMatch(
      /^doc@[0-9a-f]{8}:\d+-\d+ was not made by excerptOf$/u,
    );
  });

  it("refuses a version whose hash is not its body's", () => {
    const wrong: DocumentVersion = { documentId: "doc", sha256: version.sha256, body: "Second thoughts." };
    expect(misquote(() => verifyExcerpt(excerptOf(wrong, 0, 6)))).toBe(
      `doc@${version.sha256.slice(0, 8)}:0-6: the body is not the one hashed`,
    );
  });

  it("refuses a version that was altered after the excerpt was made and once verified", () => {
    const loose = { ...makeVersion("doc", "He will not accept it.") };
    const quoted = excerptOf(loose, 0, 11);
    expect(() => verifyExcerpt(quoted)).not.toThrow();
    loose.body = "He will now accept it.";
    expect(misquote(() => verifyExcerpt(quoted))).toBe(
      `doc@${loose.sha256.slice(0, 8)}:0-11: the body is not the one hashed`,
    );
    loose.sha256 = makeVersion("doc", loose.body).sha256;
    expect(misquote(() => verifyExcerpt(quoted))).toBe(
      `doc@${loose.sha256.slice(0, 8)}:0-11 differs from its document`,
    );
  });
});

describe("excerptId", () => {
  it("names document, version and offsets, and is read back", () => {
    const id = excerptId({ version, start: 12, end: 18 });
    expect(id).toBe(`doc@${version.sha256.slice(0, 8)}:12-18`);
    expect(parseExcerptId(id)).toEqual({
      documentId: "doc",
      hash8: version.sha256.slice(0, 8),
      start: 12,
      end: 18,
    });
  });

  it("reads ids of documents in any script", () => {
    expect(parseExcerptId("문서/비핵화-1@0123abcd:0-9")).toEqual({
      documentId: "문서/비핵화-1",
      hash8: "0123abcd",
      start: 0,
      end: 9,
    });
  });

  it.each([
    "",
    "doc",
    "@0123abcd:0-9",
    "doc@0123abc:0-9",
    "doc@0123ABCD:0-9",
    "doc@0123abcd:0",
    "doc@0123abcd:-1-9",
    "doc@0123abcd:0-1234567890",
    "do c@0123abcd:0-9",
    "a@b@0123abcd:0-9",
    "doc@0123abcd:0-9 ",
    `${"d".repeat(201)}@0123abcd:0-9`,
  ])("takes %j for none", (text) => {
    expect(parseExcerptId(text)).toBeNull();
  });
});
