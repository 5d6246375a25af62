import type { Entry } from "../core/document.ts";
import type { Library } from "../core/library.ts";
import type { Store } from "../store/store.ts";
import { runInSlices } from "./slices.ts";

/** Changes that are read from the store at once: few, because reading holds everything else up. */
const READ_AT_ONCE = 20;

/** Documents that came, were revised or went. */
export interface Followed {
  /** Number of the last change that was taken. */
  seq: number;
  /** Ids of documents that are found as they are now. */
  changed: string[];
  /** Ids of documents that are no longer found. */
  withdrawn: string[];
  /** Documents that could not be indexed, with what went wrong. */
  failed: { entry: Entry; error: unknown }[];
}

/** What taking documents in needs. */
export interface TakeParts {
  /** Does the slow part of an entry's analysis elsewhere, before it is indexed. */
  prepare(entry: Entry): Promise<void>;
  readonly stop: AbortSignal;
}

/** Takes what changed in the store after change `seq` into the library. */
export async function follow(
  library: Library,
  seq: number,
  { store, ...parts }: TakeParts & { readonly store: Pick<Store, "changesSince"> },
): Promise<Followed> {
  const followed: Followed = { seq, changed: [], withdrawn: [], failed: [] };
  while (!parts.stop.aborted) {
    const changes = await store.changesSince(followed.seq, READ_AT_ONCE);
    if (changes.seq === followed.seq) break;
    for (const id of changes.withdrawn) {
      await runInSlices(library.removing(id), parts.stop);
      followed.withdrawn.push(id);
    }
    const { taken, failed } = await takeAll(library, changes.changed, parts);
    followed.changed.push(...taken);
    followed.failed.push(...failed);
    followed.seq = changes.seq;
  }
  return followed;
}

/** Takes documents in, one after the other; one that fails stops no other. */
export async function takeAll(
  library: Library,
  entries: Iterable<Entry>,
  { prepare, stop }: TakeParts,
): Promise<{ taken: string[]; failed: Followed["failed"] }> {
  const taken: string[] = [];
  const failed: Followed["failed"] = [];
  for (const entry of entries) {
    try {
      await prepare(entry);
      await runInSlices(library.adding(entry), stop);
      taken.push(entry.document.id);
    } catch (error) {
      if (!stop.aborted) failed.push({ entry, error });
    }
    if (stop.aborted) break;
  }
  return { taken, failed };
}
