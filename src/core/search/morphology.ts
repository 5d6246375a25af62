import type { Range } from "../range.ts";

/** A noun or the stem of a verb of a Korean text, and the word it was found in. */
export interface Morpheme extends Range {
  readonly form: string;
}

/** Takes a Korean text apart. What tells nothing (particles, endings, words such as 대하다) is left out. */
export type Morphology = (text: string) => readonly Morpheme[];

/** Share of the letters from which a text is Korean; below it Hangul is a name here and there. */
const KOREAN_SHARE = 0.3;

/** Whether a text is written in Korean. */
export function isKorean(text: string): boolean {
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  return hangul > 0 && hangul >= KOREAN_SHARE * (text.match(/\p{L}/gu)?.length ?? 0);
}
