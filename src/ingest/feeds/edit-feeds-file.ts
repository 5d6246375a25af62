import { randomBytes } from "node:crypto";
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { isMap, isNode, isSeq, parseDocument, stringify } from "yaml";
import { EVERY_DEFAULT, feedAddress, formatEvery, type Feed } from "./feed.ts";

/** As wide as it comes: a long address stays on one line. */
const STYLE = { lineWidth: 0 } as const;

/** The list with one more feed at its end; comments and the other entries stay as they are. */
export function withFeed(text: string, feed: Feed): string {
  const document = parseDocument(text);
  const list = document.contents;
  // Without a list there may be comments, which the parser would put behind a new one.
  if (list === null)
    return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${stringify([written(feed)], STYLE)}`;
  if (!isSeq(list)) throw new TypeError("the file has no list of feeds");
  // An empty list is written [].
  list.flow = false;
  document.add(document.createNode(written(feed)));
  return document.toString(STYLE);
}

/**
 * The list without any entry of this address; `null` where it has none. Comments on lines of their own stay, wherever they
 * stand: they may be of what comes below as well. Without an entry nothing but them is left.
 */
export function withoutFeed(text: string, url: string): string | null {
  const document = parseDocument(text);
  const list = document.contents;
  if (!isSeq(list)) return null;
  const kept: typeof list.items = [];
  let comments: string[] = [];
  for (const item of list.items) {
    const before = isNode(item) ? item.commentBefore : null;
    if (hasAddress(item, url)) {
      if (typeof before === "string") comments.push(before.replace(/\n+$/u, ""));
      continue;
    }
    if (isNode(item) && comments.length > 0) {
      // A blank line parts them from what is said of this entry.
      item.commentBefore = [...comments, before ?? ""].join("\n\n").replace(/\n+$/u, "\n");
      comments = [];
    }
    kept.push(item);
  }
  if (kept.length === list.items.length) return null;
  list.items = kept;
  const end = [...comments, ...(typeof document.comment === "string" ? [document.comment] : [])];
  if (kept.length === 0)
    return commentLines([document.commentBefore, list.commentBefore, list.comment, ...end]);
  document.comment = end.length === 0 ? null : end.join("\n\n");
  return document.toString(STYLE);
}

function hasAddress(item: unknown, url: string): boolean {
  const address: unknown = isMap(item) ? item.get("url") : null;
  return typeof address === "string" && feedAddress(address.trim()) === url;
}

/** Comments as the parser gives them, as lines of a file; empty where there are none. */
function commentLines(comments: readonly (string | null | undefined)[]): string {
  const text = comments.filter((comment) => typeof comment === "string").join("\n\n");
  return text === "" ? "" : `${text.replace(/^.+$/gmu, "#$&").replace(/\n+$/u, "")}\n`;
}

/** What the entry says; what is as by default is left out. */
function written({ url, title, outlet, kind, language, fullText, every }: Feed): Record<string, unknown> {
  return {
    url,
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { outlet }),
    ...(kind === null ? {} : { kind }),
    ...(language === null ? {} : { language }),
    ...(fullText ? { fullText: "yes" } : {}),
    ...(every === EVERY_DEFAULT ? {} : { every: formatEvery(every) }),
  };
}

/**
 * Changes the list in a file. `edit` is given its text, and gives the new one or `null` to leave it; it is asked again where
 * somebody else changed the file meanwhile. Whether the file was written.
 */
export async function editFeeds(
  path: string,
  edit: (text: string) => string | null | Promise<string | null>,
): Promise<boolean> {
  for (;;) {
    const text = await feedsText(path);
    const edited = await edit(text);
    if (edited === null || edited === text) return false;
    if ((await feedsText(path)) !== text) continue;
    await writeWhole(path, edited);
    return true;
  }
}

/** Writes a file in one go: whoever reads it meanwhile, or after a crash, has the old words or the new ones. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A link stays one.
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o644,
  );
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx", mode });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The text of the list; empty where there is no such file yet. */
export async function feedsText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
