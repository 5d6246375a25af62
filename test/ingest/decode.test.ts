import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText, UndecodableError, type DecodeHint } from "../../src/ingest/decode.ts";

const KOREAN =
  "남북은 공동연락사무소를 열기로 했다. 대변인은 “좋은 소식”이라며 “똠방각하도 읽힌다”고 말했다.";
const CHINESE = "发言人星期三说，中方支持半岛问题政治解决进程，希望各方继续对话。";
const TAIWAN = "發言人星期三說，中方支持半島問題政治解決進程，希望各方繼續對話。";
const JAPANESE = "官房長官は水曜日の記者会見で、対話の再開を歓迎すると述べた。";
const PLAIN: DecodeHint = { contentType: null, kind: "text" };
const HTML: DecodeHint = { contentType: null, kind: "html" };

function refusal(bytes: Uint8Array, hint = PLAIN): string {
  try {
    return `read as ${decodeText(bytes, hint).encoding}`;
  } catch (error) {
    if (error instanceof UndecodableError) return `${error.message}; ${error.remedy}`;
    throw error;
  }
}

describe("an encoding that something names", () => {
  it.each([
    ["text/html; charset=EUC-KR", "cp949", KOREAN, "euc-kr"],
    ['text/html;charset="ks_c_5601-1987"', "cp949", KOREAN, "euc-kr"],
    ["text/html; charset=MS949", "cp949", KOREAN, "euc-kr"],
    ["text/html; charset=gb2312", "gb18030", CHINESE, "gb18030"],
    ["text/html; charset=Shift_JIS", "shift_jis", JAPANESE, "shift_jis"],
    ["text/html; charset=big5", "big5-hkscs", TAIWAN, "big5"],
  ])("is taken from the header %s", (contentType, written, text, encoding) => {
    const bytes = iconv.encode(text, written);
    expect(decodeText(bytes, { contentType, kind: "html" })).toEqual({ text, encoding });
  });

  it.each([
    `<meta charset="euc-kr">`,
    `<meta charset=cp949>`,
    `<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=euc-kr'>`,
    `<!-- <meta charset="utf-16"> --><meta name="a" content="b"><meta charset="EUC-KR"/>`,
    `<?xml version="1.0" encoding="euc-kr"?>`,
    `${"<!-- long ago -->".repeat(100)}<meta charset="euc-kr">`,
  ])("is taken from the page itself: %#", (head) => {
    // Too short to be guessed.
    const page = `${head}<p>똠방</p>`;
    expect(decodeText(iconv.encode(page, "cp949"), HTML)).toEqual({ text: page, encoding: "euc-kr" });
  });

  it("is taken from the declaration of XML", () => {
    const feed = `<?xml version='1.0' encoding='EUC-KR' ?><rss>똠방</rss>`;
    const bytes = iconv.encode(feed, "cp949");
    expect(decodeText(bytes, { contentType: "text/xml", kind: "xml" }).text).toBe(feed);
  });

  it("wins over the page where the header names it, and loses where it does not fit", () => {
    const page = `<meta charset="shift_jis"><p>${KOREAN}</p>`;
    const bytes = iconv.encode(page, "cp949");
    expect(decodeText(bytes, { ...HTML, contentType: "text/html; charset=euc-kr" }).text).toBe(page);
    const moved = `<meta charset="euc-kr"><p>${KOREAN}</p>`;
    const utf8 = Buffer.from(moved);
    expect(decodeText(utf8, { ...HTML, contentType: "text/html; charset=euc-kr" })).toEqual({
      text: moved,
      encoding: "utf-8",
    });
  });

  it("is not a server's default where the text is UTF-8", () => {
    const bytes = Buffer.from(KOREAN);
    const contentType = "text/html; charset=ISO-8859-1";
    expect(decodeText(bytes, { ...HTML, contentType }).text).toBe(KOREAN);
    const western = iconv.encode("“café”", "windows-1252");
    expect(decodeText(western, { ...HTML, contentType })).toEqual({
      text: "“café”",
      encoding: "windows-1252",
    });
  });

  it.each(["utf-7", "nonsense", "", "iso-2022-kr", "__proto__"])(
    "is looked for elsewhere where it is %s",
    (label) => {
      const contentType = `text/html; charset=${label}`;
      expect(decodeText(Buffer.from(KOREAN), { ...HTML, contentType }).text).toBe(KOREAN);
    },
  );
});

describe("an encoding that nothing names", () => {
  it.each([
    ["utf-8", [0xef, 0xbb, 0xbf], "utf8"],
    ["utf-16le", [0xff, 0xfe], "utf16-le"],
    ["utf-16be", [0xfe, 0xff], "utf16-be"],
  ])("is told by the byte order mark of %s, whatever the header says", (encoding, mark, written) => {
    const bytes = Buffer.concat([Buffer.from(mark), iconv.encode(KOREAN, written)]);
    const hint: DecodeHint = { contentType: "text/plain; charset=euc-kr", kind: "text" };
    expect(decodeText(bytes, hint)).toEqual({ text: KOREAN, encoding });
  });

  it.each([
    ["euc-kr", "cp949", KOREAN],
    ["gb18030", "gb18030", CHINESE],
    ["shift_jis", "shift_jis", JAPANESE],
    ["euc-jp", "euc-jp", JAPANESE],
    ["big5", "big5-hkscs", TAIWAN],
    [
      "windows-1252",
      "windows-1252",
      "He said “we will talk” — and didn’t say when the café would open again.",
    ],
    ["utf-8", "utf8", "plain"],
    ["utf-8", "utf8", ""],
  ])("is guessed: %s", (encoding, written, text) => {
    expect(decodeText(iconv.encode(text, written), PLAIN)).toEqual({ text, encoding });
    const page = `<html><script>${"var a = 1; ".repeat(500)}</script><p>${text}</p></html>`;
    expect(decodeText(iconv.encode(page, written), HTML)).toEqual({ text: page, encoding });
  });

  it("is not guessed from two words, which could be mojibake", () => {
    const bytes = iconv.encode(`<title>Some page in English</title> 북한과 미국`, "cp949");
    expect(refusal(bytes)).toBe(
      "not readable as UTF-8 (byte 37 is no part of UTF-8), and no other encoding fits; " +
        "Convert it, for example with iconv -f EUC-KR -t UTF-8",
    );
  });
});

describe("what is refused", () => {
  it("is a text with a byte that makes no sense: a hole would be quoted", () => {
    const whole = Buffer.from(KOREAN);
    const cut = Buffer.concat([whole.subarray(0, 40), whole.subarray(41)]);
    expect(refusal(cut)).toMatch(/^not readable as UTF-8 \(byte 4\d is no part of UTF-8\)/u);
    const korean = Buffer.concat([iconv.encode(KOREAN, "cp949"), Buffer.from([0xb0])]);
    const hint: DecodeHint = { contentType: "text/html; charset=euc-kr", kind: "html" };
    expect(refusal(korean, hint)).toMatch(/^not readable as EUC-KR or UTF-8 /u);
  });

  it.each([
    ["%PDF-1.7\n", "a PDF, not a text or a web page"],
    ["PK\x03\x04\x14\0", "a ZIP archive or an office document, not a text or a web page"],
    ["\x89PNG\r\n\x1a\n\0\0", "a PNG picture, not a text or a web page"],
    ["\xff\xd8\xff\xe0\0", "a JPEG picture, not a text or a web page"],
    ["RIFF\x01\x02\x03\x04WEBPVP8 ", "a WebP picture, not a text or a web page"],
    ["\x1f\x8b\x08\0", "a gzip archive, not a text or a web page"],
    ["{\\rtf1\\ansi", "a rich text document, not a text or a web page"],
    ["words\0more words", "binary, not a text or a web page"],
    ["\xff\xfew\0\0\0", "binary, not a text or a web page"],
    ["\0\x01\x02\xff\xfe\xfd", "binary, or damaged"],
  ])("is no text: %j", (beginning, message) => {
    expect(refusal(Buffer.from(beginning, "latin1"))).toBe(`${message}; Save it as HTML or as plain text`);
  });
});
