import type { DatabaseSync } from "node:sqlite";
import type { Morpheme } from "../core/search/morphology.ts";
import { whileBusy } from "./busy.ts";
import type { Transaction } from "./documents.ts";
import type { Store } from "./store.ts";

/** Form, start and end of a morpheme, as it is kept. */
type Row = [string, number, number];

/** The part of the store that keeps the morphemes of Korean texts. */
export function createMorphemes(
  database: DatabaseSync,
  transaction: Transaction,
): Pick<Store, "morphemes" | "morphemesOf" | "keepMorphemes"> {
  const all = database.prepare("SELECT text_hash, found FROM morphemes WHERE analyser = ?");
  const one = database.prepare("SELECT found FROM morphemes WHERE analyser = ? AND text_hash = ?");
  const forget = database.prepare("DELETE FROM morphemes WHERE analyser <> ?");
  const insert = database.prepare(
    "INSERT INTO morphemes (analyser, text_hash, found) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  return {
    morphemes: (analyser) =>
      whileBusy(
        () =>
          new Map(
            all.all(analyser).flatMap((row): [string, Morpheme[]][] => {
              const found = read(String(row["found"]));
              return found === null ? [] : [[String(row["text_hash"]), found]];
            }),
          ),
      ),
    morphemesOf: (analyser, hashes) =>
      whileBusy(
        () =>
          new Map(
            hashes.flatMap((hash): [string, Morpheme[]][] => {
              const row = one.get(analyser, hash);
              const found = row === undefined ? null : read(String(row["found"]));
              return found === null ? [] : [[hash, found]];
            }),
          ),
      ),
    keepMorphemes: (analyser, found) =>
      transaction(() => {
        // What an older analysis found is of no use any more.
        forget.run(analyser);
        for (const [hash, morphemes] of found) insert.run(analyser, hash, written(morphemes));
      }),
  };
}

function written(morphemes: readonly Morpheme[]): string {
  return JSON.stringify(morphemes.map(({ form, start, end }): Row => [form, start, end]));
}

/** `null` where the row is damaged: what it held is found out again. */
function read(found: string): Morpheme[] | null {
  try {
    return (JSON.parse(found) as Row[]).map(([form, start, end]) => ({ form, start, end }));
  } catch {
    return null;
  }
}
