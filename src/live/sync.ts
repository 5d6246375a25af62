import type { Entry } from "../core/document.ts";
import type { CorpusReading } from "../ingest/corpus.ts";
import type { Problem } from "../ingest/problem.ts";
import type { SourceName, Store } from "../store/store.ts";
import { TURNS } from "./slices.ts";

/** Documents that are saved at once: a transaction holds everything else up, here and in other processes. */
const LOT = 20;

/** A folder whose documents are kept up to date. */
export interface CorpusFolder {
  readonly source: SourceName;
  readonly folder: string;
}

/**
 * Saves what was read of a folder, and gives what is wrong with it. What the folder no longer has is withdrawn, unless a
 * file of it is broken: its documents keep their last good words. `isSame` tells of an entry that it need not be saved.
 */
export async function syncFolder(
  store: Pick<Store, "save">,
  { source, folder }: CorpusFolder,
  { entries, problems, broken }: Pick<CorpusReading, "entries" | "problems" | "broken">,
  isSame: (entry: Entry) => boolean = () => false,
): Promise<Problem[]> {
  const refused: Entry[] = [];
  const other = entries.filter((entry) => !isSame(entry));
  for (let at = 0; at < other.length; at += LOT) {
    const lot = other.slice(at, at + LOT);
    const saved = await store.save(source, lot);
    refused.push(...lot.filter((_, index) => saved[index] === "refused"));
    await TURNS.pause();
  }
  if (!broken)
    await store.save(source, [], { complete: true, present: entries.map(({ document }) => document.id) });
  return [
    ...problems,
    ...refused.map(({ document }) => ({
      file: folder,
      line: null,
      message: `the id ${document.id} belongs to a document from elsewhere already`,
      remedy: "Give one of them another id",
      leftOut: "this one",
    })),
  ];
}
