import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
} from "discord.js";
import type { ChatInputCommandInteraction } from "discord.js";
import { expect, test } from "vitest";
import { manualClock } from "../discord.ts";
import { KOREA, login, register, rest, slash, startPeer } from "./harness.ts";

test("a slash command goes to the bot, and its reply and edit come back", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const seen: unknown[] = [];
  await login(peer, async (interaction) => {
    const command = slash(interaction);
    seen.push(command.options.getSubcommand(), command.options.getString("query"), command.locale);
    await command.reply({ content: "first", flags: MessageFlags.Ephemeral });
    await command.editReply("second");
    await command.followUp("third");
  });
  const handle = peer.command({ name: "korea search", options: { query: "denuclearisation" }, locale: "ko" });
  expect((await handle.message()).flags).toBe(MessageFlags.Ephemeral);
  const view = await handle.until((now) => now.followUps.length === 1);
  expect(view.history.map((message) => message.content)).toEqual(["first"]);
  expect(view.message?.content).toBe("second");
  expect(seen).toEqual(["search", "denuclearisation", "ko"]);
  expect(peer.messages(peer.channel.id).map((message) => message.content)).toEqual(["third"]);
  expect(peer.violations).toEqual([]);
});

test("a deferred reply shows once it is filled in", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  await login(peer, async (interaction) => {
    await slash(interaction).deferReply();
    await slash(interaction).editReply({ embeds: [{ title: "Found" }] });
  });
  const message = await peer.command({ name: "korea search", options: { query: "x" } }).message();
  expect(message.embeds).toEqual([{ type: "rich", title: "Found" }]);
  expect(message.edited_timestamp).toBeNull();
  expect(peer.violations).toEqual([]);
});

test("the peer refuses what Discord's client would not let a person send", async () => {
  const peer = await startPeer();
  await register(peer, KOREA, { name: "locked", description: "x", default_member_permissions: "32" });
  await login(peer);
  expect(() => peer.command({ name: "nothing" })).toThrow('No command "nothing"');
  expect(() => peer.command({ name: "korea search" })).toThrow('Option "query" is required.');
  expect(() => peer.command({ name: "korea find" })).toThrow('There is no subcommand "find".');
  expect(() => peer.command({ name: "locked" })).toThrow("lacks the permissions");
  expect(() => peer.command({ name: "locked", permissions: PermissionFlagsBits.ManageGuild })).not.toThrow();
});

test("a button updates its message", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId("next").setLabel("Next").setStyle(ButtonStyle.Primary),
  );
  await login(peer, async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: "page 2", components: [] });
    else await slash(interaction).reply({ content: "page 1", components: [row] });
  });
  const asked = peer.command({ name: "korea search", options: { query: "x" } });
  const message = await asked.message();
  const clicked = await peer.button(message, "next").message();
  expect(clicked.id).toBe(message.id);
  expect(peer.messages(peer.channel.id).map((one) => one.content)).toEqual(["page 2"]);
  expect(() => peer.button(message, "next")).toThrow('no component "next"');
  expect(peer.violations).toEqual([]);
});

test("autocomplete offers choices for what is typed", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  await login(peer, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}!`, value: typed }]);
  });
  const handle = peer.autocomplete({ name: "korea search", options: { query: "pan" }, focused: "query" });
  expect((await handle.response()).choices).toEqual([{ name: "pan!", value: "pan" }]);
  expect(peer.violations).toEqual([]);
});

test("a message command opens a form, and the form is answered", async () => {
  const peer = await startPeer();
  await register(peer, { name: "Check quote", type: 3 });
  await login(peer, async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) {
      const input = { type: 4, custom_id: "quote", style: 1, value: interaction.targetMessage.content };
      await interaction.showModal({
        custom_id: "check",
        title: "Check",
        components: [{ type: 18, label: "Quote", component: input }],
      });
    }
    if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue("quote"));
  });
  const opened = peer.messageCommand("Check quote", peer.say("from a message"));
  expect((await opened.response()).modal?.custom_id).toBe("check");
  const message = await peer.submit(opened, {}).message();
  expect(message.content).toBe("from a message");
  expect((await peer.submit(opened, { quote: "mine" }).message()).content).toBe("mine");
  expect(peer.violations).toEqual([]);
});

test("a select menu sends its values, from a direct message too", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const menu = {
    type: 3,
    custom_id: "pick",
    options: [
      { label: "A", value: "a" },
      { label: "B", value: "b" },
    ],
  };
  await login(peer, async (interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join(","));
    else await slash(interaction).reply({ components: [{ type: 1, components: [menu] }] });
  });
  const asked = await peer.command({ name: "korea search", options: { query: "x" }, guild: null }).message();
  expect((await peer.select(asked, "pick", ["b"]).message()).content).toBe("b");
  expect(() => peer.select(asked, "pick", ["c"])).toThrow('no option "c"');
  expect(peer.violations).toEqual([]);
});

test("an answer after three seconds, a second one and one after 15 minutes are refused", async () => {
  const clock = manualClock();
  const peer = await startPeer({ clock });
  await register(peer, KOREA);
  const received: ChatInputCommandInteraction[] = [];
  let arrived: () => void = () => {};
  await login(peer, (interaction) => {
    received.push(slash(interaction));
    arrived();
    return Promise.resolve();
  });
  const run = async () => {
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const handle = peer.command({ name: "korea search", options: { query: "x" } });
    await arrival;
    return { handle, command: received.at(-1)! };
  };
  const late = await run();
  clock.advance(3000);
  await expect(late.handle.response()).rejects.toThrow("did not respond within 3 s");
  await expect(late.command.reply("late")).rejects.toMatchObject({ code: 10062, status: 404 });
  const { handle, command } = await run();
  const path = Routes.interactionCallback(command.id, command.token);
  await expect(command.webhook.send("too soon")).rejects.toMatchObject({ code: 10015 });
  clock.advance(2999);
  await command.reply("in time");
  const again = rest(peer).post(path, { body: { type: 4, data: { content: "again" } }, auth: false });
  await expect(again).rejects.toMatchObject({ code: 40060, status: 400 });
  clock.advance(15 * 60 * 1000);
  await expect(command.editReply("much later")).rejects.toMatchObject({ code: 50027, status: 401 });
  expect(handle.view().message?.content).toBe("in time");
  expect(peer.violations).toEqual([]);
});

test("a deferred update changes the message the button stood in", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] }];
  const created: unknown[] = [];
  await login(peer, async (interaction) => {
    if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.editReply("after");
      return;
    }
    const sent = await slash(interaction).reply({ content: "before", components, withResponse: true });
    created.push(sent.resource?.message?.id);
  });
  const asked = await peer.command({ name: "korea search", options: { query: "x" } }).message();
  const clicked = peer.button(asked, "go");
  expect((await clicked.acknowledged()).type).toBe(6);
  const view = await clicked.response();
  expect(view.message).toMatchObject({ id: asked.id, content: "after" });
  expect(view.history.map((message) => message.content)).toEqual(["before"]);
  expect(created).toEqual([asked.id]);
  expect(peer.violations).toEqual([]);
});

test("only its asker can use an ephemeral message", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] }];
  await login(peer, (interaction) => slash(interaction).reply({ components, flags: MessageFlags.Ephemeral }));
  const message = await peer.command({ name: "korea search", options: { query: "x" } }).message();
  const other = { user: peer.addUser("other") };
  expect(() => peer.button(message, "go", other)).toThrow("Only its asker sees this message.");
});

test("closing the peer ends every wait", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  await login(peer);
  const waiting = peer.command({ name: "korea search", options: { query: "x" } }).response();
  await Promise.all([expect(waiting).rejects.toThrow("The peer was closed."), peer.close()]);
});
