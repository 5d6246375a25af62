import { once } from "node:events";
import { expect, test } from "vitest";
import { createSlackPeer } from "../slack.ts";
import { bot } from "./bot.ts";

test.each(["refresh_requested", "warning"] as const)("a bot told %s connects again", async (reason) => {
  const { app, peer, start } = await bot({ reconnectMs: 1000 });
  app.command("/korea", async ({ ack }) => ack("here"));
  await start();
  expect(peer.socket.open()).toBe(1);
  peer.socket.disconnect(reason);
  await peer.socket.opened(2);
  expect((await peer.slash({ command: "/korea", text: "" }).message()).text).toBe("here");
  expect(peer.requests.filter(({ method }) => method === "apps.connections.open")).toHaveLength(2);
});

test("link_disabled ends the connection at once, and nobody answers", async () => {
  const { peer, start } = await bot();
  await start();
  peer.socket.disconnect("link_disabled");
  expect(peer.socket.open()).toBe(0);
  const asked = peer.slash({ command: "/korea", text: "" });
  expect(await asked.ack()).toEqual({ ok: false, error: "dispatch_failed" });
});

test("an envelope delivered twice has the same id and payload, and is acknowledged twice", async () => {
  const { app, peer, start } = await bot();
  const seen: string[] = [];
  app.command("/korea", async ({ ack, body }) => {
    seen.push(body.trigger_id);
    await ack(`Answer ${seen.length}`);
  });
  await start();
  const asked = peer.slash({ command: "/korea", text: "twice" });
  expect((await asked.message()).text).toBe("Answer 1");
  expect(await asked.redeliver()).toEqual({ ok: true, body: { text: "Answer 2" } });
  expect(seen).toEqual([asked.triggerId, asked.triggerId]);
  expect(peer.violations).toEqual([]);
});

test("envelopes go round several connections, which answer pings", async () => {
  const { app, peer, start } = await bot();
  app.command("/korea", async ({ ack }) => ack("first"));
  await start();
  const opened = await fetch(`${peer.apiUrl}apps.connections.open`, {
    method: "POST",
    headers: { authorization: `Bearer ${peer.appToken}` },
  });
  const { url } = (await opened.json()) as { url: string };
  const heard: string[] = [];
  const second = new WebSocket(url);
  second.addEventListener("message", ({ data }) => void heard.push(String(data)));
  await peer.socket.opened(2);
  await peer.socket.ping();
  const texts = await Promise.all([
    peer.slash({ command: "/korea", text: "a" }).ack(),
    Promise.resolve(peer.slash({ command: "/korea", text: "b" })).then(async (asked) => {
      second.send(JSON.stringify({ envelope_id: asked.envelopeId, payload: { text: "second" } }));
      second.send(JSON.stringify({ envelope_id: "nobody" }));
      return asked.ack();
    }),
  ]);
  expect(texts).toEqual([
    { ok: true, body: { text: "first" } },
    { ok: true, body: { text: "second" } },
  ]);
  expect(peer.violations).toEqual([
    'socket: not an acknowledgement of an envelope: {"envelope_id":"nobody"}',
  ]);
  expect(JSON.parse(heard[0]!)).toMatchObject({ type: "hello", num_connections: 2 });
  const closed = once(second, "close");
  second.close();
  await closed;
  // A URL opens one connection only.
  await once(new WebSocket(url), "error");
  expect(peer.socket.open()).toBe(1);
});

test("the eleventh connection is sent away", async () => {
  const peer = await createSlackPeer();
  const connect = async (): Promise<unknown> => {
    const opened = await fetch(`${peer.apiUrl}apps.connections.open`, {
      method: "POST",
      headers: { authorization: `Bearer ${peer.appToken}` },
    });
    const { url } = (await opened.json()) as { url: string };
    const [event] = (await once(new WebSocket(url), "message")) as [{ data: string }];
    return JSON.parse(event.data);
  };
  for (let i = 1; i <= 10; i += 1)
    expect(await connect()).toMatchObject({ type: "hello", num_connections: i });
  const sentAway = {
    type: "disconnect",
    reason: "too_many_websockets",
    debug_info: { host: "applink-peer" },
  };
  expect(await connect()).toEqual(sentAway);
  expect(peer.socket.open()).toBe(10);
  await peer.close();
});
