import { describe, expect, test } from "vitest";
import { ENDINGS } from "../../../src/slack/endings.ts";
import type { Desk } from "../../../src/core/desk.ts";
import { sign } from "../../peers/slack/http-mode.ts";
import { MODES, gate, running } from "./harness.ts";

const SEARCH = { command: "/korea", text: "search Beijing meeting" };
const FOUND = "7 excerpts for “Beijing meeting”: 1–5";

describe("a socket", () => {
  test.each(["refresh_requested", "warning"] as const)(
    "that ends with %s is followed by another",
    async (why) => {
      const states: string[] = [];
      const connection = {
        opened: (tenant?: string) => states.push(`opened ${tenant}`),
        lost: () => states.push("lost"),
      };
      const { peer, pauses, log } = await running("socket", { parts: { connection } });
      await peer.slash(SEARCH).message();
      peer.socket.disconnect(why);
      await peer.socket.opened(2);
      expect((await peer.slash(SEARCH).message()).text).toBe(FOUND);
      expect(pauses).toEqual([]);
      expect(log.lines.filter((line) => !line.includes("Slack is ready"))).toEqual([
        'info connection over, opening a new one {"platform":"slack"}',
      ]);
      expect(states).toEqual(["opened slack:team:T0KOREA01", "lost", "opened undefined"]);
    },
  );

  test("is followed by another many times over, and one connection stays", async () => {
    const { peer, app } = await running("socket");
    for (let count = 2; count <= 6; count += 1) {
      peer.socket.disconnect("refresh_requested");
      await peer.socket.opened(count);
      expect((await peer.slash(SEARCH).message()).text).toBe(FOUND);
    }
    await app.stop();
    expect(await app.ended).toBeNull();
  });

  test("whose API is away just then is tried again until it is back", async () => {
    const { peer, pauses, log } = await running("socket");
    peer.fail("apps.connections.open", { kind: "reset" }, { times: 2 });
    peer.fail("apps.connections.open", { kind: "http", status: 502 });
    peer.fail("apps.connections.open", { kind: "rate_limited", retryAfter: 10 });
    peer.socket.disconnect("refresh_requested");
    await peer.socket.opened(2);
    expect(pauses).toEqual([1, 2, 4, 8]);
    expect((await peer.slash(SEARCH).message()).text).toBe(FOUND);
    expect(log.lines.filter((line) => line.startsWith("warn Slack cannot be reached"))).toHaveLength(4);
  });

  test("ends for good where Socket Mode is switched off", async () => {
    const { peer, app, pauses } = await running("socket");
    peer.socket.disconnect("link_disabled");
    expect(await app.ended).toEqual(ENDINGS.link_disabled);
    expect(pauses).toEqual([]);
    expect(peer.requests.filter(({ method }) => method === "apps.connections.open")).toHaveLength(1);
    await app.stop();
  });

  test.each(["token_revoked", "account_inactive", "invalid_auth"] as const)(
    "ends for good where the token is %s when it is opened again",
    async (error) => {
      const { peer, app } = await running("socket");
      peer.fail("apps.connections.open", { kind: "error", error });
      peer.socket.disconnect("refresh_requested");
      expect(await app.ended).toEqual(ENDINGS[error]);
    },
  );

  test("is not opened any more after a stop, even where it was being opened", async () => {
    const { peer, app } = await running("socket");
    peer.fail("apps.connections.open", { kind: "hang" });
    peer.socket.disconnect("refresh_requested");
    await peer.called("apps.connections.open", 2);
    await app.stop();
    expect(await app.ended).toBeNull();
    expect(peer.socket.open()).toBe(0);
  });

  test("that is opened while the bot stops is closed", async () => {
    const { peer, app } = await running("socket");
    peer.socket.disconnect("refresh_requested");
    // The address is on its way to the bot when it is stopped.
    await peer.called("apps.connections.open", 2);
    await app.stop();
    await peer.socket.opened(2);
    await expect.poll(() => peer.socket.open()).toBe(0);
    expect(await app.ended).toBeNull();
  });

  test("is not opened any more after a stop in a pause", async () => {
    const paused = gate();
    const wait = (_: number, signal: AbortSignal) =>
      new Promise<void>((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
        paused.open();
      });
    const { peer, app } = await running("socket", { parts: { wait } });
    peer.fail("apps.connections.open", { kind: "reset" });
    peer.socket.disconnect("refresh_requested");
    await paused.wait;
    await app.stop();
    expect(await app.ended).toBeNull();
    expect(peer.requests.filter(({ method }) => method === "apps.connections.open")).toHaveLength(2);
  });
});

describe("a request in http mode", () => {
  test.each(["bad", "stale", "missing"] as const)("with a %s signature is refused", async (signature) => {
    const { peer, log } = await running("http");
    const asked = peer.slash({ ...SEARCH, signature });
    expect(await asked.ack()).toEqual({ ok: false, error: "dispatch_failed", status: 401 });
    expect(peer.ephemerals).toEqual([]);
    expect(peer.requests.map(({ method }) => method)).toEqual(["auth.test"]);
    expect(await log.until("warn")).toMatch(/^warn Failed to parse and verify the request data: /u);
  });

  test("for another path is refused", async () => {
    const { app } = await running("http");
    const response = await fetch(`http://127.0.0.1:${app.port}/other`, { method: "POST" });
    expect(response.status).toBe(404);
  });

  test("from an installation in a whole organisation belongs to the organisation", async () => {
    const tenants: string[] = [];
    const around = (desk: Desk): Desk => ({
      ...desk,
      runText: (line, asker) => {
        tenants.push(asker.tenant);
        return desk.runText(line, asker);
      },
    });
    const { peer, app } = await running("http", { around });
    const body = new URLSearchParams({
      command: "/korea",
      text: "help",
      team_id: "T0OTHER",
      user_id: "U0ASKER",
      enterprise_id: "E0ORG",
      is_enterprise_install: "true",
      trigger_id: "1.2.3",
      response_url: `${peer.apiUrl}nothing`,
    }).toString();
    const time = Math.floor(Date.now() / 1_000);
    const response = await fetch(`http://127.0.0.1:${app.port}/slack/events`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": String(time),
        "x-slack-signature": sign(peer.signingSecret, time, body),
      },
      body,
    });
    expect(await response.json()).toMatchObject({ response_type: "ephemeral", text: "Korea Desk" });
    expect(tenants).toEqual(["slack:enterprise:E0ORG"]);
  });
});

describe.each(MODES)("stopping in %s mode", (mode) => {
  test("leaves nothing open, twice over", async () => {
    const { peer, app } = await running(mode);
    await peer.slash(SEARCH).message();
    await app.stop();
    await app.stop();
    expect(await app.ended).toBeNull();
    expect(peer.socket.open()).toBe(0);
    expect(await peer.slash(SEARCH).ack()).toEqual({ ok: false, error: "dispatch_failed" });
  });
});
