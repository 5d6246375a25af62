import { UnreadableError, readBytes } from "./read-bytes.ts";

/**
 * The text of a UTF-8 file.
 *
 * @throws {UnreadableError} where it is absent, not a file, too large, not readable, or not UTF-8 text.
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (bytes.includes(0)) throw new UnreadableError("not a text file", "Save it as text in UTF-8");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError("not UTF-8 text", "Convert it, for example with iconv -f EUC-KR -t UTF-8");
  }
}
