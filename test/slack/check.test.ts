import { afterEach, describe, expect, it, vi } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { checkSlack } from "../../src/slack/check.ts";
import { ENDINGS } from "../../src/slack/endings.ts";
import { createSlackPeer, type SlackPeer } from "../peers/slack.ts";
import type { SlackPeerOptions } from "../peers/slack/options.ts";

const peers: SlackPeer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) {
    await peer.close();
    expect(peer.violations).toEqual([]);
  }
});

async function peerOf(options: SlackPeerOptions = {}): Promise<SlackPeer> {
  const peer = await createSlackPeer(options);
  peers.push(peer);
  return peer;
}

/** What is found, and nothing is printed beside it. */
async function findings(
  peer: SlackPeer,
  given: Partial<Parameters<typeof checkSlack>[0]> = {},
): Promise<Finding[]> {
  const printed = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => undefined),
  );
  const found: Finding[] = [];
  const findingsNow = checkSlack({
    botToken: peer.workspace.botToken,
    apiUrl: peer.apiUrl,
    reach: { mode: "socket", appToken: peer.appToken },
    ...given,
  });
  for await (const finding of findingsNow) found.push(finding);
  for (const spy of printed) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
  return found;
}

const ok = (message: string): Finding => ({ level: "ok", subject: "Slack", message });
const ACCEPTED = ok("bot token accepted in the workspace Korea Desk");
const SCOPES = [
  ok("scope commands: answers /korea and commands on messages"),
  ok(
    "scope users:read: answers in the language of whoever asks, names who shares, and tells who is an admin",
  ),
  ok("scope chat:write: posts the daily digest"),
  ok("scope channels:history: finds out in a public channel whether a digest arrived"),
  ok("scope groups:history: finds out in a private channel whether a digest arrived"),
  ok("scope im:write: tells whoever made a subscription when it had to be paused"),
];

describe("what Slack thinks of the tokens", () => {
  it("is good, and no connection is opened", async () => {
    const peer = await peerOf();
    expect(await findings(peer)).toEqual([
      ACCEPTED,
      ...SCOPES,
      ok("app-level token accepted, Socket Mode is on"),
    ]);
    expect(peer.socket.open()).toBe(0);
  });

  it("is good for HTTP mode, where the operator must look at the address", async () => {
    const peer = await peerOf({ mode: "http" });
    expect(await findings(peer, { reach: { mode: "http", signingSecret: "s", port: 3000 } })).toEqual([
      ACCEPTED,
      ...SCOPES,
      ok("HTTP mode, port 3000: the Request URL in the app's settings must lead here"),
    ]);
  });

  it("names those of SLACK_SUBSCRIBERS who cannot subscribe", async () => {
    const users = [{ id: "U0ASKER" }, { id: "U0GUEST", home: "T0GUEST" }, { id: "U0GONE", deleted: true }];
    const peer = await peerOf({ workspaces: [{ users }] });
    const remedy = "Mend SLACK_SUBSCRIBERS: a person's profile has their id under ⋮ → Copy member ID";
    const warning = (message: string): Finding => ({ level: "warning", subject: "Slack", message, remedy });
    const listed = { subscribers: ["U0ASKER", "U0GUEST", "U0GONE", "U0NOBODY"] };
    const socket = ok("app-level token accepted, Socket Mode is on");
    expect(await findings(peer, listed)).toEqual([
      ACCEPTED,
      ...SCOPES,
      warning("SLACK_SUBSCRIBERS lists U0GUEST, who belongs to another workspace and may not subscribe"),
      warning("SLACK_SUBSCRIBERS lists U0GONE, whose account is deactivated"),
      warning("SLACK_SUBSCRIBERS lists U0NOBODY, whom the workspace does not know"),
      socket,
    ]);
    peer.workspace.scopes.delete("users:read");
    const found = await findings(peer, listed);
    expect(found.filter(({ message }) => message.includes("SLACK_SUBSCRIBERS"))).toEqual([]);
    expect(found.at(-1)).toEqual(socket);
  });

  it("names the scopes that are missing", async () => {
    const peer = await peerOf({ workspaces: [{ scopes: ["chat:write"] }] });
    const remedy =
      "Save the manifest that korea manifest prints in the app's settings, and reinstall the app";
    const missing = (scope: string, purpose: string): Finding => ({
      level: "warning",
      subject: "Slack",
      message: `the scope ${scope} is missing: it ${purpose}`,
      remedy,
    });
    expect(await findings(peer)).toEqual([
      ACCEPTED,
      {
        level: "error",
        subject: "Slack",
        message: "the scope commands is missing: it answers /korea and commands on messages",
        remedy,
      },
      missing(
        "users:read",
        "answers in the language of whoever asks, names who shares, and tells who is an admin",
      ),
      ok("scope chat:write: posts the daily digest"),
      missing("channels:history", "finds out in a public channel whether a digest arrived"),
      missing("groups:history", "finds out in a private channel whether a digest arrived"),
      missing("im:write", "tells whoever made a subscription when it had to be paused"),
      ok("app-level token accepted, Socket Mode is on"),
    ]);
  });

  it("is that a token is refused", async () => {
    const peer = await peerOf();
    const refused = (code: keyof typeof ENDINGS): Finding => ({
      level: "error",
      subject: "Slack",
      message: ENDINGS[code].reason,
      remedy: ENDINGS[code].remedy,
    });
    expect(await findings(peer, { botToken: "xoxb-nobody" })).toEqual([refused("invalid_auth")]);
    const reach = { mode: "socket", appToken: peer.workspace.botToken } as const;
    expect(await findings(peer, { reach })).toEqual([ACCEPTED, ...SCOPES, refused("not_allowed_token_type")]);
    peer.workspace.tokenState = "token_revoked";
    expect(await findings(peer)).toEqual([refused("token_revoked")]);
  });

  it("is not known where the API does not answer", async () => {
    const peer = await peerOf();
    peer.fail("auth.test", { kind: "reset" });
    expect(await findings(peer)).toEqual([
      {
        level: "error",
        subject: "Slack",
        message: "the API did not answer (ECONNRESET)",
        remedy: "Check the network and SLACK_API_URL, or try again later",
      },
    ]);
  });
});
