/**
 * What the workshop can do: functions from what can be copied between threads to the same. Each is loaded when it is
 * first asked for.
 */
export const TASKS = {
  /** Reads a web page, HTML or saved as text. */
  page: async () => (await import("./tasks/page.ts")).readPageBytes,
  /** Reads a document file: front matter, then the body. */
  documentFile: async () => (await import("./tasks/document-file.ts")).readDocumentBytes,
  /** Reads a corpus folder. */
  folder: async () => (await import("../read-folder.ts")).readFolder,
  /** Reads a feed of any format. */
  feed: async () => (await import("./tasks/feed.ts")).readFeedBytes,
  /** Takes Korean texts apart. */
  morphemes: async () => (await import("./tasks/morphemes.ts")).loadMorphemes(),
};

/** The tasks as functions. */
export type Tasks = { [T in keyof typeof TASKS]: Awaited<ReturnType<(typeof TASKS)[T]>> };
export type TaskInput<T extends keyof Tasks> = Parameters<Tasks[T]>[0];
export type TaskValue<T extends keyof Tasks> = Awaited<ReturnType<Tasks[T]>>;

/** What became of a task; `message` and `remedy` are for the operator. */
export type Outcome<V> = { ok: true; value: V } | { ok: false; message: string; remedy: string };
