import { afterEach, expect, test } from "vitest";
import { createSlackPeer, type SlackPeer } from "../slack.ts";
import type { SlackPeerOptions } from "./options.ts";

const open: SlackPeer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((peer) => peer.close()));
});

async function start(options: SlackPeerOptions = {}): Promise<SlackPeer> {
  const peer = await createSlackPeer(options);
  open.push(peer);
  return peer;
}

const plain = (text: string) => ({ type: "plain_text", text });
const button = (value: string) => ({ type: "button", text: plain("Go"), action_id: "go", value });

/** A message of the bot with these blocks, as the channel shows it. */
async function posted(peer: SlackPeer, blocks: unknown[], user?: string) {
  const method = user === undefined ? "chat.postMessage" : "chat.postEphemeral";
  const response = await fetch(`${peer.apiUrl}${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${peer.workspace.botToken}`, "content-type": "application/json" },
    body: JSON.stringify({ channel: "C0GENERAL", text: "x", blocks, user }),
  });
  expect(await response.json()).toMatchObject({ ok: true });
  return (user === undefined ? peer.messages("C0GENERAL") : peer.ephemerals).at(-1)!;
}

test("a slash command carries what Slack sends, and no locale", async () => {
  const peer = await start();
  const asked = peer.slash({
    command: "/korea",
    text: "search kim",
    user: "U0READER",
    team: "T0OTHER",
    enterprise: { id: "E0PRESS", name: "Press" },
    channel: "C0SECRET",
    locale: "ko-KR",
  });
  expect(asked.payload).toEqual({
    token: "verification-token",
    team_id: "T0OTHER",
    team_domain: "t0other",
    enterprise_id: "E0PRESS",
    enterprise_name: "Press",
    channel_id: "C0SECRET",
    // A channel the bot is not in has no name for it.
    channel_name: "privategroup",
    user_id: "U0READER",
    user_name: "u0reader",
    command: "/korea",
    text: "search kim",
    api_app_id: "A0KOREA01",
    is_enterprise_install: "false",
    response_url: asked.responseUrl,
    trigger_id: asked.triggerId,
  });
  expect(peer.workspace.users.get("U0READER")?.locale).toBe("ko-KR");
  // No bot is connected.
  expect(await asked.response()).toEqual({
    kind: "failed",
    error: "dispatch_failed",
    text: '/korea failed with the error "dispatch_failed"',
  });
});

test("a click names its element, by action_id and, where several share it, by value or block", async () => {
  const peer = await start();
  const message = await posted(peer, [
    { type: "actions", block_id: "one", elements: [button("1")] },
    { type: "actions", block_id: "two", elements: [button("2")] },
  ]);
  const { actions, container } = peer.blockAction(message, "go", { value: "2" }).payload;
  expect(actions).toMatchObject([{ type: "button", action_id: "go", block_id: "two", value: "2" }]);
  expect(container).toMatchObject({ message_ts: message.ts, channel_id: "C0GENERAL", is_ephemeral: false });
  expect(peer.blockAction(message, "go", { blockId: "one" }).payload).toMatchObject({
    actions: [{ value: "1" }],
  });
  expect(() => peer.blockAction(message, "go")).toThrow('2 elements fit "go"; there are: one/go, two/go.');
  expect(() => peer.blockAction(message, "stop")).toThrow('0 elements fit "stop"');
});

test("a choice must be one of the options", async () => {
  const peer = await start();
  const option = { text: plain("Seoul"), value: "seoul" };
  const select = { type: "static_select", action_id: "city", options: [option] };
  const message = await posted(peer, [{ type: "section", text: plain("Where?"), accessory: select }]);
  const { payload } = peer.blockAction(message, "city", { value: "seoul", user: "U0ADMIN" });
  expect(payload).toMatchObject({ user: { id: "U0ADMIN" }, actions: [{ selected_option: option }] });
  expect(() => peer.blockAction(message, "city", { value: "busan" })).toThrow('No option "busan"');
});

test("the payload of an ephemeral message's button does not carry the message", async () => {
  const peer = await start();
  const message = await posted(peer, [{ type: "actions", elements: [button("1")] }], "U0ASKER");
  const { payload } = peer.blockAction(message, "go");
  expect(payload.message).toBeUndefined();
  expect(payload.container).toMatchObject({ message_ts: message.ts, is_ephemeral: true });
});

test("what a person says and what is gone", async () => {
  const peer = await start();
  const said = peer.say({ channel: "C0GENERAL", user: "U0ADMIN", text: "Hello" });
  expect(peer.messageShortcut("check", said).payload).toMatchObject({
    type: "message_action",
    callback_id: "check",
    message_ts: said.ts,
    message: { user: "U0ADMIN", text: "Hello" },
    channel: { id: "C0GENERAL", name: "general" },
  });
  expect(() => peer.messageShortcut("check", { ...said, ts: "1.0" })).toThrow(
    "The message is not there any more.",
  );
});

test("HTTP mode asks for the bot's address", async () => {
  const peer = await start({ mode: "http" });
  expect(() => peer.slash({ command: "/korea", text: "" })).toThrow("set peer.requestUrl");
});

test("users.info tells the names of a person, of which the shown one may be empty", async () => {
  const users = [
    { id: "U0ASKER", name: "asker", displayName: "Asker!", realName: "A. Asker" },
    { id: "U0PLAIN", displayName: "" },
  ];
  const peer = await start({ workspaces: [{ users }] });
  const info = async (user: string) => {
    const response = await fetch(`${peer.apiUrl}users.info`, {
      method: "POST",
      headers: { authorization: `Bearer ${peer.workspace.botToken}`, "content-type": "application/json" },
      body: JSON.stringify({ user }),
    });
    return ((await response.json()) as { user: unknown }).user;
  };
  expect(await info("U0ASKER")).toMatchObject({
    name: "asker",
    real_name: "A. Asker",
    profile: { real_name: "A. Asker", display_name: "Asker!" },
  });
  expect(await info("U0PLAIN")).toMatchObject({
    real_name: "u0plain",
    profile: { real_name: "u0plain", display_name: "" },
  });
});

test("a shortcut on a message in a thread carries the thread, and what is said into it stays there", async () => {
  const peer = await start();
  const first = peer.say({ channel: "C0GENERAL", user: "U0ADMIN", text: "First" });
  const inside = peer.say({ channel: "C0GENERAL", user: "U0ADMIN", text: "Inside" }, { thread_ts: first.ts });
  const { responseUrl, payload } = peer.messageShortcut("check", inside);
  expect(payload).toMatchObject({ message_ts: inside.ts, message: { thread_ts: first.ts } });
  const body = { text: "Here", response_type: "in_channel", replace_original: false, thread_ts: first.ts };
  expect((await fetch(responseUrl, { method: "POST", body: JSON.stringify(body) })).status).toBe(200);
  expect(peer.messages("C0GENERAL").at(-1)).toMatchObject({ text: "Here", thread_ts: first.ts });
});
