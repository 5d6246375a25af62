import { graphemeSnap } from "./grapheme.ts";
import type { Range } from "./range.ts";

/**
 * A text cut in two between words near its middle, or between characters where a word is as long as that; the white space
 * in between belongs to neither. `null` where it is one enormous character, which cannot be parted.
 */
export function halvesOf(text: string): readonly [Range, Range] | null {
  const half = Math.ceil(text.length / 2);
  const space = text.slice(0, half).search(/\s\S*$/u);
  const snap = graphemeSnap(text);
  const first = snap.shrink({ start: 0, end: space > half / 2 ? space : half });
  const gap = /^\s*/u.exec(text.slice(first.end))![0].length;
  const second = snap.widen({ start: first.end + gap, end: text.length });
  return first.end === 0 || second.start === second.end ? null : [first, second];
}
