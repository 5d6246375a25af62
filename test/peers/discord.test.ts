import { DiscordAPIError, Events, GatewayIntentBits, PermissionFlagsBits, Routes } from "discord.js";
import { GatewayOpcodes } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { KOREA, login, makeClient, next, register, rest, slash, startPeer } from "./discord/harness.ts";
import { manualClock } from "./discord.ts";

test("a client logs in and sees its guild, channel and application", async () => {
  const peer = await startPeer({ guilds: [{ name: "Seoul", locale: "ko", channels: ["news", "talk"] }] });
  const client = await login(peer);
  const guild = client.guilds.cache.get(peer.guild.id);
  expect(guild?.name).toBe("Seoul");
  expect(guild?.channels.cache.map((channel) => channel.name)).toEqual(["news", "talk"]);
  await client.application?.fetch();
  expect(client.application?.name).toBe("Korea Desk");
  expect(peer.gateway.identifies).toHaveLength(1);
  expect(peer.violations).toEqual([]);
});

test("a session is resumed after a forced close, and missed interactions arrive", async () => {
  const peer = await startPeer();
  await register(peer, KOREA);
  const client = await login(peer, (interaction) => slash(interaction).reply("late"));
  const resumed = next(client, Events.ShardResume);
  peer.gateway.disconnect(4000);
  const handle = peer.command({ name: "korea search", options: { query: "x" } });
  await resumed;
  expect((await handle.message()).content).toBe("late");
  expect(peer.gateway.identifies).toHaveLength(1);
  expect(peer.gateway.resumes).toHaveLength(1);
  expect(peer.violations).toEqual([]);
});

test("RECONNECT leads to a resume, a forgotten session to a new IDENTIFY", async () => {
  const peer = await startPeer();
  const client = await login(peer);
  const resumed = next(client, Events.ShardResume);
  peer.gateway.reconnect();
  await resumed;
  expect(peer.gateway.resumes).toHaveLength(1);
  const again = next(client, Events.ShardReady);
  peer.gateway.invalidateSession(false);
  await again;
  expect(peer.gateway.identifies).toHaveLength(2);
  expect(peer.violations).toEqual([]);
});

test("a heartbeat asked for is sent", async () => {
  const peer = await startPeer();
  await login(peer);
  const beat = peer.gateway.received(GatewayOpcodes.Heartbeat);
  peer.gateway.requestHeartbeat();
  await beat;
  expect(peer.gateway.heartbeats()).toBe(1);
});

test("a wrong token is a 401, and 4004 where only the gateway hears it", async () => {
  const peer = await startPeer();
  await expect(makeClient(peer).login("wrong")).rejects.toThrow("An invalid token was provided.");
  const client = makeClient(peer);
  // The REST side is let through, so that the gateway is the one to refuse.
  const bot = {
    url: peer.gateway.url(),
    shards: 1,
    session_start_limit: { remaining: 1, max_concurrency: 1 },
  };
  peer.fault({ path: "/gateway/bot", outcome: { status: 200, body: bot } });
  const closed = next(client, Events.ShardDisconnect);
  client.on(Events.ShardError, () => {});
  void client.login("wrong").catch(() => {});
  expect((await closed).code).toBe(4004);
});

test("a privileged intent that is not switched on is a 4014, one that is gets in", async () => {
  const peer = await startPeer();
  const client = makeClient(peer, [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]);
  const closed = next(client, Events.ShardDisconnect);
  client.on(Events.ShardError, () => {});
  void client.login(peer.token).catch(() => {});
  expect((await closed).code).toBe(4014);
  const open = await startPeer({ privilegedIntents: GatewayIntentBits.MessageContent });
  const second = makeClient(open, [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]);
  const ready = next(second, Events.ClientReady);
  await second.login(open.token);
  await ready;
});

test("an unreachable peer lets nobody in until it is up", async () => {
  const peer = await startPeer({ reachable: "refused" });
  await expect(rest(peer, { retries: 0 }).get(Routes.user())).rejects.toThrow("ECONNREFUSED");
  await peer.reach("failing");
  await expect(rest(peer, { retries: 0 }).get(Routes.user())).rejects.toMatchObject({ status: 500 });
  await peer.reach("up");
  await login(peer);
});

test("a 429 is retried after its time; other faults reach the client", async () => {
  const peer = await startPeer();
  const path = "/channels/{channel_id}/messages";
  const api = rest(peer, { retries: 0 });
  const post = (content: string) => api.post(Routes.channelMessages(peer.channel.id), { body: { content } });
  peer.fault({ method: "POST", path, outcome: { retryAfter: 0.01 } });
  await post("after a limit");
  expect(peer.requests.map((request) => request.status)).toEqual([429, 200]);
  peer.fault({ path, outcome: { status: 503, body: "busy" } });
  await expect(post("never")).rejects.toMatchObject({ status: 503 });
  peer.fault({ path, outcome: "reset", when: "after" });
  await expect(post("unclear")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(peer.messages(peer.channel.id).map((one) => one.content)).toEqual(["after a limit", "unclear"]);
});

test("a delay waits on the peer's clock", async () => {
  const delays: number[] = [];
  const clock = {
    now: () => 1_700_000_000_000,
    after(ms: number, run: () => void) {
      delays.push(ms);
      queueMicrotask(run);
      return () => {};
    },
  };
  const peer = await startPeer({ clock });
  peer.fault({ path: "/users/@me", delayMs: 1000, outcome: "pass" });
  expect(await rest(peer).get(Routes.user())).toMatchObject({ id: peer.bot.id });
  expect(delays).toEqual([1000]);
});

test("a nonce that is enforced makes one message of two", async () => {
  const clock = manualClock();
  const peer = await startPeer({ clock });
  const client = await login(peer);
  const channel = await client.channels.fetch(peer.channel.id);
  if (!channel?.isSendable()) throw new Error("no channel");
  const send = () => channel.send({ content: "digest", nonce: "n-1", enforceNonce: true });
  const first = await send();
  expect((await send()).id).toBe(first.id);
  clock.advance(3 * 60 * 1000);
  expect((await send()).id).not.toBe(first.id);
  expect(peer.messages(peer.channel.id)).toHaveLength(2);
});

test("missing channels, access and permissions have their own codes", async () => {
  const peer = await startPeer();
  const api = rest(peer);
  const code = async (id: string): Promise<unknown> => {
    const error = await api
      .post(Routes.channelMessages(id), { body: { content: "x" } })
      .catch((e: unknown) => e);
    return error instanceof DiscordAPIError ? [error.status, error.code] : error;
  };
  expect(await code("1")).toEqual([404, 10003]);
  peer.permit(peer.channel.id, 0n);
  expect(await code(peer.channel.id)).toEqual([403, 50001]);
  peer.permit(peer.channel.id, PermissionFlagsBits.ViewChannel);
  expect(await code(peer.channel.id)).toEqual([403, 50013]);
  peer.removeChannel(peer.channel.id);
  expect(await code(peer.channel.id)).toEqual([404, 10003]);
  expect(peer.violations).toEqual([]);
});
