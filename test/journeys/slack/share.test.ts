import type { KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import { buttonsOf, labelsOf, linesOf } from "../../slack/plain.ts";
import type { Fault } from "../../peers/slack/faults.ts";
import type { PeerMessage } from "../../peers/slack/messages.ts";
import { CARRIED } from "../desk.ts";
import { gate, MODES, running, type SceneOptions } from "./harness.ts";

const SEARCH = { command: "/korea", text: "search Beijing meeting" };
const QUOTED = ["The Beijing meeting had 2 rounds.", "news · “Round 10”, outlet unknown, undated · English"];
const EXPIRED = "This choice is no longer kept (choices last 90 days). Search again.";
const read = (message: PeerMessage) => linesOf({ blocks: message.blocks as KnownBlock[] });
const button = (message: PeerMessage, label: string) =>
  buttonsOf(message.blocks as KnownBlock[]).find((one) => one.label === label)!.actionId;
const named = (displayName: string, realName = "Real") => ({
  workspaces: [{ users: [{ id: "U0ASKER", displayName, realName }] }],
});

describe.each(MODES)("sharing in %s mode", (mode) => {
  const set = (options: SceneOptions = {}) => running(mode, { commands: CARRIED, ...options });

  test.each([
    ["en-US", "Share", "Shared by Reader"],
    ["ko-KR", "공유", "Reader 님이 공유했습니다"],
  ])(
    "in %s posts a new message for everybody, and leaves the answer as it is",
    async (locale, label, who) => {
      const { peer } = await set(named("Reader"));
      const first = await peer.slash({ ...SEARCH, channel: "C0OUTSIDE", locale }).message();
      expect(new Set(labelsOf({ blocks: first.blocks as KnownBlock[] }))).toContain(label);
      const pressed = peer.blockAction(first, button(first, label));
      expect(await pressed.ack()).toEqual({ ok: true, body: undefined });
      const shared = await pressed.message();
      expect(shared).toMatchObject({ channel: "C0OUTSIDE", bot_id: peer.workspace.botId, text: who });
      expect(shared.to).toBeUndefined();
      expect(read(shared).slice(0, 2)).toEqual([who, QUOTED[0]]);
      expect(peer.messages("C0OUTSIDE")).toEqual([shared]);
      expect(peer.ephemerals).toEqual([first]);
      expect(peer.requests.at(-1)!.args).toMatchObject({
        response_type: "in_channel",
        replace_original: false,
      });
      // One call tells language and name.
      expect(peer.requests.filter(({ method }) => method === "users.info")).toHaveLength(1);
    },
  );

  test.each([
    ["who has no display name by the real one", named(" ", "Real Name"), "Shared by Real Name"],
    ["whom Slack does not name by none", named("", " "), "Shared by ?"],
  ])("names %s", async (_, options, line) => {
    const { peer } = await set(options);
    const first = await peer.slash(SEARCH).message();
    expect(read(await peer.blockAction(first, button(first, "Share")).message())[0]).toBe(line);
  });

  test.each(["<!channel>", "<@U0ADMIN> &amp;", "*b* _i_ `c`", "<https://evil.example|bank>", "\u202Eevil"])(
    "by somebody who is called %j mentions nobody and marks nothing",
    async (name) => {
      const { peer } = await set(named(name));
      const first = await peer.slash(SEARCH).message();
      const shared = await peer.blockAction(first, button(first, "Share")).message();
      const shown = name.replace("\u202E", String.raw`\u{202e}`);
      expect(read(shared)[0]).toBe(`Shared by ${shown}`);
      expect(shared.text).not.toMatch(/[<>\u202E]/u);
      expect(JSON.stringify(shared.blocks)).not.toMatch(
        /"type":"(?:link|user|broadcast|usergroup|channel)"/u,
      );
    },
  );

  test("late or delivered twice is posted once", async () => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      press: async (...asked) => {
        await slow.wait;
        return desk.press(...asked);
      },
    });
    const { peer } = await set({ around });
    const first = await peer.slash(SEARCH).message();
    const pressed = peer.blockAction(first, button(first, "Share"));
    expect(await pressed.ack()).toEqual({ ok: true, body: undefined });
    expect(await pressed.redeliver()).toEqual({ ok: true, body: undefined });
    peer.clock.advance(60_000);
    slow.open();
    const shared = await pressed.message();
    expect(await pressed.redeliver()).toEqual({ ok: true, body: undefined });
    expect(peer.messages("C0GENERAL")).toEqual([shared]);
    expect(read(shared).slice(1, 3)).toEqual(QUOTED);
  });

  test("a command that is shared is not shown as it was typed", async () => {
    const around = (desk: Desk): Desk => ({
      ...desk,
      runText: async (...asked) => ({ ...(await desk.runText(...asked)), shared: true }) as never,
    });
    const { peer } = await set({ around });
    const asked = peer.slash(SEARCH);
    expect(await asked.ack()).toEqual({ ok: true, body: undefined });
    expect(await asked.response()).toMatchObject({ kind: "message", via: "response_url" });
    expect([peer.messages("C0GENERAL").length, peer.ephemerals.length]).toEqual([1, 0]);
  });

  const REFUSED =
    "This could not be posted here: the channel is archived, or not everybody may post in it. Share it in another channel, or ask whoever manages this one.";
  const UNKNOWN = "Whether this was posted is not known. Look in the channel before you share it again.";
  test.each<[string, Fault, string]>([
    ["channel_not_found", { kind: "http", status: 404, body: "channel_not_found" }, REFUSED],
    ["is_archived", { kind: "http", status: 403, body: "is_archived" }, REFUSED],
    ["restricted_action", { kind: "http", status: 403, body: "restricted_action" }, REFUSED],
    [
      "rate limited",
      { kind: "rate_limited", retryAfter: 30 },
      "This could not be posted just now. Wait a minute and share it again.",
    ],
    ["an outage", { kind: "http", status: 502 }, UNKNOWN],
    ["cut off", { kind: "reset" }, UNKNOWN],
  ])("that fails (%s) is told to whoever shared, and not done again", async (_, fault, told) => {
    const { peer, log } = await set();
    const first = await peer.slash(SEARCH).message();
    peer.fail("response_url", fault);
    const pressed = peer.blockAction(first, button(first, "Share"));
    const answer = await pressed.message();
    expect([answer.to, read(answer)]).toEqual(["U0ASKER", [told]]);
    expect(await log.until("a shared answer was not posted")).toMatch(
      /^warn a shared answer was not posted \{"platform":"slack","error":"[\w ]+"\}$/u,
    );
    expect(await pressed.redeliver()).toEqual({ ok: true, body: undefined });
    expect(peer.messages("C0GENERAL")).toEqual([]);
    expect(pressed.seen).toHaveLength(1);
  });

  test("that fails is told in Korean to whoever has chosen Korean", async () => {
    const { peer } = await set();
    const first = await peer.slash({ ...SEARCH, locale: "ko-KR" }).message();
    peer.fail("response_url", { kind: "http", status: 404, body: "channel_not_found" });
    expect(read(await peer.blockAction(first, button(first, "공유")).message())).toEqual([
      "이곳에는 게시하지 못했습니다. 보관된 채널이거나 게시 권한이 제한된 채널입니다. 다른 채널에서 공유하거나 채널 관리자에게 문의해 주세요.",
    ]);
  });

  test("belongs to the workspace: another one's button shares nothing", async () => {
    const { peer } = await set({ workspaces: [{}, { id: "T0OTHER", botToken: "xoxb-other" }] });
    const first = await peer.slash(SEARCH).message();
    const clicked = await peer
      .blockAction(first, button(first, "Share"), { team: "T0OTHER", user: "U0STRANGER" })
      .message();
    expect([clicked.to, read(clicked)]).toEqual(["U0STRANGER", [EXPIRED]]);
    expect(peer.messages("C0GENERAL")).toEqual([]);
  });
});
