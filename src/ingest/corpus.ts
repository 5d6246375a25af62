import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { isDocumentId, slugOf, type Entry } from "../core/document.ts";
import { OutletBook } from "../core/outlet.ts";
import type { Reference } from "../core/reference.ts";
import type { Lexicon } from "../core/search/lexicon.ts";
import type { WordGroup } from "../core/search/translations.ts";
import { readDocumentFile } from "./document-file.ts";
import { readOutlets } from "./outlets.ts";
import type { Problem } from "./problem.ts";
import { UnreadableError } from "./read-bytes.ts";
import { readText } from "./read-text.ts";
import { referenceDocuments } from "./reference/documents.ts";
import { lexiconOf } from "./reference/lexicon.ts";
import {
  REFERENCE_FILES,
  emptyBase,
  lackFile,
  readReferenceFile,
  type Placed,
  type ReferenceBase,
} from "./reference/read.ts";

/** What a folder holds, as plain data; what could not be used is among the problems and stops nothing else. */
export interface CorpusReading {
  entries: Entry[];
  /** The reference base from which the entries of its records were made. */
  base: ReferenceBase;
  problems: Problem[];
  /** Whether a file that may hold documents or names could not be used; what is no document file is only a problem. */
  broken: boolean;
}

/** What a reference base knows beside its documents. */
export interface CorpusKnowledge {
  /** Names that it gives. */
  lexicon: Lexicon;
  /** Its records. */
  reference: Reference;
  /** General words in three languages. */
  vocabulary: readonly WordGroup[];
}

/** A folder's documents and what its reference base knows. */
export interface LoadedCorpus extends CorpusReading, CorpusKnowledge {}

/** The outlets that a corpus folder lists in `reference/outlets.yaml`. */
export async function loadOutlets(folder: string): Promise<{ outlets: OutletBook; problems: Problem[] }> {
  const file = join(folder, "reference", "outlets.yaml");
  const { text, problem } = await tryReading(file);
  if (text === null) return { outlets: new OutletBook([]), problems: [problem] };
  const { outlets, problems } = readOutlets(text, file);
  return { outlets: new OutletBook(outlets), problems };
}

/** {@link readCorpus} with {@link knowledgeIn} what was read. */
export async function loadCorpus(folder: string, outlets: OutletBook): Promise<LoadedCorpus> {
  const reading = await readCorpus(folder, outlets);
  return { ...reading, ...knowledgeIn(reading.base) };
}

/** What a reference base knows, ready to be used. */
export function knowledgeIn(base: ReferenceBase): CorpusKnowledge {
  return { lexicon: lexiconOf(base), reference: recordsOf(base), vocabulary: base.vocabulary };
}

/**
 * The documents of a folder: document files (`*.md` anywhere but `README.md`) and the reference base
 * (`reference/*.yaml`). Files are taken in the order of their paths; of two documents with one id the first is kept.
 */
export async function readCorpus(folder: string, outlets: OutletBook): Promise<CorpusReading> {
  const problems: Problem[] = [];
  let others = 0;
  const found: { entry: Entry; file: string; line: number | null }[] = [];
  const base = emptyBase();
  for (const path of await filesIn(folder, problems)) {
    const file = join(folder, path);
    const name = path.split(sep).at(-1)!;
    const isReference = path === join("reference", name) && /\.(?:yaml|tsv)$/u.test(name);
    if (isReference && !REFERENCE_FILES.includes(name)) {
      if (name === "outlets.yaml") continue;
      problems.push(unknownFile(file));
      others += 1;
      continue;
    }
    if (!isReference && !/\.md$/iu.test(name)) {
      problems.push(unknownFile(file));
      others += 1;
      continue;
    }
    if (/^readme\.md$/iu.test(name)) continue;
    const { text, problem } = await tryReading(file);
    if (text === null) {
      problems.push(problem);
      lackFile(base, name);
    } else if (isReference) problems.push(...readReferenceFile(base, name, text, file));
    else {
      const read = readDocumentFile(text, { file, fallbackId: idOfPath(path) }, outlets);
      problems.push(...read.problems);
      if (read.entry === null) continue;
      if (isDocumentId(read.entry.document.id)) found.push({ entry: read.entry, file, line: null });
      else problems.push(nameless(file));
    }
  }
  const reference = referenceDocuments(base, outlets);
  problems.push(...reference.problems);
  const entries = withoutDuplicates([...found, ...reference.documents], problems);
  return { entries, base, problems, broken: problems.length > others };
}

function recordsOf({
  events,
  agreements,
  entities,
  positions,
  claims,
  terms,
  ambiguous,
}: ReferenceBase): Reference {
  const records = <T>(placed: readonly Placed<T>[]) => placed.map(({ record }) => record);
  return {
    events: records(events),
    agreements: records(agreements),
    entities: records(entities),
    positions: records(positions),
    claims: records(claims),
    terms: records(terms),
    ambiguous,
  };
}

function withoutDuplicates(
  found: readonly { entry: Entry; file: string; line: number | null }[],
  problems: Problem[],
): Entry[] {
  const files = new Map<string, string>();
  const entries: Entry[] = [];
  for (const { entry, file, line } of found) {
    const { id } = entry.document;
    const first = files.get(id);
    if (first === undefined) {
      files.set(id, file);
      entries.push(entry);
    } else {
      const message = `the id ${id} belongs to ${first === file ? "an earlier entry of this file" : first} already`;
      problems.push({ file, line, message, remedy: "Give this one another id", leftOut: "it" });
    }
  }
  return entries;
}

async function filesIn(folder: string, problems: Problem[]): Promise<string[]> {
  try {
    const all = await readdir(folder, { recursive: true, withFileTypes: true });
    return all
      .filter((item) => item.isFile() || item.isSymbolicLink())
      .map((item) => relative(folder, join(item.parentPath, item.name)))
      .filter((path) => !path.split(sep).some((part) => part.startsWith(".")))
      .sort();
  } catch {
    const message = "there is no such folder, or it cannot be read";
    problems.push({ file: folder, line: null, message, remedy: "Check the path and its permissions" });
    return [];
  }
}

type Reading = { text: string; problem: null } | { text: null; problem: Problem };

async function tryReading(file: string): Promise<Reading> {
  try {
    return { text: await readText(file), problem: null };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { text: null, problem: { file, line: null, message: error.message, remedy: error.remedy } };
  }
}

function unknownFile(file: string): Problem {
  const remedy = /\.(?:txt|html?)$/iu.test(file)
    ? "Turn a saved page into a document file with: npm run -s korea -- import FILE --out FOLDER"
    : "A corpus has document files (*.md) and the reference base (reference/*.yaml); move other files away";
  return { file, line: null, message: "not a document file, so it was left out", remedy };
}

/** Of a path without letters and digits, or a very long one, no document id can be made. */
function nameless(file: string): Problem {
  const message = "its path gives no id, so it was left out";
  return { file, line: null, message, remedy: "Write an id into its front matter, such as id: my/document" };
}

function idOfPath(path: string): string {
  const bare = path.replace(/\.md$/iu, "").split(sep).join("/");
  return isDocumentId(bare)
    ? bare
    : bare
        .split("/")
        .map((part) => slugOf(part))
        .filter(Boolean)
        .join("/");
}
