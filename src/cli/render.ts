import { InteractionResponseType, MessageFlags } from "discord.js";
import { openDesk } from "../compose.ts";
import { renderReply as renderConsole } from "../console/render.ts";
import type { Asker, Desk } from "../core/desk.ts";
import type { Reply } from "../core/reply.ts";
import { usageOf } from "../core/usage.ts";
import { renderReply as renderDiscord } from "../discord/render.ts";
import { messagesFor } from "../messages/index.ts";
import { renderReply as renderSlack } from "../slack/render.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { tellProblems } from "./problems.ts";

const PLATFORMS = ["console", "discord", "slack"] as const;

/** `korea render`: what a platform would be sent for a command. */
export const renderProgram: Program = {
  usage: `Usage: korea render [--platform NAME] [--columns N] [--corpus FOLDER]… [--locale LOCALE] '/korea …'

Runs one command and prints the payload that the platform would get.

  --platform NAME  console (default): the text; discord: the body of the interaction's response; slack: the body of the
                   acknowledgement
  --columns N      console only: lay out for a terminal of this width; without it nothing is wrapped, as in a pipe
  --corpus FOLDER  ask the documents of this folder instead of the built-in and imported ones; may be repeated
  --locale LOCALE  language of whoever asks, such as ko; else that of the console
  --help           show this`,

  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      platform: { type: "string", default: "console" },
      columns: { type: "string" },
      corpus: { type: "string", multiple: true },
      locale: { type: "string", default: config.locale },
    });
    const platform = PLATFORMS.find((name) => name === values.platform);
    if (platform === undefined) {
      throw new UsageError(`--platform ${values.platform} is none of ${PLATFORMS.join(", ")}`);
    }
    const columns = readColumns(values.columns);
    const line = positionals.join(" ").trim();
    const m = messagesFor(values.locale);
    if (line === "") throw new UsageError(m.nothingTyped);
    const { desk, problems, close } = await openDesk(config, values.corpus);
    tellProblems(problems);
    const asker: Asker = { tenant: "console", locale: values.locale };
    const answer = await desk.runText(line, asker);
    const shown = answer.type === "reply" ? answer : usageOf(answer, asker);
    process.stdout.write(`${await payloadFor(platform, shown, desk, asker, columns)}\n`);
    await close();
    return 0;
  },
};

function readColumns(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const columns = Number(typed);
  if (Number.isInteger(columns) && columns > 0) return columns;
  throw new UsageError(`--columns ${typed} is no number of columns`);
}

async function payloadFor(
  platform: (typeof PLATFORMS)[number],
  answer: Reply,
  desk: Desk,
  asker: Asker,
  columns: number | null,
): Promise<string> {
  const keep = (action: Reply["actions"][number]) => desk.keep(action, asker);
  switch (platform) {
    case "console":
      return renderConsole(answer, { columns, colour: false }).text.trimEnd();
    case "discord": {
      const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
      const data = { components: await renderDiscord(answer, keep), flags, allowed_mentions: { parse: [] } };
      return json({ type: InteractionResponseType.ChannelMessageWithSource, data });
    }
    case "slack":
      return json({ response_type: "ephemeral", ...(await renderSlack(answer, keep)) });
  }
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
