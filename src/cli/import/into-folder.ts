import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { slugOf, type Entry } from "../../core/document.ts";
import { writeDocumentFile } from "../../ingest/document-file.ts";
import type { Saved } from "../../store/store.ts";
import { UsageError } from "../command-line.ts";
import type { Keeper, Kept } from "./keeper.ts";

/**
 * Writes document files into a folder, which is made.
 *
 * @throws {UsageError} where it cannot be made.
 */
export async function keepInFolder(folder: string, dryRun: boolean): Promise<Keeper> {
  if (!dryRun) {
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      throw new UsageError(`--out ${folder}: it cannot be made; check the path and its permissions`, {
        cause: error,
      });
    }
  }
  return { keep: (entry) => writeInto(folder, entry, dryRun), close: () => undefined };
}

/** Never writes over a file: somebody may have mended it by hand. */
async function writeInto(folder: string, entry: Entry, dryRun: boolean): Promise<Kept> {
  const { document, version } = entry;
  const path = join(folder, `${slugOf(document.id, 150)}.md`);
  const text = writeDocumentFile(document, version);
  const told = (saved: Saved, detail: string): Kept => ({ saved, detail, entry });
  const there = await readFile(path, "utf8").catch(() => null);
  if (there === text) return told("unchanged", path);
  if (there !== null) {
    return told("refused", `${path} is there with other words; move it away or choose another --out`);
  }
  if (dryRun) return told("imported", `would be ${path}`);
  try {
    await writeFile(path, text, { flag: "wx" });
    return told("imported", path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    return told("refused", `${path} cannot be written (${code}); check the folder's permissions`);
  }
}
