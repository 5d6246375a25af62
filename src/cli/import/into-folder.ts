import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashBody, slugOf, type Entry } from "../../core/document.ts";
import { parseDocumentFile, writeDocumentFile } from "../../ingest/document-file.ts";
import { underOwnId } from "../../ingest/own-id.ts";
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
  const batch: Batch = new Map();
  return {
    async keep(entry) {
      const own = await underOwnId(entry, async (id) => (await placeOf(folder, id, batch)).there?.url);
      return writeInto(folder, own, batch, dryRun);
    },
    close: () => undefined,
  };
}

/** A document file as it stands, as far as it says what it is; other files have no `id`. */
interface There {
  text: string;
  id: string | null;
  url: string | null;
}

/** Documents of this import by their paths: in a dry run they are nowhere else. */
type Batch = Map<string, There>;

/** Never writes over a file: somebody may have mended it by hand. */
async function writeInto(folder: string, entry: Entry, batch: Batch, dryRun: boolean): Promise<Kept> {
  const { document, version } = entry;
  const { path, there } = await placeOf(folder, document.id, batch);
  const text = writeDocumentFile(document, version);
  const told = (saved: Saved, detail: string): Kept => ({ saved, detail, entry });
  if (there?.text === text) return told("unchanged", path);
  if (there !== null) {
    return told("refused", `${path} is there with other words; move it away or choose another --out`);
  }
  const written = { text, id: document.id, url: document.url };
  if (dryRun) {
    batch.set(path, written);
    return told("imported", `would be ${path}`);
  }
  try {
    await writeFile(path, text, { flag: "wx" });
    return told("imported", path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    return told("refused", `${path} cannot be written (${code}); check the folder's permissions`);
  }
}

/** Bytes of a name, without a hash and its end: most file systems take 255, and a Korean letter has three. */
const NAME_MAX = 190;

function nameOf(id: string): string {
  let name = "";
  let bytes = 0;
  for (const letter of slugOf(id, 150)) {
    bytes += Buffer.byteLength(letter);
    if (bytes > NAME_MAX) break;
    name += letter;
  }
  return name;
}

/**
 * The file of a document, and what is there. Names of files leave out more than ids do: where another document has the
 * name, a hash of the id is added.
 */
async function placeOf(
  folder: string,
  id: string,
  batch: Batch,
): Promise<{ path: string; there: There | null }> {
  const name = nameOf(id);
  const path = join(folder, `${name}.md`);
  const there = await fileAt(path, batch);
  if (there === null || there.id === null || there.id === id) return { path, there };
  const own = join(folder, `${name}-${hashBody(id).slice(0, 8)}.md`);
  return { path: own, there: await fileAt(own, batch) };
}

async function fileAt(path: string, batch: Batch): Promise<There | null> {
  const written = batch.get(path);
  if (written !== undefined) return written;
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const meta = parseDocumentFile(text, path).read?.meta;
  return { text, id: meta?.id ?? null, url: meta?.url ?? null };
}
