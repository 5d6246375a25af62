import type { ChatStreams } from "../console/chat.ts";
import { createNotices, type Notices } from "../console/notices.ts";

/**
 * The terminal or pipe that this process was started with. A reader that goes away (`| head`) ends the process quietly:
 * there is nobody left to tell.
 */
export function terminal(notices?: Notices): ChatStreams {
  const { stdin, stdout, stderr } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  return {
    input: stdin,
    output: stdout,
    interactive: stdin.isTTY && stdout.isTTY,
    screen: () => ({
      columns: stdout.isTTY ? stdout.columns : null,
      colour: stdout.isTTY && stdout.hasColors(),
    }),
    // What goes into a file disturbs nobody.
    ...(notices === undefined || !stderr.isTTY ? {} : { notices }),
  };
}

/** Notices on standard error. */
export function noticesOnError(): Notices {
  return createNotices((line) => process.stderr.write(line));
}
