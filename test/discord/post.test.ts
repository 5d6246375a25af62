import { ComponentType, PermissionFlagsBits as Can, type APIMessage } from "discord.js";
import { describe, expect, it } from "vitest";
import type { ChannelRef } from "../../src/core/subscription.ts";
import type { PostOutcome, PostRequest } from "../../src/delivery/port.ts";
import { markIn, markOf } from "../../src/discord/custom-id.ts";
import { createDiscordPost } from "../../src/discord/post.ts";
import type { Component } from "../../src/discord/render.ts";
import { HOSTILE, PLAIN, hostileDigest, keep } from "../delivery-samples.ts";
import type { DiscordPeer } from "../peers/discord.ts";
import type { ManualClock } from "../peers/clock.ts";
import type { Fault } from "../peers/discord/faults.ts";
import { startPeer } from "../peers/discord/harness.ts";
import { meantLines, shownLines } from "./shown.ts";

const KEY = "delivery/of:2026-06-01";
const ROUTE = "/channels/{channel_id}/messages";
const MINUTE = 60_000;

async function setUp() {
  const peer = await startPeer();
  const port = createDiscordPost({ token: peer.token, apiUrl: peer.apiUrl, keep });
  const channel: ChannelRef = { tenant: `discord:guild:${peer.guild.id}`, channel: peer.channel.id };
  const request = (given: Partial<PostRequest> = {}): PostRequest => ({
    channel,
    reply: hostileDigest(),
    language: "en",
    key: KEY,
    signal: new AbortController().signal,
    ...given,
  });
  const clock = peer.clock as ManualClock;
  const start = clock.now();
  const verify = (key = KEY) =>
    port.verify({ channel, key, since: start, signal: new AbortController().signal });
  const posted = () => peer.messages(peer.channel.id).filter(({ author }) => author.id === peer.bot.id);
  return { peer, port, channel, request, clock, start, verify, posted };
}

const marksOf = ({ components }: APIMessage) =>
  (components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.map((one) => ("custom_id" in one ? markIn(one.custom_id) : null))
      : [],
  );

const fault = (peer: DiscordPeer, given: Omit<Fault, "method" | "path">) =>
  peer.fault({ method: "POST", path: ROUTE, ...given });

describe("a digest that Discord takes", () => {
  it("is one message, marked in its nonce and buttons, that pings nobody", async () => {
    const { peer, port, request, posted } = await setUp();
    const outcome = await port.post(request());
    const [message] = posted();
    expect(outcome).toEqual({ outcome: "sent", message: message!.id });
    expect(posted()).toHaveLength(1);
    expect(message).toMatchObject({ mention_everyone: false, mentions: [], nonce: markOf(KEY) });
    expect(marksOf(message!)).toEqual([markOf(KEY), markOf(KEY)]);
    expect(peer.requests[0]!.body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
    expect(peer.violations).toEqual([]);
  });

  it("stays text, whatever is in it", async () => {
    const { port, request, posted } = await setUp();
    await port.post(request());
    const components = posted()[0]!.components as unknown as Component[];
    const lines = components.flatMap((component) =>
      component.type === ComponentType.TextDisplay ? shownLines(component.content) : [],
    );
    expect(lines).toEqual(meantLines(hostileDigest()));
    expect(JSON.stringify(lines)).toContain(JSON.stringify(HOSTILE).slice(1, -1));
  });

  it("has a button for the mark where the reply has none", async () => {
    const { port, request, posted, verify } = await setUp();
    await port.post(request({ reply: PLAIN, language: "ko" }));
    expect(marksOf(posted()[0]!)).toEqual([markOf(KEY)]);
    expect(await verify()).toEqual({ found: true, message: posted()[0]!.id });
  });

  it("is dropped by Discord the second time within minutes, and is not after them", async () => {
    const { port, request, posted, clock } = await setUp();
    const first = await port.post(request());
    clock.advance(2 * MINUTE);
    expect(await port.repost!(request())).toEqual(first);
    expect(posted()).toHaveLength(1);
    clock.advance(10 * MINUTE);
    expect(await port.repost!(request())).not.toEqual(first);
    expect(posted()).toHaveLength(2);
  });

  it("goes into a thread where the bot may write in threads", async () => {
    const { peer, port, request, channel } = await setUp();
    const thread = peer.addThread(peer.channel.id, "digests");
    const there = { channel: { ...channel, channel: thread.id } };
    expect(await port.post(request(there))).toMatchObject({ outcome: "sent" });
    peer.permit(thread.id, Can.ViewChannel | Can.SendMessages);
    expect(await port.post(request(there))).toMatchObject({ outcome: "permanent", reason: "forbidden" });
  });
});

describe("a digest that was not posted, and may be later", () => {
  it.each<[string, Fault["outcome"], number]>([
    ["a second", { retryAfter: 1 }, 1_050],
    ["an hour", { retryAfter: 3_600 }, 3_600_050],
    ["a while, everywhere", { retryAfter: 5, scope: "global" }, 5_050],
    ["no time", { status: 429, body: { message: "You are being rate limited." } }, 30_000],
    [
      "a date",
      { status: 429, body: "", headers: { "retry-after": "Mon, 01 Jun 2026 00:00:00 GMT" } },
      30_000,
    ],
  ])("waits where a 429 names %s, and the limit is not remembered here", async (_, outcome, after) => {
    const { peer, port, request, posted } = await setUp();
    fault(peer, { outcome });
    expect(await port.post(request())).toEqual({ outcome: "again", after });
    expect(posted()).toEqual([]);
    expect(await port.post(request())).toMatchObject({ outcome: "sent" });
    expect(peer.requests).toHaveLength(2);
  });

  it("tells of a rate limit, and of nothing else", async () => {
    const { peer, request } = await setUp();
    let limits = 0;
    const onLimit = () => (limits += 1);
    const port = createDiscordPost({ token: peer.token, apiUrl: peer.apiUrl, keep, onLimit });
    fault(peer, { outcome: { retryAfter: 1 } });
    fault(peer, { outcome: { status: 429, body: "<html>" } });
    fault(peer, { outcome: { status: 503, body: "" } });
    for (let i = 0; i < 4; i += 1) await port.post(request());
    expect(limits).toBe(2);
  });

  it("waits where nobody listens", async () => {
    const { peer, port, request } = await setUp();
    await peer.reach("refused");
    expect(await port.post(request())).toEqual({ outcome: "again", after: 5_000 });
  });

  it("waits where the buttons cannot be kept or the time is over, and sends nothing", async () => {
    const { peer, port, request } = await setUp();
    const locked = createDiscordPost({
      token: peer.token,
      apiUrl: peer.apiUrl,
      keep: () => Promise.reject(new Error("database is locked")),
    });
    expect(await locked.post(request())).toMatchObject({ outcome: "again" });
    expect(await port.post(request({ signal: AbortSignal.abort() }))).toMatchObject({ outcome: "again" });
    expect(peer.requests).toEqual([]);
  });

  it("waits where a channel is slowed down (20016)", async () => {
    const { peer, port, request } = await setUp();
    fault(peer, { outcome: { status: 400, body: { code: 20_016, message: "slowmode" } } });
    expect(await port.post(request())).toMatchObject({ outcome: "again" });
  });
});

describe("a digest that will not be posted", () => {
  const permanent = (reason: string, detail: RegExp) => ({
    outcome: "permanent",
    reason,
    detail: expect.stringMatching(detail) as string,
  });

  it("is one for a channel that was deleted (10003)", async () => {
    const { peer, port, request } = await setUp();
    peer.removeChannel(peer.channel.id);
    expect(await port.post(request())).toEqual(permanent("gone", /does not exist/u));
  });

  it.each([
    ["the bot cannot see (50001)", 0n],
    ["the bot may not write in (50013)", Can.ViewChannel | Can.ReadMessageHistory],
  ])("is one for a channel that %s", async (_, bits) => {
    const { peer, port, request } = await setUp();
    peer.permit(peer.channel.id, bits);
    expect(await port.post(request())).toEqual(permanent("forbidden", /View Channel and Send Messages/u));
  });

  it("is one with a token that is refused, also the second time", async () => {
    const { peer, request } = await setUp();
    const port = createDiscordPost({ token: "revoked", apiUrl: peer.apiUrl, keep });
    for (let i = 0; i < 2; i += 1)
      expect(await port.post(request())).toEqual(permanent("token", /refuses the bot's token/u));
  });

  it("is one whose form is refused (50035)", async () => {
    const { peer, port, request } = await setUp();
    fault(peer, { outcome: { status: 400, body: { code: 50_035, message: "Invalid Form Body" } } });
    expect(await port.post(request())).toEqual(permanent("forbidden", /Invalid Form Body \(code 50035\)/u));
  });

  it("is one with an excerpt that is not its document's", async () => {
    const { peer, port, request } = await setUp();
    const reply = hostileDigest();
    const blocks = reply.blocks.map((block) =>
      block.type === "quote" ? { ...block, excerpt: { ...block.excerpt, text: "other" } } : block,
    );
    expect(await port.post(request({ reply: { ...reply, blocks } }))).toEqual(
      permanent("forbidden", /does not match/u),
    );
    expect(peer.requests).toEqual([]);
  });
});

describe("a digest of which nobody knows whether it was posted", () => {
  const unclear: PostOutcome = { outcome: "unclear", detail: expect.any(String) as string };

  it.each<[string, Pick<Fault, "when" | "outcome">, number]>([
    ["cut off before it was taken", { outcome: "reset" }, 0],
    ["cut off after it was taken", { when: "after", outcome: "reset" }, 1],
    ["a 500, not taken", { outcome: { status: 500, body: "" } }, 0],
    ["a 502 with a page, taken", { when: "after", outcome: { status: 502, body: "<html>" } }, 1],
    ["a 503, taken", { when: "after", outcome: { status: 503, body: {} } }, 1],
    ["a 504, taken", { when: "after", outcome: { status: 504, body: "" } }, 1],
    ["a page of 200", { when: "after", outcome: { status: 200, body: "<html>" } }, 1],
    [
      "JSON that is none",
      { when: "after", outcome: { status: 200, body: "{", headers: { "content-type": "application/json" } } },
      1,
    ],
    ["no message", { when: "after", outcome: { status: 200, body: {} } }, 1],
    ["a 403 page of an intermediary", { outcome: { status: 403, body: "<html>" } }, 0],
  ])("is told as such and found out afterwards: %s", async (_, given, count) => {
    const { peer, port, request, posted, verify } = await setUp();
    peer.say("hello");
    fault(peer, given);
    expect(await port.post(request())).toEqual(unclear);
    expect(posted()).toHaveLength(count);
    expect(peer.requests).toHaveLength(1);
    expect(await verify()).toEqual(
      count === 0 ? { found: false } : { found: true, message: posted()[0]!.id },
    );
  });

  it.each<[string, Pick<Fault, "outcome" | "delayMs">]>([
    ["no head", { outcome: "pass", delayMs: MINUTE }],
    ["half a body", { outcome: "stall" }],
  ])("is told as such where the time is over with %s", async (_, given) => {
    const { peer, port, request, posted } = await setUp();
    const deadline = new AbortController();
    fault(peer, { when: "after", met: () => deadline.abort(), ...given });
    expect(await port.post(request({ signal: deadline.signal }))).toEqual(unclear);
    expect(posted()).toHaveLength(1);
    // The nonce makes one of the two.
    expect(await port.repost!(request())).toEqual({ outcome: "sent", message: posted()[0]!.id });
    expect(posted()).toHaveLength(1);
  });
});

describe("the history", () => {
  it("proves what is in it and what is not, on many pages", async () => {
    const { peer, port, request, verify, posted } = await setUp();
    peer.say("before");
    await port.post(request());
    for (let i = 0; i < 250; i += 1) peer.say(`talk ${i}`);
    expect(await verify()).toEqual({ found: true, message: posted()[0]!.id });
    expect(await verify("another key")).toEqual({ found: false });
  });

  it("is not read further back than two hours before", async () => {
    const { peer, channel, port, clock } = await setUp();
    for (let i = 0; i < 200; i += 1) peer.say(`talk ${i}`);
    clock.advance(3 * 60 * MINUTE);
    const { signal } = new AbortController();
    expect(await port.verify({ channel, key: KEY, since: clock.now(), signal })).toEqual({ found: false });
    expect(peer.requests.filter(({ route }) => route === ROUTE)).toHaveLength(1);
  });

  it("finds a message where this machine's clock is an hour off", async () => {
    const { peer, channel, port, request, start, posted } = await setUp();
    await port.post(request());
    for (let i = 0; i < 150; i += 1) peer.say(`talk ${i}`);
    const { signal } = new AbortController();
    for (const since of [start - 60 * MINUTE, start + 60 * MINUTE])
      expect(await port.verify({ channel, key: KEY, since, signal })).toEqual({
        found: true,
        message: posted()[0]!.id,
      });
  });

  it("proves nothing where too much was said since", async () => {
    const { peer, verify } = await setUp();
    for (let i = 0; i < 2_100; i += 1) peer.say("talk");
    expect(await verify()).toEqual({ found: null, detail: "More than 2000 messages were posted since" });
  });

  it("proves nothing where it is empty because the bot may not read it", async () => {
    const { peer, port, request, verify } = await setUp();
    peer.permit(peer.channel.id, Can.ViewChannel | Can.SendMessages);
    await port.post(request());
    expect(await verify()).toEqual({
      found: null,
      detail: expect.stringContaining("Read Message History") as string,
    });
  });

  it("proves absence where it is empty and the bot may read it", async () => {
    const { verify } = await setUp();
    expect(await verify()).toEqual({ found: false });
  });

  it("takes another person's message for none of ours", async () => {
    const { peer, port, request, verify, posted } = await setUp();
    await port.post(request());
    const [message] = posted();
    message!.author = peer.user;
    expect(await verify()).toEqual({ found: false });
  });

  it.each<[string, Fault["outcome"], number]>([
    ["a rate limit", { retryAfter: 7 }, 7_050],
    ["an outage", { status: 503, body: "" }, 5_000],
    ["a cut", "reset", 5_000],
    ["nonsense", { status: 200, body: {} }, 5_000],
  ])("can be read later after %s", async (_, outcome, after) => {
    const { peer, verify } = await setUp();
    peer.fault({ method: "GET", path: ROUTE, outcome });
    expect(await verify()).toEqual({ found: "later", after });
  });

  it("cannot be read at all where the channel or the token is gone", async () => {
    const { peer, channel, verify, start } = await setUp();
    const { signal } = new AbortController();
    const port = createDiscordPost({ token: "revoked", apiUrl: peer.apiUrl, keep });
    const gone = { found: null, detail: expect.any(String) as string };
    expect(await port.verify({ channel, key: KEY, since: start, signal })).toEqual(gone);
    peer.permit(channel.channel, 0n);
    expect(await verify()).toEqual(gone);
    peer.removeChannel(channel.channel);
    expect(await verify()).toEqual(gone);
  });
});
