import { Temporal } from "temporal-polyfill";
import { openDesk } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { composeDigest, type Digest, type DigestInput } from "../../core/digest/compose.ts";
import { NEWS_DAYS } from "../../core/digest/window.ts";
import { parseZone } from "../../core/digest/zones.ts";
import { UserError } from "../../core/errors.ts";
import { parsePartialDate } from "../../core/partial-date.ts";
import { readQuery } from "../../core/search/read-query.ts";
import { en as subscriptions } from "../../messages/groups/subscriptions.ts";
import { messagesFor } from "../../messages/index.ts";
import { renderReply } from "../../console/render.ts";
import { UsageError } from "../command-line.ts";
import { counted } from "../print.ts";
import { tellProblems } from "../problems.ts";
import { terminal } from "../terminal.ts";
import { digestJson } from "./digest-json.ts";
import { localNews } from "./local-news.ts";

/** What a program of `korea digests` gets. */
export interface DigestsRun {
  readonly values: {
    readonly query?: string | undefined;
    readonly date?: string | undefined;
    readonly since?: string | undefined;
    readonly zone?: string | undefined;
    readonly language?: string | undefined;
    readonly quiet: boolean;
    readonly json: boolean;
    readonly now?: string | undefined;
  };
  readonly config: Config;
}

/** Shows the digest that a subscription would get. */
export async function previewDigest({ values, config }: DigestsRun): Promise<number> {
  const language = languageOf(values.language, config.locale);
  const m = messagesFor(config.locale);
  const zone = values.zone === undefined ? config.zone : told(() => parseZone(values.zone!, Date.now()).zone);
  const date = dayOf("date", values.date) ?? Temporal.Now.plainDateISO(zone);
  const since = dayOf("since", values.since) ?? date.subtract({ days: 1 });
  if (Temporal.PlainDate.compare(since, date) > 0)
    throw new UsageError(`--since ${since.toString()} is after ${date.toString()}`);
  const query = values.query?.trim() === "" ? null : (values.query?.trim() ?? null);

  const { desk, store, problems, close } = await openDesk(config);
  try {
    tellProblems(problems);
    // A mistake on the command line is told like every other, not as an answer.
    if (query !== null) told(() => readQuery(query.normalize("NFC"), {}, desk.library));
    const { news, older } = await localNews({ since, date, zone }, store);
    if (news.length === 0 && older > 0)
      process.stderr.write(
        `${counted(older, "document")} came as news since ${since.toString()}, but published more than ${NEWS_DAYS} days before ${date.toString()}: no digest of that day takes them.\n`,
      );
    const input: DigestInput = {
      subscription: { query, quiet: values.quiet, language, zone },
      localDate: date.toString(),
      news,
      library: desk.library,
      past: [],
      late: false,
    };
    const digest = composeDigest(input);
    process.stdout.write(
      values.json ? `${JSON.stringify(digestJson(input, digest), null, 2)}\n` : shown(digest),
    );
    return 0;
  } finally {
    await close();
  }

  function told<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof UserError) throw new UsageError(error.say(m), { cause: error });
      throw error;
    }
  }
}

/** Nothing can be chosen here: the program has ended when somebody could. */
function shown({ reply, why }: Digest): string {
  if (reply === null) {
    const reason = why.type === "noMatch" ? subscriptions.previewNoMatch(why.of) : "no news";
    return `Nothing is sent: ${reason}, and --quiet.\n`;
  }
  return renderReply({ ...reply, actions: [] }, terminal().screen()).text;
}

function dayOf(name: string, typed: string | undefined): Temporal.PlainDate | null {
  if (typed === undefined) return null;
  const date = parsePartialDate(typed);
  // A year that has no day a week before it would be no day of any digest.
  if (date?.length !== 10 || date.startsWith("0000"))
    throw new UsageError(`--${name} ${typed} is no day: write it as 2026-03-28`);
  return Temporal.PlainDate.from(date);
}

function languageOf(typed: string | undefined, locale: string): "en" | "ko" {
  if (typed === undefined) return messagesFor(locale).language;
  if (typed === "en" || typed === "ko") return typed;
  throw new UsageError(`--language ${typed} is none of en, ko`);
}
