import type { Outlet } from "../core/outlet.ts";
import { loadOutlets, readCorpus, type CorpusReading } from "./corpus.ts";

/** A corpus folder as read, with the outlets by which its documents were read. */
export interface FolderReading extends CorpusReading {
  readonly outlets: readonly Outlet[];
}

/** Reads a folder whose documents name the outlets that `outletsFrom` lists; see {@link readCorpus}. */
export async function readFolder(folder: string, outletsFrom: string): Promise<FolderReading> {
  const { outlets, problems } = await loadOutlets(outletsFrom);
  const reading = await readCorpus(folder, outlets);
  return { ...reading, problems: [...problems, ...reading.problems], outlets: outlets.all };
}
