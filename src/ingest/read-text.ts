import { readFile, stat } from "node:fs/promises";

/** Bytes of one document, or of one file of the reference base, that are read. */
const FILE_MAX = 5 * 1024 * 1024;

/** A file that cannot be read as text; `message` and `remedy` are for the operator. */
export class UnreadableError extends Error {
  override name = "UnreadableError";
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * The text of a UTF-8 file.
 *
 * @throws {UnreadableError} where it is absent, not a file, too large, not readable, or not UTF-8 text.
 */
export async function readText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    const { size } = await fileAt(path);
    if (size > FILE_MAX) {
      const megabytes = (size / 1024 / 1024).toFixed(1);
      throw new UnreadableError(
        `${megabytes} MB is more than the 5 MB that one document may have`,
        "Split it",
      );
    }
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError(reasonOf(error), "Check the path and its permissions");
  }
  if (bytes.includes(0)) throw new UnreadableError("not a text file", "Save the page as plain text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError("not UTF-8 text", "Convert it, for example with iconv -f EUC-KR -t UTF-8");
  }
}

async function fileAt(path: string): Promise<{ size: number }> {
  const found = await stat(path);
  if (found.isFile()) return found;
  throw new UnreadableError(found.isDirectory() ? "a folder, not a file" : "not a file", "Name a file");
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Record<string, string> = {
    ENOENT: "there is no such file",
    EACCES: "permission to read it is missing",
    ELOOP: "a link that leads back to itself",
  };
  return reasons[code] ?? `it cannot be read (${code === "" ? "unknown reason" : code})`;
}
