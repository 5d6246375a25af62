import type { Config } from "../../config.ts";
import type { Ending, Platform } from "../../core/platform.ts";
import { createConnectionWatch, type Connections } from "../../ops/connections.ts";

/** Milliseconds that a platform has to answer. */
const DEADLINE = 10_000;

/** The platforms that take their tokens now, and why others do not. Nobody logs in: a bot may run beside. */
export async function servingNow({
  discord,
  slack,
}: Pick<Config, "discord" | "slack">): Promise<{ connections: Connections; endings: readonly Ending[] }> {
  const connections = new Map(
    Object.entries({ discord, slack }).flatMap(([name, own]) =>
      own === null ? [] : [[name as Platform["name"], createConnectionWatch()] as const],
    ),
  );
  const endings: Ending[] = [];
  if (discord !== null) {
    const { askDiscord } = await import("../../discord/identity.ts");
    const ending = await askDiscord(discord, AbortSignal.timeout(DEADLINE));
    if (ending === null) connections.get("discord")!.opened();
    else endings.push(ending);
  }
  if (slack !== null) {
    const { askSlack } = await import("../../slack/identity.ts");
    const answer = await askSlack(slack, AbortSignal.timeout(DEADLINE));
    if ("tenant" in answer) connections.get("slack")!.opened(answer.tenant);
    else endings.push(answer);
  }
  return { connections, endings };
}
