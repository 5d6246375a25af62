/**
 * The authors that a byline names. It is parted only where it surely names several persons: `A and B`, `A, B and C`,
 * `김철수·리용호`. Else it stays whole, as `Ministry of Foreign and Trade Affairs` and `Kim, Jong` must.
 */
export function authorsIn(byline: string): string[] {
  const korean = byline.split(/\s*[·・ㆍ]\s*/u);
  if (korean.length > 1 && korean.every((name) => HANGUL_NAME.test(name))) return korean;
  const [, before, last] = /^(.+?),? (?:and|&) (.+)$/u.exec(byline) ?? [];
  if (before === undefined || last === undefined) return [byline];
  const names = [...before.split(/, /u), last].map((name) => name.trim());
  return names.every(isPerson) ? names : [byline];
}

/** Two to four syllables, as names of persons have. */
const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$/u;
const WORDS_MAX = 4;
/** Words of institutions and small words, which no name of a person has. */
const INSTITUTION =
  /\b(?:ministry|department|office|committee|commission|council|institute|cent(?:er|re)|bureau|agency|association|affairs|foreign|government|party|university|news|staff|editors?|board|team|press|of|for|the|and)\b/iu;

/** Whether a text is surely a person's name: given and family name, each with a capital, or a Korean name. */
function isPerson(name: string): boolean {
  if (HANGUL_NAME.test(name)) return true;
  if (INSTITUTION.test(name)) return false;
  const words = name.split(/\s+/u);
  return (
    words.length > 1 &&
    words.length <= WORDS_MAX &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word))
  );
}
