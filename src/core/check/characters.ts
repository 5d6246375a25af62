/** Scripts whose words have no sure borders in writing, or whose spacing varies: Hangul, Han and kana. */
export const JOINED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** Those of them that are written without spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** What a word is made of. */
export const OF_WORD = /[\p{L}\p{M}\p{N}]/u;
/** What nobody sees, and what only changes the order of what is seen. */
export const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;

/** Every kind of mark that opens or closes a quotation, and every apostrophe. */
export const QUOTE_MARKS = "\"'`´‘’‚‛“”„‟‹›«»「」『』｢｣﹁﹂﹃﹄〝〞〟＂＇ʼ′″";

const ANY_QUOTE_MARK = new RegExp(`[${QUOTE_MARKS}]`, "gu");
/** Double ones: after a digit they are inches or seconds, where single ones are feet or minutes. */
export const DOUBLE_MARKS = /^["“”„‟〝〞〟＂″]$/u;
/** A dash that is a minus where a number follows it at once and no word stands before it. */
export const SIGN = /^[-‐‑‒–−－﹣]$/u;
const ANY_DASH = /[\p{Pd}−]/gu;
/** Tildes that Unicode counts among the dashes; between numbers they mean what `~` means. */
const ANY_TILDE = /[〜〰～∼]/gu;
const ANY_SPACE = /^[\s\u0085]+$/u;
const CONTROLS = /[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Superscripts, fractions and numbers in circles: what they become in NFKC may be another number (10² and 102). */
const NUMBER_FORM = /\p{No}/u;

/** What a character is beside its neighbours: whether a space there tells words apart. */
export type Sort = "space" | "letter" | "digit" | "joined" | "separator" | "dash" | "mark";

/** A user-perceived character as it is compared. */
export interface FoldedCharacter {
  /** Empty for what is not compared; one space for any white space. */
  readonly text: string;
  readonly sort: Sort;
}

const known = new Map<string, FoldedCharacter>();
/** Enough for the characters of a few languages. */
const KNOWN_MAX = 20_000;

/**
 * A user-perceived character as it is compared: without case, in NFKC but for number forms, one kind of quotation mark,
 * one kind of dash; nothing of it where it is not seen.
 */
export function foldCharacter(character: string): FoldedCharacter {
  const before = known.get(character);
  if (before !== undefined) return before;
  const text = fold(character);
  const folded = { text, sort: sortOf(text) };
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(character, folded);
  return folded;
}

function fold(character: string): string {
  // U+FEFF counts as white space in patterns and is not seen.
  if (ANY_SPACE.test(character) && !UNSEEN.test(character)) return " ";
  const seen = marks(character.replace(CONTROLS, ""));
  if (NUMBER_FORM.test(seen)) return seen;
  const composed = marks(seen.normalize("NFKC").replace(CONTROLS, ""));
  if (composed.trim() === "") return composed === "" ? "" : " ";
  // To capitals and back, so that ß is SS and a final sigma a sigma.
  return composed.trim().toLowerCase().toUpperCase().toLowerCase().normalize("NFC");
}

function marks(text: string): string {
  return text.replace(ANY_TILDE, "~").replace(ANY_QUOTE_MARK, "'").replace(ANY_DASH, "-");
}

function sortOf(text: string): Sort {
  if (text === " ") return "space";
  if (text === "-") return "dash";
  if (/^[.,:/]$/u.test(text)) return "separator";
  if (JOINED.test(text)) return "joined";
  if (/^\p{N}/u.test(text)) return "digit";
  return OF_WORD.test(text) ? "letter" : "mark";
}
