import { expect, test, vi } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { digestsProgram } from "../../src/cli/digests.ts";
import { deliverDue } from "../../src/cli/digests/deliver.ts";
import { openOwnStore } from "../../src/compose.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { openBothPeers } from "../process/both-peers.ts";
import { HandClock, LOOK, isIdle } from "../process/hand-clock.ts";
import { daily, deliveriesOf, subscribe } from "../process/subscribed.ts";
import { runProgram, type configWith } from "./run.ts";

/** Hears what is written to standard output from now on, until it is asked for. */
function hearing(): () => string {
  let heard = "";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    heard += String(chunk);
    return true;
  });
  return () => {
    spy.mockRestore();
    return heard;
  };
}

const run = (config: ReturnType<typeof configWith>, now: string) =>
  runProgram(digestsProgram, ["run", "--now", now], config);

async function setUp() {
  const { discord, slack, config } = await openBothPeers();
  const guild = `discord:guild:${discord.guild.id}` as const;
  return { discord, slack, config, guild, channel: discord.channel.id };
}

test("what is due is delivered, and when the next one is due is told", { timeout: 120_000 }, async () => {
  const { discord, slack, config, guild, channel } = await setUp();
  const subscriptions = await subscribe(config, [
    daily(guild, channel),
    // One a second in a channel.
    daily(guild, channel, { query: "hotline" }),
    daily("slack:team:T0KOREA01", "C0GENERAL", { query: "nothing has this", quiet: true }),
  ]);
  expect(await run(config, "2026-03-10T08:50:00+09:00")).toEqual({
    status: 0,
    stdout: "The next one is due at 2026-03-10T00:00:00Z.\n",
    stderr: "",
  });
  const due = await run(config, "2026-03-10T09:00:30+09:00");
  expect([due.status, due.stderr]).toEqual([0, ""]);
  expect(
    [...subscriptions.entries()]
      .reduce((told, [at, { id }]) => told.replace(id, "ABC"[at]!), due.stdout)
      .split("\n")
      .map((line) => line.replace(/\d+ s after/u, "N s after"))
      .toSorted(),
  ).toEqual([
    "",
    `2026-03-10 A ${guild} channel ${channel}: sent, N s after its time`,
    `2026-03-10 B ${guild} channel ${channel}: sent, N s after its time`,
    "2026-03-10 C slack:team:T0KOREA01 channel C0GENERAL: skipped (the one new document does not match), N s after its time",
    "The next one is due at 2026-03-11T00:00:00Z.",
  ]);
  // What people subscribe to is no matter of a log.
  expect(due.stdout).not.toMatch(/hotline|nothing has this/u);
  expect(discord.messages(channel)).toHaveLength(2);
  expect(slack.messages("C0GENERAL")).toEqual([]);
  expect((await run(config, "2026-03-10T00:05:00Z")).stdout).toBe(
    "The next one is due at 2026-03-11T00:00:00Z.\n",
  );
  expect(await deliveriesOf(config, subscriptions)).toHaveLength(3);
});

test("a channel gets all that is due, one a second, and nothing that is due later", async () => {
  const { discord, config, guild, channel } = await setUp();
  const due = Array.from({ length: 8 }, (_, at) =>
    daily(guild, channel, { query: at === 0 ? null : `query${at}` }),
  );
  const subscriptions = await subscribe(config, [...due, daily(guild, channel, { at: "09:01" })]);
  const clock = new HandClock(Date.UTC(2026, 2, 10, 0, 0, 30));
  const asked = { values: { quiet: false, json: false }, config: { ...config, slack: null } };
  const told = hearing();
  const run = deliverDue(asked, clock);
  let status: number | null = null;
  for (;;) {
    status = await Promise.race([run, clock.until(isIdle).then(() => null)]);
    if (status !== null) break;
    // Eight of them take until after the ninth is due.
    clock.pass(LOOK * 20);
  }
  const lines = told().split("\n");
  expect(status).toBe(0);
  expect(lines.filter((line) => line.includes(": sent"))).toHaveLength(8);
  expect(lines.at(-2)).toBe("The next one is due at 2026-03-10T00:01:00Z.");
  expect(discord.messages(channel)).toHaveLength(8);
  expect(clock.now()).toBeGreaterThan(Date.UTC(2026, 2, 10, 0, 1));
  expect((await deliveriesOf(config, subscriptions)).map(({ state }) => state)).toEqual(
    Array.from({ length: 8 }, () => "sent"),
  );
});

test("what is not to be had within five minutes waits for the next run", async () => {
  const { discord, config, guild, channel } = await setUp();
  const subscriptions = await subscribe(config, [daily(guild, channel)]);
  const clock = new HandClock(Date.UTC(2026, 2, 10, 0, 0, 30));
  const store = await openOwnStore(config, clock.now);
  await store.settle(subscriptions[0]!, {
    send: {
      localDate: "2026-03-10",
      dueAt: Date.UTC(2026, 2, 10),
      late: false,
      notBefore: clock.now() + 5 * 60_000 + 1_000,
    },
    skipped: [],
    why: "",
  });
  store.close();
  const told = hearing();
  expect(
    await deliverDue({ values: { quiet: false, json: false }, config: { ...config, slack: null } }, clock),
  ).toBe(0);
  expect(told()).toBe("The next one is due at 2026-03-10T00:05:31Z.\n");
  expect(discord.messages(channel)).toEqual([]);
});

test("what was missed since the last run is told", async () => {
  const { config, guild, channel } = await setUp();
  const [{ id }] = (await subscribe(config, [daily(guild, channel)])) as [Subscription];
  const { status, stdout, stderr } = await run(config, "2026-03-12T08:00:00+09:00");
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout).toBe(
    `2026-03-10 ${id} ${guild} channel ${channel}: skipped (missed)\n` +
      `2026-03-11 ${id} ${guild} channel ${channel}: skipped (missed)\n` +
      "The next one is due at 2026-03-12T00:00:00Z.\n",
  );
});

test("what cannot be delivered is told, and the status says so", async () => {
  const { discord, slack, config, guild, channel } = await setUp();
  const subscriptions = await subscribe(config, [
    daily(guild, channel),
    daily("slack:team:T0KOREA01", "C0ARCHIVE", { createdBy: { id: "U0ASKER", name: null } }),
  ]);
  await discord.reach("refused");
  const { status, stdout, stderr } = await run(config, "2026-03-10T09:00:30+09:00");
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^2026-03-10 \S{16} slack:team:T0KOREA01 channel C0ARCHIVE: failed \(gone: The channel is archived \(is_archived\)\), \d+ s after its time\n/u,
  );
  const [first, second] = stderr.split("\n");
  expect(first).toMatch(
    /^Discord cannot be reached \(.*\)\. Check the network and DISCORD_API_URL, and try again\.$/u,
  );
  expect(second).toMatch(/^a subscription was paused: /u);
  expect(slack.messages("D0ASKER")).toHaveLength(1);
  expect((await deliveriesOf(config, subscriptions)).map(({ state }) => state)).toEqual(["failed"]);
});

test("why Slack cannot be reached is named", async () => {
  const { slack, config } = await setUp();
  await subscribe(config, [daily("slack:team:T0KOREA01", "C0GENERAL")]);
  await slack.close();
  const { status, stderr } = await run({ ...config, discord: null }, "2026-03-10T09:00:30+09:00");
  expect([status, stderr]).toEqual([
    1,
    "Slack cannot be reached (ECONNREFUSED). Check the network and SLACK_API_URL, and try again.\n",
  ]);
});

test("a token that is refused pauses nothing", async () => {
  const { discord, config, guild, channel } = await setUp();
  const subscriptions = await subscribe(config, [daily(guild, channel)]);
  const wrong = { ...config, slack: null, discord: { token: "wrong", apiUrl: discord.apiUrl } };
  const { status, stdout, stderr } = await run(wrong, "2026-03-10T09:00:30+09:00");
  expect([status, stdout]).toEqual([1, "The next one is due at 2026-03-11T00:00:00Z.\n"]);
  expect(stderr).toMatch(/^Discord refuses DISCORD_TOKEN\. .*Reset Token.*\n$/u);
  expect(await deliveriesOf(config, subscriptions)).toEqual([]);
});

test.each([
  [["run", "--now", "today"], "--now today is no time: write it as 2026-03-10T09:00:00+09:00"],
  [
    ["run", "--now", "2026-02-30T09:00"],
    "--now 2026-02-30T09:00 is no time: write it as 2026-03-10T09:00:00+09:00",
  ],
  [["run", "--date", "2026-03-10"], "--date is no option of run"],
  [["preview", "--now", "2026-03-10T00:00Z"], "--now is no option of preview"],
  [["run"], "no platform is configured; .env.example explains DISCORD_TOKEN and SLACK_BOT_TOKEN"],
  [["walk"], "“walk” is none of preview, run"],
])("a mistake is named: %j", async (args, message) => {
  await expect(runProgram(digestsProgram, args)).rejects.toThrow(new UsageError(message));
});
