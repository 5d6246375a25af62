import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUILT_IN } from "../../src/compose.ts";
import type { Entry } from "../../src/core/document.ts";
import { Library } from "../../src/core/library.ts";
import { passagesOf } from "../../src/core/passage.ts";
import type { Range } from "../../src/core/range.ts";
import { sentencesOf } from "../../src/core/sentence.ts";
import { loadOutlets } from "../../src/ingest/corpus.ts";
import { importPage, readSettings } from "../../src/ingest/import-page.ts";
import { readBuiltIn } from "../lib/collection.ts";
import type { Random } from "../lib/random.ts";

/** Real texts that lie beside the project, where they do. */
const SEEDS = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));

/** A run of whole sentences of a document. */
export interface Run extends Range {
  readonly entry: Entry;
  readonly text: string;
  /** The sentences, in offsets of `text`. */
  readonly sentences: readonly Range[];
}

/** The built-in documents and the texts beside the project, findable. */
export async function readTexts(): Promise<{ library: Library; entries: readonly Entry[] }> {
  const { outlets } = await loadOutlets(BUILT_IN);
  const { entries: builtIn, languages } = await readBuiltIn();
  const { settings } = readSettings([]);
  const files = existsSync(SEEDS) ? readdirSync(SEEDS).map((file) => join(SEEDS, file)) : [];
  const pages = files.map((file) => importPage(readFileSync(file, "utf8"), file, settings, outlets).entry!);
  const library = new Library(outlets, languages);
  const entries = [...builtIn, ...pages];
  for (const entry of entries) library.add(entry);
  return { library, entries };
}

/** Fewer words are no quote that could be told from others. */
const WORDS_MIN = 8;

/** Draws runs of one to four sentences; half of them from texts of several passages, which are few. */
export function runsFrom(entries: readonly Entry[], random: Random): () => Run {
  const passages = entries.flatMap((entry) =>
    passagesOf(entry.document, entry.version).map((passage) => ({ entry, passage })),
  );
  const ofLong = passages.filter(({ entry }) => entry.version.body.length > 2_000);
  return () => {
    for (;;) {
      const { entry, passage } = random.pick(random.below(2) === 0 ? ofLong : passages);
      const words = entry.version.body.slice(passage.start, passage.end);
      const sentences = sentencesOf(words, entry.document.language);
      const count = Math.min(sentences.length, 1 + random.below(4));
      const first = random.below(sentences.length - count + 1);
      const chosen = sentences.slice(first, first + count);
      const { start } = chosen[0]!;
      const { end } = chosen.at(-1)!;
      const text = words.slice(start, end);
      if (text.split(/\s+/u).length < WORDS_MIN || text.length > 1_800) continue;
      return {
        entry,
        text,
        start: passage.start + start,
        end: passage.start + end,
        sentences: chosen.map((one) => ({ start: one.start - start, end: one.end - start })),
      };
    }
  };
}

/** The texts of all documents, simply made comparable, by another road than the code that is measured. */
export function plainTexts(entries: readonly Entry[]): string[] {
  return entries.map(({ version }) => plain(version.body));
}

/** A text without case, kinds of marks and white space. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[“”„"‘’']/gu, "'")
    .replace(/[‐‑–—−-]/gu, "-")
    .replace(/\s+/gu, "");
}
