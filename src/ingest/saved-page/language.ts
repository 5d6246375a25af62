/** Letters looked at: enough to tell, few enough for a page of megabytes. */
const SAMPLE = 20_000;

/** Words that English cannot do without and its neighbours do not have. */
const ENGLISH = new Set(
  "the of and to is that with was for by from has it as this have are which would".split(" "),
);

/**
 * The language a text is in, BCP 47, as far as its script shows: Hangul is Korean, kana Japanese, Han
 * without kana Chinese, Latin with the function words of English is English; else `unknown`. Names in
 * another script do not count for much: a script must have a fair share of the letters.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return "unknown";
  const hangul = count(sample, /\p{Script=Hangul}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  if (hangul + kana + han >= letters * 0.3) {
    if (hangul >= kana + han || hangul >= letters * 0.3) return "ko";
    // Japanese prose is about half kana; a Chinese text has some in a name at most.
    return kana >= (kana + han) * 0.1 ? "ja" : "zh";
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return english >= words.length * 0.12 ? "en" : "unknown";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
