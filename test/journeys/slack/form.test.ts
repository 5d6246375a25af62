import type { InputBlock, KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import type { FormField } from "../../../src/core/reply.ts";
import type { PeerMessage } from "../../peers/slack/messages.ts";
import { buttonsOf, linesOf } from "../../slack/plain.ts";
import { remembering, settings } from "../settings.ts";
import { MODES, gate, running, type SceneOptions } from "./harness.ts";

const FIELDS: readonly FormField[] = [
  { name: "at", label: "When", value: "09:00" },
  { name: "query", label: "What", value: "Kim", optional: true },
];
const ASK = { command: "/korea", text: "settings" };
const read = (message: PeerMessage) => linesOf({ blocks: message.blocks as KnownBlock[] });
const edit = (message: PeerMessage) => buttonsOf(message.blocks as KnownBlock[])[0]!.actionId;

describe.each(MODES)("a window that a button opens in %s mode", (mode) => {
  const kept = remembering();
  const set = (fields = FIELDS, options: SceneOptions = {}) =>
    running(mode, { commands: [settings(fields)], around: kept.around, ...options });

  test("shows what stands in it already, and tells what may stay blank", async () => {
    const { peer } = await set();
    const first = await peer.slash(ASK).message();
    const view = await peer.blockAction(first, edit(first)).view();
    expect([view.title.text, view.submit?.text, view.close?.text]).toEqual(["Settings", "Send", "Cancel"]);
    expect(view.blocks).toMatchObject([
      { block_id: "at", optional: false, label: { text: "When" }, element: { initial_value: "09:00" } },
      { block_id: "query", optional: true, label: { text: "What" }, element: { initial_value: "Kim" } },
    ]);
  });

  test("has its buttons in the person's language", async () => {
    const { peer } = await set();
    const first = await peer.slash({ ...ASK, locale: "ko-KR" }).message();
    const view = await peer.blockAction(first, edit(first)).view();
    expect([view.submit?.text, view.close?.text]).toEqual(["보내기", "취소"]);
  });

  test("is closed when it is sent, and answered privately where the button was, also without the bot", async () => {
    const { peer } = await set();
    const first = await peer.slash({ ...ASK, channel: "C0OUTSIDE" }).message();
    const clicked = peer.blockAction(first, edit(first));
    const sent = peer.viewSubmission(await clicked.view(), { at: "10:30" });
    expect(await sent.ack()).toEqual({ ok: true, body: undefined });
    expect(await sent.response()).toEqual({ kind: "closed", all: true });
    const answer = await clicked.message();
    expect([answer.channel, answer.to, read(answer)]).toEqual([
      "C0OUTSIDE",
      "U0ASKER",
      ["10:30 Kim by U0ASKER"],
    ]);
    expect(kept.answers.at(-1)).toEqual({ at: "10:30", query: "Kim" });
    expect(kept.askers.at(-1)).toMatchObject({ user: "U0ASKER", channel: "C0OUTSIDE" });
    expect(await sent.redeliver()).toEqual({ ok: true, body: undefined });
    expect(peer.ephemerals).toHaveLength(2);
  });

  test("gives what was emptied as an empty text, and takes no blank where an answer is needed", async () => {
    const { peer } = await set();
    const first = await peer.slash(ASK).message();
    const clicked = peer.blockAction(first, edit(first));
    const view = await clicked.view();
    expect(() => peer.viewSubmission(view, { at: null })).toThrow('Slack asks for "at"');
    peer.viewSubmission(view, { query: null });
    expect(read(await clicked.message())).toEqual(["09:00 nothing by U0ASKER"]);
    expect(kept.answers.at(-1)).toEqual({ at: "09:00", query: "" });
  });

  test("says what the person may do when they send it, not when they opened it", async () => {
    const { peer } = await set();
    const first = await peer.slash({ ...ASK, user: "U0ADMIN" }).message();
    const clicked = peer.blockAction(first, edit(first), { user: "U0ADMIN" });
    const view = await clicked.view();
    expect(kept.askers.at(-1)!.mayManage).toBe(true);
    peer.viewSubmission(view, {}, { user: "U0ASKER" });
    await clicked.message();
    expect(kept.askers.at(-1)).toMatchObject({ user: "U0ASKER", mayManage: false });
  });

  test("keeps labels, texts and what it passes on within Slack's limits, and shows controls as what they are", async () => {
    const label = `W\u202E${"W".repeat(2_500)}`;
    const { peer } = await set([{ name: "at", label, value: "x".repeat(5_000) }]);
    const first = await peer.slash(ASK).message();
    const view = await peer.blockAction(first, edit(first)).view();
    const [block] = view.blocks as InputBlock[];
    expect(block!.label.text.startsWith(String.raw`W\u{202e}WWW`)).toBe(true);
    expect((block!.element as { initial_value: string }).initial_value).toBe(`${"x".repeat(2_999)}…`);
  });

  test("that stood open for more than half an hour is answered where the bot is", async () => {
    const { peer } = await set();
    const first = await peer.slash(ASK).message();
    const view = await peer.blockAction(first, edit(first)).view();
    peer.clock.advance(31 * 60_000);
    peer.viewSubmission(view, {});
    await peer.called("chat.postEphemeral");
    const last = peer.ephemerals.at(-1)!;
    expect([last.channel, last.to, read(last)]).toEqual(["C0GENERAL", "U0ASKER", ["09:00 Kim by U0ASKER"]]);
  });

  test("belongs to the workspace: another one's button opens none", async () => {
    const { peer } = await set(FIELDS, { workspaces: [{}, { id: "T0OTHER", botToken: "xoxb-other" }] });
    const first = await peer.slash(ASK).message();
    const clicked = peer.blockAction(first, edit(first), { team: "T0OTHER", user: "U0STRANGER" });
    expect(read(await clicked.message())).toEqual([
      "This choice is no longer kept (choices last 90 days). Search again.",
    ]);
  });

  test.each([
    ["en-US", "The window could not be opened in time. Press the button again."],
    ["ko-KR", "제때 창을 열지 못했습니다. 버튼을 다시 눌러 주세요."],
  ])("that Slack does not open any more is told, in %s", async (locale, told) => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      press: (...asked) => slow.wait.then(() => desk.press(...asked)),
    });
    const { peer, log } = await set(FIELDS, { around });
    const first = await peer.slash({ ...ASK, locale }).message();
    const clicked = peer.blockAction(first, edit(first));
    await clicked.ack();
    peer.clock.advance(3_000);
    slow.open();
    expect(read(await clicked.message())).toEqual([told]);
    expect(await log.until("a window was not opened")).toContain("expired_trigger_id");
    expect(peer.ephemerals).toHaveLength(2);
  });

  test("is not opened by a command: what it needs is told as usage", async () => {
    const { peer } = await running(mode);
    expect(read(await peer.slash({ command: "/korea", text: "search" }).message())[0]).toMatch(
      /still needs/u,
    );
  });
});
