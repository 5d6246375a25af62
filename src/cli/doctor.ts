import { commands } from "../../commands/index.ts";
import { BUILT_IN, StoreUnavailableError, openDesk } from "../compose.ts";
import { CONFIG_KEYS, type Config } from "../config.ts";
import { checkDiscord } from "../discord/check.ts";
import { visible } from "../core/visible.ts";
import type { Finding } from "../core/finding.ts";
import { formatProblem } from "../ingest/problem.ts";
import { checkSlack } from "../slack/check.ts";
import { checkDigests } from "./doctor/digests.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";

const MARKS = { ok: "ok     ", warning: "warning", error: "ERROR  " } as const;

/** `korea doctor`: what is right, what is wrong, and what to do about it. */
export const doctorProgram: Program = {
  usage: `Usage: korea doctor

Checks the configuration, the documents, the store, whether digests arrive, and whether Discord and Slack accept the tokens,
with their scopes and intents. Each finding says what to do. Exit status: 0 where nothing is wrong, 1 otherwise.

  --help  show this`,

  async run(args, config) {
    const { positionals } = readArguments(args, {});
    if (positionals.length > 0) throw new UsageError(`“${positionals[0]}” is not expected`);
    let worst = 0;
    for await (const { level, subject, message, remedy } of examine(config)) {
      if (level === "error") worst = 1;
      process.stdout.write(`${MARKS[level]}  ${visible(`${subject}: ${message}`)}\n`);
      if (remedy !== undefined) process.stdout.write(`         → ${visible(remedy)}\n`);
    }
    return worst;
  },
};

async function* examine(config: Config): AsyncGenerator<Finding> {
  yield {
    level: "ok",
    subject: "configuration",
    message: `readable; ${CONFIG_KEYS.length} variables are known`,
  };
  yield* checkDocuments(config);
  yield* config.discord === null
    ? notSet("Discord", "DISCORD_TOKEN")
    : checkDiscord({ ...config.discord, commands });
  yield* config.slack === null ? notSet("Slack", "SLACK_BOT_TOKEN") : checkSlack(config.slack);
}

async function* checkDocuments(config: Config): AsyncGenerator<Finding> {
  try {
    const { desk, store, problems, close } = await openDesk(config);
    const digests: Finding[] = [];
    try {
      for await (const finding of checkDigests(store, Date.now())) digests.push(finding);
    } finally {
      await close();
    }
    yield { level: "ok", subject: "store", message: `opened in ${config.dataDir}` };
    for (const problem of problems)
      yield { level: "error", subject: "documents", message: formatProblem(problem) };
    const { size } = desk.library;
    if (size > 0) yield { level: "ok", subject: "documents", message: `${size} can be searched` };
    else
      yield {
        level: "error",
        subject: "documents",
        message: "there are none",
        remedy: `Check the folder ${BUILT_IN}`,
      };
    yield* digests;
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    yield { level: "error", subject: "store", message: error.message };
  }
}

async function* notSet(platform: string, variable: string): AsyncGenerator<Finding> {
  yield {
    level: "warning",
    subject: platform,
    message: "not configured",
    remedy: `Set ${variable} to answer there; README.md tells how to get it, step by step`,
  };
}
