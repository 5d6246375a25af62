import { ApplicationCommandOptionType as Type } from "discord.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { compileCommands, type CompiledCommands } from "../../src/discord/compile.ts";
import { deleteCommands, registerCommands } from "../../src/discord/register.ts";
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
  it("writes the commands once", async () => {
    const { peer, place, options, writes } = await scene(guild);
    expect(await registerCommands(BODY, options)).toBe("registered");
    expect(peer.commands(place ?? undefined)).toMatchObject(BODY);
    expect(await registerCommands(BODY, options)).toBe("unchanged");
    expect(writes()).toBe(1);
    expect(peer.violations).toEqual([]);
  });

  it("takes it away once", async () => {
    const { peer, place, options, writes } = await scene(guild);
    await registerCommands(BODY, options);
    expect(await deleteCommands(options)).toBe("deleted");
    expect(peer.commands(place ?? undefined)).toEqual([]);
    expect(await deleteCommands(options)).toBe("unchanged");
    expect(writes()).toBe(2);
  });
});

describe("a dry run", () => {
  it("says what would be done and does nothing", async () => {
    const { peer, options, writes } = await scene();
    expect(await registerCommands(BODY, { ...options, dryRun: true })).toBe("registered");
    expect([peer.commands(), writes()]).toEqual([[], 0]);
    await registerCommands(BODY, options);
    expect(await deleteCommands({ ...options, dryRun: true })).toBe("deleted");
    expect([peer.commands().length, writes()]).toEqual([BODY.length, 1]);
  });
});

describe("a change", () => {
  const [root, ...onMessages] = BODY;
  const options = root.options!;
  const changes: [string, CompiledCommands][] = [
    ["another description", [{ ...root, description: "Other" }, ...onMessages]],
    ["another translation", [{ ...root, description_localizations: { ko: "다른 말" } }, ...onMessages]],
    ["one subcommand less", [{ ...root, options: options.slice(1) }, ...onMessages]],
    ["another order", [{ ...root, options: options.toReversed() }, ...onMessages]],
    ["fewer places", [{ ...root, contexts: [0] }, ...onMessages]],
    ["no command on messages", [root]],
    ["another label on messages", [root, { ...onMessages[0]!, name_localizations: { ko: "다른 말" } }]],
  ];

  it.each(changes)("to %s is registered", async (_, body) => {
    const { options: where } = await scene();
    await registerCommands(BODY, where);
    expect(await registerCommands(body, where)).toBe("registered");
    expect(await registerCommands(body, where)).toBe("unchanged");
  });

  it("of an option that loses its bounds, choices or completions is registered", async () => {
    const bare = { type: Type.String as const, name: "a", description: "A", required: false };
    const choices = [{ name: "One", value: "one" }];
    const bounds = { type: Type.Integer as const, min_value: 1, max_value: 9 };
    const { options: where } = await scene();
    for (const before of [
      { ...bare, choices },
      { ...bare, autocomplete: true as const },
      { ...bare, ...bounds },
    ]) {
      const sub = (option: typeof before | typeof bare | { type: Type.Integer }) =>
        [{ ...root, options: [{ ...options[0], options: [option] }] }] as CompiledCommands;
      const after = before.type === Type.Integer ? { ...bare, type: Type.Integer as const } : bare;
      await registerCommands(sub(before), where);
      expect(await registerCommands(sub(after), where)).toBe("registered");
      expect(await registerCommands(sub(after), where)).toBe("unchanged");
    }
  });

  it("of the order in which Discord lists the commands is none", async () => {
    const { options: where } = await scene();
    await where.rest.put(`/applications/${where.applicationId}/commands`, { body: BODY.toReversed() });
    expect(await registerCommands(BODY, where)).toBe("unchanged");
  });

  it("by somebody else, such as another command, is undone", async () => {
    const { peer, options: where } = await scene();
    const other = { name: "other", description: "Other", type: 1 };
    await where.rest.put(`/applications/${where.applicationId}/commands`, { body: [...BODY, other] });
    expect(await registerCommands(BODY, where)).toBe("registered");
    expect(peer.commands().map(({ name }) => name)).toEqual(BODY.map(({ name }) => name));
  });
});
