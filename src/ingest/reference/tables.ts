import type { WordGroup } from "../../core/search/translations.ts";
import type { Problem } from "../problem.ts";
import type { Placed, ReferenceBase } from "./read.ts";

/** What people call a document who know none of its words. */
export interface ParaphraseRecord {
  /** Id of the document. */
  readonly of: string;
  readonly phrases: readonly string[];
}

/** A table of the reference base: what its columns become, or what is wrong with them. */
interface Table {
  readonly columns: readonly string[];
  read(base: ReferenceBase, cells: readonly string[], place: Omit<Placed<never>, "record">): void;
}

/** Tables have thousands of short lines; as YAML they would double the time that a start takes. */
const TABLES: Readonly<Record<string, Table>> = {
  "paraphrases.tsv": {
    columns: ["id", "phrases"],
    read: ({ paraphrases }, [of = "", words = ""], place) =>
      paraphrases.push({ record: { of, phrases: listOf(words) }, ...place }),
  },
  "vocabulary.tsv": {
    columns: ["English", "Korean", "Chinese"],
    read: ({ vocabulary }, [en = "", ko = "", zh = ""]) =>
      vocabulary.push({ en: listOf(en), ko: listOf(ko), zh: listOf(zh) } satisfies WordGroup),
  },
};

/** Names of the files that hold the tables of the reference base. */
export const TABLE_FILES: readonly string[] = Object.keys(TABLES);

/** Adds what a table of the reference base holds. A line that is wrong becomes a problem and is left out. */
export function readTable(base: ReferenceBase, name: string, text: string, file: string): Problem[] {
  const { columns, read } = TABLES[name]!;
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (cells.length === columns.length && !cells.includes("")) {
      read(base, cells, { file, line: index + 1, asOf: null });
    } else {
      problems.push({
        file,
        line: index + 1,
        message: `no ${columns.length} columns (${columns.join(", ")}) parted by tabs`,
        remedy: "Mend it",
        leftOut: "this line",
      });
    }
  }
  return problems;
}

function listOf(cell: string): string[] {
  return cell.split(/\s*;\s*/u).filter((word) => word !== "");
}
