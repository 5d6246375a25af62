import { MessageFlags, PermissionFlagsBits as Can } from "discord.js";
import { expect, test } from "vitest";
import { USUAL_PERMISSIONS } from "./fixtures.ts";
import { KOREA, login, register, rest, startPeer } from "./harness.ts";
import { checkCommands } from "./rules-command.ts";

const CHECK = { name: "Check quote", type: 3, integration_types: [0, 1] };

test("an app that somebody brought along answers everybody only where the guild lets it", async () => {
  const peer = await startPeer();
  await register(peer, CHECK);
  const seen: unknown[] = [];
  const client = await login(peer, async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    const { authorizingIntegrationOwners: owners } = interaction;
    seen.push([interaction.guild, interaction.channel, owners.guildId, owners.userId]);
    await interaction.reply("public");
    await interaction.followUp("public too");
  });
  const foreign = peer.addGuild({ name: "Foreign", member: false });
  expect(client.guilds.cache.has(foreign.id)).toBe(false);
  const said = peer.say("words", { guild: foreign.id });
  const flags = async (permissions: bigint) => {
    const asked = peer.messageCommand("Check quote", said, { permissions });
    const { message, followUps } = await asked.until((view) => view.followUps.length === 1);
    return [message!.flags, followUps[0]!.flags];
  };
  expect(await flags(USUAL_PERMISSIONS)).toEqual([0, 0]);
  const hidden = MessageFlags.Ephemeral;
  expect(await flags(USUAL_PERMISSIONS & ~Can.UseExternalApps)).toEqual([hidden, hidden]);
  expect(await flags(Can.Administrator)).toEqual([0, 0]);
  expect(seen[0]).toEqual([null, null, null, peer.user.id]);
  const route = `/applications/${peer.application.id}/guilds/${foreign.id}/commands` as const;
  await expect(rest(peer).get(route)).rejects.toMatchObject({ code: 50001 });
});

test("a command for servers alone is not there for who brings the app along", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  await login(peer);
  const foreign = peer.addGuild({ name: "Foreign", member: false });
  const input = { name: "korea search", options: { query: "x" }, guild: foreign.id };
  expect(() => peer.command(input)).toThrow("is not for apps installed like this (1)");
});

test("a nickname, a thread and a forwarded message are what the client takes them for", async () => {
  const peer = await startPeer();
  await register(peer, CHECK);
  const seen: unknown[] = [];
  await login(peer, async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    const { member, channel, targetMessage } = interaction;
    const snapshots = targetMessage.messageSnapshots.map(({ content }) => content);
    seen.push(
      member !== null && "displayName" in member && member.displayName,
      channel?.isThread(),
      snapshots,
    );
    await interaction.reply("seen");
  });
  const thread = peer.addThread(peer.channel.id, "thread");
  const said = peer.say("", { channel: thread.id }, { forwards: peer.say("original") });
  await peer.messageCommand("Check quote", said, { nick: "Nick" }).message();
  expect(seen).toEqual(["Nick", true, ["original"]]);
  expect(() => peer.addThread(peer.say("x", { guild: null }).channel_id, "none")).toThrow("no threads");
});

test.each([
  ["", false],
  [" ", false],
  ["Check this quote", true],
  ["x".repeat(32), true],
  ["x".repeat(33), false],
])("a command on messages may be called %j: %s", (name, fits) => {
  expect(checkCommands([{ ...CHECK, name }]).length === 0).toBe(fits);
  const translated = { ...CHECK, name_localizations: { ko: name } };
  expect(checkCommands([translated]).length === 0).toBe(fits);
});
