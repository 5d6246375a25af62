import { describe, expect, it } from "vitest";
import { ENDINGS, describeError, endingOfError } from "../../src/slack/endings.ts";

const platformError = (error: unknown) =>
  Object.assign(new Error("An API error occurred"), { data: { error } });
const INSTALL =
  "Open https://api.slack.com/apps, choose the app, then Install App → Reinstall, and put the new token into SLACK_BOT_TOKEN";

describe("why Slack ended for good", () => {
  it.each(Object.entries(ENDINGS))("%s has a reason and a remedy, without full stops", (code, ending) => {
    expect(endingOfError(platformError(code))).toEqual(ending);
    for (const words of Object.values(ending)) expect(words).toMatch(/[^.]$/u);
  });

  it("tells what to do where the token was revoked", () => {
    expect(endingOfError(platformError("token_revoked"))).toEqual({
      reason: "SLACK_BOT_TOKEN was revoked",
      remedy: INSTALL,
    });
  });

  it("names all scopes where one is missing", () => {
    expect(endingOfError(platformError("missing_scope"))).toEqual({
      reason: "a Slack token lacks a scope",
      remedy: `SLACK_APP_TOKEN needs connections:write. SLACK_BOT_TOKEN needs commands, users:read, chat:write, channels:history, groups:history, im:write. ${INSTALL}`,
    });
  });

  it.each([
    ["an outage", platformError("internal_error")],
    ["a rate limit", Object.assign(new Error("limited"), { code: "slack_webapi_rate_limited_error" })],
    ["a name of an object's own", platformError("constructor")],
    ["an error without a code", platformError(7)],
    ["an error with odd data", Object.assign(new Error("odd"), { data: null })],
    ["no error at all", undefined],
  ])("%s passes", (_, error) => {
    expect(endingOfError(error)).toBeNull();
  });
});

describe("an error in a few words", () => {
  it.each([
    [platformError("token_revoked"), "token_revoked"],
    [Object.assign(new Error("to https://a.example/?q=secret"), { code: "ECONNRESET" }), "Error ECONNRESET"],
    [
      Object.assign(
        new Error("asked", {
          cause: new TypeError("fetch failed", {
            cause: Object.assign(new Error("to https://a.example"), { code: "ECONNREFUSED" }),
          }),
        }),
        { code: "slack_webapi_request_error" },
      ),
      "ECONNREFUSED",
    ],
    [new TypeError("what was asked"), "TypeError"],
    [undefined, "unknown error"],
  ])("%# tells neither addresses nor what was asked", (error, words) => {
    expect(describeError(error)).toBe(words);
  });
});
