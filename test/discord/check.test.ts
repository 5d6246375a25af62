import { PermissionFlagsBits as Can, Routes } from "discord.js";
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

describe("what a digest needs", () => {
  /** What is found of digests where members of the server may do this. */
  async function found(permissions: bigint): Promise<Finding[]> {
    const peer = await startPeer({ guilds: [{ name: "Readers" }] });
    peer.guild.roles[0]!.permissions = String(permissions);
    const all: Finding[] = [];
    for await (const finding of checkDiscord({ token: peer.token, apiUrl: peer.apiUrl, commands }))
      all.push(finding);
    return all.filter(({ message }) => message.includes("digests"));
  }

  it("is there", async () => {
    const message = "digests can be posted in the servers that have the bot";
    const fine = [{ level: "ok", subject: "Discord", message }];
    const needed = Can.ViewChannel | Can.SendMessages | Can.ReadMessageHistory;
    expect(await found(needed)).toEqual(fine);
    expect(await found(Can.Administrator)).toEqual(fine);
  });

  it("is named where it is missing, with the server", async () => {
    expect(await found(Can.ViewChannel)).toEqual([
      {
        level: "warning",
        subject: "Discord",
        message:
          "the bot lacks permissions for digests in the server Readers: Send Messages, Read Message History",
        remedy: "Give them to the bot's role in Server Settings → Roles, or in the channels that subscribe",
      },
    ]);
  });
});
