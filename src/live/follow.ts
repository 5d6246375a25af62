import type { Entry } from "../core/document.ts";
import type { Library } from "../core/library.ts";
import type { Store } from "../store/store.ts";
import { runInSlices } from "./slices.ts";

/** Changes that are read from the store at once: few, because reading holds everything else up. */
const READ_AT_ONCE = 20;

/** Documents that came, were revised or went. */
export interface Followed {
  changed: number;
  withdrawn: number;
  /** Ids of documents that could not be indexed, with what went wrong. */
  failed: { id: string; error: unknown }[];
}

/** What following a store needs. */
export interface FollowParts {
  readonly store: Pick<Store, "changesSince">;
  /** Does the slow part of an entry's analysis elsewhere, before it is indexed. */
  prepare(entry: Entry): Promise<void>;
  readonly stop: AbortSignal;
}

/** Takes what changed in the store after change `seq` into the library; `seq` of the last change that was taken. */
export async function follow(
  library: Library,
  seq: number,
  { store, prepare, stop }: FollowParts,
): Promise<Followed & { seq: number }> {
  const followed = { seq, changed: 0, withdrawn: 0, failed: [] as Followed["failed"] };
  while (!stop.aborted) {
    const changes = await store.changesSince(followed.seq, READ_AT_ONCE);
    if (changes.seq === followed.seq) break;
    for (const id of changes.withdrawn) {
      await runInSlices(library.removing(id), stop);
      followed.withdrawn += 1;
    }
    for (const entry of changes.changed) {
      try {
        await take(library, entry, { prepare, stop });
        followed.changed += 1;
      } catch (error) {
        if (stop.aborted) break;
        // The next ones are not to blame.
        followed.failed.push({ id: entry.document.id, error });
      }
    }
    followed.seq = changes.seq;
  }
  return followed;
}

/** Takes one document in. */
export async function take(
  library: Library,
  entry: Entry,
  { prepare, stop }: Omit<FollowParts, "store">,
): Promise<void> {
  await prepare(entry);
  await runInSlices(library.adding(entry), stop);
}
