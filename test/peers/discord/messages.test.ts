import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  EmbedBuilder,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
  SectionBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from "discord.js";
import { expect, test } from "vitest";
import { KOREA, login, register, rest, slash, startPeer } from "./harness.ts";
import type { DiscordPeer } from "../discord.ts";

async function sendable(peer: DiscordPeer) {
  const client = await login(peer);
  const channel = await client.channels.fetch(peer.channel.id);
  if (!channel?.isSendable()) throw new Error("the channel takes no messages");
  return channel;
}

test("what discord.js builders make passes the description", async () => {
  const peer = await startPeer();
  const channel = await sendable(peer);
  const link = new ButtonBuilder().setStyle(ButtonStyle.Link).setURL("https://example.org/").setLabel("Read");
  const menu = new StringSelectMenuBuilder()
    .setCustomId("menu")
    .setPlaceholder("Pick")
    .addOptions({ label: "A", value: "a", description: "first", default: true }, { label: "B", value: "b" });
  const embed = new EmbedBuilder()
    .setTitle("Title")
    .setURL("https://example.org/")
    .setAuthor({ name: "Author" })
    .setFooter({ text: "Footer" })
    .setColor(0x00_ff_00)
    .setTimestamp(0)
    .addFields({ name: "Name", value: "Value", inline: true });
  await channel.send({
    content: "words",
    embeds: [embed],
    components: [
      new ActionRowBuilder<ButtonBuilder>().addComponents(link),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
    ],
    files: [new AttachmentBuilder(Buffer.from("@book{}")).setName("cite.bib")],
    allowedMentions: { parse: [], repliedUser: false },
  });
  const section = new SectionBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent("quote"))
    .setButtonAccessory(new ButtonBuilder().setCustomId("ctx").setLabel("Context").setStyle(2));
  const container = new ContainerBuilder().setAccentColor(1).addSectionComponents(section);
  await channel.send({ components: [container], flags: MessageFlags.IsComponentsV2 });
  const [first, second] = peer.messages(peer.channel.id);
  expect(first?.attachments.map((file) => [file.filename, file.size])).toEqual([["cite.bib", 7]]);
  expect(second?.components?.[0]).toMatchObject({ type: 17, id: 1, components: [{ type: 9, id: 2 }] });
  expect(peer.violations).toEqual([]);
});

test("a command keeps its id, and its translations come on request only", async () => {
  const peer = await startPeer();
  const command = new SlashCommandBuilder()
    .setName("korea")
    .setNameLocalizations({ ko: "한국" })
    .setDescription("Quotes")
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);
  const client = await login(peer);
  await client.application?.commands.set([command]);
  const [before] = peer.commands();
  await client.application?.commands.set([command]);
  expect(peer.commands()).toEqual([before]);
  await client.application?.commands.set([command.setDescription("Quotes documents")]);
  expect(peer.commands()[0]?.id).toBe(before?.id);
  expect(peer.commands()[0]?.version).not.toBe(before?.version);
  await client.application?.commands.set([command.setName("guild-only")], peer.guild.id);
  expect(peer.commands(peer.guild.id).map((one) => one.name)).toEqual(["guild-only"]);
  const path = Routes.applicationCommands(peer.application.id);
  const [plain] = (await rest(peer).get(path)) as object[];
  expect(Object.keys(plain ?? {}).filter((key) => key.endsWith("_localizations"))).toEqual([]);
  const full = await rest(peer).get(path, { query: new URLSearchParams({ with_localizations: "true" }) });
  expect(full).toMatchObject([{ name_localizations: { ko: "한국" }, default_member_permissions: "32" }]);
  expect(peer.violations).toEqual([]);
});

test("a message becomes Components V2 by an edit only when what it had is emptied", async () => {
  const peer = await startPeer();
  const api = rest(peer);
  const flags = MessageFlags.IsComponentsV2;
  const components = [{ type: 10, content: "new" }];
  const { id } = await (await sendable(peer)).send("old");
  const path = Routes.channelMessage(peer.channel.id, id);
  await expect(api.patch(path, { body: { flags, components } })).rejects.toMatchObject({ code: 50035 });
  expect(peer.violations).toHaveLength(1);
  await api.patch(path, { body: { flags, components, content: null } });
  expect(peer.messages(peer.channel.id)).toMatchObject([{ content: "", flags, components }]);
});

test("messages are listed newest first, around an id, without ephemeral ones", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const sent = ["1", "2", "3"].map((content) => peer.say(content));
  await login(peer, (interaction) =>
    slash(interaction).reply({ content: "4", flags: MessageFlags.Ephemeral }),
  );
  await peer.command({ name: "korea search", options: { query: "x" } }).response();
  const list = async (query: Record<string, string>) => {
    const path = Routes.channelMessages(peer.channel.id);
    const found = await rest(peer).get(path, { query: new URLSearchParams(query) });
    return (found as { content: string }[]).map((message) => message.content);
  };
  expect(await list({})).toEqual(["3", "2", "1"]);
  expect(await list({ after: sent[0]!.id, limit: "1" })).toEqual(["2"]);
  expect(await list({ before: sent[2]!.id, limit: "1" })).toEqual(["2"]);
});

test("the first follow-up of a deferral takes its place, and is as private as that was", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  await login(peer, async (interaction) => {
    await slash(interaction).deferReply({ flags: MessageFlags.Ephemeral });
    await slash(interaction).followUp("filled in");
    await slash(interaction).followUp("further");
    await slash(interaction).deleteReply();
  });
  const handle = peer.command({ name: "korea search", options: { query: "x" } });
  expect(await handle.message()).toMatchObject({ content: "filled in", flags: MessageFlags.Ephemeral });
  const view = await handle.until((now) => now.message === null);
  expect(view.followUps.map((message) => message.content)).toEqual(["further"]);
});

test("direct messages reach a person who takes them", async () => {
  const peer = await startPeer();
  const client = await login(peer);
  const user = await client.users.createDM(peer.user.id);
  await user.send("private");
  expect(peer.messages(user.id).map((message) => message.content)).toEqual(["private"]);
  peer.closeDms(peer.user);
  await expect(user.send("again")).rejects.toMatchObject({ code: 50007 });
});

test("the client follows channels and guilds that come and go", async () => {
  const peer = await startPeer();
  const client = await login(peer);
  const seen: string[] = [];
  const done = new Promise<void>((resolve) => {
    client.on("channelCreate", (channel) => void seen.push(`+${channel.name}`));
    client.on("channelDelete", () => void seen.push("-channel"));
    client.on("guildCreate", (guild) => void seen.push(`+${guild.name}`));
    client.on("guildDelete", (guild) => {
      seen.push(`-${guild.name}`);
      resolve();
    });
  });
  peer.removeChannel(peer.addChannel(peer.guild.id, "fresh").id);
  peer.removeGuild(peer.addGuild({ name: "Second" }).id);
  await done;
  expect(seen).toEqual(["+fresh", "-channel", "+Second", "-Second"]);
});

test("a request the peer has no endpoint for is noted", async () => {
  const peer = await startPeer();
  await expect(rest(peer).get("/nowhere")).rejects.toMatchObject({ status: 404 });
  expect(peer.violations).toEqual(["GET /nowhere: the peer has no such endpoint"]);
});
