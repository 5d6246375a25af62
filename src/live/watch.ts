import { relative, sep } from "node:path";
import type { FSWatcher } from "chokidar";

/** Milliseconds without a further change after which a folder is read: editors write a file in several steps. */
const SETTLED_AFTER = 200;

/** Watching of folders that can be ended. */
export interface Watching {
  close(): Promise<void>;
}

/**
 * Calls `changed` with the folder in which files changed, once they have settled. `failed` is told where a folder cannot
 * be watched.
 */
export async function watchFolders(
  folders: readonly string[],
  changed: (folder: string) => void,
  failed: (folder: string, error: unknown) => void,
): Promise<Watching> {
  // Loaded here, because the programs that watch nothing should not wait for it.
  const { watch } = await import("chokidar");
  const timers = new Map<string, NodeJS.Timeout>();
  const watchers = folders.map((folder): FSWatcher => {
    const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => isHidden(path, folder) });
    watcher.on("all", () => {
      clearTimeout(timers.get(folder));
      timers.set(
        folder,
        setTimeout(() => changed(folder), SETTLED_AFTER),
      );
    });
    watcher.on("error", (error) => failed(folder, error));
    return watcher;
  });
  await Promise.all(
    watchers.map((watcher) => new Promise<void>((resolve) => watcher.once("ready", () => resolve()))),
  );
  return {
    close: async () => {
      for (const timer of timers.values()) clearTimeout(timer);
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
