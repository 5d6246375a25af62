import { PermissionFlagsBits as Can } from "discord.js";
import { expect, onTestFinished, test } from "vitest";
import { pausedNotice } from "../../src/core/digest/paused.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { createPausedNotice, type NoticePort } from "../../src/delivery/paused.ts";
import { createDiscordNotices } from "../../src/discord/notice.ts";
import { createSlackNotices } from "../../src/slack/notice.ts";
import { wordsOf } from "../core/samples.ts";
import { HOSTILE } from "../delivery-samples.ts";
import { listeningLog } from "../live/listening-log.ts";
import { startPeer } from "../peers/discord/harness.ts";
import { createSlackPeer } from "../peers/slack.ts";
import type { SlackPeerOptions } from "../peers/slack/options.ts";
import { HandClock } from "../process/hand-clock.ts";
import { wanted } from "./subscribed.ts";

function subscriptionOf(given: Partial<Subscription> = {}): Subscription {
  return {
    ...wanted("discord", { query: "hotline" }),
    id: "s1",
    createdAt: 0,
    since: 0,
    lastLocalDate: null,
    cursor: 0,
    state: "paused",
    pausedBecause: null,
    ...given,
  };
}

/** Tells of a pause; gives what was logged. */
async function tell(port: NoticePort | null, subscription: Subscription, because: string) {
  const [clock, log] = [new HandClock(0), listeningLog()];
  await createPausedNotice({ noticesOf: () => port, wait: clock.wait, log })(subscription, because);
  return log.all.map(({ message }) => message);
}

const NOBODY = ["neither who made it nor its channel could be told of the pause"];

async function discord() {
  const peer = await startPeer();
  const port = createDiscordNotices({ token: peer.token, apiUrl: peer.apiUrl });
  const subscription = subscriptionOf({
    channel: { tenant: `discord:guild:${peer.guild.id}`, channel: peer.channel.id },
    createdBy: { id: peer.user.id, name: null },
  });
  /** Channels in which something was posted, one for each message. */
  const written = () =>
    peer.requests
      .filter(({ route, status }) => route === "/channels/{channel_id}/messages" && status === 200)
      .map(({ path }) => path.split("/")[2]);
  return { peer, port, subscription, written };
}

async function slack(options: SlackPeerOptions = {}) {
  const peer = await createSlackPeer(options);
  onTestFinished(async () => {
    await peer.close();
    expect(peer.violations).toEqual([]);
  });
  const port = createSlackNotices({ botToken: peer.workspace.botToken, apiUrl: peer.apiUrl });
  const subscription = subscriptionOf({
    channel: { tenant: "slack:team:T0KOREA01", channel: "C0GENERAL" },
    createdBy: { id: "U0ASKER", name: null },
  });
  return { peer, port, subscription };
}

test("whoever made a subscription is told in a direct message, once", async () => {
  const { peer, port, subscription, written } = await discord();
  expect(await tell(port, subscription, "gone: The channel does not exist any more")).toEqual([]);
  expect(written()).toHaveLength(1);
  const [message] = peer.messages(written()[0]!);
  expect(JSON.stringify(message!.components)).toContain("does not exist any more");
  expect(peer.messages(peer.channel.id)).toEqual([]);
  expect(peer.violations).toEqual([]);
});

test("the same on Slack", async () => {
  const { peer, port, subscription } = await slack();
  expect(await tell(port, subscription, "forbidden: The workspace does not let the bot post there")).toEqual(
    [],
  );
  expect(peer.messages("D0ASKER").map(({ text }) => text)).toEqual(["A digest was paused"]);
  expect(peer.messages("C0GENERAL")).toEqual([]);
});

test("who takes no direct messages is told in the channel, where that is still there", async () => {
  const { peer, port, subscription, written } = await discord();
  peer.closeDms(peer.user);
  expect(await tell(port, subscription, "forbidden: Discord refuses the message")).toEqual([]);
  expect(written()).toEqual([peer.channel.id]);
  expect(await tell(port, subscription, "gone: The channel does not exist any more")).toEqual(NOBODY);
  expect(written()).toHaveLength(1);
});

test("where the channel refuses too, the operator is told, and nothing is tried again", async () => {
  const { peer, port, subscription, written } = await discord();
  peer.closeDms(peer.user);
  peer.permit(peer.channel.id, Can.ViewChannel);
  expect(await tell(port, subscription, "forbidden: The bot may not post there")).toEqual(NOBODY);
  expect(written()).toEqual([]);
  expect(peer.requests).toHaveLength(3);
});

test("an app that was installed before it could write to people tells the channel", async () => {
  const { peer, port, subscription } = await slack({ workspaces: [{ scopes: ["commands", "chat:write"] }] });
  expect(await tell(port, subscription, "forbidden: x")).toEqual([]);
  expect(peer.messages("C0GENERAL").map(({ text }) => text)).toEqual(["A digest was paused"]);
});

test.each(["U0ASKER,U0ADMIN", "C0GENERAL", ""])("“%s” is no person on Slack", async (id) => {
  const { peer, port, subscription } = await slack();
  const nobody = { ...subscription, createdBy: { id, name: null } };
  expect(await tell(port, nobody, "gone: x")).toEqual(NOBODY);
  expect(peer.requests).toEqual([]);
});

test("nobody is asked where the token is refused, a person paused, or the platform is not served", async () => {
  const { peer, port, subscription } = await discord();
  for (const because of ["token: Discord refuses the bot's token", "removed"])
    expect(await tell(port, subscription, because)).toEqual([]);
  expect(await tell(null, subscription, "gone: x")).toEqual([]);
  expect(peer.requests).toEqual([]);
});

test("a platform that does not answer is given up after ten seconds in all", async () => {
  const { peer, port, subscription } = await slack();
  peer.fail("conversations.open", { kind: "hang" });
  peer.fail("chat.postMessage", { kind: "hang" });
  const [clock, log] = [new HandClock(0), listeningLog()];
  const told = createPausedNotice({ noticesOf: () => port, wait: clock.wait, log })(
    subscription,
    "forbidden: x",
  );
  for (const method of ["conversations.open", "chat.postMessage"]) {
    await peer.called(method);
    clock.pass(5_000);
  }
  await told;
  expect(log.all.map(({ message }) => message)).toEqual(NOBODY);
});

test("what is told, in both languages, with hostile words as words", () => {
  const notice = (given: Partial<Subscription>, reason: "gone" | "forbidden") =>
    wordsOf(pausedNotice(subscriptionOf(given), reason));
  expect(notice({}, "gone")).toEqual([
    "A digest was paused",
    "The digest of 09:00 (Asia/Seoul) for “hotline” could not be posted in its channel.",
    "The channel does not exist any more, is archived, or the bot was taken out of it.",
    "The channel",
    "Nothing more is posted until somebody resumes it with /korea subscriptions.",
  ]);
  expect(notice({ language: "ko", query: null }, "forbidden")).toEqual([
    "소식이 일시 중지되었습니다",
    "09:00(Asia/Seoul)에 받아 보시던 소식을 채널에 올리지 못했습니다.",
    "채널에 올리는 것이 거부되었습니다. 대개는 봇에게 채널을 보거나 글을 쓸 권한이 없기 때문입니다.",
    "해당 채널",
    "/korea subscriptions에서 다시 시작할 때까지 더 올리지 않습니다.",
  ]);
  const hostile = pausedNotice(
    subscriptionOf({ query: HOSTILE, channel: { tenant: "discord:guild:1", channel: "../x" } }),
    "gone",
  );
  expect(hostile.blocks.every(({ type }) => type !== "quote")).toBe(true);
  expect(JSON.stringify(hostile)).not.toContain("../x");
});
