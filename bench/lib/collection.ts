import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT_IN } from "../../src/compose.ts";
import { makeVersion, type Document, type Entry } from "../../src/core/document.ts";
import type { Lexicon } from "../../src/core/search/lexicon.ts";
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

/** Reads the questions about the built-in corpus: a folder without documents of its own. */
export async function readOwnQuestions(folder: string): Promise<Collection & { lexicon: Lexicon }> {
  const { outlets } = await loadOutlets(BUILT_IN);
  const { entries, lexicon } = await loadCorpus(BUILT_IN, outlets);
  return { ...readJudgements(folder), entries, lexicon };
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
    entries: docs.map(({ id, title = "", text }) => neutral(id, title, text)),
  };
}

function neutral(id: string, title: string, text: string): Entry {
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
    kind: "unknown",
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
