import type { KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import type { Json } from "../../peers/slack/json.ts";
import type { PeerMessage } from "../../peers/slack/messages.ts";
import { buttonsOf, linesOf } from "../../slack/plain.ts";
import { CARRIED } from "../desk.ts";
import { gate, MODES, running, type SceneOptions } from "./harness.ts";

const CHECK = "message:check";
const SEARCH = { command: "/korea", text: "search Beijing meeting" };
const NO_TEXT =
  "There is no text in this message. Words in a picture or a file cannot be read: type them behind /korea check.";
const read = (message: PeerMessage) => linesOf({ blocks: message.blocks as KnownBlock[] });

describe.each(MODES)("the command on a message in %s mode", (mode) => {
  const set = (options: SceneOptions = {}) => running(mode, { commands: CARRIED, ...options });
  const said = (text: string) => ({ channel: "C0OUTSIDE", user: "U0ADMIN", text });

  test("runs on its words, and answers whoever chose it alone", async () => {
    const { peer } = await set();
    const message = peer.say(said("The Beijing meeting had 2 rounds."));
    const chosen = peer.messageShortcut(CHECK, message);
    expect(await chosen.ack()).toEqual({ ok: true, body: undefined });
    const answer = await chosen.message();
    expect(answer).toMatchObject({ to: "U0ASKER", channel: "C0OUTSIDE" });
    expect(read(answer)).toEqual(["Given: The Beijing meeting had 2 rounds."]);
    expect(peer.messages("C0OUTSIDE")).toEqual([message]);
    expect(peer.requests.at(-1)!.args).toMatchObject({ response_type: "ephemeral", replace_original: false });
  });

  const rich = (...elements: Json[]) => ({
    blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }],
  });
  test.each<[string, string, Json, string]>([
    ["text with entities", "a &lt;b&gt; &amp;amp; c", {}, "a <b> &amp; c"],
    [
      "links and mentions",
      "<@U0ADMIN> said <https://a.example|so> &lt;!here&gt; <!channel> <#C1|general>",
      {},
      "said so <!here>  general",
    ],
    [
      "rich text",
      "*We* met",
      rich(
        { type: "text", text: "We ", style: { bold: true } },
        { type: "link", url: "https://a.example", text: "met" },
        { type: "user", user_id: "U1" },
      ),
      "We met",
    ],
    [
      "an attachment alone",
      "",
      { attachments: [{ fallback: "Other", text: "We &lt;met&gt;." }] },
      "We <met>.",
    ],
    ["an attachment's fallback", "", { attachments: [{ fallback: "We met." }] }, "We met."],
  ])("takes the words of %s", async (_, text, more, words) => {
    const { peer } = await set();
    const answer = await peer.messageShortcut(CHECK, peer.say(said(text), more)).message();
    expect(read(answer)).toEqual([`Given: ${words}`]);
    expect(JSON.stringify(answer.blocks)).not.toMatch(/"type":"(?:link|user|broadcast|usergroup|channel)"/u);
  });

  test("takes the words of what was posted for everybody", async () => {
    const { peer } = await set();
    const first = await peer.slash(SEARCH).message();
    const { actionId } = buttonsOf(first.blocks as KnownBlock[]).find(({ label }) => label === "Share")!;
    const shared = await peer.blockAction(first, actionId).message();
    const [given] = read(await peer.messageShortcut(CHECK, shared).message());
    expect(given).toContain("Given: Shared by asker\nThe Beijing meeting had 2 rounds.\nnews");
  });

  test.each([
    ["en-US", NO_TEXT],
    [
      "ko-KR",
      "이 메시지에는 글이 없습니다. 그림이나 파일 속의 글은 읽지 못하니 /korea check 뒤에 직접 적어 주세요.",
    ],
  ])("without words says so in %s", async (locale, told) => {
    const { peer } = await set({ workspaces: [{ users: [{ id: "U0ASKER", locale }] }] });
    for (const text of ["", " \n", "<@U0ADMIN>"]) {
      const answer = await peer.messageShortcut(CHECK, peer.say(said(text))).message();
      expect([answer.to, read(answer)]).toEqual(["U0ASKER", [told]]);
    }
  });

  test("in a thread answers in the thread, on its first message in the channel", async () => {
    const { peer } = await set();
    const first = peer.say(said("First."));
    const inside = peer.say(said("Inside."), { thread_ts: first.ts });
    const answer = await peer.messageShortcut(CHECK, inside).message();
    expect([answer.thread_ts, read(answer)]).toEqual([first.ts, ["Given: Inside."]]);
    const opening = peer.say(said("Opening."));
    expect((await peer.messageShortcut(CHECK, opening).message()).thread_ts).toBeUndefined();
  });

  test("that Slack delivers twice is answered once, in time or late", async () => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      run: async (...asked) => {
        await slow.wait;
        return desk.run(...asked);
      },
    });
    const { peer } = await set({ around });
    const chosen = peer.messageShortcut(CHECK, peer.say(said("We met.")));
    expect(await chosen.ack()).toEqual({ ok: true, body: undefined });
    expect(await chosen.redeliver({ attempt: 1, reason: "timeout" })).toEqual({ ok: true, body: undefined });
    slow.open();
    expect(read(await chosen.message())).toEqual(["Given: We met."]);
    expect(await chosen.redeliver()).toEqual({ ok: true, body: undefined });
    expect([peer.ephemerals.length, chosen.seen.length]).toEqual([1, 1]);
  });

  test("whose answer does not arrive is answered when it comes again", async () => {
    const { peer, log } = await set();
    peer.fail("response_url", { kind: "http", status: 500 });
    const chosen = peer.messageShortcut(CHECK, peer.say(said("We met.")));
    expect(await log.until("an answer did not arrive")).not.toContain("met");
    expect(await chosen.redeliver()).toEqual({ ok: true, body: undefined });
    expect(read(await chosen.message())).toEqual(["Given: We met."]);
  });

  test("belongs to the team of whoever chose it", async () => {
    const tenants: string[] = [];
    const around = (desk: Desk): Desk => ({
      ...desk,
      run: (call, asker) => {
        tenants.push(asker.tenant);
        return desk.run(call, asker);
      },
    });
    const { peer } = await set({ around });
    const message = peer.say(said("We met."));
    await peer.messageShortcut(CHECK, message).message();
    await peer.messageShortcut(CHECK, message, { team: "T0GUEST", user: "U0GUEST" }).message();
    expect(tenants).toEqual(["slack:team:T0KOREA01", "slack:team:T0GUEST"]);
  });
});
