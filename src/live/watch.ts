import { relative, sep } from "node:path";
import type { FSWatcher } from "chokidar";

/** Milliseconds without a further change after which a folder is read: editors write a file in several steps. */
const SETTLED_AFTER = 200;
/** Milliseconds after the first change at which it is read all the same: some files never settle. */
const SETTLED_AT_LAST = 5_000;

/** Watching of folders that can be ended. */
export interface Watching {
  close(): Promise<void>;
}

/** What is told of the folders that are watched. */
export interface WatchParts {
  /** Files changed and have settled. */
  changed(folder: string): void;
  /** A folder cannot be watched. */
  failed(folder: string, error: unknown): void;
  /** Ends the wait for folders that cannot be watched. */
  readonly stop: AbortSignal;
}

/** Watches folders; resolves once their changes are seen. */
export async function watchFolders(
  folders: readonly string[],
  { changed, failed, stop }: WatchParts,
): Promise<Watching> {
  // Loaded here, because the programs that watch nothing should not wait for it.
  const { watch } = await import("chokidar");
  const waiting = new Map<string, { timer: NodeJS.Timeout; since: number }>();
  const settle = (folder: string): void => {
    const known = waiting.get(folder);
    clearTimeout(known?.timer);
    const since = known?.since ?? performance.now();
    const rest = Math.min(SETTLED_AFTER, Math.max(0, since + SETTLED_AT_LAST - performance.now()));
    const timer = setTimeout(() => {
      waiting.delete(folder);
      changed(folder);
    }, rest);
    waiting.set(folder, { timer, since });
  };
  const watchers = folders.map((folder): FSWatcher => {
    const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => isHidden(path, folder) });
    watcher.on("all", () => settle(folder));
    watcher.on("error", (error) => failed(folder, error));
    return watcher;
  });
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
  const ready = watchers.map(
    (watcher) => new Promise<void>((resolve) => watcher.once("ready", () => resolve())),
  );
  await Promise.race([Promise.all(ready), stopped]);
  return {
    close: async () => {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

/** Files that are no documents: those of editors and of version control. */
function isHidden(path: string, folder: string): boolean {
  return relative(folder, path)
    .split(sep)
    .some((part) => part.startsWith("."));
}
