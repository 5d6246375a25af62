/**
 * White space as a page shows it: also no-break and ideographic spaces. Zero-width characters are none: they stand
 * inside words.
 */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

/** What is also taken off the ends: content systems leave byte-order marks and zero-width spaces there. */
const INVISIBLE = new Set([" ", "\u200b", "\ufeff"]);

/** The text with every run of white space as one space, and none at its ends. Nothing else is changed. */
export function spaced(text: string): string {
  const one = text.replace(SPACE, " ");
  let start = 0;
  let end = one.length;
  while (start < end && INVISIBLE.has(one[start]!)) start += 1;
  while (end > start && INVISIBLE.has(one[end - 1]!)) end -= 1;
  return one.slice(start, end);
}
