import iconv from "iconv-lite";

/** Labels in use that the Encoding Standard does not know. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["cp949", "euc-kr"],
  ["ms949", "euc-kr"],
  ["uhc", "euc-kr"],
  ["x-windows-949", "euc-kr"],
  ["ksc5601-1987", "euc-kr"],
  ["cp936", "gbk"],
  ["ms936", "gbk"],
  ["euc-cn", "gbk"],
  ["cp932", "shift_jis"],
  ["ms932", "shift_jis"],
  ["cp950", "big5"],
  ["ms950", "big5"],
]);

/**
 * Encodings for which Node's TextDecoder has too small a table: it knows no Hangul beyond KS X 1001, such as 똠, nor the
 * characters of Hong Kong, and gives control characters for them even where it should fail.
 */
const BY_ICONV: ReadonlyMap<string, string> = new Map([
  ["euc-kr", "cp949"],
  ["big5", "big5-hkscs"],
]);

/** Encodings of several bytes a character, in which a text can be told from noise. */
const MULTI_BYTE = /^(?:utf-|euc-|gb|shift_jis$|big5$|iso-2022)/u;

/** The encoding with this label, by the name that the Encoding Standard gives it; `null` where nobody knows it. */
export function knownEncoding(label: string): string | null {
  const lower = label.toLowerCase();
  try {
    const { encoding } = new TextDecoder(ALIASES.get(lower) ?? lower);
    // GBK is a part of GB18030; the other one is no encoding but a way out of having none.
    return encoding === "gbk" ? "gb18030" : encoding === "x-user-defined" ? "windows-1252" : encoding;
  } catch {
    return null;
  }
}

/** The name as people write it, such as `EUC-KR`. */
export function canonicalEncoding(encoding: string): string {
  return encoding.startsWith("windows") ? encoding : encoding.toUpperCase();
}

/** Whether every byte is a character of its own. */
export function isSingleByte(encoding: string): boolean {
  return !MULTI_BYTE.test(encoding);
}

/** The text without its byte order mark; `null` where the bytes are not all of this encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  const inIconv = BY_ICONV.get(encoding);
  if (inIconv !== undefined) {
    const text = iconv.decode(bytes, inIconv);
    return /[\uFFFD\u0080-\u009F]/u.test(text) ? null : text;
  }
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  // A control character beyond ASCII stands for a byte that the encoding does not have.
  return encoding.startsWith("utf-") || !/[\u0080-\u009F]/u.test(text) ? text : null;
}
