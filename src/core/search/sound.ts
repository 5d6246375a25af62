/**
 * How a romanised Korean name sounds, roughly: what the systems of romanisation and English ears disagree about is
 * folded together (eo/u/o, oo/u, g/k, d/t, b/p, j/ch, l/r, doubled letters), so that `Kim Jung Oon` and
 * `Kim Jong Un` are one. Folded words without spaces; for comparison only.
 */
export function soundOf(name: string): string {
  let sound = name.toLowerCase().replace(/[^a-z]/gu, "");
  for (const [pattern, by] of FOLDED) sound = sound.replace(pattern, by);
  return sound.replace(/(.)\1+/gu, "$1");
}

/** In this order. Sources: Revised Romanization of 2000 and McCune-Reischauer of 1939, letter by letter. */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/sh/gu, "s"],
  [/ch|j/gu, "c"],
  [/ph|p|b/gu, "p"],
  [/th|t|d/gu, "t"],
  [/kh|k|g(?!$)/gu, "k"],
  [/r/gu, "l"],
  [/[aeiouy]*(?:oo|eo|eu|ou|oe|u|o)[aeiouy]*/gu, "o"],
  [/ae|ai|ay|ei|e/gu, "e"],
  [/ee|ie|yi|i|y/gu, "i"],
  [/(?<=[a-z])h/gu, ""],
];
