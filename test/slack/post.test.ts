import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/core/reply.ts";
import type { PostOutcome, PostRequest } from "../../src/delivery/port.ts";
import { createSlackPost } from "../../src/slack/post.ts";
import { HOSTILE, PLAIN, hostileDigest, keep } from "../delivery-samples.ts";
import type { Fault } from "../peers/slack/faults.ts";
import type { SlackPeerOptions } from "../peers/slack/options.ts";
import { start as startPeer } from "../peers/slack/web-client.ts";
import { linesOf } from "./plain.ts";

const KEY = "delivery/of:2026-06-01";
const GENERAL = "C0GENERAL";
const MINUTE = 60_000;

async function setUp(options: SlackPeerOptions = {}) {
  const [peer] = await startPeer(options);
  const port = createSlackPost({ botToken: peer.workspace.botToken, apiUrl: peer.apiUrl, keep });
  const channelOf = (channel: string) => ({ tenant: `slack:team:${peer.workspace.id}` as const, channel });
  const request = (given: Partial<PostRequest> = {}): PostRequest => ({
    channel: channelOf(GENERAL),
    reply: hostileDigest(),
    language: "en",
    key: KEY,
    signal: new AbortController().signal,
    ...given,
  });
  const start = peer.clock.now();
  const verify = (given: { key?: string; channel?: string; since?: number } = {}) =>
    port.verify({
      channel: channelOf(given.channel ?? GENERAL),
      key: given.key ?? KEY,
      since: given.since ?? start,
      signal: new AbortController().signal,
    });
  const posted = () => peer.messages(GENERAL).filter(({ bot_id }) => bot_id !== undefined);
  const talk = (count: number) => {
    for (let i = 0; i < count; i += 1) peer.say({ channel: GENERAL, user: "U0ASKER", text: `talk ${i}` });
  };
  return { peer, port, request, channelOf, start, verify, posted, talk };
}

describe("a digest that Slack takes", () => {
  it("is one message with its key, and nothing is unfurled", async () => {
    const { peer, port, request, posted } = await setUp();
    const outcome = await port.post(request());
    expect(posted()).toHaveLength(1);
    const [message] = posted();
    expect(outcome).toEqual({ outcome: "sent", message: message!.ts });
    expect(message!.metadata).toEqual({ event_type: "korea_digest", event_payload: { key: KEY } });
    expect(message!.blocks[0]).toMatchObject({ block_id: `korea_digest:${KEY}` });
    expect(peer.requests[0]!.args).toMatchObject({ unfurl_links: "false", unfurl_media: "false" });
    expect(peer.violations).toEqual([]);
  });

  it("stays text, whatever is in it", async () => {
    const { port, request, posted } = await setUp();
    await port.post(request());
    const [message] = posted();
    const blocks = message!.blocks as Parameters<typeof linesOf>[0]["blocks"];
    expect(linesOf({ blocks })).toEqual([HOSTILE, `${HOSTILE} and the sum…`, HOSTILE, HOSTILE]);
    expect(message!.text).not.toMatch(/[<>]/u);
  });

  it("has nothing that Slack would drop a second one by", async () => {
    const { port } = await setUp();
    expect(port.repost).toBeNull();
  });
});

describe("a digest that was not posted, and may be later", () => {
  it("tells of a rate limit, and of nothing else", async () => {
    const { peer, request } = await setUp();
    let limits = 0;
    const parts = { botToken: peer.workspace.botToken, apiUrl: peer.apiUrl };
    const port = createSlackPost({ ...parts, keep, onLimit: () => (limits += 1) });
    peer.fail("chat.postMessage", { kind: "rate_limited", retryAfter: 1 });
    peer.fail("chat.postMessage", { kind: "http", status: 503 });
    for (let i = 0; i < 3; i += 1) await port.post(request());
    expect(limits).toBe(1);
  });

  it.each<[string, Fault, number]>([
    ["a second", { kind: "rate_limited", retryAfter: 1 }, 1_000],
    ["an hour", { kind: "rate_limited", retryAfter: 3_600 }, 3_600_000],
    ["no time", { kind: "rate_limited", retryAfter: null }, MINUTE],
    ["no status", { kind: "error", error: "ratelimited" }, MINUTE],
    ["the workspace's limit", { kind: "error", error: "message_limit_exceeded" }, MINUTE],
  ])("waits where a limit names %s, and the limit is not remembered here", async (_, fault, after) => {
    const { peer, port, request, posted } = await setUp();
    peer.fail("chat.postMessage", fault);
    expect(await port.post(request())).toEqual({ outcome: "again", after });
    expect(posted()).toEqual([]);
    expect(await port.post(request())).toMatchObject({ outcome: "sent" });
    expect(peer.requests).toHaveLength(2);
  });

  it("waits where nobody listens", async () => {
    const { peer, port, request } = await setUp();
    await peer.close();
    expect(await port.post(request())).toEqual({ outcome: "again", after: 5_000 });
  });

  it("waits where the buttons cannot be kept or the time is over, and sends nothing", async () => {
    const { peer, port, request } = await setUp();
    const { apiUrl, workspace } = peer;
    const locked = createSlackPost({
      botToken: workspace.botToken,
      apiUrl,
      keep: () => Promise.reject(new Error("database is locked")),
    });
    expect(await locked.post(request())).toMatchObject({ outcome: "again" });
    expect(await port.post(request({ signal: AbortSignal.abort() }))).toMatchObject({ outcome: "again" });
    expect(peer.requests).toEqual([]);
  });
});

describe("a digest that will not be posted", () => {
  const permanent = (reason: string, detail: string): PostOutcome => ({
    outcome: "permanent",
    reason: reason as "gone",
    detail: expect.stringContaining(detail) as string,
  });

  it.each([
    ["does not exist", "C0NOWHERE", "gone", "channel_not_found"],
    ["is private and the bot is out of it", "C0SECRET", "gone", "channel_not_found"],
    ["is archived", "C0ARCHIVE", "gone", "is_archived"],
    ["the bot is not in", "C0OUTSIDE", "forbidden", "not_in_channel"],
  ])("is one for a channel that %s", async (_, channel, reason, detail) => {
    const { port, request, channelOf } = await setUp();
    expect(await port.post(request({ channel: channelOf(channel) }))).toEqual(permanent(reason, detail));
  });

  it.each(["account_inactive", "token_revoked", "token_expired", "invalid_auth"] as const)(
    "is one with a token that is refused: %s",
    async (state) => {
      const { peer, port, request } = await setUp();
      peer.workspace.tokenState = state;
      expect(await port.post(request())).toEqual(permanent("token", state));
    },
  );

  it("is one without the scope", async () => {
    const { peer, port, request } = await setUp();
    peer.workspace.scopes.delete("chat:write");
    expect(await port.post(request())).toEqual(permanent("forbidden", "chat:write"));
  });

  it.each(["msg_too_long", "restricted_action", "restricted_action_read_only_channel", "invalid_blocks"])(
    "is one that Slack refuses: %s",
    async (error) => {
      const { peer, port, request } = await setUp();
      peer.fail("chat.postMessage", { kind: "error", error });
      expect(await port.post(request())).toEqual(permanent("forbidden", error));
    },
  );

  it("is one with an excerpt that is not its document's", async () => {
    const { peer, port, request } = await setUp();
    const digest = hostileDigest();
    const reply: Reply = {
      ...digest,
      blocks: digest.blocks.map((block) =>
        block.type === "quote" ? { ...block, excerpt: { ...block.excerpt, text: "other" } } : block,
      ),
    };
    expect(await port.post(request({ reply }))).toEqual(permanent("forbidden", "does not match"));
    expect(peer.requests).toEqual([]);
  });
});

describe("a digest of which nobody knows whether it was posted", () => {
  const unclear: PostOutcome = { outcome: "unclear", detail: expect.any(String) as string };

  it.each<[string, Fault, boolean]>([
    ["cut off before it was taken", { kind: "reset" }, false],
    ["cut off after it was taken", { kind: "reset" }, true],
    ["a 500, not taken", { kind: "http", status: 500 }, false],
    ["a 502 with a page, taken", { kind: "http", status: 502, body: "<html>" }, true],
    ["a 503, taken", { kind: "http", status: 503 }, true],
    ["a 504, taken", { kind: "http", status: 504 }, true],
    ["a page of 200", { kind: "http", status: 200, body: "<html>not_in_channel" }, true],
    ["no message", { kind: "http", status: 200, body: '{"ok":true}' }, true],
    ["a 403 page of an intermediary", { kind: "http", status: 403, body: "<html>" }, false],
    ["fatal_error", { kind: "error", error: "fatal_error" }, true],
    ["internal_error", { kind: "error", error: "internal_error" }, false],
    ["an error that nobody knows", { kind: "error", error: "quite_new" }, false],
  ])("is told as such and found out afterwards: %s", async (_, fault, applied) => {
    const { peer, port, request, posted, verify } = await setUp();
    peer.fail("chat.postMessage", fault, { applied });
    expect(await port.post(request())).toEqual(unclear);
    expect(peer.requests).toHaveLength(1);
    expect(await verify()).toEqual(applied ? { found: true, message: posted()[0]!.ts } : { found: false });
  });

  it.each(["hang", "stall"] as const)("is told as such where the time is over: %s", async (kind) => {
    const { peer, port, request, posted, verify } = await setUp();
    peer.fail("chat.postMessage", { kind }, { applied: true });
    const deadline = new AbortController();
    const posting = port.post(request({ signal: deadline.signal }));
    await peer.called("chat.postMessage");
    deadline.abort();
    expect(await posting).toEqual(unclear);
    expect(await verify()).toEqual({ found: true, message: posted()[0]!.ts });
  });
});

describe("the history", () => {
  it("proves what is in it and what is not, on many pages", async () => {
    const { port, request, posted, verify, talk } = await setUp();
    talk(5);
    await port.post(request({ reply: PLAIN }));
    talk(450);
    expect(await verify()).toEqual({ found: true, message: posted()[0]!.ts });
    expect(await verify({ key: "another key" })).toEqual({ found: false });
  });

  it("is found where this machine's clock is an hour off", async () => {
    const { port, request, posted, verify, start } = await setUp();
    await port.post(request());
    for (const since of [start - 60 * MINUTE, start + 60 * MINUTE])
      expect(await verify({ since })).toEqual({ found: true, message: posted()[0]!.ts });
  });

  it("is not asked for what was said long before", async () => {
    const { peer, verify, talk } = await setUp();
    talk(300);
    peer.clock.advance(3 * 60 * MINUTE);
    expect(await verify({ since: peer.clock.now() })).toEqual({ found: false });
    expect(peer.requests).toHaveLength(1);
  });

  it("proves nothing where too much was said since", async () => {
    const { verify, talk } = await setUp();
    talk(2_100);
    expect(await verify()).toEqual({ found: null, detail: "More than 2000 messages were posted since" });
  });

  it("takes a person's message with the same metadata for none of ours", async () => {
    const { peer, verify } = await setUp();
    const metadata = { event_type: "korea_digest", event_payload: { key: KEY } };
    peer.say({ channel: GENERAL, user: "U0ASKER", text: "look" }, { metadata });
    expect(await verify()).toEqual({ found: false });
  });

  it("finds a message by its block where a workspace shows no metadata", async () => {
    const { peer, port, request, posted, verify } = await setUp();
    peer.workspace.hidesMetadata = true;
    await port.post(request());
    expect(await verify()).toEqual({ found: true, message: posted()[0]!.ts });
  });

  it("of an app outside the Marketplace ends after 15 messages, which proves nothing", async () => {
    const { peer, port, request, posted, verify, talk } = await setUp({ unlisted: true });
    await port.post(request());
    talk(20);
    const later = { found: "later", after: MINUTE };
    expect(await verify()).toEqual(later);
    peer.clock.advance(MINUTE);
    // Two pages never fit into a minute: this stays unknown, and is never taken for absent.
    expect(await verify()).toEqual(later);
    expect(posted()).toHaveLength(1);
  });

  it("of an app outside the Marketplace is enough in a quiet channel", async () => {
    const { port, request, posted, verify, talk } = await setUp({ unlisted: true });
    await port.post(request());
    talk(10);
    expect(await verify()).toEqual({ found: true, message: posted()[0]!.ts });
  });

  it.each<[string, Fault, number]>([
    ["a rate limit", { kind: "rate_limited", retryAfter: 7 }, 7_000],
    ["an outage", { kind: "http", status: 503 }, MINUTE],
    ["a cut", { kind: "reset" }, MINUTE],
    ["nonsense", { kind: "http", status: 200, body: "<html>" }, MINUTE],
  ])("can be read later after %s", async (_, fault, after) => {
    const { peer, verify } = await setUp();
    peer.fail("conversations.history", fault);
    expect(await verify()).toEqual({ found: "later", after });
  });

  it("cannot be read without the scope, in a channel the bot is not in, or with a token that is refused", async () => {
    const { peer, verify } = await setUp();
    const unreadable = (why: string) => ({ found: null, detail: expect.stringContaining(why) as string });
    expect(await verify({ channel: "C0OUTSIDE" })).toEqual(unreadable("not_in_channel"));
    expect(await verify({ channel: "C0SECRET" })).toEqual(unreadable("channel_not_found"));
    peer.workspace.scopes.delete("channels:history");
    expect(await verify()).toEqual(unreadable("missing_scope"));
    peer.workspace.tokenState = "token_revoked";
    expect(await verify()).toEqual(unreadable("token_revoked"));
  });
});
