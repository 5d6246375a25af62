import {
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits as Can,
  type APIMessage,
} from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import type { Tenant } from "../../../src/core/tenant.ts";
import type { DiscordPeer } from "../../peers/discord.ts";
import type { Fault } from "../../peers/discord/faults.ts";
import { assertWhole } from "../../discord/shown.ts";
import { USUAL_PERMISSIONS } from "../../peers/discord/fixtures.ts";
import type { Actor } from "../../peers/discord/people.ts";
import { CARRIED } from "../desk.ts";
import { CALLBACK, button, buttons, gate, read, running, type SceneOptions } from "./harness.ts";

const SEARCH = { name: "korea search", options: { query: "Beijing meeting" } };
const QUOTED = [
  "> The Beijing meeting had 2 rounds.",
  "-# **news** · “Round 10”, outlet unknown, undated · English",
];
const PRIVATE = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;
const FOLLOW_UP = "/webhooks/{webhook_id}/{webhook_token}";
const REFUSED =
  "-# This could not be posted here: the channel is archived, or not everybody may post in it. Share it in another channel, or ask whoever manages this one.";
const MISSING_ACCESS = { status: 403, body: { message: "Missing Access", code: 50001 } };
const labels = (message: APIMessage) => [...new Set(buttons(message).map(({ label }) => label))];

/** What a person found, to be shared. */
async function found(options: SceneOptions = {}, actor: Actor = {}) {
  const set = await running({ commands: CARRIED, ...options });
  return { ...set, message: await set.peer.command({ ...SEARCH, ...actor }).message() };
}

/** A desk whose answers to clicks wait for the gate. */
function slowly() {
  const slow = gate();
  const around = (desk: Desk): Desk => ({
    ...desk,
    press: async (...asked) => {
      await slow.wait;
      return desk.press(...asked);
    },
  });
  return { slow, around };
}

/** The bodies with which messages were sent, of interactions and after them. */
const sent = (peer: DiscordPeer) =>
  peer.requests
    .filter(({ route }) => route === CALLBACK || route.startsWith(FOLLOW_UP))
    .map(({ body }) => body);

describe("sharing", () => {
  test.each([
    ["en-US", "Share", "Shared by Reader of things"],
    ["ko", "공유", "Reader of things 님이 공유했습니다"],
  ])(
    "in %s posts a new message for everybody, and leaves the answer as it is",
    async (locale, label, who) => {
      const actor = { locale, nick: "Reader of things" };
      const { peer, message } = await found({}, actor);
      const shared = await peer.button(message, button(message, label), actor).response();
      expect(shared.type).toBe(InteractionResponseType.ChannelMessageWithSource);
      expect(shared.message!.id).not.toBe(message.id);
      expect(shared.message!.flags).toBe(MessageFlags.IsComponentsV2);
      expect(peer.messages(peer.channel.id)).toEqual([shared.message]);
      expect(read(shared.message!).slice(0, 2)).toEqual([who, QUOTED[0]]);
      expect(sent(peer).at(-1)).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
      expect(read(message)[0]).toMatch(/Beijing meeting/u);
    },
  );

  test("names who shares as the server shows them: nickname, chosen name, user name", async () => {
    const { peer, message } = await found();
    const press = async (actor: Actor) => {
      const mine = await peer.command({ ...SEARCH, ...actor }).message();
      return read(await peer.button(mine, button(mine, "Share"), actor).message())[0];
    };
    const user = { ...peer.addUser("plain"), global_name: null };
    expect(await press({ nick: "Nick" })).toBe("Shared by Nick");
    expect(read(await peer.button(message, button(message, "Share")).message())[0]).toBe("Shared by reader");
    expect(await press({ user })).toBe("Shared by plain");
    expect(await press({ guild: null })).toBe("Shared by reader");
  });

  test("is offered to others on what was shared", async () => {
    const { peer, message } = await found();
    const shared = await peer.button(message, button(message, "Share")).message();
    const other = { user: peer.addUser("other"), locale: "ko" };
    const again = await peer.button(shared, button(shared, "Share"), other).message();
    expect(read(again)[0]).toBe("other 님이 공유했습니다");
    expect(again.flags).toBe(MessageFlags.IsComponentsV2);
  });

  test("carries no buttons outside a server: they would fail whoever else presses them", async () => {
    const { peer, message } = await found({}, { guild: null });
    const shared = await peer.button(message, button(message, "Share"), { guild: null }).message();
    expect(read(shared).slice(1)).toEqual(QUOTED);
    expect(buttons(shared)).toEqual([]);
    expect(buttons(message)).not.toEqual([]);
  });

  test("belongs to the server: another one's button shares nothing", async () => {
    let first: Tenant | null = null;
    // In the second server the buttons hold the keys of actions kept for the first one.
    const around = (desk: Desk): Desk => ({
      ...desk,
      keep: (action, asker) => {
        first ??= asker.tenant;
        return desk.keep(action, { ...asker, tenant: first });
      },
    });
    const { peer } = await found({ around });
    const other = peer.addGuild({ name: "Other" });
    const theirs = await peer.command({ ...SEARCH, guild: other.id }).message();
    const pressed = await peer.button(theirs, button(theirs, "Share")).message();
    expect(pressed.flags).toBe(PRIVATE);
    expect(read(pressed)).toEqual(["-# This choice is no longer kept (choices last 90 days). Search again."]);
    expect(peer.messages(other.channels[0]!.id)).toEqual([]);
  });

  const HOSTILE = [
    "@everyone",
    "<@&123456789012345678> <@1>",
    "**bold** `code` ||spoiler||",
    "# heading\n> quote",
    "[bank](https://evil.example)",
    "https://evil.example",
    "\u202Eevil\u200B",
  ];
  test.each(HOSTILE)("by somebody who is called %j mentions nobody and marks nothing", async (nick) => {
    const { peer, message } = await found({}, { nick });
    const shared = await peer.button(message, button(message, "Share"), { nick }).message();
    expect([shared.mentions, shared.mention_roles, shared.mention_everyone]).toEqual([[], [], false]);
    expect(sent(peer).at(-1)).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
    const [line] = read(shared);
    // The parser of the tests throws at mentions, spoilers and whatever else a reply of ours has no use for.
    assertWhole(line!);
    expect(line).toMatch(/^Shared by /u);
    expect(line!.replaceAll(/\\[^\p{L}\p{N}]/gu, "")).not.toMatch(/[*`|<[\u202E\u200B]|https:/u);
  });
});

describe("who may not post", () => {
  const without = (...permissions: bigint[]) =>
    permissions.reduce((left, one) => left & ~one, USUAL_PERMISSIONS);

  test.each([
    ["in a channel without the permission to write", without(Can.SendMessages), false],
    ["in a channel with it", without(Can.SendMessagesInThreads), true],
    ["as an administrator", Can.Administrator, true],
  ])("%s is asked for by permissions", async (_, permissions, may) => {
    const { message } = await found({}, { permissions });
    const below = labels(message).filter((label) => !label?.startsWith("Subscribe"));
    expect(below).toEqual([...(may ? ["Context", "Share", "Cite"] : ["Context", "Cite"]), "Next"]);
  });

  test.each([
    ["may not write in threads", without(Can.SendMessagesInThreads), false],
    ["may write in threads alone", without(Can.SendMessages), true],
  ])("in a thread: who %s", async (_, permissions, may) => {
    const { peer } = await running({ commands: CARRIED });
    const thread = peer.addThread(peer.channel.id, "thread");
    const message = await peer.command({ ...SEARCH, channel: thread.id, permissions }).message();
    expect(labels(message).includes("Share")).toBe(may);
    if (!may) return;
    await peer.button(message, button(message, "Share"), { permissions }).message();
    expect(peer.messages(thread.id)).toHaveLength(1);
  });

  test("everybody may in a direct message", async () => {
    const { peer, message } = await found({}, { guild: null });
    const shared = await peer.button(message, button(message, "Share"), { guild: null }).message();
    expect(shared.flags).toBe(MessageFlags.IsComponentsV2);
  });

  test.each([
    ["allows them", USUAL_PERMISSIONS, true],
    ["does not", without(Can.UseExternalApps), false],
    ["does not let them write", without(Can.SendMessages), false],
    ["does not let them write in what may be a thread", without(Can.SendMessagesInThreads), false],
  ])("who brought the app along into a server that %s", async (_, permissions, may) => {
    const { peer } = await running({ commands: CARRIED });
    const foreign = peer.addGuild({ name: "Foreign", member: false });
    const actor = { guild: foreign.id, permissions, nick: "Guest" };
    const message = await peer.command({ ...SEARCH, ...actor }).message();
    expect(labels(message).includes("Share")).toBe(may);
    if (!may) return;
    const shared = await peer.button(message, button(message, "Share"), actor).message();
    expect([shared.flags, read(shared)[0]]).toEqual([MessageFlags.IsComponentsV2, "Shared by Guest"]);
  });

  test.each([
    [
      "en-US",
      "Share",
      "-# You may not post for everybody here, so only you see this. Share it in a channel where you may.",
    ],
    [
      "ko",
      "공유",
      "-# 이곳에 글을 올릴 권한이 없어 본인에게만 보입니다. 글을 올릴 수 있는 채널에서 다시 공유해 주세요.",
    ],
  ])("any more, in %s, is shown it alone, and told why", async (locale, label, told) => {
    const { peer, message } = await found({}, { locale });
    const permissions = without(Can.SendMessages);
    const answer = await peer.button(message, button(message, label), { locale, permissions }).message();
    expect(answer.flags).toBe(PRIVATE);
    expect(read(answer)).toContain(told);
    expect(peer.messages(peer.channel.id)).toEqual([]);
  });
});

describe("sharing that takes long", () => {
  test("is announced privately, then posted for everybody", async () => {
    const { slow, around } = slowly();
    const { peer, message } = await found({ around });
    const pressed = peer.button(message, button(message, "Share"));
    const announced = await pressed.acknowledged();
    expect(announced.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect(announced.message!.flags).toBe(MessageFlags.Ephemeral | MessageFlags.Loading);
    slow.open();
    const done = await pressed.until((view) => view.history.length === 2);
    expect(done.history.at(-1)!.flags).toBe(PRIVATE);
    expect(read(done.history.at(-1)!)).toEqual(["-# Posting it for everybody…"]);
    expect([done.message!.flags, read(done.message!)]).toEqual([PRIVATE, ["-# Posted for everybody here."]]);
    expect(done.followUps).toEqual(peer.messages(peer.channel.id));
    const [shared] = done.followUps;
    expect(shared!.flags).toBe(MessageFlags.IsComponentsV2);
    expect(read(shared!)).toEqual(["Shared by reader", ...QUOTED]);
    for (const body of sent(peer).slice(-3)) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  test("of a page that would be changed leaves the page, and posts a new message", async () => {
    const { slow, around } = slowly();
    const shares = (desk: Desk): Desk => ({
      ...around(desk),
      press: async (...asked) => ({ ...(await around(desk).press(...asked)), shared: true }) as never,
    });
    const { peer, message } = await found({ around: shares });
    const pressed = peer.button(message, button(message, "Next"));
    expect((await pressed.acknowledged()).type).toBe(InteractionResponseType.DeferredMessageUpdate);
    slow.open();
    const { message: old, followUps } = await pressed.until((view) => view.followUps.length === 1);
    expect(old).toEqual(message);
    expect(peer.messages(peer.channel.id)).toEqual(followUps);
  });

  test.each<[string, Fault["outcome"], string, string]>([
    ["is refused", MISSING_ACCESS, REFUSED, "403 code 50001"],
    [
      "is held back",
      { retryAfter: 5 },
      "-# This could not be posted just now. Wait a minute and share it again.",
      "RateLimitError[/webhooks/:id/:token]",
    ],
    [
      "goes unanswered",
      { status: 502, body: "bad gateway" },
      "-# Whether this was posted is not known. Look in the channel before you share it again.",
      "HTTP 502",
    ],
  ])("and %s is told to whoever shared", async (_, outcome, told, error) => {
    const { slow, around } = slowly();
    const { peer, message, log } = await found({ around });
    const pressed = peer.button(message, button(message, "Share"));
    await pressed.acknowledged();
    peer.fault({ method: "POST", path: FOLLOW_UP, outcome });
    slow.open();
    const { message: private_ } = await pressed.until((view) => view.history.length === 2);
    expect([private_!.flags, read(private_!)]).toEqual([PRIVATE, [told]]);
    expect(peer.messages(peer.channel.id)).toEqual([]);
    expect(await log.until("an answer did not arrive")).toContain(error);
  });

  test("and is refused tells so in a message of its own where a page was clicked", async () => {
    const { slow, around } = slowly();
    const shares = (desk: Desk): Desk => ({
      ...around(desk),
      press: async (...asked) => ({ ...(await around(desk).press(...asked)), shared: true }) as never,
    });
    const { peer, message } = await found({ around: shares });
    const pressed = peer.button(message, button(message, "Next"));
    await pressed.acknowledged();
    peer.fault({ method: "POST", path: FOLLOW_UP, outcome: MISSING_ACCESS });
    slow.open();
    const { followUps } = await pressed.until((view) => view.followUps.length === 1);
    expect([followUps[0]!.flags, read(followUps[0]!)]).toEqual([PRIVATE, [REFUSED]]);
  });
});

describe("sharing that fails", () => {
  test.each([
    ["en-US", "Share", REFUSED],
    [
      "ko",
      "공유",
      "-# 이곳에는 게시하지 못했습니다. 보관된 채널이거나 게시 권한이 제한된 채널입니다. 다른 채널에서 공유하거나 채널 관리자에게 문의해 주세요.",
    ],
  ])("for want of access is told privately in %s", async (locale, label, told) => {
    const { peer, message, log } = await found({}, { locale });
    peer.fault({ path: CALLBACK, outcome: MISSING_ACCESS });
    const answer = await peer.button(message, button(message, label), { locale }).message();
    expect([answer.flags, read(answer)]).toEqual([PRIVATE, [told]]);
    expect(peer.messages(peer.channel.id)).toEqual([]);
    expect(await log.until("an answer did not arrive")).toContain("403 code 50001");
  });

  test("for now is to be tried again", async () => {
    const { peer, message } = await found();
    peer.fault({ path: CALLBACK, outcome: { status: 500, body: "down" } });
    const answer = await peer.button(message, button(message, "Share")).message();
    expect(read(answer)).toEqual(["-# This could not be posted just now. Wait a minute and share it again."]);
    expect(peer.messages(peer.channel.id)).toEqual([]);
  });

  test("only in what Discord said of it is posted once, and nobody is told otherwise", async () => {
    const { peer, message, log } = await found();
    peer.fault({ path: CALLBACK, when: "after", outcome: { status: 500, body: "down" } });
    const answer = await peer.button(message, button(message, "Share")).message();
    expect(answer.flags).toBe(MessageFlags.IsComponentsV2);
    expect(read(answer)).toEqual(["Shared by reader", ...QUOTED]);
    await expect.poll(() => peer.requests.filter(({ route }) => route === CALLBACK).length).toBe(3);
    expect(log.lines.filter((line) => line.includes("did not arrive"))).toEqual([]);
  });

  test("because nobody waits any more is told to the operator alone", async () => {
    const { peer, message, log } = await found();
    const gone = { status: 404, body: { message: "Unknown interaction", code: 10062 } };
    peer.fault({ path: CALLBACK, times: 2, outcome: gone });
    peer.button(message, button(message, "Share"));
    expect(await log.until("an answer did not arrive")).toContain("404 code 10062");
  });
});
