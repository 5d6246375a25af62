import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { describe, expect, it } from "vitest";
import { DeadlineError } from "../../src/core/deadline.ts";
import { describeError, endingOfClose, endingOfError } from "../../src/discord/endings.ts";

const apiError = (status: number, code: number, message: string) =>
  new DiscordAPIError({ code, message }, code, status, "POST", "https://discord.example/secret", {
    body: { content: "what was asked" },
    files: [],
  });
const limited = new RateLimitError({
  timeToReset: 1,
  limit: 1,
  method: "POST",
  hash: "hash",
  url: "https://discord.example/interactions/1/secret/callback",
  route: "/interactions/:id/:token/callback",
  majorParameter: "1",
  global: false,
  retryAfter: 1,
  sublimitTimeout: 0,
  scope: "user",
});
const TOKEN_REFUSED = {
  reason: "Discord refuses DISCORD_TOKEN",
  remedy:
    "Open https://discord.com/developers/applications, choose the application, then Bot → Reset Token, and put the new token into DISCORD_TOKEN",
};

describe("why the gateway ended for good", () => {
  it.each([
    [4004, "Discord refuses DISCORD_TOKEN"],
    [4011, "Discord wants this bot to run in several shards: it is in too many servers"],
    [4013, "Discord refuses the intents that this bot asks for"],
    [4014, "Discord refuses the intents that this bot asks for"],
    [4010, "Discord closed the connection for good (close code 4010)"],
  ])("close code %i has a reason and a remedy, without full stops", (code, reason) => {
    const ending = endingOfClose(code);
    expect(ending.reason).toBe(reason);
    expect(ending.remedy).toMatch(/[^.]$/u);
  });
});

describe("why the API ended it for good", () => {
  it("a refused token has its own remedy", () => {
    expect(endingOfError(apiError(401, 0, "401: Unauthorized"))).toEqual(TOKEN_REFUSED);
  });

  it("another refusal says what Discord says", () => {
    expect(endingOfError(apiError(403, 50001, "Missing Access"))).toEqual({
      reason: "Discord refuses a request: Missing Access (POST answered 403, code 50001)",
      remedy: "Check that the application was not deleted, and update Korea Desk",
    });
  });

  it.each([
    ["an outage", apiError(503, 0, "down")],
    ["a limit on the API", apiError(429, 0, "slow down")],
    ["a limit held by ourselves", limited],
    ["an answer that is no JSON", new HTTPError(502, "Bad Gateway", "GET", "https://a.example", {})],
    ["a call without an answer", new DeadlineError("no answer to it within 1 ms")],
    ["a network that is away", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["no error at all", undefined],
  ])("%s passes", (_, error) => {
    expect(endingOfError(error)).toBeNull();
  });
});

describe("an error in a few words", () => {
  it.each([
    [apiError(400, 50035, "what was asked"), "400 code 50035"],
    [new HTTPError(502, "Bad Gateway", "GET", "https://a.example/secret", {}), "HTTP 502"],
    [limited, "RateLimitError[/interactions/:id/:token/callback]"],
    [new DeadlineError("no answer to the answer within 10000 ms"), "no answer to the answer within 10000 ms"],
    [Object.assign(new Error("to https://a.example/?q=secret"), { code: "ECONNRESET" }), "Error ECONNRESET"],
    [new TypeError("what was asked"), "TypeError"],
    ["what was asked", "unknown error"],
  ])("%# tells neither addresses nor what was asked", (error, words) => {
    expect(describeError(error)).toBe(words);
  });
});
