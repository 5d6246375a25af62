import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import { createDesk, type Desk } from "./core/desk.ts";
import { Library, type Languages } from "./core/library.ts";
import { Analyser } from "./core/search/analyse.ts";
import type { Morphology } from "./core/search/morphology.ts";
import { remembered } from "./core/search/remembered.ts";
import { Translations } from "./core/search/translations.ts";
import { loadCorpus, loadOutlets, type LoadedCorpus } from "./ingest/corpus.ts";
import { MORPHOLOGY, loadMorphology } from "./ingest/korean.ts";
import type { Problem } from "./ingest/problem.ts";
import { createLogger, reportTo } from "./ops/log.ts";
import { openStore } from "./store/sqlite.ts";
import type { SourceName, Store } from "./store/store.ts";

/** The folder of documents that comes with the project. */
export const BUILT_IN = fileURLToPath(new URL("../corpus", import.meta.url));

/** Name of the store in the data folder. */
const STORE_FILE = "korea-desk.db";

/** The store cannot be used; the message says why and what to do. */
export class StoreUnavailableError extends Error {
  override name = "StoreUnavailableError";
}

/** Everything that answers questions, put together. */
export interface OpenDesk {
  desk: Desk;
  /** What is wrong with the documents, for the operator. */
  problems: Problem[];
  close(): void;
}

/**
 * Puts the desk together: store, documents, index, commands. With `folders`, their documents replace the built-in and
 * the imported ones, and the store is in memory: the same road, nothing left behind.
 *
 * @throws {StoreUnavailableError} where the store cannot be opened.
 */
export async function openDesk(config: Config, folders: readonly string[] = []): Promise<OpenDesk> {
  const { outlets, problems } = await loadOutlets(BUILT_IN);
  // Names are known whatever is searched: they are those of the world, not of a folder.
  const builtIn = await loadCorpus(BUILT_IN, outlets);
  const isOwn = folders.length === 0;
  const store = isOwn ? await openOwnStore(config) : await openStore({ path: ":memory:", now: Date.now });
  try {
    const memory = remembered(await loadMorphology(), await store.morphemes(MORPHOLOGY));
    const library = new Library(outlets, {
      ...languagesWith(builtIn, memory.morphology),
      reference: builtIn.reference,
    });
    if (isOwn) problems.push(...(await sync(store, "builtin", BUILT_IN, builtIn)));
    for (const folder of folders) {
      problems.push(
        ...(await sync(store, `folder:${resolve(folder)}`, folder, await loadCorpus(folder, outlets))),
      );
    }
    for (const entry of await store.entries()) library.add(entry);
    const analysed = memory.takeNew();
    if (analysed.size > 0) await store.keepMorphemes(MORPHOLOGY, analysed);
    memory.forget();
    const report = reportTo(createLogger(config.logLevel));
    const failures = problems.map(({ file, message }) => ({ file: basename(file), message }));
    return {
      desk: createDesk({ library, commands, store, report, failures, now: Date.now, zone: config.zone }),
      problems,
      close: () => store.close(),
    };
  } catch (error) {
    store.close();
    throw unavailable(config, error);
  }
}

/** What is known of languages with the names and the vocabulary of a corpus. */
export function languagesWith({ lexicon, vocabulary }: LoadedCorpus, morphology: Morphology): Languages {
  return { analyser: new Analyser({ lexicon, morphology }), translations: new Translations(vocabulary) };
}

/**
 * Opens the store in the data folder.
 *
 * @throws {StoreUnavailableError} where that is not possible.
 */
export async function openOwnStore(config: Config): Promise<Store> {
  const path = join(config.dataDir, STORE_FILE);
  try {
    await mkdir(config.dataDir, { recursive: true });
    return await openStore({ path, now: Date.now });
  } catch (error) {
    throw unavailable(config, error);
  }
}

/** The error of a store as one that tells the operator what to do. */
export function unavailable({ dataDir }: Pick<Config, "dataDir">, error: unknown): StoreUnavailableError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnavailableError(
    `The store ${join(dataDir, STORE_FILE)} cannot be used: ${reason}. Check the disk and the folder's permissions, ` +
      "put a backup in its place, or set DATA_DIR to another folder.",
    { cause: error },
  );
}

async function sync(
  store: Store,
  source: SourceName,
  folder: string,
  { entries, problems }: LoadedCorpus,
): Promise<Problem[]> {
  // A document missing because its file is broken keeps its last good words.
  const saved = await store.save(source, entries, { complete: problems.length === 0 });
  const refused = entries.filter((_, index) => saved[index] === "refused");
  return [
    ...problems,
    ...refused.map(({ document }) => ({
      file: folder,
      line: null,
      message: `the id ${document.id} belongs to a document from elsewhere already`,
      remedy: "Give one of them another id; this one was left out",
    })),
  ];
}
