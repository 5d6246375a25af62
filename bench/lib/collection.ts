import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT_IN, languagesWith } from "../../src/compose.ts";
import { makeVersion, type Document, type Entry } from "../../src/core/document.ts";
import type { Languages } from "../../src/core/library.ts";
import { loadMorphology } from "../../src/ingest/korean.ts";
import { loadCorpus, loadOutlets } from "../../src/ingest/corpus.ts";

/** A test collection: documents, questions, and which documents answer them how well. */
export interface Collection {
  entries: Entry[];
  queries: CollectionQuery[];
  /** Grades by question and document; what is absent is not relevant. */
  grades: Map<string, Map<string, number>>;
}

/** One question of a collection. */
export interface CollectionQuery {
  id: string;
  text: string;
  /** Kind of question, where the collection tells kinds apart. */
  type?: string;
  /** Scored once, when everything is done, and never tuned on. */
  sealed?: boolean;
}

/** The built-in corpus, and what it knows of languages: names, translations. */
export async function readBuiltIn(): Promise<{ entries: Entry[]; languages: Languages }> {
  const { outlets } = await loadOutlets(BUILT_IN);
  const corpus = await loadCorpus(BUILT_IN, outlets);
  return { entries: corpus.entries, languages: languagesWith(corpus, await loadMorphology()) };
}

/** Reads the questions about the built-in corpus: a folder without documents of its own. */
export function readOwnQuestions(folder: string, entries: Entry[]): Collection {
  return { ...readJudgements(folder), entries };
}

/** Reads `queries.jsonl {id, text}` and `qrels.jsonl {qid, doc, rel}` of a folder. */
function readJudgements(folder: string): Omit<Collection, "entries"> {
  const grades = new Map<string, Map<string, number>>();
  for (const { qid, doc, rel } of lines<{ qid: string; doc: string; rel: number }>(folder, "qrels.jsonl")) {
    const graded = grades.get(qid) ?? new Map<string, number>();
    grades.set(qid, graded.set(doc, rel));
  }
  return { queries: lines<CollectionQuery>(folder, "queries.jsonl"), grades };
}

/** Reads a folder with `docs.jsonl {id, title?, text}` too; its documents say nothing but title and text. */
export function readCollection(folder: string): Collection {
  const docs = lines<{ id: string; title?: string; text: string }>(folder, "docs.jsonl");
  return {
    ...readJudgements(folder),
    entries: docs.map(({ id, title = "", text }) => neutralEntry(id, title, text)),
  };
}

/** A document that says nothing but its title, its text and perhaps its kind. */
export function neutralEntry(
  id: string,
  title: string,
  text: string,
  kind: Document["kind"] = "unknown",
): Entry {
  const document: Document = {
    id,
    title,
    outletId: null,
    outlet: null,
    country: "unknown",
    ownership: "unknown",
    author: null,
    date: null,
    url: null,
    kind,
    language: "unknown",
    topics: [],
    captions: [],
    notes: [],
    sources: [],
    links: [],
  };
  return { document, version: makeVersion(id, text) };
}

function lines<T>(folder: string, file: string): T[] {
  return readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}
