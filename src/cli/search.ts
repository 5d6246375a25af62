import { UnreadableError } from "../ingest/read-bytes.ts";
import { readText } from "../ingest/read-text.ts";
import { openDesk } from "../compose.ts";
import { MissingOptionError, UserError } from "../core/errors.ts";
import { verifyExcerpt } from "../core/excerpt.ts";
import type { Library } from "../core/library.ts";
import { readValues } from "../core/option.ts";
import type { RawValues } from "../core/reply.ts";
import { parseTextCommand } from "../core/text-command.ts";
import { search, type SearchResult } from "../core/search/search.ts";
import { SEARCH_OPTIONS, search as searchCommand } from "../../commands/search.ts";
import { messagesFor } from "../messages/index.ts";
import type { Messages } from "../messages/messages.ts";
import { renderReply } from "../console/render.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { tellProblems } from "./problems.ts";
import { answerLines } from "./search-lines.ts";
import { toJson, type SearchJson } from "./search-json.ts";
import { searchPages } from "./search-pages.ts";
import { terminal } from "./terminal.ts";
import { withIds } from "./with-ids.ts";

const LIMIT_MAX = 1_000;
const FILTERS = ["from", "to", "outlet", "country", "kind", "language", "sort"] as const;

/** `korea search`: excerpts for programs and for people. */
export const searchProgram: Program = {
  usage: `Usage: korea search QUERY [--json] [--limit N] [--corpus FOLDER]… [filters]
       korea search --queries FILE.jsonl --json [--limit N] [--corpus FOLDER]…

  --json               print JSON: {query, searchedAlso, total, tookMs, excerpts: [{id, text, start, end,
                       highlights: [[start, end]…], score, document: {id, title, outlet, country, ownership, author,
                       date, url, kind, language, sha256, sources: [{title, publisher, date, url}]}, notes,
                       sameStory: [{id, outlet, date, url}]}]}; text is the document's body from start to end, in UTF-16
                       units, and highlights are offsets of text; of documents with one text the best answers for all,
                       and sameStory names the others
  --limit N            excerpts to give, 1 to ${LIMIT_MAX}; else 5
  --queries FILE       answer each line {"id": …, "q": "…", "limit"?, "from"?, …} with one JSON line {"id": …, …}; a line
                       that cannot be answered gives {"id": …, "error": "…"} and exit status 1
  --corpus FOLDER      search the documents of this folder instead of the built-in and imported ones; may be repeated
  --from DATE          published on or after 2018, 2018-03 or 2018-03-28
  --to DATE            published on or before
  --outlet NAME        only this outlet
  --country NAME       only outlets of this country, by code or name
  --kind KIND          opinion, editorial, news, official, briefing, reference or unknown
  --language NAME      only texts in this language, by code or name
  --sort ORDER         relevance (default), newest or oldest

Filters may also stand in the question, as in a chat: 'Hanoi from:2019 outlet:"Dong-A Ilbo"'.
  --help               show this`,

  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      json: { type: "boolean", default: false },
      limit: { type: "string" },
      queries: { type: "string" },
      corpus: { type: "string", multiple: true },
      ...(Object.fromEntries(FILTERS.map((name) => [name, { type: "string" }])) as Record<
        (typeof FILTERS)[number],
        { type: "string" }
      >),
    });
    const query = positionals.join(" ").trim();
    const { queries, json } = values;
    if (queries === undefined ? query === "" : query !== "") {
      throw new UsageError(
        queries === undefined ? "what should be searched?" : "give QUERY or --queries, not both",
      );
    }
    if (queries !== undefined && !json) throw new UsageError("--queries answers in JSON: add --json");
    const limit = readLimit(values.limit);
    const lines = queries === undefined ? null : await readLines(queries);
    const { desk, problems, close } = await openDesk(config, values.corpus);
    tellProblems(problems);
    const flags = Object.fromEntries(
      FILTERS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
    );
    const m = messagesFor(config.locale);
    try {
      // The same words mean the same in a chat and here: `from:2018` inside the question is a filter.
      const typed = queries === undefined ? parseTextCommand(query, [searchCommand]).values : {};
      const given: RawValues = { ...typed, ...flags };
      if (lines !== null) {
        return answerLines(lines, (line) => process.stdout.write(`${line}\n`), {
          answer: ({ limit: own = limit, ...raw }) =>
            find(desk.library, { ...given, ...raw }, readLimit(own), m),
          explain: (error) => {
            if (error instanceof UserError) return error.say(m);
            if (error instanceof MissingOptionError) return "q is empty";
            return error instanceof UsageError ? error.message : null;
          },
        });
      }
      if (json) {
        process.stdout.write(`${JSON.stringify(find(desk.library, given, limit, m), null, 2)}\n`);
        return 0;
      }
      // A mistake on the command line is told like every other, not as an answer.
      const found = resultOf(desk.library, given, limit);
      const wanted = { ...found, values: given, limit, locale: config.locale };
      const answer = await searchPages(desk, wanted);
      process.stdout.write(renderReply(withIds(answer), terminal().screen()).text);
      return desk.library.size === 0 ? 1 : 0;
    } catch (error) {
      if (error instanceof MissingOptionError)
        throw new UsageError("what should be searched?", { cause: error });
      if (error instanceof UserError) throw new UsageError(error.say(m), { cause: error });
      throw error;
    } finally {
      await close();
    }
  },
};

function find(library: Library, raw: RawValues, limit: number, m: Messages): SearchJson {
  const started = performance.now();
  const { query, result } = resultOf(library, raw, limit);
  return toJson(query, result, performance.now() - started, { library, m });
}

function resultOf(library: Library, raw: RawValues, limit: number): { query: string; result: SearchResult } {
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(SEARCH_OPTIONS, name))
      throw new UsageError(`“${name}” is no filter; filters: ${FILTERS.join(", ")}`);
  }
  const { query, sort, offset = 0, ...typed } = readValues(SEARCH_OPTIONS, raw);
  const result = search(library, {
    query,
    filters: typed,
    limit,
    offset,
    ...(sort === undefined ? {} : { sort }),
  });
  for (const { excerpt } of result.excerpts) verifyExcerpt(excerpt);
  return { query, result };
}

function readLimit(typed: string | number | boolean | undefined): number {
  if (typed === undefined) return 5;
  const limit = Number(typed);
  if (Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_MAX) return limit;
  throw new UsageError(`the limit “${typed}” is no whole number from 1 to ${LIMIT_MAX}`);
}

async function readLines(file: string): Promise<string[]> {
  try {
    return (await readText(file)).split("\n");
  } catch (error) {
    if (error instanceof UnreadableError) throw new UsageError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
