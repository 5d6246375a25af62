import { expect, test } from "vitest";
import type { Config } from "../src/config.ts";
import { runKoreaDesk } from "../src/run.ts";
import { listeningLog } from "./live/listening-log.ts";
import { openBothPeers } from "./process/both-peers.ts";
import { HandClock, LOOK, isIdle, lookUntil } from "./process/hand-clock.ts";
import { BEFORE_NINE, WORDS, daily, deliveriesOf, subscribe, tenantsOf } from "./process/subscribed.ts";

async function setUp() {
  const { discord, slack, config } = await openBothPeers();
  const posted = () => [...discord.messages(discord.channel.id), ...slack.messages("C0GENERAL")];
  return { discord, slack, config, posted };
}

/** Runs the bot from a time on, until it was told to stop. */
function start(config: Config, at: number) {
  const [clock, log, stop] = [new HandClock(at), listeningLog(), new AbortController()];
  const status = runKoreaDesk({ config, log, clock, stop: stop.signal });
  return {
    clock,
    log,
    async stop() {
      stop.abort();
      return await status;
    },
  };
}

test(
  "a digest that is due comes once on each platform, and not again after the next start",
  { timeout: 120_000 },
  async () => {
    const { discord, config, posted } = await setUp();
    const subscriptions = await subscribe(config, [
      daily(`discord:guild:${discord.guild.id}`, discord.channel.id, { query: "hotline" }),
      daily("slack:team:T0KOREA01", "C0GENERAL"),
      // Of a workspace that the token does not belong to.
      daily("slack:team:T0OTHER", "C0GENERAL"),
    ]);
    const first = start(config, BEFORE_NINE);
    for (const _ of ["discord", "slack"]) await first.log.heard(/is ready/u);
    await lookUntil(first.clock, () => posted().length > 1);
    expect(await first.stop()).toBe(0);

    expect(posted()).toHaveLength(2);
    for (const message of posted()) expect(JSON.stringify(message).replaceAll("**", "")).toContain(WORDS);
    const states = (await deliveriesOf(config, subscriptions)).map(
      ({ localDate, state, late }) => `${localDate} ${state} ${late}`,
    );
    expect(states).toEqual(["2026-03-10 sent false", "2026-03-10 sent false"]);
    expect(first.log.all.filter(({ level }) => level !== "info")).toEqual([]);

    const second = start(config, BEFORE_NINE + 60_000);
    for (const _ of ["discord", "slack"]) await second.log.heard(/is ready/u);
    for (let looks = 0; looks < 60; looks += 1) {
      await second.clock.until(isIdle);
      second.clock.pass(LOOK);
    }
    expect(await second.stop()).toBe(0);
    expect(posted()).toHaveLength(2);
    expect(await deliveriesOf(config, subscriptions)).toHaveLength(2);
  },
);

test(
  "a token that is refused pauses nothing, and the other platform goes on",
  { timeout: 120_000 },
  async () => {
    const { discord, config, posted } = await setUp();
    const subscriptions = await subscribe(config, [
      daily(`discord:guild:${discord.guild.id}`, discord.channel.id),
      daily("slack:team:T0KOREA01", "C0GENERAL"),
    ]);
    const wrong = { ...config, discord: { token: "wrong", apiUrl: discord.apiUrl } };
    const desk = start(wrong, BEFORE_NINE);
    const said = [/Discord refuses DISCORD_TOKEN/u, /Slack is ready/u];
    await Promise.all(said.map((message) => desk.log.heard(message)));
    await lookUntil(desk.clock, () => posted().length > 0);
    expect(await desk.stop()).toBe(0);
    expect((await deliveriesOf(config, subscriptions)).map(({ state }) => state)).toEqual(["sent"]);

    // With the right one the digest comes, late as it is.
    const mended = start(config, BEFORE_NINE + 60 * 60_000);
    await mended.log.heard(/Discord is ready/u);
    await lookUntil(mended.clock, () => posted().length > 1);
    expect(await mended.stop()).toBe(0);
    const late = (await deliveriesOf(config, subscriptions)).map(({ state, late }) => `${state} ${late}`);
    expect(late).toEqual(["sent true", "sent false"]);
  },
);

test(
  "where the bot is removed while it runs nothing is posted any more, and all is deleted 30 days later",
  { timeout: 120_000 },
  async () => {
    const { discord, config, posted } = await setUp();
    const guild = discord.addGuild({ name: "Second" });
    const tenant = `discord:guild:${guild.id}` as const;
    const channel = discord.addChannel(guild.id, "news");
    const subscriptions = await subscribe(config, [
      daily(tenant, channel.id),
      daily(`discord:guild:${discord.guild.id}`, discord.channel.id),
    ]);
    const bot = start(config, BEFORE_NINE);
    for (const _ of ["discord", "slack"]) await bot.log.heard(/is ready/u);
    discord.removeGuild(guild.id);
    await bot.log.heard(/the bot was removed; subscriptions are paused/u);
    await lookUntil(bot.clock, () => posted().length > 0);
    expect(await bot.stop()).toBe(0);
    expect(discord.messages(channel.id)).toEqual([]);
    expect(
      (await deliveriesOf(config, subscriptions.slice(0, 1))).filter(({ state }) => state === "sent"),
    ).toEqual([]);

    const later = start(config, BEFORE_NINE + 31 * 24 * 3_600_000);
    for (const _ of ["discord", "slack"]) await later.log.heard(/is ready/u);
    await later.clock.until((waits) => waits.some(({ ms }) => ms === 5 * 60_000));
    later.clock.pass(5 * 60_000);
    await later.log.heard(/deleted what was kept of tenants/u);
    expect(await later.stop()).toBe(0);
    expect(await tenantsOf(config)).toEqual([`discord:guild:${discord.guild.id}`]);
  },
);
