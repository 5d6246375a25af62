import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BUILT_IN, openOwnStore, unavailable } from "../compose.ts";
import type { Config } from "../config.ts";
import { slugOf, type Entry } from "../core/document.ts";
import type { OutletBook } from "../core/outlet.ts";
import { visible } from "../core/visible.ts";
import { loadOutlets } from "../ingest/corpus.ts";
import { writeDocumentFile } from "../ingest/document-file.ts";
import { importPage, readSettings, type Settings } from "../ingest/import-page.ts";
import { formatProblem, type Problem } from "../ingest/problem.ts";
import { UnreadableError } from "../ingest/read-bytes.ts";
import { readText } from "../ingest/read-text.ts";
import type { Saved } from "../store/store.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { tellProblems } from "./problems.ts";

/** What became of one file. */
interface Outcome {
  saved: Saved;
  /** Where the document went, or why it did not. */
  detail: string;
}
/** Puts a document where it belongs. */
type Keep = (entry: Entry) => Promise<Outcome>;

/** `korea import`: saved web pages become documents. */
export const importProgram: Program = {
  usage: `Usage: korea import FILE… [--set KEY=VALUE]… [--out FOLDER] [--dry-run]

Reads each web page saved as plain text (or document file) into the store, where the next search finds it (a chat
or bot that is running, after a restart). Prints a line
a file: imported, revised (known, with other words or metadata), unchanged, or refused and why.

  --set KEY=VALUE  what the page does not show: id, title, outlet, country, author, date, url, kind, language, topics,
                   notes; may be repeated, and wins over what the page shows
  --out FOLDER     write document files there instead; a file that is there with other words is left alone
  --dry-run        only tell what would be done, and what was found in each page
  --help           show this

Exit status: 0 where every file was read, 1 where one was refused, 2 for wrong arguments.`,

  async run(args, config) {
    const { values, positionals: files } = readArguments(args, {
      set: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    });
    if (files.length === 0) throw new UsageError("which FILE should be read?");
    const { settings, problems } = readSettings(values.set);
    if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join("\n"));
    const { outlets, problems: inOutlets } = await loadOutlets(BUILT_IN);
    tellProblems(inOutlets);
    const { keep, close } = await keeperFor(values.out, values["dry-run"], config);
    try {
      return await importAll(files, settings, outlets, keep, values["dry-run"]);
    } finally {
      close();
    }
  },
};

async function importAll(
  files: readonly string[],
  settings: Settings,
  outlets: OutletBook,
  keep: Keep,
  dryRun: boolean,
): Promise<number> {
  let status = 0;
  for (const file of files) {
    const { entry, problems } = await readPage(file, settings, outlets);
    if (entry === null) {
      status = 1;
      for (const problem of problems) process.stdout.write(`refused    ${formatProblem(problem)}\n`);
      continue;
    }
    const { saved, detail } = await keep(entry);
    if (saved === "refused") status = 1;
    process.stdout.write(`${saved.padEnd(9)}  ${visible(`${file}: ${detail}`)}\n`);
    if (dryRun) process.stdout.write(`${describe(entry)}\n`);
  }
  return status;
}

async function readPage(
  file: string,
  settings: Settings,
  outlets: OutletBook,
): Promise<{ entry: Entry | null; problems: Problem[] }> {
  try {
    return importPage(await readText(file), file, settings, outlets);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { entry: null, problems: [{ file, line: null, message: error.message, remedy: error.remedy }] };
  }
}

async function keeperFor(
  out: string | undefined,
  dryRun: boolean,
  config: Config,
): Promise<{ keep: Keep; close(): void }> {
  if (out !== undefined) {
    if (!dryRun) await makeFolder(out);
    return { keep: (entry) => writeInto(out, entry, dryRun), close: () => undefined };
  }
  if (dryRun)
    return {
      keep: async ({ document }) => ({ saved: "imported", detail: `would be ${document.id}` }),
      close: () => undefined,
    };
  const store = await openOwnStore(config);
  const keep: Keep = async (entry) => {
    const [saved] = await store.save("import", [entry]).catch((error: unknown) => {
      throw unavailable(config, error);
    });
    const { id } = entry.document;
    return {
      saved: saved!,
      detail: saved === "refused" ? `${id} is a built-in document; give another --set id=…` : id,
    };
  };
  return { keep, close: () => store.close() };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`--out ${folder}: it cannot be made; check the path and its permissions`, {
      cause: error,
    });
  }
}

/** Never writes over a file: somebody may have mended it by hand. */
async function writeInto(folder: string, { document, version }: Entry, dryRun: boolean): Promise<Outcome> {
  const path = join(folder, `${slugOf(document.id, 150)}.md`);
  const text = writeDocumentFile(document, version);
  const there = await readFile(path, "utf8").catch(() => null);
  if (there !== null) {
    return there === text
      ? { saved: "unchanged", detail: path }
      : {
          saved: "refused",
          detail: `${path} is there with other words; move it away or choose another --out`,
        };
  }
  if (dryRun) return { saved: "imported", detail: `would be ${path}` };
  try {
    await writeFile(path, text, { flag: "wx" });
    return { saved: "imported", detail: path };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    return {
      saved: "refused",
      detail: `${path} cannot be written (${code}); check the folder's permissions`,
    };
  }
}

function describe({ document, version }: Entry): string {
  const { title, author, outlet, country, date, kind, language, captions } = document;
  const paragraphs = version.body.split("\n\n");
  const facts = {
    title,
    author,
    outlet,
    country,
    date,
    kind,
    language,
    captions: captions.length,
    paragraphs: paragraphs.length,
  };
  return Object.entries(facts)
    .map(([name, value]) => `           ${name}: ${visible(String(value ?? "unknown"))}`)
    .join("\n");
}
