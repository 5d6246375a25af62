import { Routes } from "discord.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Finding } from "../../src/core/finding.ts";
import { checkDiscord } from "../../src/discord/check.ts";
import { compileCommands } from "../../src/discord/compile.ts";
import { rest, startPeer } from "../peers/discord/harness.ts";

/** What is found last: whether the commands are registered. */
async function registration(registered: readonly unknown[]): Promise<Finding> {
  const peer = await startPeer();
  await rest(peer).put(Routes.applicationCommands(peer.application.id), { body: registered });
  const found: Finding[] = [];
  for await (const finding of checkDiscord({ token: peer.token, apiUrl: peer.apiUrl, commands }))
    found.push(finding);
  expect(peer.violations).toEqual([]);
  return found.at(-1)!;
}

const warning = (message: string): Finding => ({
  level: "warning",
  subject: "Discord",
  message,
  remedy: "Start the bot once, or run korea register",
});

describe("whether the commands are registered", () => {
  const all = compileCommands(commands);

  it("is found by all that they say", async () => {
    expect(await registration(all)).toEqual({
      level: "ok",
      subject: "Discord",
      message: "the commands of this version are registered",
    });
  });

  it.each([
    ["the command on messages is missing", all.slice(0, 1)],
    ["one is described otherwise", [{ ...all[0], description: "Other" }, ...all.slice(1)]],
  ])("is no where %s", async (_, registered) => {
    expect(await registration(registered)).toEqual(
      warning("the registered commands are not those of this version"),
    );
  });

  it("is no where there is none", async () => {
    expect(await registration([])).toEqual(warning("/korea is not registered yet"));
  });
});
