import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { PlatformError } from "../../../src/core/platform.ts";
import { ENDINGS } from "../../../src/slack/endings.ts";
import { MODES, scene, type Scene } from "./harness.ts";

/** Why starting failed for good. */
async function refusal(set: Scene): Promise<{ reason: string; remedy: string }> {
  const error: unknown = await set.start().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PlatformError)) throw new Error(`no PlatformError: ${String(error)}`);
  expect(error.message).toBe(`${error.ending.reason}. ${error.ending.remedy}.`);
  return error.ending;
}

const REINSTALL =
  "Print a manifest with korea manifest, save it in the app's settings, and reinstall the app";

describe.each(MODES)("starting in %s mode", (mode) => {
  test.each([["invalid_auth"], ["token_revoked"], ["token_expired"], ["account_inactive"]] as const)(
    "a bot token that is %s is told with its remedy, at once",
    async (state) => {
      const set = await scene(mode);
      set.peer.workspace.tokenState = state;
      expect(await refusal(set)).toEqual(ENDINGS[state]);
      expect(set.pauses).toEqual([]);
      expect(set.log.lines.filter((line) => line.includes("trying again"))).toEqual([]);
    },
  );

  test("a bot token of nobody is told", async () => {
    const set = await scene(mode, { parts: { botToken: "xoxb-nobody" } });
    expect(await refusal(set)).toEqual(ENDINGS.invalid_auth);
  });

  test("a token without the scope commands is told", async () => {
    const set = await scene(mode, { workspaces: [{ scopes: ["users:read", "chat:write"] }] });
    expect(await refusal(set)).toEqual({
      reason: "SLACK_BOT_TOKEN lacks the scope commands, so nobody can type /korea",
      remedy: REINSTALL,
    });
  });

  test("a token without the scope users:read is warned of, and everybody is answered in English", async () => {
    const set = await scene(mode, { workspaces: [{ scopes: ["commands"] }] });
    await set.start();
    expect(set.log.lines[0]).toBe(
      `warn a scope is missing: save the manifest of korea manifest and reinstall ${JSON.stringify({
        platform: "slack",
        scope: "users:read",
        purpose: "answers in the language of whoever asks, names who shares, and tells who is an admin",
      })}`,
    );
    const answer = await set.peer.slash({ command: "/korea", text: "Beijing", locale: "ko-KR" }).message();
    expect(answer.text).toBe("7 excerpts for “Beijing”: 1–5");
  });

  test("an API that cannot be reached is tried again, with longer and longer pauses", async () => {
    const set = await scene(mode);
    const { peer, pauses, log } = set;
    peer.fail("auth.test", { kind: "reset" });
    peer.fail("auth.test", { kind: "http", status: 503 });
    peer.fail("auth.test", { kind: "rate_limited", retryAfter: 30 });
    peer.fail("auth.test", { kind: "error", error: "internal_error" }, { times: 5 });
    await set.start();
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(log.lines.filter((line) => line.startsWith("warn Slack cannot be reached"))).toHaveLength(8);
    expect(log.lines.at(-1)).toContain("info Slack is ready");
    expect((await peer.slash({ command: "/korea", text: "Beijing" }).message()).text).toMatch(/^7 excerpts/u);
  });
});

describe("starting in socket mode", () => {
  test("an app-level token of nobody is told", async () => {
    const set = await scene("socket", { parts: { reach: { mode: "socket", appToken: "xapp-nobody" } } });
    expect(await refusal(set)).toEqual(ENDINGS.invalid_auth);
    expect(set.pauses).toEqual([]);
  });

  test("a bot token in the place of the app-level one is told", async () => {
    const set = await scene("socket", { parts: { reach: { mode: "socket", appToken: "xoxb-T0KOREA01" } } });
    expect(await refusal(set)).toEqual(ENDINGS.not_allowed_token_type);
  });

  test("an app-level token without connections:write is told", async () => {
    const set = await scene("socket");
    set.peer.fail("apps.connections.open", { kind: "error", error: "missing_scope" });
    const { reason, remedy } = await refusal(set);
    expect(reason).toBe("a Slack token lacks a scope");
    expect(remedy).toMatch(/^SLACK_APP_TOKEN needs connections:write\. /u);
  });

  test("too many connections, or no address for one, pass", async () => {
    const set = await scene("socket");
    const { peer, pauses } = set;
    peer.fail("apps.connections.open", { kind: "reset" });
    peer.fail("apps.connections.open", { kind: "http", status: 500 });
    await set.start();
    expect(pauses).toEqual([1, 2]);
    await peer.socket.opened(1);
    expect(peer.socket.open()).toBe(1);
  });
});

describe("starting in http mode", () => {
  test("a port in use is told", async () => {
    const other: Server = createServer().listen(0);
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const set = await scene("http", { parts: { reach: { mode: "http", signingSecret: "s", port } } });
    expect(await refusal(set)).toEqual({
      reason: "the port for Slack cannot be used (Error EADDRINUSE)",
      remedy: "Set PORT to a free port",
    });
    expect(set.pauses).toEqual([]);
    other.close();
  });
});
