import { createInterface } from "node:readline/promises";
import type { ChatStreams } from "../console/chat.ts";
import { visible } from "../core/visible.ts";

/** Whether somebody at the terminal types `yes` to the question; what ends without an answer is a no. */
export async function confirm(
  question: string,
  { input, output }: Pick<ChatStreams, "input" | "output">,
): Promise<boolean> {
  const lines = createInterface({ input, output, terminal: false });
  try {
    output.write(`${visible(question)} Type yes to go on: `);
    const answer = await Promise.race([
      new Promise<string>((resolve) => lines.once("line", resolve)),
      new Promise<string>((resolve) => lines.once("close", () => resolve(""))),
    ]);
    return /^\s*yes\s*$/iu.test(answer);
  } finally {
    lines.close();
  }
}
