import { openDesk } from "../compose.ts";
import { renderReply } from "../console/render.ts";
import { messagesFor } from "../messages/index.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { tellProblems } from "./problems.ts";

/** `korea render`: what a platform would be sent for a command. */
export const renderProgram: Program = {
  name: "render",
  summary: "show exactly what a platform would be sent",
  usage: `Usage: korea render [--platform console] [--columns N] [--corpus FOLDER]… [--locale LOCALE] '/korea …'

Runs one command and prints the payload that the platform would get.

  --platform console  the only platform so far
  --columns N         lay out for a terminal of this width; without it nothing is wrapped, as in a pipe
  --corpus FOLDER     ask the documents of this folder instead of the built-in and imported ones; may be repeated
  --locale LOCALE     language of whoever asks, such as ko; else that of the console
  --help              show this`,

  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      platform: { type: "string", default: "console" },
      columns: { type: "string" },
      corpus: { type: "string", multiple: true },
      locale: { type: "string", default: config.locale },
    });
    if (values.platform !== "console")
      throw new UsageError(`--platform ${values.platform}: only console is there`);
    const columns = values.columns === undefined ? null : Number(values.columns);
    if (columns !== null && !(Number.isInteger(columns) && columns > 0)) {
      throw new UsageError(`--columns ${values.columns} is no number of columns`);
    }
    const line = positionals.join(" ").trim();
    if (line === "") throw new UsageError(messagesFor(values.locale).nothingTyped);
    const { desk, problems, close } = await openDesk(config, values.corpus);
    tellProblems(problems);
    const answer = await desk.runText(line, { tenant: "console", locale: values.locale });
    if (answer.type === "reply") process.stdout.write(renderReply(answer, { columns, colour: false }).text);
    else process.stdout.write(`${answer.title}: ${answer.fields.map(({ label }) => label).join(", ")}\n`);
    close();
    return 0;
  },
};
