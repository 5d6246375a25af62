import { GatewayOpcodes } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { PlatformError } from "../../../src/core/platform.ts";
import { CARRIED } from "../desk.ts";
import { gate, read, running, scene, type Scene } from "./harness.ts";

const TOKEN_REFUSED = {
  reason: "Discord refuses DISCORD_TOKEN",
  remedy:
    "Open https://discord.com/developers/applications, choose the application, then Bot → Reset Token, and put the new token into DISCORD_TOKEN",
};
const INTENTS_REFUSED = {
  reason: "Discord refuses the intents that this bot asks for",
  remedy: "Korea Desk needs the Guilds intent only; update it, or undo a change to its intents",
};
const GATEWAY_ERROR = 'warn gateway error {"platform":"discord","error":"Error"}';

/** How often commands were registered. */
function registrations({ peer }: Pick<Scene, "peer">): number {
  return peer.requests.filter(({ method }) => method === "PUT").length;
}

describe("registering", () => {
  test("happens at the first start, and again only where the command has changed", async () => {
    const set = await scene({ commands: CARRIED });
    const { peer, desk, log } = set;
    const first = await set.start();
    expect(registrations(set)).toBe(1);
    expect(peer.commands().map(({ name }) => name)).toEqual(["korea", "Check this quote"]);
    expect(peer.commands()[0]!.options!.map(({ name }) => name)).toEqual([
      "search",
      "read",
      "check",
      "about",
    ]);
    await first.stop();

    const second = await set.start();
    expect(registrations(set)).toBe(1);
    await second.stop();

    await set.start({ desk: { ...desk, commands: desk.commands.slice(0, 2) } });
    expect(registrations(set)).toBe(2);
    expect(peer.commands().map(({ name }) => name)).toEqual(["korea"]);
    expect(peer.commands()[0]!.options!.map(({ name }) => name)).toEqual(["search", "read"]);
    expect(log.lines.map((line) => /"commands":"(\w+)"/u.exec(line)?.[1])).toEqual([
      "registered",
      "unchanged",
      "registered",
    ]);
  });

  test("that fails for a while is tried again with a new login", async () => {
    const set = await scene({ commands: CARRIED });
    set.peer.fault({ method: "PUT", outcome: { status: 503, body: "down" } });
    await set.start();
    expect(set.pauses).toEqual([1_000]);
    expect(set.peer.commands().map(({ name }) => name)).toEqual(["korea", "Check this quote"]);
    expect(set.peer.gateway.sessions()).toBe(1);
  });
});

describe("an API that cannot be reached", () => {
  test("is tried again, with longer and longer pauses, until it is there", async () => {
    const pauses: number[] = [];
    const set = await scene({ reachable: "refused" });
    const { peer, log } = set;
    const wait = async (ms: number) => {
      pauses.push(ms);
      if (pauses.length === 3) await peer.reach("failing");
      if (pauses.length === 8) await peer.reach("up");
    };
    const bot = await set.start({ wait });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    const answer = await peer.command({ name: "korea help" }).message();
    expect(read(answer)[0]).toBe("### Korea Desk");
    expect(log.lines).toHaveLength(9);
    const told = (error: string, seconds: number) =>
      `warn Discord cannot be reached, trying again ${JSON.stringify({ platform: "discord", error, seconds })}`;
    expect(log.lines[0]).toBe(told("Error ECONNREFUSED", 1));
    expect(log.lines[3]).toBe(told("HTTP 500", 8));
    await bot.stop();
    expect(await bot.ended).toBeNull();
  });

  test("because of a rate limit is tried again", async () => {
    const set = await scene();
    set.peer.fault({ path: "/gateway/bot", outcome: { retryAfter: 2 } });
    await set.start();
    expect(set.pauses).toEqual([1_000]);
  });
});

describe("a start that Discord refuses", () => {
  test("for its token fails with what to do, and is not tried again", async () => {
    const set = await scene();
    const failed = await set.start({ token: "peer-secret-of-old" }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PlatformError);
    expect((failed as PlatformError).ending).toEqual(TOKEN_REFUSED);
    expect((failed as PlatformError).message).toBe(`${TOKEN_REFUSED.reason}. ${TOKEN_REFUSED.remedy}.`);
    expect([set.pauses, set.log.lines]).toEqual([[], []]);
  });

  test("for anything else says what Discord says", async () => {
    const set = await scene();
    set.peer.fault({
      method: "PUT",
      outcome: { status: 403, body: { message: "Missing Access", code: 50001 } },
    });
    await expect(set.start()).rejects.toThrow(
      "Discord refuses a request: Missing Access (PUT answered 403, code 50001). " +
        "Check that the application was not deleted, and update Korea Desk.",
    );
    await expect.poll(() => set.peer.gateway.sessions()).toBe(0);
  });

  test.each([
    [4014, INTENTS_REFUSED],
    [4004, TOKEN_REFUSED],
  ])("on the gateway, with close code %i, ends with what to do", async (code, ending) => {
    const set = await scene();
    const gateway = await refusingGateway(code);
    set.peer.fault({
      path: "/gateway/bot",
      outcome: {
        status: 200,
        body: {
          url: gateway.url,
          shards: 1,
          session_start_limit: { total: 1_000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
        },
      },
    });
    const bot = await set.start();
    expect(await bot.ended).toEqual(ending);
    expect([set.pauses, set.log.lines]).toEqual([[], [GATEWAY_ERROR]]);
    await gateway.close();
  });
});

describe("a bot that runs", () => {
  test.each([
    [4014, INTENTS_REFUSED],
    [4004, TOKEN_REFUSED],
    [
      4011,
      {
        reason: "Discord wants this bot to run in several shards: it is in too many servers",
        remedy: "Remove it from some servers, or ask for support of shards",
      },
    ],
    [
      4012,
      {
        reason: "Discord closed the connection for good (close code 4012)",
        remedy: "Update Korea Desk; if that does not help, report the code",
      },
    ],
  ])("and is thrown out with close code %i ends with what to do", async (code, ending) => {
    const { peer, bot, log } = await running();
    peer.gateway.disconnect(code);
    expect(await bot.ended).toEqual(ending);
    expect(log.lines.slice(1)).toEqual([GATEWAY_ERROR]);
    await bot.stop();
    expect(await bot.ended).toEqual(ending);
  });

  test("and is stopped leaves nothing open and says nothing any more, twice over", async () => {
    const { peer, bot, log } = await running();
    const closed = gate();
    void bot.ended.then(closed.open);
    await bot.stop();
    await bot.stop();
    await closed.wait;
    expect(await bot.ended).toBeNull();
    expect(peer.gateway.sessions()).toBe(0);
    expect(log.lines).toHaveLength(1);
  });
});

/** A gateway that closes every connection with a code once it is told who comes. */
async function refusingGateway(code: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  server.on("connection", (client) => {
    client.once("message", () => client.close(code));
    client.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: 41_250 } }));
  });
  const { port } = server.address() as { port: number };
  return {
    url: `ws://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
