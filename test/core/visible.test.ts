import { expect, test } from "vitest";
import { visible } from "../../src/core/visible.ts";

test.each([
  ["bidirectional override", "a\u202Eb", "a\\u{202e}b"],
  ["isolate", "\u2066x\u2069", "\\u{2066}x\\u{2069}"],
  ["escape sequence", "\u001B[31mred", "\\u{1b}[31mred"],
  ["bell and delete", "\u0007\u007F", "\\u{7}\\u{7f}"],
  ["C1 control", "\u009B", "\\u{9b}"],
  ["carriage return", "a\rb", "a\\u{d}b"],
  ["zero width space", "Ki\u200Bm", "Ki\\u{200b}m"],
  ["soft hyphen", "a\u00ADb", "a\\u{ad}b"],
  ["byte order mark", "\uFEFFa", "\\u{feff}a"],
  ["line separator", "a\u2028b", "a\\u{2028}b"],
  ["tag characters", "a\u{E0041}", "a\\u{e0041}"],
  ["half a pair", "\uD83D", "\\u{d83d}"],
])("%s is written out", (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each(["plain text", "tab\tand\nline end", "김정은 金正恩 Ким", "👨‍👩‍👧 e\u0301 می‌خواهم", "\u00A0"])(
  "%j stays",
  (text) => {
    expect(visible(text)).toBe(text);
  },
);
