import type { Outlet } from "../core/outlet.ts";
import { loadOutlets, readCorpus, type CorpusReading } from "./corpus.ts";

/** A corpus folder as read, with the outlets by which its documents were read. */
export interface FolderReading extends CorpusReading {
  readonly outlets: readonly Outlet[];
  /** Whether some of them could not be read: then documents that name those would lose them. */
  readonly outletsBroken: boolean;
}

/** A folder, and that of the corpus whose outlets its documents name. */
export interface FolderToRead {
  readonly folder: string;
  readonly outletsFrom: string;
}

/** Reads a folder; see {@link readCorpus}. */
export async function readFolder({ folder, outletsFrom }: FolderToRead): Promise<FolderReading> {
  const { outlets, problems } = await loadOutlets(outletsFrom);
  const reading = await readCorpus(folder, outlets);
  return {
    ...reading,
    problems: [...problems, ...reading.problems],
    outlets: outlets.all,
    outletsBroken: problems.length > 0,
  };
}
