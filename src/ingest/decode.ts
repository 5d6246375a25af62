import { declaredIn, type TextKind } from "./decode/declared.ts";
import { guessesFor } from "./decode/guess.ts";
import { foreignFormat } from "./decode/magic.ts";
import { canonicalEncoding, decodeStrictly, isSingleByte } from "./decode/strict.ts";

/** Bytes that are no text, or text in an encoding that cannot be told; `message` and `remedy` are for the operator. */
export class UndecodableError extends Error {
  override name = "UndecodableError";
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** What is known of bytes before they are read. */
export interface DecodeHint {
  /** The `Content-Type` header they came with; `null` where there was none. */
  contentType: string | null;
  /** Where the text itself may name its encoding: HTML in a meta element, XML in its declaration. */
  kind: TextKind;
}

/** Text, and the encoding that it was in. */
export interface Decoded {
  text: string;
  /** Name in lower case as of https://encoding.spec.whatwg.org/#names-and-labels. */
  encoding: string;
}

/**
 * Decodes text in whatever encoding it is. Evidence is taken in this order: byte order mark, header, what the text says
 * of itself, valid UTF-8, frequencies of characters. An encoding in which a single byte makes no sense is not the one:
 * nothing is ever replaced or dropped, because a word with a hole in it would be quoted.
 *
 * @throws {UndecodableError} where it is no text, or no encoding fits all of it.
 */
export function decodeText(bytes: Uint8Array, { contentType, kind }: DecodeHint): Decoded {
  const format = foreignFormat(bytes);
  if (format !== null) {
    throw new UndecodableError(`${format}, not a text or a web page`, "Save it as HTML or as plain text");
  }
  const marked = byteOrderMark(bytes);
  const declared = marked === null ? declaredIn(bytes, contentType, kind) : [];
  for (const encoding of marked === null ? candidatesFor(bytes, declared) : [marked]) {
    const text = decodeStrictly(bytes, encoding);
    if (text === null) continue;
    if (!text.includes("\0")) return { text, encoding };
    throw new UndecodableError("binary, not a text or a web page", "Save it as HTML or as plain text");
  }
  throw undecodable(bytes, marked === null ? declared : [marked]);
}

/** https://encoding.spec.whatwg.org/#bom-sniff */
function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xff && b === 0xfe ? "utf-16le" : null;
}

/** Encodings in the order in which they are to be tried; guesses are made only where all else has failed. */
function* candidatesFor(bytes: Uint8Array, declared: readonly string[]): Generator<string> {
  for (const encoding of declared) {
    // Any bytes are text in an encoding of one byte a character, and many servers name one by default. Beyond ASCII,
    // text in one is hardly ever valid UTF-8 by chance.
    if (isSingleByte(encoding) && decodeStrictly(bytes, "utf-8") !== null) yield "utf-8";
    yield encoding;
  }
  yield "utf-8";
  yield* guessesFor(bytes);
}

function undecodable(bytes: Uint8Array, declared: readonly string[]): UndecodableError {
  const remedy = "Convert it, for example with iconv -f EUC-KR -t UTF-8";
  if (bytes.includes(0))
    return new UndecodableError("binary, or damaged", "Save it as HTML or as plain text");
  const [named] = declared;
  const tried = [...new Set([...(named === undefined ? [] : [named]), "utf-8"])].map(canonicalEncoding);
  const at = firstBadByte(bytes);
  return new UndecodableError(
    `not readable as ${tried.join(" or ")} (byte ${at.toLocaleString("en")} is no part of UTF-8), and no other encoding fits`,
    remedy,
  );
}

/** Number, from 1, of the first byte at which the bytes stop being UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    // As a stream: a character cut in two at the end is no mistake.
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return bad;
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
