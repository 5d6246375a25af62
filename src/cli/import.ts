import { BUILT_IN } from "../compose.ts";
import type { Config } from "../config.ts";
import { NEWS_DAYS } from "../core/digest/window.ts";
import { loadOutlets } from "../ingest/corpus.ts";
import { createFetcher, type Fetcher } from "../ingest/fetch/fetcher.ts";
import { readAhead } from "../ingest/import/read-ahead.ts";
import { readAddress, readFileAt, type ReadingContext } from "../ingest/import/read-source.ts";
import { readSettings, type Imported, type Settings } from "../ingest/import-page.ts";
import { formatProblem } from "../ingest/problem.ts";
import { createWorkshop } from "../ingest/workshop/workshop.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { keepInFolder } from "./import/into-folder.ts";
import { keepInStore } from "./import/into-store.ts";
import type { Keeper } from "./import/keeper.ts";
import { createProgress } from "./import/progress.ts";
import { createReport } from "./import/report.ts";
import { targetsOf, type Target, type Targets } from "./import/targets.ts";
import { tellProblems } from "./problems.ts";

/** Files that are read while one is taken apart. */
const AHEAD = 4;
/** Settings that belong to one document. */
const OF_ONE = ["id", "url", "title"] as const;

/** `korea import`: pages and document files, from disk and from the web, become documents. */
export const importProgram: Program = {
  usage: `Usage: korea import PATH|URL… [--set KEY=VALUE]… [--announce] [--out FOLDER] [--dry-run]

Reads web pages (HTML, or saved as plain text) and document files into the store, where a search finds them, also of a
bot that is running. PATH is a file, or a folder of which all .md, .txt, .html, .htm and .xhtml files are read, those in
its folders too; URL is a web page. Prints a line a file: imported, revised (known, with other words or another
headline), updated (known, with the same words, but another author, date, …), unchanged, or refused and why.

  --set KEY=VALUE  what the page does not show: id, title, outlet, country, author, date, url, kind, language, and
                   topics, notes, paraphrases (what people call it who know none of its words), each with commas
                   between; may be repeated, wins over what the page shows, and stays when the page comes again
  --announce       what is imported is news for the digests that are to come, where it comes in for the first time and was
                   published within ${NEWS_DAYS} days of the digest; where it is none, its line says why
  --out FOLDER     write document files there instead; a file that is there with other words is left alone
  --dry-run        only tell what would become of each file, and what was found in it
  --help           show this

Exit status: 0 where every file was read, 1 where one was refused, 2 for wrong arguments.`,

  background: true,
  async run(args, config) {
    const { values, positionals: named } = readArguments(args, {
      set: { type: "string", multiple: true, default: [] },
      announce: { type: "boolean", default: false },
      out: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    });
    if (named.length === 0) throw new UsageError("which PATH or URL should be read?");
    if (values.announce && values.out !== undefined) {
      throw new UsageError("--announce is for the store, --out is not: leave one of them out");
    }
    const { settings, problems } = readSettings(values.set);
    if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join("\n"));
    const found = await targetsOf(named);
    checkSettings(settings, found.targets.length);
    const { outlets, problems: inOutlets } = await loadOutlets(BUILT_IN);
    tellProblems(inOutlets);
    const workshop = createWorkshop();
    const { out, announce, "dry-run": dryRun } = values;
    try {
      const keeper = await (out === undefined
        ? keepInStore(config, { announce, workshop, dryRun })
        : keepInFolder(out, dryRun));
      try {
        return await importAll(found, keeper, { context: { workshop, outlets, settings }, config, dryRun });
      } finally {
        keeper.close();
      }
    } finally {
      await workshop.close();
    }
  },
};

function checkSettings(settings: Settings, count: number): void {
  const key = count > 1 ? OF_ONE.find((one) => settings[one] !== undefined) : undefined;
  if (key === undefined) return;
  throw new UsageError(`--set ${key}=… is for one document, and there are ${count} to read`);
}

async function importAll(
  { targets, skipped }: Targets,
  keeper: Keeper,
  { context, config, dryRun }: { context: ReadingContext; config: Config; dryRun: boolean },
): Promise<number> {
  const fetcher = targets.some(({ kind }) => kind === "address") ? createFetcher(config.fetch) : null;
  const progress = createProgress(targets.length, process);
  const report = createReport(progress.write);
  try {
    for await (const [{ name }, { entry, identified, problems }] of readAhead(
      targets,
      AHEAD,
      loaderFor(context, fetcher),
    )) {
      if (entry === null) report.refuse(problems);
      else report.keep(name, await keeper.keep(entry, identified), dryRun);
      progress.step();
    }
  } finally {
    progress.stop();
    await fetcher?.close();
  }
  for (const line of skipped) report.skip(line);
  report.close();
  return report.failed ? 1 : 0;
}

/** Reads one target. Addresses are fetched one after the other: they may all be of one small site. */
function loaderFor(context: ReadingContext, fetcher: Fetcher | null): (target: Target) => Promise<Imported> {
  let before: Promise<unknown> = Promise.resolve();
  return (target) => {
    if (target.kind === "address") {
      const fetched = before.then(() => readAddress(target.name, fetcher!, context));
      before = fetched;
      return fetched;
    }
    if (target.problem === null) return readFileAt(target.name, context);
    return Promise.resolve({ entry: null, identified: false, problems: [target.problem] });
  };
}
