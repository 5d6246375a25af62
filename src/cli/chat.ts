import { openDesk } from "../compose.ts";
import { chat } from "../console/chat.ts";
import { plainLog } from "./plain-log.ts";
import { readArguments, type Program } from "./command-line.ts";
import { tellProblems } from "./problems.ts";
import { noticesOnError, terminal } from "./terminal.ts";

/** `korea chat`: the console chat, on the built-in or on other documents. */
export const chatProgram: Program = {
  usage: `Usage: korea chat [--corpus FOLDER]…

Opens the chat at the terminal; reads its lines from a pipe where there is one.

  --corpus FOLDER  ask the documents of this folder instead of the built-in and imported ones; may be repeated
  --help           show this`,

  async run(args, config) {
    const { values } = readArguments(args, { corpus: { type: "string", multiple: true } });
    const notices = noticesOnError();
    const { desk, live, problems, close } = await openDesk(config, values.corpus, plainLog(notices.write));
    tellProblems(problems);
    void live.start();
    await chat(desk, config.locale, terminal(notices));
    await close();
    return 0;
  },
};
