import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import { createDesk, type Desk } from "./core/desk.ts";
import { Library, type Languages } from "./core/library.ts";
import type { Logger } from "./core/logger.ts";
import type { OutletBook } from "./core/outlet.ts";
import { Analyser } from "./core/search/analyse.ts";
import type { Morphology } from "./core/search/morphology.ts";
import { remembered } from "./core/search/remembered.ts";
import { Translations } from "./core/search/translations.ts";
import {
  knowledgeIn,
  loadCorpus,
  loadOutlets,
  type CorpusKnowledge,
  type CorpusReading,
} from "./ingest/corpus.ts";
import { MORPHOLOGY, loadMorphology } from "./ingest/korean.ts";
import { morphemesOf } from "./ingest/morphemes.ts";
import type { Problem } from "./ingest/problem.ts";
import type { FolderReading } from "./ingest/read-folder.ts";
import { analyseIn } from "./ingest/workshop/analyse.ts";
import { createWorkshop, type Workshop } from "./ingest/workshop/workshop.ts";
import { createLive, type FolderAtStart, type Live } from "./live/live.ts";
import { createRenewal } from "./live/renewal.ts";
import { syncFolder, type CorpusFolder } from "./live/sync.ts";
import { createLogger, reportTo } from "./ops/log.ts";
import { openCopy } from "./store/copy.ts";
import { openStore } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";

/** The folder of documents that comes with the project. */
export const BUILT_IN = fileURLToPath(new URL("../corpus", import.meta.url));

/** Name of the store in the data folder. */
const STORE_FILE = "korea-desk.db";

/** Milliseconds for reading a folder anew: some have tens of thousands of files. */
const FOLDER_DEADLINE = 120_000;

/** The store cannot be used; the message says why and what to do. */
export class StoreUnavailableError extends Error {
  override name = "StoreUnavailableError";
}

/** Everything that answers questions, put together. */
export interface OpenDesk {
  desk: Desk;
  /** Takes in what changes, once it is started. */
  live: Live;
  store: Store;
  /** What is wrong with the documents at the start, for the operator. */
  problems: readonly Problem[];
  close(): Promise<void>;
}

/**
 * Puts the desk together: store, documents, index, commands. With `folders`, their documents replace the built-in and
 * the imported ones, and the store is in memory: the same road, nothing left behind.
 *
 * `log` is told what becomes of the documents afterwards; `now` gives milliseconds since 1970; `corpus` takes the
 * place of the folder that comes with the project.
 *
 * @throws {StoreUnavailableError} where the store cannot be opened.
 */
export async function openDesk(
  config: Config,
  folders: readonly string[] = [],
  log: Logger = createLogger(config.logLevel),
  now: () => number = Date.now,
  corpus: string = BUILT_IN,
): Promise<OpenDesk> {
  const { outlets, problems: inOutlets } = await loadOutlets(corpus);
  // Names are known whatever is searched: they are those of the world, not of a folder.
  const builtIn = await loadCorpus(corpus, outlets);
  const isOwn = folders.length === 0;
  const store = isOwn ? await openOwnStore(config, now) : await openStore({ path: ":memory:", now });
  try {
    const atStart: FolderAtStart[] = [];
    // Documents read without their outlets would lose who published them: those that are kept stay as they were.
    const outletsBroken = inOutlets.length > 0 && (await store.lastChange()) > 0;
    const sync = async (folder: CorpusFolder, reading: CorpusReading) => {
      const problems = outletsBroken ? reading.problems : await syncFolder(store, folder, reading);
      atStart.push({ ...folder, problems: [...inOutlets, ...problems] });
    };
    if (isOwn) await sync({ source: "builtin", folder: corpus }, builtIn);
    for (const folder of folders)
      await sync({ source: `folder:${resolve(folder)}`, folder }, await loadCorpus(folder, outlets));
    const memory = remembered(await loadMorphology(), await store.morphemes(MORPHOLOGY));
    const library = libraryWith(outlets, builtIn, memory.morphology);
    const seq = await store.lastChange();
    for (const entry of await store.entries()) library.add(entry);
    const analysed = memory.takeNew();
    if (analysed.size > 0) await store.keepMorphemes(MORPHOLOGY, analysed);
    memory.forget();
    const renewal = createRenewal(outlets, builtIn.base, (book, base) =>
      libraryWith(book, knowledgeIn(base), memory.morphology),
    );
    const workshop = createWorkshop();
    const analyse = analyseIn(workshop);
    const live = createLive({
      store,
      library,
      seq,
      folders: atStart,
      read: (folder) => readInWorkshop(workshop, folder, corpus),
      renewed: isOwn ? renewal : () => null,
      prepare: async (entry) => memory.lend(await morphemesOf(entry, store, analyse)),
      log,
    });
    const desk = createDesk({
      get library() {
        return live.library;
      },
      get failures() {
        return live.problems.map(({ file, message }) => ({ file: basename(file), message }));
      },
      commands,
      store,
      report: reportTo(createLogger(config.logLevel)),
      now,
      zone: config.zone,
    });
    const close = async () => {
      // What waits for the workshop would wait for ever.
      await Promise.all([live.stop(), workshop.close()]);
      store.close();
    };
    return { desk, live, store, problems: live.problems, close };
  } catch (error) {
    store.close();
    throw unavailable(config, error);
  }
}

/** A folder read away from everything that must answer: the reference base alone takes half a second. */
async function readInWorkshop(
  workshop: Workshop,
  folder: string,
  outletsFrom: string,
): Promise<FolderReading> {
  const outcome = await workshop.run("folder", { folder, outletsFrom }, { deadline: FOLDER_DEADLINE });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function libraryWith(outlets: OutletBook, known: CorpusKnowledge, morphology: Morphology): Library {
  return new Library(outlets, { ...languagesWith(known, morphology), reference: known.reference });
}

/** What is known of languages with the names and the vocabulary of a corpus. */
export function languagesWith({ lexicon, vocabulary }: CorpusKnowledge, morphology: Morphology): Languages {
  return { analyser: new Analyser({ lexicon, morphology }), translations: new Translations(vocabulary) };
}

/**
 * Opens the store in the data folder.
 *
 * @throws {StoreUnavailableError} where that is not possible.
 */
export async function openOwnStore(config: Config, now: () => number = Date.now): Promise<Store> {
  const path = join(config.dataDir, STORE_FILE);
  try {
    await mkdir(config.dataDir, { recursive: true });
    return await openStore({ path, now });
  } catch (error) {
    throw unavailable(config, error);
  }
}

/**
 * Opens a copy of the store in the data folder, to try things on; nothing of it stays.
 *
 * @throws {StoreUnavailableError} where that is not possible.
 */
export async function openCopyOfOwnStore(config: Config): Promise<Store> {
  try {
    return await openCopy({ path: join(config.dataDir, STORE_FILE), now: Date.now });
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
