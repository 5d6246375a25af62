import chardet from "chardet";

/** Bytes from the first beyond ASCII that are looked at. */
const SAMPLE = 256 * 1024;
/** Percent from which a guess is taken: chardet gives 10 to whatever might be, and 100 to a sentence in CJK. */
const SURE = 60;
/** The same of Western text, of which it knows less and where it has to be the first guess. */
const SURE_WESTERN = 40;
/** What chardet calls the encodings that news of the region is written in, and what they are decoded as. */
const GUESSED: ReadonlyMap<string, string> = new Map([
  ["EUC-KR", "euc-kr"],
  ["GB18030", "gb18030"],
  ["Shift_JIS", "shift_jis"],
  ["EUC-JP", "euc-jp"],
  ["Big5", "big5"],
  ["ISO-2022-JP", "iso-2022-jp"],
  ["windows-1252", "windows-1252"],
  ["ISO-8859-1", "windows-1252"],
]);

/** Encodings that the frequencies of characters speak for, the likeliest first. */
export function guessesFor(bytes: Uint8Array): string[] {
  const start = bytes.findIndex((byte) => byte >= 0x80);
  if (start === -1) return [];
  const matches = chardet.analyse(bytes.subarray(start, start + SAMPLE));
  return matches.flatMap(({ name, confidence }, rank) => {
    const encoding = GUESSED.get(name);
    if (encoding === undefined) return [];
    const western = encoding === "windows-1252";
    if (western) return rank === 0 && confidence >= SURE_WESTERN && looksWestern(bytes) ? [encoding] : [];
    return confidence >= SURE ? [encoding] : [];
  });
}

/** In Western text letters beyond ASCII stand alone or nearly so; four in a row are a word of another script. */
function looksWestern(bytes: Uint8Array): boolean {
  let run = 0;
  return bytes.every((byte) => {
    run = byte >= 0x80 ? run + 1 : 0;
    return run < 4;
  });
}
