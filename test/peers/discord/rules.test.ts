import { ButtonStyle, DiscordAPIError, MessageFlags, Routes } from "discord.js";
import { expect, test } from "vitest";
import { KOREA, login, register, rest, slash, startPeer } from "./harness.ts";
import type { DiscordPeer } from "../discord.ts";

const COMMANDS = "PUT /applications/{application_id}/commands";
const MESSAGES = "POST /channels/{channel_id}/messages";

/** Registers commands that must be refused; gives back what the peer noted. */
async function refusedCommands(...commands: readonly unknown[]): Promise<readonly string[]> {
  const peer = await startPeer();
  await expect(register(peer, ...commands)).rejects.toMatchObject({ status: 400, code: 50035 });
  return peer.violations;
}

async function send(peer: DiscordPeer, body: unknown): Promise<unknown> {
  return rest(peer)
    .post(Routes.channelMessages(peer.channel.id), { body })
    .catch((error: unknown) => error);
}

/** Sends a message that must be refused with `code`; gives back what the peer noted. */
async function refusedMessage(body: unknown, code = 50035): Promise<readonly string[]> {
  const peer = await startPeer();
  const error = await send(peer, body);
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(error).toMatchObject({ status: 400, code });
  expect(peer.messages(peer.channel.id)).toEqual([]);
  return peer.violations;
}

const button = (custom_id: string) => ({ type: 2, style: ButtonStyle.Primary, label: "Go", custom_id });
const row = (...components: unknown[]) => ({ type: 1, components });
const words = (content: string) => ({ type: 10, content });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: "x", ...more });

test("names are lower case and of letters, digits, hyphens, any script", async () => {
  const invalid = "[APPLICATION_COMMAND_INVALID_NAME]: Command name is invalid";
  expect(await refusedCommands({ name: "Korea", description: "x" })).toEqual([
    `${COMMANDS}: [0].name${invalid}`,
  ]);
  const localised = { name: "ok", description: "x", name_localizations: { ko: "두 낱말" } };
  expect(await refusedCommands(localised)).toEqual([`${COMMANDS}: [0].name_localizations.ko${invalid}`]);
  const peer = await startPeer();
  await register(peer, { name: "검색", description: "x" }, { name: "Check quote", type: 3 });
  expect(peer.commands().map((command) => command.name)).toEqual(["검색", "Check quote"]);
});

test("required options come first, in a subcommand too", async () => {
  const options = [option("a"), option("b", { required: true })];
  const sub = { type: 1, name: "s", description: "x", options };
  expect(await refusedCommands({ name: "c", description: "x", options: [sub] })).toEqual([
    `${COMMANDS}: [0].options[0].options[1][APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID]: ` +
      "Required options must be placed before non-required options",
  ]);
});

test("there are at most 25 options and choices", async () => {
  const many = Array.from({ length: 26 }, (_, at) => at);
  const tooMany = "[BASE_TYPE_MAX_LENGTH]: Must be 25 or fewer in length.";
  const options = many.map((at) => option(`o${at}`));
  expect(await refusedCommands({ name: "c", description: "x", options })).toEqual([
    `${COMMANDS}: [0].options${tooMany}`,
  ]);
  const choices = many.map((at) => ({ name: `n${at}`, value: `v${at}` }));
  expect(await refusedCommands({ name: "c", description: "x", options: [option("o", { choices })] })).toEqual(
    [`${COMMANDS}: [0].options[0].choices${tooMany}`],
  );
});

test("a command tree has at most 8,000 characters, counting the longest translation", async () => {
  const long = (at: number) => ({ ...option(`o${at}`), description_localizations: { ko: "가".repeat(100) } });
  const subs = Array.from({ length: 4 }, (_, at) => ({
    type: 1,
    name: `s${at}`,
    description: "x",
    options: Array.from({ length: 20 }, (_, inner) => long(inner)),
  }));
  expect(await refusedCommands({ name: "c", description: "x", options: subs })).toEqual([
    `${COMMANDS}: [0][APPLICATION_COMMAND_TOO_LARGE]: Command exceeds maximum size (8000)`,
  ]);
});

test("names are unique, and subcommands stand apart from values", async () => {
  const twice = { name: "c", description: "x" };
  expect(await refusedCommands(twice, twice)).toEqual([
    `${COMMANDS}: [1][APPLICATION_COMMANDS_DUPLICATE_NAME]: Application command names must be unique`,
  ]);
  const mixed = [{ type: 1, name: "s", description: "x" }, option("o")];
  expect(await refusedCommands({ name: "c", description: "x", options: mixed })).toHaveLength(1);
});

test("the embeds of a message have 6,000 characters together", async () => {
  const embed = { description: "x".repeat(3001) };
  expect(await refusedMessage({ embeds: [embed, embed] })).toEqual([
    `${MESSAGES}: embeds[MAX_EMBED_SIZE_EXCEEDED]: Embed size exceeds maximum size of 6000`,
  ]);
});

test("a bot's content has 2,000 characters, and an empty message is none", async () => {
  expect(await refusedMessage({ content: "x".repeat(2001) })).toEqual([
    `${MESSAGES}: content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.`,
  ]);
  expect(await refusedMessage({ content: " " }, 50006)).toEqual([
    `${MESSAGES}: 50006 Cannot send an empty message`,
  ]);
});

test("Components V2 takes no content or embeds", async () => {
  const flags = MessageFlags.IsComponentsV2;
  const only = "cannot be used when using MessageFlags.IS_COMPONENTS_V2";
  const code = "[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]";
  const body = { flags, content: "", embeds: [{ title: "x" }], components: [words("x")] };
  expect(await refusedMessage(body)).toEqual([
    `${MESSAGES}: content${code}: The 'content' field ${only}`,
    `${MESSAGES}: embeds${code}: The 'embeds' field ${only}`,
  ]);
});

test("Components V2 has 40 components in all, nested ones included, and 4,000 characters", async () => {
  const flags = MessageFlags.IsComponentsV2;
  const container = { type: 17, components: Array.from({ length: 20 }, () => words("x")) };
  expect(await refusedMessage({ flags, components: [container, container] })).toEqual([
    `${MESSAGES}: components[COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED]: ` +
      "Message components cannot exceed 40 in total",
  ]);
  const long = words("x".repeat(2001));
  expect(await refusedMessage({ flags, components: [long, long] })).toEqual([
    `${MESSAGES}: components[COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED]: ` +
      "Components displayable text size exceeds maximum size of 4000",
  ]);
});

test("without the flag only rows stand at the top", async () => {
  expect(await refusedMessage({ content: "x", components: [words("x")] })).toEqual([
    `${MESSAGES}: components[0][UNION_TYPE_CHOICES]: Value of field "type" must be one of (1,).`,
  ]);
});

test("a custom id is used once, and a row is five buttons wide", async () => {
  expect(await refusedMessage({ components: [row(button("a")), row(button("b"), button("a"))] })).toEqual([
    `${MESSAGES}: components[1].components[1].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]: ` +
      "Component custom id cannot be duplicated",
  ]);
  const select = { type: 3, custom_id: "s", options: [{ label: "A", value: "a" }] };
  expect(await refusedMessage({ components: [row(button("a"), select)] })).toEqual([
    `${MESSAGES}: components[0].components[COMPONENT_LAYOUT_WIDTH_EXCEEDED]: ` +
      "The specified component exceeds the maximum width",
  ]);
});

test("parse excludes a list of the same type", async () => {
  const allowed_mentions = { parse: ["users"], users: ["1"] };
  expect(await refusedMessage({ content: "x", allowed_mentions })).toEqual([
    `${MESSAGES}: allowed_mentions[MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE]: ` +
      'parse:["users"] and users: [ids...] are mutually exclusive.',
  ]);
});

test("a message pings whom it names only as far as it is allowed", async () => {
  const peer = await startPeer();
  const content = `<@${peer.user.id}> @everyone`;
  const pings = async (more: object) => {
    const sent = (await send(peer, { content, ...more })) as {
      mentions: unknown[];
      mention_everyone: boolean;
    };
    return [sent.mentions.length, sent.mention_everyone];
  };
  expect(await pings({})).toEqual([1, true]);
  expect(await pings({ allowed_mentions: { parse: [] } })).toEqual([0, false]);
  expect(await pings({ allowed_mentions: { users: [peer.user.id] } })).toEqual([1, false]);
});

test("an interaction's answer follows the same rules, under data", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const refused = new Promise<unknown>((resolve, reject) => {
    void login(peer, (interaction) =>
      slash(interaction)
        .reply({ content: "x".repeat(2001) })
        .catch(resolve),
    ).then(() => peer.command({ name: "korea search", options: { query: "x" } }), reject);
  });
  expect(await refused).toMatchObject({
    code: 50035,
    rawError: {
      message: "Invalid Form Body",
      errors: {
        data: {
          content: {
            _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 2000 or fewer in length." }],
          },
        },
      },
    },
  });
  expect(peer.violations).toEqual([
    "POST /interactions/{interaction_id}/{interaction_token}/callback: " +
      "data.content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.",
  ]);
});

test("without the OpenAPI description the peer says what it skips and keeps the other rules", async () => {
  const peer = await startPeer({ contract: null });
  expect(peer.skipped).toEqual(["request bodies against the OpenAPI description: ../shared is absent"]);
  await send(peer, { content: "x".repeat(2001) });
  expect(peer.violations).toHaveLength(1);
});

test("the OpenAPI description is checked, and names the field", async ({ skip }) => {
  const peer = await startPeer();
  if (peer.skipped.length > 0) skip("skipped: ../shared is absent");
  const long = { type: 2, style: 1, label: "x".repeat(81), custom_id: "c" };
  await send(peer, { content: "x", components: [row(long)] });
  expect(peer.violations).toEqual([
    `${MESSAGES}: components[0].components[0].label[BASE_TYPE_MAX_LENGTH]: Must be 80 or fewer in length.`,
  ]);
});
