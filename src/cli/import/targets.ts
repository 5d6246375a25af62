import { existsSync } from "node:fs";
import { contentTypeOf, findFiles, READ_TYPES, type Found } from "../../ingest/import/find-files.ts";
import type { Problem } from "../../ingest/problem.ts";
import { wholeAddress } from "../whole-address.ts";

/** Something to be imported, or why it is not. */
export type Target =
  | { kind: "address"; name: string }
  | { kind: "file"; name: string; problem: Problem | null };

/** What was named, in order. */
export interface Targets {
  targets: Target[];
  /** Files that are left out, a line for each folder. */
  skipped: string[];
}

/** The files and addresses behind what was named on the command line. */
export async function targetsOf(named: readonly string[]): Promise<Targets> {
  const targets: Target[] = [];
  const skipped: string[] = [];
  for (const name of named) {
    if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(name)) {
      targets.push(addressOf(name));
      continue;
    }
    const meant = existsSync(name) ? null : addressMeant(name);
    if (meant !== null) {
      const message = "there is no such file or folder";
      targets.push(refused(name, { message, remedy: `For the page on the web write ${meant}` }));
      continue;
    }
    const found = await findFiles(name);
    targets.push(...found.files.map(fileOf));
    if (found.skipped.size > 0) skipped.push(`${name}: ${describe(found.skipped)}`);
    if (found.files.length === 0) {
      const message = "no file in it that could be read";
      targets.push(refused(name, { message, remedy: `Kinds that are read: ${READ_TYPES}` }));
    }
  }
  return { targets, skipped };
}

/** The address that was meant by what is no file; `null` where it may well be the name of one, such as `page.txt`. */
function addressMeant(name: string): string | null {
  return !name.includes("/") && contentTypeOf(name) !== null ? null : wholeAddress(name);
}

function addressOf(name: string): Target {
  if (/^https?:/iu.test(name) && URL.canParse(name)) return { kind: "address", name };
  return refused(name, { message: "no http or https address", remedy: "Name a web page, file or folder" });
}

function fileOf({ path, problem }: Found): Target {
  return problem === null ? { kind: "file", name: path, problem } : refused(path, problem);
}

function refused(file: string, problem: { message: string; remedy: string }): Target {
  return { kind: "file", name: file, problem: { file, line: null, ...problem } };
}

/** As in `3 files of other kinds (.jpg 2, .pdf 1); read are .md, …`. */
function describe(skipped: ReadonlyMap<string, number>): string {
  const kinds = [...skipped].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const listed = kinds.slice(0, 8).map(([kind, count]) => `${kind} ${count}`);
  const more = kinds.length > listed.length ? ", …" : "";
  const files = total === 1 ? "1 file of another kind" : `${total} files of other kinds`;
  return `${files} (${listed.join(", ")}${more}); read are ${READ_TYPES}`;
}
