import type { Entry } from "../core/document.ts";
import type { Library } from "../core/library.ts";
import type { Logger } from "../core/logger.ts";
import type { FolderReading } from "../ingest/read-folder.ts";
import { formatProblem, type Problem } from "../ingest/problem.ts";
import type { Store } from "../store/store.ts";
import { follow, take } from "./follow.ts";
import { syncFolder, type CorpusFolder } from "./sync.ts";
import { watchFolders, type Watching } from "./watch.ts";

/** Milliseconds between two looks at the store: another process may have imported something. */
const LOOK_EVERY = 500;

/** A folder as it was read at the start. */
export interface FolderAtStart extends CorpusFolder {
  readonly problems: readonly Problem[];
}

/** What a live library is made of. */
export interface LiveParts {
  readonly store: Store;
  /** The library as it is after change `seq` of the store. */
  readonly library: Library;
  readonly seq: number;
  readonly folders: readonly FolderAtStart[];
  /** Reads a folder without holding everything else up. */
  read(folder: string): Promise<FolderReading>;
  /** A library without documents that knows what was read; `null` where that is what the current one knows already. */
  renewed(reading: FolderReading): Library | null;
  /** Does the slow part of an entry's analysis elsewhere. */
  prepare(entry: Entry): Promise<void>;
  readonly log: Logger;
}

/** A library that takes in what changes in the store and in its folders, while it is searched. */
export interface Live {
  /** What is to be searched now. */
  readonly library: Library;
  /** What is wrong with the documents now. */
  readonly problems: readonly Problem[];
  /** Looks at the store every half second and watches the folders. Resolves once changes are seen; never rejects. */
  start(): Promise<void>;
  /** Takes in what is in the store by now. */
  catchUp(): Promise<void>;
  /** Reads a folder again. */
  reload(folder: string): Promise<void>;
  /** Ends all of it, half a document's work included. */
  stop(): Promise<void>;
}

/** Makes a live library; nothing happens before {@link Live.start}. */
export function createLive(parts: LiveParts): Live {
  const { store, folders, read, renewed, prepare, log } = parts;
  const stopping = new AbortController();
  const stop = stopping.signal;
  const problems = new Map(folders.map(({ source, problems: found }) => [source, found]));
  let { library, seq } = parts;
  let watching: Promise<Watching | null> = Promise.resolve(null);
  let timer: NodeJS.Timeout | null = null;
  let unreadable = false;

  // One change at a time: a library that is being renewed must not miss what comes meanwhile.
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const before = last;
    last = (async () => {
      await before;
      if (!stop.aborted) await work();
    })();
    return last;
  };

  const catchUpNow = async (): Promise<void> => {
    try {
      const followed = await follow(library, seq, { store, prepare, stop });
      ({ seq } = followed);
      unreadable = false;
      for (const { id, error } of followed.failed)
        log.error({ document: id, error: describe(error) }, "a document could not be indexed");
      if (followed.changed + followed.withdrawn > 0)
        log.info({ changed: followed.changed, withdrawn: followed.withdrawn }, "documents changed");
    } catch (error) {
      // It is looked at again soon; saying so twice a second would help nobody.
      if (!unreadable) log.error({ error: describe(error) }, "the store cannot be read; trying again");
      unreadable = true;
    }
  };

  /** What is known changes every document's analysis, so all are read anew beside the library that answers meanwhile. */
  const renew = async (next: Library): Promise<void> => {
    for (const entry of library.entries()) {
      await take(next, entry, { prepare, stop });
      if (stop.aborted) return;
    }
    library = next;
    log.info({ documents: next.size }, "names and records of the reference base were renewed");
  };

  const reloadNow = async (folder: string): Promise<void> => {
    const known = folders.find((one) => one.folder === folder);
    if (known === undefined) return;
    try {
      const reading = await read(folder);
      const now = await syncFolder(store, known, reading, (entry) => isSame(entry, library));
      tellNew(now, problems.get(known.source) ?? [], log);
      problems.set(known.source, now);
      await catchUpNow();
      // With a broken file half of the names would be missing.
      const next = reading.problems.length === 0 ? renewed(reading) : null;
      if (next !== null) await renew(next);
    } catch (error) {
      log.error(
        { folder, error: describe(error) },
        "a folder could not be read again; its documents stay as they were",
      );
    }
  };

  const look = (): void => {
    timer = setTimeout(() => void lookAgain(), LOOK_EVERY);
  };
  const lookAgain = async (): Promise<void> => {
    await inTurn(catchUpNow);
    if (!stop.aborted) look();
  };

  return {
    get library() {
      return library;
    },
    get problems() {
      return [...problems.values()].flat();
    },
    async start() {
      look();
      const failed = (folder: string, error: unknown) =>
        log.warn(
          { folder, error: describe(error) },
          "a folder cannot be watched; restart to see its changes",
        );
      watching = watchFolders(
        folders.map(({ folder }) => folder),
        (folder) => void inTurn(() => reloadNow(folder)),
        failed,
      ).catch((error: unknown) => {
        for (const { folder } of folders) failed(folder, error);
        return null;
      });
      await watching;
    },
    catchUp: () => inTurn(catchUpNow),
    reload: (folder) => inTurn(() => reloadNow(folder)),
    async stop() {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      await (await watching)?.close();
      await last;
    },
  };
}

function isSame({ document, version }: Entry, library: Library): boolean {
  const known = library.get(document.id);
  return (
    known !== null &&
    known.version.sha256 === version.sha256 &&
    JSON.stringify(known.document) === JSON.stringify(document)
  );
}

/** What was told already is not told again each time a file is saved; what is mended is good to know. */
function tellNew(now: readonly Problem[], before: readonly Problem[], log: Logger): void {
  const known = new Set(before.map(formatProblem));
  for (const problem of now.map(formatProblem))
    if (!known.has(problem))
      log.warn({ problem }, "a file of the documents cannot be used; what it held stays as it was");
  if (now.length === 0 && before.length > 0) log.info({}, "all files of the folder can be used again");
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
