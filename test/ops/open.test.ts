import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createConnectionWatch, type Connections } from "../../src/ops/connections.ts";
import { openOps, type OpsParts } from "../../src/ops/open.ts";
import { listeningLog } from "../live/listening-log.ts";
import { HandClock } from "../process/hand-clock.ts";

const HOST = "127.0.0.1";

async function setUp(given: Partial<OpsParts> = {}) {
  const [clock, log, stop] = [new HandClock(1_000_000), listeningLog(), new AbortController()];
  const connections: Connections = new Map([
    ["discord", createConnectionWatch()],
    ["slack", createConnectionWatch()],
  ]);
  const ops = await openOps({
    where: { host: HOST, port: 0 },
    store: { lastChange: () => Promise.resolve(7) },
    feeds: () => Promise.resolve([]),
    connections,
    clock,
    log,
    stop: stop.signal,
    ...given,
  });
  onTestFinished(() => ops.close());
  const get = async (path: string, method = "GET") => {
    const answer = await fetch(`http://${HOST}:${ops.port}${path}`, { method });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const ready = async () => {
    const { status, text } = await get("/readyz");
    return [status, JSON.parse(text)] as unknown;
  };
  const metric = async (name: string) =>
    (await get("/metrics")).text.split("\n").filter((line) => line.startsWith(name));
  return { clock, log, stop, connections, ops, get, ready, metric };
}

test("it is ready where the store can be read, every platform is connected and the loop looks", async () => {
  const { clock, connections, ops, ready, stop } = await setUp();
  const not = (...names: string[]) => [503, { ready: false, notReady: names }];
  expect(await ready()).toEqual(not("discord", "slack", "scheduler"));
  connections.get("discord")!.opened();
  ops.tick();
  expect(await ready()).toEqual(not("slack"));
  connections.get("slack")!.opened("slack:team:T1");
  expect(await ready()).toEqual([200, { ready: true, notReady: [] }]);
  connections.get("discord")!.lost();
  clock.pass(29_999);
  expect(await ready()).toEqual(not("discord"));
  clock.pass(1);
  connections.get("discord")!.opened();
  expect(await ready()).toEqual(not("scheduler"));
  ops.tick();
  connections.get("slack")!.ended();
  stop.abort();
  expect(await ready()).toEqual(not("slack", "stopping"));
});

test("a store that cannot be read is not ready, and the process lives all the same", async () => {
  const { ops, ready, get } = await setUp({
    store: { lastChange: () => Promise.reject(new Error("disk I/O error")) },
    connections: new Map(),
  });
  ops.tick();
  expect(await ready()).toEqual([503, { ready: false, notReady: ["store"] }]);
  expect(await get("/livez")).toMatchObject({ status: 200, text: "ok\n" });
});

test("only what is there is answered, to GET and HEAD", async () => {
  const { get } = await setUp();
  expect(await get("/livez?verbose=1", "HEAD")).toMatchObject({ status: 200, text: "" });
  const refused = await get("/livez", "POST");
  expect([refused.status, refused.headers.get("allow"), refused.text]).toEqual([
    405,
    "GET, HEAD",
    "GET and HEAD only\n",
  ]);
  for (const path of ["/", "/toString", "/__proto__", "/metrics/x"])
    expect(await get(path)).toMatchObject({ status: 404, text: "There is /livez, /readyz, /metrics.\n" });
});

test("metrics count what came of digests and how connections do", async () => {
  const { ops, connections, clock, metric } = await setUp();
  ops.observe({ platform: "discord", state: "sent", lateness: 12_000 });
  ops.observe({ platform: "discord", state: "sent", lateness: -3 });
  ops.observe({ platform: "slack", state: "unknown", lateness: 70_000 });
  ops.onLimit("discord");
  connections.get("slack")!.opened("slack:team:T1");
  connections.get("slack")!.lost();
  connections.get("slack")!.opened();
  ops.tick();
  clock.pass(2_500);
  expect(await metric("korea_desk_digest_outcomes_total")).toEqual([
    'korea_desk_digest_outcomes_total{platform="discord",state="sent"} 2',
    'korea_desk_digest_outcomes_total{platform="slack",state="unknown"} 1',
  ]);
  expect(await metric('korea_desk_digest_lateness_seconds_bucket{le="15"')).toEqual([
    'korea_desk_digest_lateness_seconds_bucket{le="15",platform="discord"} 2',
  ]);
  expect(await metric("korea_desk_digest_lateness_seconds_sum")).toEqual([
    'korea_desk_digest_lateness_seconds_sum{platform="discord"} 12',
  ]);
  expect(await metric("korea_desk_rate_limits_total")).toEqual([
    'korea_desk_rate_limits_total{platform="discord"} 1',
  ]);
  expect(await metric("korea_desk_connected")).toEqual([
    'korea_desk_connected{platform="discord"} 0',
    'korea_desk_connected{platform="slack"} 1',
  ]);
  // However often it is asked for.
  for (let i = 0; i < 2; i += 1)
    expect(await metric("korea_desk_reconnects_total")).toEqual([
      'korea_desk_reconnects_total{platform="discord"} 0',
      'korea_desk_reconnects_total{platform="slack"} 1',
    ]);
  expect(await metric("korea_desk_scheduler_tick_age_seconds")).toEqual([
    "korea_desk_scheduler_tick_age_seconds 2.5",
  ]);
  expect(await metric("process_cpu_seconds_total")).toHaveLength(1);
});

test("metrics tell how old feeds are that are polled, without what may be a secret in an address", async () => {
  const DAY = 24 * 60 * 60_000;
  const [now, gone] = [1_000_000, false];
  const url = "https://user:password@feeds.example.org/private/t0ken?key=s3cret";
  const { get, metric } = await setUp({
    feeds: () =>
      Promise.resolve([
        { url, nextPoll: now + 60_000, lastSuccess: now - 90_000, gone },
        { url: "https://a.example/never", nextPoll: now, lastSuccess: null, gone },
        { url: "https://a.example/gone", nextPoll: now, lastSuccess: 0, gone: true },
        { url: "https://a.example/unlisted", nextPoll: now - DAY, lastSuccess: 0, gone },
      ]),
  });
  expect(await metric("korea_desk_feed_age_seconds")).toEqual([
    expect.stringMatching(/^korea_desk_feed_age_seconds\{feed="feeds\.example\.org#[0-9a-f]{8}"\} 90$/u),
  ]);
  expect((await get("/metrics")).text).not.toMatch(/user:|password|private|t0ken|s3cret/u);
});

test("a port that is taken is told to the operator, and stops nothing", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, HOST, resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const { log, ops } = await setUp({ where: { host: HOST, port } });
  expect(ops.port).toBeNull();
  ops.observe({ platform: "slack", state: "sent", lateness: 0 });
  expect(log.all).toEqual([
    {
      level: "error",
      message: "health and metrics are told nowhere: the port cannot be used",
      facts: {
        host: HOST,
        port,
        error: "EADDRINUSE",
        remedy: "Set OPS_PORT to a free port and OPS_HOST to an address of this machine.",
      },
    },
  ]);
});

test("nobody listens where nobody asked for it", async () => {
  const { log, ops } = await setUp({ where: null });
  expect([ops.port, log.all]).toEqual([null, []]);
});
