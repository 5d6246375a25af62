import type { Entry } from "../../core/document.ts";
import { visible } from "../../core/visible.ts";
import { formatProblem, type Problem } from "../../ingest/problem.ts";
import type { Saved } from "../../store/store.ts";
import type { Kept } from "./keeper.ts";

/** Columns before what is told of a file. */
const INDENT = " ".repeat(11);

/** Tells what becomes of each file, a line each, and counts. */
export interface Report {
  refuse(problems: readonly Problem[]): void;
  keep(name: string, kept: Kept, dryRun: boolean): void;
  skip(line: string): void;
  /** The counts, where there was more than one file. */
  close(): void;
  /** Whether something was refused. */
  readonly failed: boolean;
}

/** A report that writes its lines with `write`. */
export function createReport(write: (text: string) => void): Report {
  const counts: Record<Saved, number> = { imported: 0, revised: 0, updated: 0, unchanged: 0, refused: 0 };
  const line = (word: string, text: string) =>
    write(`${word.padEnd(INDENT.length - 2)}  ${visible(text).replaceAll("\n", " ")}\n`);
  return {
    refuse(problems) {
      counts.refused += 1;
      for (const problem of problems) line("refused", formatProblem(problem));
    },
    keep(name, { saved, detail, entry, overruled = [], noNews = null }, dryRun) {
      counts[saved] += 1;
      line(saved, `${name}: ${detail}`);
      if (dryRun) for (const fact of factsOf(entry)) line("", fact);
      // A page says what it says; a document file may have been mended by hand.
      if (saved !== "refused" && /\.md$/iu.test(name)) {
        for (const { key, told, now } of overruled)
          line("", `${key} stays ${told}, as it was told: take ${now} with --set ${key}=…`);
      }
      if (noNews !== null) line("", `no news for digests: ${noNews}`);
      const hint = saved !== "unchanged" && saved !== "refused" ? hintFor(entry) : null;
      if (hint !== null) line("", hint);
    },
    skip: (text) => line("skipped", text),
    close() {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      if (total < 2) return;
      const told = Object.entries(counts).filter(([, count]) => count > 0);
      write(`${total} in all: ${told.map(([saved, count]) => `${count} ${saved}`).join(", ")}\n`);
    },
    get failed() {
      return counts.refused > 0;
    },
  };
}

/** What to do about an outlet that is not known; `null` where it is. */
function hintFor({ document: { outletId, outlet, country, url } }: Entry): string | null {
  if (outletId !== null) return null;
  if (outlet !== null) {
    return country === "unknown" ? `outlet ${outlet} not among those known: tell its --set country=…` : null;
  }
  const at = url === null ? "" : ` (${new URL(url).hostname})`;
  return `outlet unknown${at}: tell it with --set outlet=…`;
}

function factsOf({ document, version }: Entry): string[] {
  const { title, author, outlet, country, date, kind, language, url } = document;
  const captions = document.captions.length;
  const paragraphs = version.body.split("\n\n").length;
  const facts = { title, author, outlet, country, date, kind, language, url, captions, paragraphs };
  return Object.entries(facts).map(([name, value]) => `${name}: ${value ?? "unknown"}`);
}
