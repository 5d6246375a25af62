import { GatewayOpcodes, InteractionResponseType } from "discord-api-types/v10";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { DiscordPeer } from "../../peers/discord.ts";
import { CALLBACK, answers, button, gate, read, running, scene } from "./harness.ts";

const SEARCH = { name: "korea search", options: { query: "Beijing meeting" } };
const FOUND = "### 7 excerpts for “Beijing meeting”: 1–5";
const LOST = 'warn connection lost, reconnecting {"platform":"discord"}';

describe("a connection", () => {
  test.each([
    ["is told to reconnect", "reconnect"],
    ["is cut", "cut"],
  ] as const)("that %s is resumed, and what came meanwhile is answered once", async (_, how) => {
    const states: string[] = [];
    const connection = { opened: () => states.push("opened"), lost: () => states.push("lost") };
    const { peer, pauses, log, bot } = await running({ parts: { connection } });
    expect(states).toEqual(["opened"]);
    await peer.command(SEARCH).message();
    const resumed = peer.gateway.received(GatewayOpcodes.Resume);
    peer.gateway[how]();
    const meanwhile = peer.command(SEARCH);
    await resumed;
    expect(read(await meanwhile.message())[0]).toBe(FOUND);
    expect(read(await peer.command(SEARCH).message())[0]).toBe(FOUND);
    expect(answers(peer)).toBe(3);
    expect([peer.gateway.resumes.length, peer.gateway.identifies.length]).toEqual([1, 1]);
    expect(pauses).toEqual([]);
    expect(log.lines.slice(1)).toEqual([LOST]);
    expect(states).toEqual(["opened", "lost", "opened"]);
    await bot.stop();
    await bot.ended;
    expect(states.at(-1)).toBe("lost");
  });

  test("that is being resumed when the bot stops stays closed, and nothing is said of it", async () => {
    const { peer, bot, log } = await running();
    peer.gateway.cut();
    await log.until("connection lost");
    await bot.stop();
    expect(await bot.ended).toBeNull();
    expect(log.lines.slice(1)).toEqual([LOST]);
  });
});

describe("a connection that stays lost for five minutes", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const GIVEN_UP = 'warn connection given up, building a new one {"platform":"discord"}';
  const AWAY = `warn Discord cannot be reached, trying again ${JSON.stringify({
    platform: "discord",
    error: "Error ECONNREFUSED",
    seconds: 1,
  })}`;

  /** A bot that has given up its connection and finds nobody; `wait` is its first pause. */
  async function givenUp(wait: (peer: DiscordPeer, signal: AbortSignal) => Promise<void>) {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const set = await scene();
    const bot = await set.start({ wait: (_, signal) => wait(set.peer, signal) });
    await set.peer.reach("refused");
    set.peer.gateway.cut();
    await set.log.until("connection lost");
    vi.advanceTimersByTime(5 * 60_000);
    await set.log.until("connection given up");
    return { ...set, bot };
  }

  test("is given up for a new one, and each command is answered once", async () => {
    const back = gate();
    const { peer, log } = await givenUp(async () => back.wait);
    await log.until("cannot be reached");
    await peer.reach("up");
    back.open();
    await log.until('"commands":"unchanged"');
    expect(read(await peer.command(SEARCH).message())[0]).toBe(FOUND);
    expect(answers(peer)).toBe(1);
    expect(log.lines.filter((line) => !line.includes("Discord is ready"))).toEqual([LOST, GIVEN_UP, AWAY]);
  });

  test("is not built anew after a stop in a pause", async () => {
    const paused = gate();
    const { bot, log } = await givenUp((_, signal) => {
      paused.open();
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      });
    });
    await paused.wait;
    await bot.stop();
    expect(await bot.ended).toBeNull();
    expect(log.lines.slice(1)).toEqual([LOST, GIVEN_UP, AWAY]);
  });

  test("and is being built anew while the bot stops is closed", async () => {
    const back = gate();
    const { bot, peer, log } = await givenUp(async () => back.wait);
    await log.until("cannot be reached");
    await peer.reach("up");
    const identified = peer.gateway.received(GatewayOpcodes.Identify);
    back.open();
    await identified;
    await bot.stop();
    expect(await bot.ended).toBeNull();
    expect(log.lines.slice(1)).toEqual([LOST, GIVEN_UP, AWAY]);
  });
});

describe("a call that goes wrong", () => {
  test.each([
    ["is rate limited", { retryAfter: 30 }, "RateLimitError[/interactions/:id/:token/callback]"],
    ["is cut off", "reset", "Error ECONNRESET"],
    ["fails", { status: 500, body: "down" }, "HTTP 500"],
    ["is refused", { status: 404, body: { message: "Unknown interaction", code: 10062 } }, "404 code 10062"],
  ] as const)("because it %s is told to the operator, without what was asked", async (_, outcome, error) => {
    const { peer, log } = await running();
    peer.fault({ path: CALLBACK, outcome });
    peer.command(SEARCH);
    expect(await log.until("an answer did not arrive")).toBe(
      `warn an answer did not arrive ${JSON.stringify({ platform: "discord", error })}`,
    );
    // The bot lives, and asking again is answered.
    const first = await peer.command({ ...SEARCH, guild: null }).message();
    expect(read(first)[0]).toBe(FOUND);
    expect((await peer.button(first, button(first, "Next")).response()).type).toBe(
      InteractionResponseType.UpdateMessage,
    );
  });

  test("because the command itself breaks is told to the operator, without what was asked", async () => {
    const { log, peer } = await running({
      around: (desk) => ({
        ...desk,
        run: (call) => Promise.reject(new TypeError(`broken by ${String(call.values["query"])}`)),
      }),
    });
    peer.command(SEARCH);
    expect(await log.until("an answer did not arrive")).toBe(
      'warn an answer did not arrive {"platform":"discord","error":"TypeError"}',
    );
  });
});
