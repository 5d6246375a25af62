import { PermissionFlagsBits as Can } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Asker } from "../../../src/core/desk.ts";
import { USUAL_PERMISSIONS } from "../../peers/discord/fixtures.ts";
import type { Actor } from "../../peers/discord/people.ts";
import { remembering, settings } from "../settings.ts";
import { button, running } from "./harness.ts";

const MANAGES = { permissions: USUAL_PERMISSIONS | Can.ManageGuild };

async function set() {
  const { askers, around } = remembering();
  const commands = [settings([{ name: "at", label: "When", value: "09:00" }])];
  const { peer } = await running({ commands, around });
  return {
    peer,
    askers,
    /** Who asked, as the desk sees it, after a command. */
    async asked(actor: Actor = {}): Promise<Asker> {
      await peer.command({ name: "korea settings", ...actor }).message();
      return askers.at(-1)!;
    },
  };
}

describe("who asks in a server", () => {
  test("is told by person and channel, and manages with Manage Server or as an administrator only", async () => {
    const { peer, asked } = await set();
    const place = { tenant: `discord:guild:${peer.guild.id}`, user: peer.user.id, channel: peer.channel.id };
    expect(await asked()).toMatchObject({ ...place, mayManage: false });
    expect(await asked(MANAGES)).toMatchObject({ ...place, mayManage: true });
    expect(await asked({ permissions: Can.Administrator })).toMatchObject({ ...place, mayManage: true });
    expect(await asked({ permissions: USUAL_PERMISSIONS | Can.ManageChannels })).toMatchObject({
      mayManage: false,
    });
  });

  test("is the same by a click and by a window's answer, as the person is at that time", async () => {
    const { peer, askers } = await set();
    const first = await peer.command({ name: "korea settings", ...MANAGES }).message();
    const pressed = peer.button(first, button(first, "Edit"), MANAGES);
    await pressed.response();
    await peer.submit(pressed, {}, MANAGES).message();
    await peer.submit(pressed, {}).message();
    const channel = peer.channel.id;
    expect(askers.map((asker) => [asker.channel, asker.mayManage])).toEqual([
      [channel, true],
      [channel, true],
      [channel, true],
      [channel, false],
    ]);
  });

  test("is in a thread that digests can be posted in", async () => {
    const { peer, asked } = await set();
    const thread = peer.addThread(peer.channel.id, "thread");
    const asker = await asked({ channel: thread.id, ...MANAGES });
    expect([asker.channel, asker.mayManage]).toEqual([thread.id, true]);
  });
});

describe("who asks elsewhere", () => {
  test("has no channel and manages nothing in a direct message", async () => {
    const { peer, asked } = await set();
    const asker = await asked({ guild: null, ...MANAGES });
    expect(asker).toMatchObject({ tenant: `discord:user:${peer.user.id}`, user: peer.user.id });
    expect([asker.channel, asker.mayManage ?? false]).toEqual([undefined, false]);
  });

  test("has no channel and manages nothing in a server that has not installed the app", async () => {
    const { peer, asked } = await set();
    const foreign = peer.addGuild({ name: "Foreign", member: false });
    const asker = await asked({ guild: foreign.id, ...MANAGES });
    expect([asker.channel, asker.mayManage ?? false]).toEqual([undefined, false]);
    expect(asker.botAbsent).toBe(true);
    expect((await asked()).botAbsent ?? false).toBe(false);
    expect((await asked({ guild: null })).botAbsent ?? false).toBe(false);
  });
});

describe("what keeps digests from the channel", () => {
  const without = (...rights: bigint[]) => rights.reduce((left, right) => left & ~right, USUAL_PERMISSIONS);

  test.each([
    ["nothing", USUAL_PERMISSIONS, null],
    ["nothing for an administrator", Can.Administrator, null],
    ["View Channel", without(Can.ViewChannel), "absent"],
    ["Send Messages", without(Can.SendMessages), "post"],
    ["Read Message History", without(Can.ReadMessageHistory), "history"],
    ["Send Messages in Threads, in a channel", without(Can.SendMessagesInThreads), null],
  ])("is what the bot lacks: %s", async (_, rights, trouble) => {
    const { peer, asked } = await set();
    peer.permit(peer.channel.id, rights);
    expect(await (await asked()).channelTrouble!()).toBe(trouble);
  });

  test("is that the bot is not there, in a server that has installed the app without it", async () => {
    const { peer, asked } = await set();
    const bare = peer.addGuild({ name: "Bare", member: false, commandsOnly: true });
    const asker = await asked({ guild: bare.id, ...MANAGES });
    expect(asker).toMatchObject({ channel: bare.channels[0]!.id, mayManage: true, botAbsent: true });
    expect(await asker.channelTrouble!()).toBe("absent");
  });

  test.each([
    ["may not write in threads", without(Can.SendMessagesInThreads), "post"],
    ["may write in threads alone", without(Can.SendMessages), null],
  ])("in a thread: the bot %s", async (_, rights, trouble) => {
    const { peer, asked } = await set();
    const thread = peer.addThread(peer.channel.id, "thread");
    peer.permit(thread.id, rights);
    expect(await (await asked({ channel: thread.id })).channelTrouble!()).toBe(trouble);
  });
});
