import type { ChatStreams } from "../console/chat.ts";

/**
 * The terminal or pipe that this process was started with. A reader that goes away (`| head`) ends the process quietly:
 * there is nobody left to tell.
 */
export function terminal(): ChatStreams {
  const { stdin, stdout } = process;
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
  };
}
