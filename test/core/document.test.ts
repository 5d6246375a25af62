import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashBody, isDocumentId, makeVersion, normaliseBody, slugOf } from "../../src/core/document.ts";

describe("normaliseBody", () => {
  it("composes characters (NFC)", () => {
    expect(normaliseBody("e\u0301 \u1112\u1161\u11AB")).toBe("\u00E9 한");
  });

  it("makes every line end LF", () => {
    expect(normaliseBody("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });

  it("leaves one blank line between paragraphs, none around, and no white space at line ends", () => {
    expect(normaliseBody("\n \r\n  one \t\u3000\n  two\n\n \n\n\nthree\u00A0\n\n")).toBe(
      "  one\n  two\n\nthree",
    );
  });

  it("gives the same again for what it gave", () => {
    const once = normaliseBody("a\u0301 \r\n\r\r\n b\u2028\n\n\n\u0301c");
    expect(normaliseBody(once)).toBe(once);
  });

  it("ends on a megabyte of spaces, of line ends and of both", () => {
    const many = 1_000_000;
    expect(normaliseBody(`a${" ".repeat(many)}b`)).toHaveLength(many + 2);
    expect(normaliseBody(`a${" ".repeat(many)}`)).toBe("a");
    expect(normaliseBody(`a${"\n".repeat(many)}b`)).toBe("a\n\nb");
    expect(normaliseBody(`a${" \n".repeat(many)}b`)).toBe("a\n\nb");
  });

  it("gives nothing for nothing", () => {
    expect(normaliseBody(" \n\t\r\n ")).toBe("");
  });
});

describe("makeVersion", () => {
  it("hashes the normalised body in UTF-8 and freezes the version", () => {
    const version = makeVersion("doc", "비핵화 \r\n");
    const sha256 = createHash("sha256").update(Buffer.from("비핵화", "utf8")).digest("hex");
    expect(version).toEqual({ documentId: "doc", sha256, body: "비핵화" });
    expect(hashBody("비핵화")).toBe(sha256);
    expect(Object.isFrozen(version)).toBe(true);
  });
});

describe("isDocumentId", () => {
  it.each(["a", "briefing/hanoi-2019", "문서_1", "a.b~c", "news.cn/2018-03/28", "क्ष", "x".repeat(200)])(
    "takes %j",
    (id) => expect(isDocumentId(id)).toBe(true),
  );

  it.each([
    "",
    "/a",
    "a/",
    "-a",
    "a b",
    "a@b",
    "a:b",
    "a..b",
    "../a",
    "a/./b/..",
    "a\n",
    "x".repeat(201),
    "a\u202Eb",
  ])("refuses %j", (id) => expect(isDocumentId(id)).toBe(false));

  it("ends on a long run of separators", () => {
    expect(isDocumentId(`a${"-".repeat(198)}`)).toBe(false);
  });
});

describe("slugOf", () => {
  it.each([
    ["Kim's “first” visit, 2018!", "kims-first-visit-2018"],
    ["  --A  B--  ", "a-b"],
    ["김정은·시진핑 회담", "김정은-시진핑-회담"],
    ["E\u0301lyse\u0301e", "élysée"],
    ["!?", ""],
  ])("of %j is %j", (text, slug) => expect(slugOf(text)).toBe(slug));

  it("is cut between code points, and not after a hyphen", () => {
    expect(slugOf("ab cd", 3)).toBe("ab");
    expect(slugOf("𠮷𠮷𠮷", 2)).toBe("𠮷𠮷");
    expect(slugOf("x".repeat(100))).toBe("x".repeat(80));
  });
});
