import type { ModalView } from "@slack/types";
import { describe, expect, test } from "vitest";
import { client, refusal, start } from "./web-client.ts";

const hello = { channel: "C0GENERAL", text: "Hello" };
const modal: ModalView = {
  type: "modal",
  title: { type: "plain_text", text: "Title" },
  blocks: [{ type: "divider" }],
};

test("auth.test tells who the bot is, and its scopes", async () => {
  const [, web] = await start({ workspaces: [{ id: "T1", scopes: ["commands", "chat:write"] }] });
  expect(await web.auth.test()).toEqual({
    ok: true,
    url: "https://korea-desk.slack.com/",
    team: "Korea Desk",
    team_id: "T1",
    user: "korea",
    user_id: "U0BOT1",
    bot_id: "B0BOT1",
    is_enterprise_install: false,
    response_metadata: { scopes: ["commands", "chat:write"], acceptedScopes: [""] },
  });
});

describe("tokens", () => {
  test.each([
    ["not_authed", undefined],
    ["invalid_auth", "xoxb-other"],
    ["not_allowed_token_type", "xapp-1-peer"],
  ])("%s", async (error, token) => {
    const [peer] = await start();
    expect(await refusal(client(peer, token).apiCall("chat.postMessage", hello))).toMatchObject({
      ok: false,
      error,
    });
  });

  test.each(["account_inactive", "token_revoked"] as const)("%s", async (state) => {
    const [peer, web] = await start();
    peer.workspace.tokenState = state;
    expect(await refusal(web.apiCall("chat.postMessage", hello))).toMatchObject({ ok: false, error: state });
  });

  test("apps.connections.open takes the app's token only", async () => {
    const [peer, web] = await start();
    expect(await refusal(web.apps.connections.open())).toMatchObject({ error: "not_allowed_token_type" });
    const { url } = await client(peer, peer.appToken).apps.connections.open();
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=ticket-\d+&app_id=A0KOREA01$/);
  });

  test("missing_scope names what is needed and what is there", async () => {
    const [peer, web] = await start();
    peer.workspace.scopes.delete("chat:write");
    peer.workspace.scopes.delete("channels:read");
    const provided =
      "commands,channels:history,groups:read,groups:history,im:history,users:read,team:read,im:write";
    expect(await refusal(web.apiCall("chat.postMessage", hello))).toMatchObject({
      error: "missing_scope",
      needed: "chat:write",
      provided,
    });
    expect(await refusal(web.conversations.info({ channel: "C0GENERAL" }))).toMatchObject({
      error: "missing_scope",
      needed: "channels:read",
    });
    expect(peer.messages("C0GENERAL")).toEqual([]);
  });
});

describe("channels", () => {
  test.each([
    ["C0NOWHERE", "channel_not_found"],
    ["C0SECRET", "channel_not_found"],
    ["C0OUTSIDE", "not_in_channel"],
    ["C0ARCHIVE", "is_archived"],
  ])("a message to %s is answered %s", async (channel, error) => {
    const [, web] = await start();
    expect(await refusal(web.apiCall("chat.postMessage", { channel, text: "Hello" }))).toMatchObject({
      error,
    });
  });

  test("chat:write.public opens public channels; a user's id opens a direct message", async () => {
    const [peer, web] = await start();
    peer.workspace.scopes.add("chat:write.public");
    expect(await web.apiCall("chat.postMessage", { channel: "C0OUTSIDE", text: "Hello" })).toMatchObject({
      ok: true,
    });
    expect(await web.apiCall("chat.postMessage", { channel: "U0ASKER", text: "Hi" })).toMatchObject({
      channel: "D0ASKER",
    });
  });

  test("conversations.info, users.info and team.info", async () => {
    const [, web] = await start({ workspaces: [{ enterprise: { id: "E1", name: "Press" } }] });
    const { channel } = await web.conversations.info({ channel: "C0PRIVATE" });
    expect(channel).toMatchObject({ id: "C0PRIVATE", is_private: true, is_member: true, is_archived: false });
    const { user } = await web.users.info({ user: "U0ADMIN", include_locale: true });
    expect(user).toMatchObject({ id: "U0ADMIN", is_admin: true, locale: "en-US", tz: "Asia/Seoul" });
    expect(await refusal(web.users.info({ user: "U0NOBODY" }))).toMatchObject({ error: "user_not_found" });
    expect((await web.team.info()).team).toMatchObject({ id: "T0KOREA01", enterprise_id: "E1" });
  });

  test("history is newest first, by pages, with metadata where asked", async () => {
    const [peer, web] = await start();
    const metadata = { event_type: "digest", event_payload: { date: "2026-01-02" } };
    for (const text of ["1", "2", "3"])
      await web.apiCall("chat.postMessage", { channel: "C0GENERAL", text, metadata });
    await web.chat.postEphemeral({ channel: "C0GENERAL", user: "U0ASKER", text: "hidden" });
    const first = await web.conversations.history({
      channel: "C0GENERAL",
      limit: 2,
      include_all_metadata: true,
    });
    expect(first.messages?.map((m) => [m.text, m.metadata])).toEqual([
      ["3", metadata],
      ["2", metadata],
    ]);
    const cursor = first.response_metadata?.next_cursor ?? "";
    const rest = await web.conversations.history({ channel: "C0GENERAL", limit: 2, cursor });
    expect([rest.has_more, rest.messages?.map((m) => [m.text, m.metadata])]).toEqual([
      false,
      [["1", undefined]],
    ]);
    const oldest = peer.messages("C0GENERAL")[1]?.ts ?? "";
    const since = await web.conversations.history({ channel: "C0GENERAL", oldest });
    expect(since.messages?.map((m) => m.text)).toEqual(["3"]);
    expect(await refusal(web.conversations.history({ channel: "C0OUTSIDE" }))).toMatchObject({
      error: "not_in_channel",
    });
  });
});

describe("messages", () => {
  test("chat.update changes the bot's own messages; text without blocks removes the blocks", async () => {
    const [peer, web] = await start();
    await web.apiCall("chat.postMessage", { ...hello, blocks: [{ type: "divider" }] });
    const ts = peer.messages("C0GENERAL")[0]?.ts;
    await web.chat.update({ channel: "C0GENERAL", ts: ts!, blocks: [{ type: "divider", block_id: "b" }] });
    expect(peer.messages("C0GENERAL")[0]).toMatchObject({
      text: "Hello",
      blocks: [{ block_id: "b" }],
      edited: true,
    });
    await web.chat.update({ channel: "C0GENERAL", ts: ts!, text: "Bye" });
    expect(peer.messages("C0GENERAL")[0]).toMatchObject({ text: "Bye", blocks: [] });
    const absent = { channel: "C0GENERAL", ts: "1.000001", text: "x" };
    expect(await refusal(web.chat.update(absent))).toMatchObject({ error: "message_not_found" });
    await web.chat.delete({ channel: "C0GENERAL", ts: ts! });
    expect(peer.messages("C0GENERAL")).toEqual([]);
  });

  test("neither another's message nor an ephemeral one can be updated or deleted", async () => {
    const [peer, web] = await start();
    const said = peer.say({ channel: "C0GENERAL", user: "U0ASKER", text: "Mine" });
    const hidden = await web.chat.postEphemeral({ ...hello, user: "U0ASKER" });
    expect(peer.ephemerals.map((m) => [m.to, m.text])).toEqual([["U0ASKER", "Hello"]]);
    for (const ts of [said.ts, hidden.message_ts!]) {
      const at = { channel: "C0GENERAL", ts };
      expect(await refusal(web.chat.update({ ...at, text: "x" }))).toMatchObject({
        error: "cant_update_message",
      });
      expect(await refusal(web.chat.delete(at))).toMatchObject({ error: "cant_delete_message" });
    }
    expect(await refusal(web.chat.postEphemeral({ ...hello, user: "U0NOBODY" }))).toMatchObject({
      error: "user_not_in_channel",
    });
  });

  test("form and JSON bodies say the same", async () => {
    const [peer] = await start();
    const blocks = JSON.stringify([{ type: "divider", block_id: "d" }]);
    const send = async (type: string, body: string): Promise<unknown> => {
      const headers = { authorization: `Bearer ${peer.workspace.botToken}`, "content-type": type };
      const response = await fetch(`${peer.apiUrl}chat.postMessage`, { method: "POST", headers, body });
      return response.json();
    };
    const args = { channel: "C0GENERAL", text: "Hello" };
    await send("application/x-www-form-urlencoded", new URLSearchParams({ ...args, blocks }).toString());
    await send("application/json; charset=utf-8", JSON.stringify({ ...args, blocks: JSON.parse(blocks) }));
    expect(peer.messages("C0GENERAL").map((m) => m.blocks)).toEqual([
      [{ type: "divider", block_id: "d" }],
      [{ type: "divider", block_id: "d" }],
    ]);
    expect(await send("application/json", "{")).toEqual({ ok: false, error: "invalid_json" });
    expect(await send("text/plain", "x")).toEqual({ ok: false, error: "invalid_post_type" });
    const read = { ...args, blocks: [{ type: "divider", block_id: "d" }] };
    expect(peer.requests.map((request) => request.args)).toEqual([read, read, {}, {}]);
  });
});

describe("modals", () => {
  test("a trigger_id opens one modal within 3 seconds", async () => {
    const [peer, web] = await start();
    const trigger = (): string => peer.slash({ command: "/korea", text: "" }).triggerId;
    const once = trigger();
    const { view } = await web.views.open({ trigger_id: once, view: modal });
    expect(view).toMatchObject({ type: "modal", team_id: "T0KOREA01", state: { values: {} } });
    expect(await refusal(web.views.open({ trigger_id: once, view: modal }))).toMatchObject({
      error: "exchanged_trigger_id",
    });
    const slow = trigger();
    peer.clock.advance(3000);
    expect(await refusal(web.views.open({ trigger_id: slow, view: modal }))).toMatchObject({
      error: "expired_trigger_id",
    });
    expect(await refusal(web.views.open({ trigger_id: "x", view: modal }))).toMatchObject({
      error: "invalid_trigger_id",
    });
  });

  test("views.update checks the hash", async () => {
    const [peer, web] = await start();
    const { triggerId } = peer.slash({ command: "/korea", text: "" });
    const { view } = await web.views.open({ trigger_id: triggerId, view: modal });
    const update = (hash: string) => web.views.update({ view_id: view!.id!, hash, view: modal });
    const updated = await update(view!.hash!);
    expect(updated.view!.id).toBe(view!.id);
    expect(await refusal(update(view!.hash!))).toMatchObject({ error: "hash_conflict" });
    expect(await refusal(web.views.update({ view_id: "V1", view: modal }))).toMatchObject({
      error: "not_found",
    });
  });
});

test("the app's token counts in the Authorization header only, and a view is at most 250 kB", async () => {
  const [peer, web] = await start();
  const response = await fetch(`${peer.apiUrl}apps.connections.open`, {
    method: "POST",
    body: new URLSearchParams({ token: peer.appToken }),
  });
  expect(await response.json()).toEqual({ ok: false, error: "not_authed" });
  const text = { type: "plain_text" as const, text: "x".repeat(2999) };
  const blocks = Array.from({ length: 90 }, () => ({ type: "section" as const, text }));
  const { triggerId } = peer.slash({ command: "/korea", text: "" });
  const opened = web.views.open({ trigger_id: triggerId, view: { ...modal, blocks } });
  expect(await refusal(opened)).toMatchObject({ error: "view_too_large" });
});
