import { describe, expect, test } from "vitest";
import type { KnownBlock } from "@slack/types";
import type { Desk } from "../../../src/core/desk.ts";
import type { PeerMessage } from "../../peers/slack/messages.ts";
import { buttonsOf, labelsOf, linesOf } from "../../slack/plain.ts";
import { gate, MODES, running } from "./harness.ts";

const read = (message: PeerMessage) => linesOf({ blocks: message.blocks as KnownBlock[] });
const labels = (message: PeerMessage) => labelsOf({ blocks: message.blocks as KnownBlock[] });
/** The action id of the first button with this label. */
const button = (message: PeerMessage, label: string) =>
  buttonsOf(message.blocks as KnownBlock[]).find((one) => one.label === label)!.actionId;

const EXPIRED = "This choice is no longer kept (choices last 90 days). Search again.";
const SEARCH = { command: "/korea", text: "search Beijing meeting" };
const HELP = ["Korea Desk", "코리아 데스크"];

describe.each(MODES)("asking in %s mode", (mode) => {
  test("a search is answered inside the acknowledgement, for whoever asked alone", async () => {
    const { peer, log } = await running(mode);
    const asked = peer.slash({ ...SEARCH, channel: "C0GENERAL", user: "U0ASKER" });
    expect(await asked.response()).toMatchObject({
      kind: "message",
      via: "ack",
      message: {
        to: "U0ASKER",
        channel: "C0GENERAL",
        text: "7 excerpts for “Beijing meeting”: 1–5",
      },
    });
    const [answer] = peer.ephemerals;
    expect(read(answer!).slice(0, 3)).toEqual([
      "7 excerpts for “Beijing meeting”: 1–5",
      "The Beijing meeting had 2 rounds.",
      "news · “Round 10”, outlet unknown, undated · English",
    ]);
    expect(labels(answer!)).toEqual([
      ...Array.from({ length: 5 }, () => ["Context", "Share", "Cite"]).flat(),
      "Next",
    ]);
    expect(peer.messages("C0GENERAL")).toEqual([]);
    expect(asked.seen).toHaveLength(1);
    // One request answers: no other call but the one for the language.
    expect(
      peer.requests.map(({ method }) => method).filter((name) => name !== "apps.connections.open"),
    ).toEqual(["auth.test", "users.info"]);
    expect(log.lines).toEqual([
      `info Slack is ready ${JSON.stringify({
        platform: "slack",
        team: "Korea Desk",
        mode,
        ...(mode === "http" ? { port: Number(new URL(peer.requestUrl!).port) } : { port: null }),
      })}`,
    ]);
  });

  test.each([
    ["help", HELP[0]],
    ["", HELP[0]],
    ["  ", HELP[0]],
    ["HELP", HELP[0]],
    ["Beijing meeting", "7 excerpts for “Beijing meeting”: 1–5"],
    ["nowhere &lt;@U1&gt; &amp;", "Nothing found for “nowhere <@U1> &” in 7 documents."],
    [
      "search",
      "/korea search still needs: What to look for, in your own words. Write it behind the command.",
    ],
    ["read", "/korea read still needs: Id of an excerpt or of a document. Write it behind the command."],
    ["search Beijing sort:nowhere", "sort: “nowhere” is not one of relevance, newest, oldest."],
  ])("“/korea %s” is understood", async (text, first) => {
    const { peer } = await running(mode);
    const answer = await peer.slash({ command: "/korea", text }).message();
    expect(read(answer)[0]).toBe(first);
  });

  test.each([
    ["help", HELP[1]],
    ["Beijing meeting", "‘Beijing meeting’ 인용 7건 중 1–5"],
    ["search", "/korea search 명령에 필요한 내용: 찾을 내용. 명령 뒤에 이어서 적어 주세요."],
  ])("“/korea %s” is answered in Korean to whoever has chosen Korean", async (text, first) => {
    const { peer } = await running(mode);
    const answer = await peer.slash({ command: "/korea", text, locale: "ko-KR" }).message();
    expect(read(answer)[0]).toBe(first);
    const other = await peer.slash({ command: "/korea", text, user: "U0ADMIN", locale: "en-US" }).message();
    expect(read(other)[0]).not.toBe(first);
    // Each person's language is asked for once.
    await peer.slash({ command: "/korea", text }).message();
    expect(peer.requests.filter(({ method }) => method === "users.info")).toHaveLength(2);
  });

  test.each([
    ["fails", { kind: "error", error: "internal_error" }],
    ["is cut off", { kind: "reset" }],
    ["is rate limited", { kind: "rate_limited", retryAfter: 30 }],
    ["hangs", { kind: "hang" }],
  ] as const)("where users.info %s the answer comes in English, in time", async (_, fault) => {
    const { peer } = await running(mode);
    peer.fail("users.info", fault);
    const asked = peer.slash({ ...SEARCH, locale: "ko-KR" });
    expect(await asked.response()).toMatchObject({
      via: "ack",
      message: { text: expect.stringMatching(/^7 excerpts/u) as string },
    });
    const later = await peer.slash({ ...SEARCH, locale: "ko-KR" }).message();
    expect(read(later)[0]).toBe("‘Beijing meeting’ 인용 7건 중 1–5");
  });

  test("Context is a new message, Next takes the place of the old one", async () => {
    const { peer } = await running(mode);
    const first = await peer.slash(SEARCH).message();
    const context = peer.blockAction(first, button(first, "Context"));
    expect(await context.ack()).toEqual({ ok: true, body: undefined });
    expect(await context.response()).toMatchObject({
      kind: "message",
      via: "response_url",
      message: { to: "U0ASKER" },
    });
    expect(read(peer.ephemerals[1]!)).toEqual([
      "news · “Round 10”, outlet unknown, undated · English · doc-0@25b2608c:18-51",
      "The visit began.",
      "The Beijing meeting had 2 rounds.",
      "It ended.",
      "Passages 1–3 of 3",
    ]);
    const next = await peer.blockAction(first, button(first, "Next")).response();
    expect(next).toMatchObject({ kind: "update", via: "response_url", message: { ts: first.ts } });
    const [second] = peer.ephemerals;
    expect(read(second!)[0]).toBe("7 excerpts for “Beijing meeting”: 6–7");
    expect(labels(second!)).toEqual(["Context", "Share", "Cite", "Context", "Share", "Cite", "Previous"]);
    const back = await peer.blockAction(second!, button(second!, "Previous")).message();
    expect(read(back)).toEqual(read(first));
    expect(peer.ephemerals).toHaveLength(2);
  });

  test("a button whose action is kept no longer says so", async () => {
    const around = (desk: Desk): Desk => ({ ...desk, keep: () => Promise.resolve("no-longer-kept") });
    const { peer } = await running(mode, { around });
    const first = await peer.slash(SEARCH).message();
    const clicked = await peer.blockAction(first, button(first, "Context")).message();
    expect(read(clicked)).toEqual([EXPIRED]);
  });

  test("what Slack delivers twice is acknowledged twice and answered once", async () => {
    const { peer } = await running(mode);
    const asked = peer.slash(SEARCH);
    const first = await asked.message();
    expect(await asked.redeliver({ attempt: 1, reason: "timeout" })).toEqual({ ok: true, body: undefined });
    const click = peer.blockAction(first, button(first, "Next"));
    await click.response();
    expect(await click.redeliver({ attempt: 1, reason: "timeout" })).toEqual({ ok: true, body: undefined });
    expect([asked.seen.length, click.seen.length]).toEqual([1, 1]);
    expect(peer.ephemerals).toHaveLength(1);
    expect(peer.requests.filter(({ method }) => method === "response_url")).toHaveLength(1);
  });

  test("an answer that is not ready in time follows the empty acknowledgement", async () => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      runText: async (...asked) => {
        await slow.wait;
        return desk.runText(...asked);
      },
    });
    const { peer } = await running(mode, { around });
    const asked = peer.slash(SEARCH);
    expect(await asked.ack()).toEqual({ ok: true, body: undefined });
    expect(asked.seen).toEqual([]);
    expect(await asked.redeliver()).toEqual({ ok: true, body: undefined });
    slow.open();
    expect(await asked.response()).toMatchObject({
      kind: "message",
      via: "response_url",
      message: { to: "U0ASKER", text: "7 excerpts for “Beijing meeting”: 1–5" },
    });
    expect(asked.seen).toHaveLength(1);
  });

  test.each([
    ["fails", { kind: "http", status: 500 }],
    ["is cut off", { kind: "reset" }],
    ["is rate limited", { kind: "rate_limited", retryAfter: 30 }],
    ["is used up", { kind: "http", status: 404, body: "used_url" }],
  ] as const)("a response_url that %s is told to the operator, without what was asked", async (_, fault) => {
    const { peer, log } = await running(mode);
    const first = await peer.slash(SEARCH).message();
    peer.fail("response_url", fault);
    const click = peer.blockAction(first, button(first, "Next"));
    expect(await click.ack()).toEqual({ ok: true, body: undefined });
    expect(await log.until("an answer did not arrive")).toMatch(
      /^warn an answer did not arrive \{"platform":"slack","error":"[\w ]+"\}$/u,
    );
    // What was not answered is answered when it comes again, and so is a new click.
    expect(await click.redeliver()).toEqual({ ok: true, body: undefined });
    expect(await click.response()).toMatchObject({ kind: "update" });
    expect(await peer.blockAction(first, button(first, "Context")).response()).toMatchObject({
      kind: "message",
    });
  });

  test("another workspace's buttons do nothing", async () => {
    const { peer } = await running(mode, { workspaces: [{}, { id: "T0OTHER", botToken: "xoxb-other" }] });
    const first = await peer.slash(SEARCH).message();
    const clicked = await peer
      .blockAction(first, button(first, "Context"), { team: "T0OTHER", user: "U0STRANGER" })
      .message();
    expect(read(clicked)).toEqual([EXPIRED]);
    expect(read(await peer.blockAction(first, button(first, "Context")).message())[1]).toBe(
      "The visit began.",
    );
  });

  test("a workspace is one tenant, inside an organisation too; a shared channel belongs to the team of whoever asks", async () => {
    const tenants: string[] = [];
    const around = (desk: Desk): Desk => ({
      ...desk,
      runText: (line, asker) => {
        tenants.push(asker.tenant);
        return desk.runText(line, asker);
      },
    });
    const { peer } = await running(mode, { around });
    await peer.slash(SEARCH).message();
    await peer.slash({ ...SEARCH, enterprise: { id: "E0ORG", name: "Org" } }).message();
    // A shared channel: the app is installed in the first workspace, the person belongs to another.
    await peer.slash({ ...SEARCH, team: "T0GUEST", user: "U0GUEST" }).message();
    expect(tenants).toEqual(["slack:team:T0KOREA01", "slack:team:T0KOREA01", "slack:team:T0GUEST"]);
  });

  test("a person of a shared channel presses what they were shown", async () => {
    const { peer } = await running(mode);
    const guest = { team: "T0GUEST", user: "U0GUEST" };
    const first = await peer.slash({ ...SEARCH, ...guest }).message();
    const opened = await peer.blockAction(first, button(first, "Context"), guest).message();
    expect(read(opened)[1]).toBe("The visit began.");
    expect(read(await peer.blockAction(first, button(first, "Context")).message())).toEqual([EXPIRED]);
  });
});
