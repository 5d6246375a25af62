import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { compileCommands } from "../../src/discord/compile.ts";
import { deleteCommands, registerCommand } from "../../src/discord/register.ts";
import { rest, startPeer } from "../peers/discord/harness.ts";

const BODY = compileCommands(commands);

async function scene(guildId: string | null = null) {
  const peer = await startPeer();
  const place = guildId === null ? null : peer.guild.id;
  const options = { rest: rest(peer), applicationId: peer.application.id, guildId: place, dryRun: false };
  const writes = () => peer.requests.filter(({ method }) => method !== "GET").length;
  return { peer, place, options, writes };
}

describe.each([
  ["everywhere", null],
  ["in one server", "guild"],
])("registering %s", (_, guild) => {
  it("writes the command once", async () => {
    const { peer, place, options, writes } = await scene(guild);
    expect(await registerCommand(BODY, options)).toBe("registered");
    expect(peer.commands(place ?? undefined)).toMatchObject([BODY]);
    expect(await registerCommand(BODY, options)).toBe("unchanged");
    expect(writes()).toBe(1);
    expect(peer.violations).toEqual([]);
  });

  it("takes it away once", async () => {
    const { peer, place, options, writes } = await scene(guild);
    await registerCommand(BODY, options);
    expect(await deleteCommands(options)).toBe("deleted");
    expect(peer.commands(place ?? undefined)).toEqual([]);
    expect(await deleteCommands(options)).toBe("unchanged");
    expect(writes()).toBe(2);
  });
});

describe("a dry run", () => {
  it("says what would be done and does nothing", async () => {
    const { peer, options, writes } = await scene();
    expect(await registerCommand(BODY, { ...options, dryRun: true })).toBe("registered");
    expect([peer.commands(), writes()]).toEqual([[], 0]);
    await registerCommand(BODY, options);
    expect(await deleteCommands({ ...options, dryRun: true })).toBe("deleted");
    expect([peer.commands().length, writes()]).toEqual([1, 1]);
  });
});

describe("a change", () => {
  type Body = RESTPostAPIChatInputApplicationCommandsJSONBody;
  const options = BODY.options!;
  const changes: [string, Body][] = [
    ["another description", { ...BODY, description: "Other" }],
    ["another translation", { ...BODY, description_localizations: { ko: "다른 말" } }],
    ["one subcommand less", { ...BODY, options: options.slice(1) }],
    ["another order", { ...BODY, options: options.toReversed() }],
    ["fewer places", { ...BODY, contexts: [0] }],
  ];

  it.each(changes)("to %s is registered", async (_, body) => {
    const { options: where } = await scene();
    await registerCommand(BODY, where);
    expect(await registerCommand(body, where)).toBe("registered");
    expect(await registerCommand(body, where)).toBe("unchanged");
  });

  it("by somebody else, such as a second command, is undone", async () => {
    const { peer, options: where } = await scene();
    const other = { name: "other", description: "Other", type: 1 };
    await where.rest.put(`/applications/${where.applicationId}/commands`, { body: [BODY, other] });
    expect(await registerCommand(BODY, where)).toBe("registered");
    expect(peer.commands().map(({ name }) => name)).toEqual(["korea"]);
  });
});
