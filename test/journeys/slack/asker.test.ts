import type { KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import type { PeerMessage } from "../../peers/slack/messages.ts";
import { buttonsOf } from "../../slack/plain.ts";
import { remembering, settings } from "../settings.ts";
import { running, type SceneOptions } from "./harness.ts";

const ASK = { command: "/korea", text: "settings" };
const HOME = "slack:team:T0KOREA01";
const edit = (message: PeerMessage) => buttonsOf(message.blocks as KnownBlock[])[0]!.actionId;

async function set(options: SceneOptions = {}) {
  const { askers, around } = remembering();
  const commands = [settings([{ name: "at", label: "When", value: "09:00" }])];
  const { peer } = await running("socket", { commands, around, ...options });
  /** Who asked, as the desk sees it, after a command. */
  const asked = async (who: Partial<Parameters<typeof peer.slash>[0]> = {}) => {
    await peer.slash({ ...ASK, ...who }).message();
    return askers.at(-1)!;
  };
  return { peer, askers, asked };
}

describe("who asks in Slack", () => {
  test("is told by person and channel, and manages as admin, owner or by the operator's list", async () => {
    const users = [
      { id: "U0ASKER" },
      { id: "U0ADMIN", admin: true },
      { id: "U0OWNER", owner: true },
      { id: "U0LISTED" },
    ];
    const { asked } = await set({ workspaces: [{ users }], parts: { subscribers: ["U0LISTED"] } });
    const may = async (user: string) => {
      const asker = await asked({ user });
      expect(asker).toMatchObject({ tenant: HOME, user, channel: "C0GENERAL" });
      return asker.mayManage;
    };
    expect(await may("U0ASKER")).toBe(false);
    expect(await may("U0ADMIN")).toBe(true);
    expect(await may("U0OWNER")).toBe(true);
    expect(await may("U0LISTED")).toBe(true);
  });

  test("is the same by a click", async () => {
    const { peer, askers } = await set();
    const first = await peer.slash({ ...ASK, user: "U0ADMIN", channel: "C0PRIVATE" }).message();
    const where = { channel: "C0PRIVATE", mayManage: true };
    await peer.blockAction(first, edit(first), { user: "U0ADMIN" }).view();
    expect(askers.slice(-2)).toMatchObject([where, where]);
  });

  test("has no channel in a direct message", async () => {
    const channels = [{ id: "D0ASKER", kind: "im" as const, user: "U0ADMIN" }];
    const { asked } = await set({ workspaces: [{ channels }] });
    const asker = await asked({ channel: "D0ASKER", user: "U0ADMIN" });
    expect([asker.channel, asker.mayManage]).toEqual([undefined, true]);
  });

  test("stops to manage within a minute of being an admin no more, and at once where Slack cannot be asked", async () => {
    let time = 0;
    const { peer, asked } = await set({ parts: { now: () => time } });
    expect((await asked({ user: "U0ADMIN" })).mayManage).toBe(true);
    peer.workspace.users.get("U0ADMIN")!.admin = false;
    time += 60_000;
    expect((await asked({ user: "U0ADMIN" })).mayManage).toBe(false);
    peer.workspace.users.get("U0ADMIN")!.admin = true;
    time += 60_000;
    peer.workspace.scopes.delete("users:read");
    expect((await asked({ user: "U0ADMIN" })).mayManage).toBe(false);
  });

  test("manages nothing as the admin of another workspace in a shared channel", async () => {
    const users = [{ id: "U0ASKER" }, { id: "U0GUEST", home: "T0GUEST", admin: true }];
    const { peer, askers, asked } = await set({
      workspaces: [{ users }],
      parts: { subscribers: ["U0GUEST"] },
    });
    const first = await peer.slash(ASK).message();
    peer.blockAction(first, edit(first), { user: "U0GUEST" });
    await expect.poll(() => askers.length).toBe(2);
    expect(askers[1]).toMatchObject({ tenant: HOME, user: "U0GUEST", mayManage: false });
    const own = await asked({ user: "U0GUEST", team: "T0GUEST" });
    expect([own.tenant, own.channel, own.mayManage]).toEqual(["slack:team:T0GUEST", undefined, false]);
  });
});

describe("what keeps digests from a channel of Slack", () => {
  test.each([
    ["nothing, where the bot is", "C0GENERAL", null],
    ["nothing in a private channel where the bot is", "C0PRIVATE", null],
    ["that the bot is not in it", "C0OUTSIDE", "absent"],
    ["that the bot is not in it, and it is private", "C0SECRET", "absent"],
  ])("is %s", async (_, channel, trouble) => {
    const { peer, asked } = await set();
    const asker = await asked({ channel });
    // It is asked for by commands that want to know.
    expect(peer.requests.filter(({ method }) => method === "conversations.history")).toEqual([]);
    expect(await asker.channelTrouble!()).toBe(trouble);
  });

  test("is a scope that is missing; an outage and a rate limit tell nothing", async () => {
    const { peer, asked } = await set();
    const asker = await asked();
    peer.fail("conversations.history", { kind: "http", status: 500 });
    expect(await asker.channelTrouble!()).toBeNull();
    peer.fail("conversations.history", { kind: "rate_limited", retryAfter: 30 });
    expect(await asker.channelTrouble!()).toBeNull();
    peer.workspace.scopes.delete("channels:history");
    expect(await asker.channelTrouble!()).toBe("history");
  });
});
