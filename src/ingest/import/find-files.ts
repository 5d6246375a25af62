import { lstat, readdir, realpath } from "node:fs/promises";
import type { Dirent } from "node:fs";
import { extname, join, sep } from "node:path";

/** Kinds of files in a folder that are read, by the ends of their names, and the content type these stand for. */
const TYPES: ReadonlyMap<string, string> = new Map([
  [".md", "text/markdown"],
  [".txt", "text/plain"],
  [".html", "text/html"],
  [".htm", "text/html"],
  [".xhtml", "application/xhtml+xml"],
]);
/** Those ends in words. */
export const READ_TYPES = [...TYPES.keys()].join(", ");

/** What stands in a folder, or was named. */
export type Found =
  | { path: string; problem: null }
  /** Something that is not to be opened, and why. */
  | { path: string; problem: { message: string; remedy: string } };

/** What a path leads to. */
export interface FoundFiles {
  /** In the order of their paths. */
  files: Found[];
  /** Files of a folder that are of no kind that is read: how many by the ends of their names. */
  skipped: Map<string, number>;
}

/** The content type that the end of a file's name stands for; `null` where it stands for none. */
export function contentTypeOf(path: string): string | null {
  return TYPES.get(extname(path).toLowerCase()) ?? null;
}

/**
 * The file at a path, whatever its kind, or the files of a folder and of those in it. Hidden ones are left out, and so
 * are folders that browsers put beside a page that they save. A link may lead to a file in the folder, not out of it;
 * links to folders are not followed, so that there are no loops.
 */
export async function findFiles(path: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], skipped: new Map() };
  const root = await folderAt(path);
  if (root === null) found.files.push({ path, problem: null });
  else await walk(path, root, found);
  return found;
}

/** The real path of a folder; `null` where there is none, which is told when it is read as a file. */
async function folderAt(path: string): Promise<string | null> {
  try {
    const real = await realpath(path);
    return (await lstat(real)).isDirectory() ? real : null;
  } catch {
    return null;
  }
}

async function walk(folder: string, root: string, found: FoundFiles): Promise<void> {
  let items: Dirent[];
  try {
    items = await readdir(folder, { withFileTypes: true });
  } catch {
    const problem = { message: "the folder cannot be read", remedy: "Check its permissions" };
    found.files.push({ path: folder, problem });
    return;
  }
  const names = new Set(items.map(({ name }) => name));
  for (const item of items.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, item.name);
    if (item.name.startsWith(".")) continue;
    if (item.isDirectory()) {
      if (!isOfSavedPage(item.name, names)) await walk(path, root, found);
      continue;
    }
    const link = item.isSymbolicLink() ? await follow(path, root) : null;
    if (link === FOLDER) continue;
    if (link !== null) found.files.push({ path, problem: link });
    else if (!isRead(item.name)) skip(item.name, found.skipped);
    else if (item.isFile() || item.isSymbolicLink()) found.files.push({ path, problem: null });
    else
      found.files.push({
        path,
        problem: { message: "no file but a pipe or device", remedy: "Move it away" },
      });
  }
}

/** What a folder says of itself is no document of it. */
const README = /^readme\.md$/iu;

function isRead(name: string): boolean {
  return contentTypeOf(name) !== null && !README.test(name);
}

function skip(name: string, skipped: Map<string, number>): void {
  const kind = README.test(name) ? name : extname(name).toLowerCase() || "without an end";
  skipped.set(kind, (skipped.get(kind) ?? 0) + 1);
}

/** `Talks_files` and `Talks.files` belong to `Talks.html`: pictures, scripts, frames with advertisements. */
function isOfSavedPage(folder: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)[_.](?:files|fichiers|archivos|Dateien)$/u.exec(folder)?.[1];
  return page !== undefined && [".html", ".htm", ".xhtml"].some((end) => names.has(page + end));
}

/** A link to a folder that is read anyway. */
const FOLDER = Symbol("folder");

/** What is wrong with a link; `null` where it leads to something in the folder. */
async function follow(
  path: string,
  root: string,
): Promise<{ message: string; remedy: string } | null | typeof FOLDER> {
  try {
    const real = await realpath(path);
    if (real === root) return FOLDER;
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      return { message: "a link that leads out of the folder", remedy: "Name the file it leads to itself" };
    }
    return (await lstat(real)).isDirectory() ? FOLDER : null;
  } catch (error) {
    const loop = error instanceof Error && "code" in error && error.code === "ELOOP";
    const message = loop ? "a link that leads back to itself" : "a link that leads nowhere";
    return { message, remedy: "Mend or remove it" };
  }
}
