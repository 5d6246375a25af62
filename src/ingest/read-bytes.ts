import { constants } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";

/** Bytes of one document, or of one file of the reference base, that are read. */
const FILE_MAX = 5 * 1024 * 1024;
/** A pipe that takes the place of a file between two looks at it must not keep anybody waiting. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/** A file that cannot be read; `message` and `remedy` are for the operator. */
export class UnreadableError extends Error {
  override name = "UnreadableError";
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * The bytes of a file of at most 5 MB. What is no regular file is not even opened.
 *
 * @throws {UnreadableError} where it is absent, not a file, too large, or not readable.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  let file: FileHandle | null = null;
  try {
    check(await stat(path));
    file = await open(path, FLAGS);
    const found = await file.stat();
    check(found);
    // What somebody is writing to grows: no more is read than was there.
    const bytes = Buffer.alloc(found.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError(reasonOf(error), "Check the path and its permissions");
  } finally {
    await file?.close();
  }
}

function check(found: { size: number; isFile(): boolean; isDirectory(): boolean }): void {
  if (!found.isFile()) {
    throw new UnreadableError(found.isDirectory() ? "a folder, not a file" : "not a file", "Name a file");
  }
  if (found.size <= FILE_MAX) return;
  const megabytes = (found.size / 1024 / 1024).toFixed(1);
  throw new UnreadableError(`${megabytes} MB is more than the 5 MB that one document may have`, "Split it");
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
