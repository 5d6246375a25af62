import type { Library } from "../core/library.ts";
import { takeAll, type Followed, type TakeParts } from "./follow.ts";
import { runInSlices } from "./slices.ts";

/** Documents after which it is looked for what came meanwhile. */
const LOOK_AFTER = 50;

/** What renewing a library needs. */
export interface RenewParts extends TakeParts {
  /** Takes what came meanwhile into the library that answers; ids of what changed or went. */
  meanwhile(): Promise<readonly string[]>;
}

/**
 * Fills a library beside the one that answers with all that this one has: other names change the analysis of every
 * document. What comes meanwhile is found in the old one at once and in the new one at last.
 */
export async function renew(
  old: Library,
  next: Library,
  { meanwhile, ...parts }: RenewParts,
): Promise<Followed["failed"]> {
  const failed: Followed["failed"] = [];
  const touched = new Set<string>();
  const ids = Array.from(old.entries(), ({ document }) => document.id);
  for (let at = 0; at < ids.length && !parts.stop.aborted; at += LOOK_AFTER) {
    for (const id of await meanwhile()) touched.add(id);
    const lot = ids.slice(at, at + LOOK_AFTER).flatMap((id) => old.get(id) ?? []);
    failed.push(...(await takeAll(next, lot, parts)).failed);
  }
  for (const id of await meanwhile()) touched.add(id);
  for (const id of touched) {
    const entry = old.get(id);
    if (entry === null) await runInSlices(next.removing(id), parts.stop);
    else failed.push(...(await takeAll(next, [entry], parts)).failed);
  }
  return failed;
}
