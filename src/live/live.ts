import type { Entry } from "../core/document.ts";
import type { Library } from "../core/library.ts";
import type { Logger } from "../core/logger.ts";
import { formatProblem, type Problem } from "../ingest/problem.ts";
import type { FolderReading } from "../ingest/read-folder.ts";
import type { Store } from "../store/store.ts";
import { follow, takeAll } from "./follow.ts";
import { renew } from "./renew.ts";
import type { Renewal } from "./renewal.ts";
import { syncFolder, type CorpusFolder } from "./sync.ts";
import { describe, tellNew } from "./tell.ts";
import { watchFolders, type Watching } from "./watch.ts";

/** Milliseconds between two looks at the store: another process may have imported something. */
const LOOK_EVERY = 500;
/** Milliseconds after which a folder that could not be read or saved is tried again. */
const READ_AGAIN_AFTER = 5_000;
/** Times that a document is indexed again which could not be: what is in the way may pass. */
const TRIES = 3;

/** Documents whose stories are looked for at once. */
const STORIES_AT_ONCE = 5;

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
  /** What is to take over because it knows what was read; `null` where that is known already. */
  renewed(reading: FolderReading): Renewal | null;
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
  const again = new Map<string, { entry: Entry; tries: number }>();
  const timers = new Set<NodeJS.Timeout>();
  let { library, seq } = parts;
  let watching: Promise<Watching | null> = Promise.resolve(null);
  let unreadable = false;
  let unplaced = true;

  const after = (milliseconds: number, work: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void work();
    }, milliseconds);
    timers.add(timer);
  };

  // One change at a time: what was numbered first is taken first.
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const before = last;
    last = (async () => {
      await before;
      if (!stop.aborted) await work();
    })();
    return last;
  };

  const remember = (failed: readonly { entry: Entry; error: unknown }[]): void => {
    for (const { entry, error } of failed) {
      const { id } = entry.document;
      const tries = (again.get(id)?.tries ?? 0) + 1;
      log.error({ document: id, error: describe(error), tries }, "a document could not be indexed");
      if (tries < TRIES) again.set(id, { entry, tries });
      else again.delete(id);
    }
  };

  /** Ids of what changed or went. */
  const catchUpNow = async (): Promise<readonly string[]> => {
    try {
      const { changed, withdrawn, failed, ...followed } = await follow(library, seq, {
        store,
        prepare,
        stop,
      });
      ({ seq } = followed);
      unreadable = false;
      const waiting = [...again.values()].map(({ entry }) => entry);
      // What came anew, or went, is not taken as it was.
      const stale = new Set([...changed, ...withdrawn, ...failed.map(({ entry }) => entry.document.id)]);
      const retried = await takeAll(
        library,
        waiting.filter(({ document }) => !stale.has(document.id)),
        {
          prepare,
          stop,
        },
      );
      for (const id of [...changed, ...withdrawn, ...retried.taken]) again.delete(id);
      remember([...failed, ...retried.failed]);
      const came = [...changed, ...retried.taken];
      // Documents of a store from before there were stories, a few at a time where there is nothing else to do.
      if (came.length === 0 && unplaced) unplaced = (await store.catchUpStories(STORIES_AT_ONCE)) > 0;
      if (came.length + withdrawn.length > 0)
        log.info({ changed: came.length, withdrawn: withdrawn.length }, "documents changed");
      return [...came, ...withdrawn];
    } catch (error) {
      // It is looked at again soon; saying so twice a second would help nobody.
      if (!unreadable && !stop.aborted)
        log.error({ error: describe(error) }, "the store cannot be read; trying again");
      unreadable = true;
      return [];
    }
  };

  const takeOver = async ({ library: next, done }: Renewal): Promise<void> => {
    const failed = await renew(library, next, { prepare, stop, meanwhile: catchUpNow });
    if (stop.aborted) return;
    library = next;
    done();
    remember(failed);
    log.info({ documents: next.size }, "names and records of the reference base were renewed");
  };

  const reloadNow = async (known: FolderAtStart): Promise<void> => {
    try {
      const reading = await read(known.folder);
      // Documents read without their outlets would lose who published them.
      const now = reading.outletsBroken
        ? reading.problems
        : await syncFolder(store, known, reading, (entry) => isSame(entry, library));
      const isBroken = reading.broken || reading.outletsBroken;
      tellNew({ now, before: problems.get(known.source) ?? [], isBroken }, log);
      problems.set(known.source, now);
      await catchUpNow();
      // With a broken file half of the names would be missing.
      const next = isBroken ? null : renewed(reading);
      if (next !== null) await takeOver(next);
    } catch (error) {
      if (stop.aborted) return;
      const message =
        "a folder could not be read again; its documents stay as they were, and it is tried again";
      log.error({ folder: known.folder, error: describe(error) }, message);
      after(READ_AGAIN_AFTER, () => reload(known.folder));
    }
  };

  const reload = (folder: string): Promise<void> => {
    const known = folders.find((one) => one.folder === folder);
    return known === undefined ? Promise.resolve() : inTurn(() => reloadNow(known));
  };

  const look = (): void =>
    after(LOOK_EVERY, async () => {
      await inTurn(catchUpNow);
      if (!stop.aborted) look();
    });

  return {
    get library() {
      return library;
    },
    get problems() {
      // The outlets are the same for all folders.
      const all = [...problems.values()].flat().map((problem) => [formatProblem(problem), problem] as const);
      return [...new Map(all).values()];
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
        { changed: (folder) => void reload(folder), failed, stop },
      ).catch((error: unknown) => {
        for (const { folder } of folders) failed(folder, error);
        return null;
      });
      await watching;
    },
    catchUp: () => inTurn(catchUpNow),
    reload,
    async stop() {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
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
