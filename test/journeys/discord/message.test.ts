import { InteractionResponseType, MessageFlags, type APIEmbed } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { defineCommand } from "../../../src/core/command.ts";
import type { Desk } from "../../../src/core/desk.ts";
import { reply } from "../../../src/core/reply.ts";
import { CARRIED } from "../desk.ts";
import { CALLBACK, button, gate, read, running } from "./harness.ts";

const CHECK = "Check this quote";
const PRIVATE = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;
const NO_TEXT =
  "-# There is no text in this message. Words in a picture or a file cannot be read: type them behind /korea check.";
const embed = (description: string): APIEmbed => ({ title: "Link", description });

describe("the command on a message", () => {
  test("is registered beside /korea, in both languages, everywhere", async () => {
    const { peer } = await running({ commands: CARRIED });
    expect(peer.commands().map(({ name, type }) => [name, type])).toEqual([
      ["korea", 1],
      [CHECK, 3],
    ]);
    expect(peer.commands()[1]).toMatchObject({
      name_localizations: { ko: "인용문 확인" },
      description: "",
      integration_types: [0, 1],
      contexts: [0, 1, 2],
    });
  });

  test.each([
    ["a server", {}],
    ["a direct message", { guild: null }],
  ])("in %s runs on its words, and answers whoever chose it alone", async (_, where) => {
    const { peer } = await running({ commands: CARRIED });
    const said = peer.say("The Beijing meeting had 2 rounds.", { ...where, user: peer.user });
    const answer = await peer.messageCommand(CHECK, said, where).response();
    expect(answer.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(answer.message!.flags).toBe(PRIVATE);
    expect(read(answer.message!)).toEqual(["Given: The Beijing meeting had 2 rounds."]);
    expect(peer.messages(said.channel_id)).toEqual([said]);
  });

  test("where somebody brought the app along works too", async () => {
    const { peer } = await running({ commands: CARRIED });
    const foreign = peer.addGuild({ name: "Foreign", member: false });
    const said = peer.say("We met.", { guild: foreign.id });
    expect(read(await peer.messageCommand(CHECK, said).message())).toEqual(["Given: We met."]);
  });

  test.each([
    [
      "quoted and marked",
      "> **We** __met__ ||there||.\n> -# He said \\*so\\*.",
      "We met there. He said \\*so\\*.",
    ],
    ["an embed alone", ["", { embeds: [embed("We **met** there.")] }], "We met there."],
    ["a link and its embed", ["https://a.example/x", { embeds: [embed("We met.")] }], "We met."],
    ["the title of an embed", ["", { embeds: [{ title: "We met." }] }], "We met."],
    [
      "words and an embed",
      ["We met. https://a.example", { embeds: [embed("Other")] }],
      String.raw`We met. https\://a.example`,
    ],
    [
      "a mention",
      "<@1> @everyone **said** [so](https://evil.example)",
      String.raw`\<@1> \@everyone said \[so]\(https\://evil.example)`,
    ],
  ] as const)("takes the words of %s", async (_, message, words) => {
    const { peer } = await running({ commands: CARRIED });
    const [content, more] = typeof message === "string" ? [message, {}] : message;
    const said = peer.say(content, {}, more);
    const answer = await peer.messageCommand(CHECK, said).message();
    expect(read(answer)).toEqual([`Given: ${words}`]);
    expect([answer.mentions, answer.mention_everyone]).toEqual([[], false]);
  });

  test("takes the words of a message that is forwarded", async () => {
    const { peer } = await running({ commands: CARRIED });
    const said = peer.say("", {}, { forwards: peer.say("> We met.") });
    expect(read(await peer.messageCommand(CHECK, said).message())).toEqual(["Given: We met."]);
  });

  test("takes the words of what was posted for everybody", async () => {
    const { peer } = await running({ commands: CARRIED });
    const found = await peer
      .command({ name: "korea search", options: { query: "Beijing meeting" } })
      .message();
    const shared = await peer.button(found, button(found, "Share")).message();
    const [given] = read(await peer.messageCommand(CHECK, shared).message());
    expect(given).toContain("Given: Shared by reader The Beijing meeting had 2 rounds. news");
  });

  test.each([
    ["en-US", NO_TEXT],
    [
      "ko",
      "-# 이 메시지에는 글이 없습니다. 그림이나 파일 속의 글은 읽지 못하니 /korea check 뒤에 직접 적어 주세요.",
    ],
  ])("without words says so in %s", async (locale, told) => {
    const { peer } = await running({ commands: CARRIED });
    for (const [content, more] of [
      ["", { files: [{ name: "quote.png", size: 1_000 }] }],
      [" \n** **", {}],
    ] as const) {
      const answer = await peer.messageCommand(CHECK, peer.say(content, {}, more), { locale }).message();
      expect([answer.flags, read(answer)]).toEqual([PRIVATE, [told]]);
    }
  });

  test("asks for what the command needs beside", async () => {
    const check = defineCommand({
      name: "check",
      description: () => "Check",
      onMessage: "quote",
      options: {
        quote: { type: "string", required: true, description: () => "Quote" },
        who: { type: "string", required: true, description: () => "Who said it" },
      },
      run: ({ quote, who }) =>
        Promise.resolve(reply([{ type: "text", spans: [{ type: "text", text: `${who}: ${quote}` }] }])),
    });
    const { peer } = await running({ commands: [...CARRIED.slice(0, 2), check] });
    const opened = peer.messageCommand(CHECK, peer.say("We met."));
    expect((await opened.response()).modal!.title).toBe("/korea check");
    expect(read(await peer.submit(opened, { who: "Kim" }).message())).toEqual(["Kim: We met."]);
  });

  test("that takes long is announced privately, and answered once", async () => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      run: async (...asked) => {
        await slow.wait;
        return desk.run(...asked);
      },
    });
    const { peer } = await running({ commands: CARRIED, around });
    const asked = peer.messageCommand(CHECK, peer.say("We met."));
    expect((await asked.acknowledged()).message!.flags).toBe(MessageFlags.Ephemeral | MessageFlags.Loading);
    slow.open();
    expect(read(await asked.message())).toEqual(["Given: We met."]);
    expect(peer.requests.filter(({ route }) => route === CALLBACK)).toHaveLength(1);
  });
});
