import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { check } from "../../commands/check.ts";
import { commands } from "../../commands/index.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { manifest, type ManifestMode } from "../../src/slack/manifest.ts";

const en = messagesFor("en");
const HTTP: ManifestMode = { mode: "http", url: "https://desk.example" };

function schema(): object | null {
  try {
    const file = new URL("../../../shared/contracts/slack-manifest.schema.json", import.meta.url);
    return JSON.parse(readFileSync(file, "utf8")) as object;
  } catch {
    return null;
  }
}

const features = (url: object) => ({
  app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
  bot_user: { display_name: "Korea Desk", always_online: true },
  slash_commands: [
    {
      command: "/korea",
      description: "Quoted, attributed excerpts on Korean-peninsula diplomacy",
      usage_hint: "search QUESTION | help | or just the question",
      should_escape: false,
      ...url,
    },
  ],
  shortcuts: [
    {
      name: "Check this quote",
      type: "message",
      callback_id: "message:check",
      description: check.description(en),
    },
  ],
});

describe("the manifest of the app", () => {
  it("asks for Socket Mode and no address", () => {
    expect(manifest({ mode: "socket" }, en, commands)).toEqual({
      display_information: {
        name: "Korea Desk",
        description: "Quoted, attributed excerpts on Korean-peninsula diplomacy",
        background_color: "#1d3557",
      },
      features: features({}),
      oauth_config: {
        scopes: {
          bot: ["commands", "users:read", "chat:write", "channels:history", "groups:history", "im:write"],
        },
      },
      settings: {
        event_subscriptions: { bot_events: ["app_uninstalled", "tokens_revoked"] },
        interactivity: { is_enabled: true },
        org_deploy_enabled: false,
        socket_mode_enabled: true,
        token_rotation_enabled: false,
      },
    });
  });

  it("names where Slack sends requests in HTTP mode", () => {
    expect(manifest(HTTP, en, commands)).toMatchObject({
      features: features({ url: "https://desk.example/slack/events" }),
      settings: {
        event_subscriptions: {
          request_url: "https://desk.example/slack/events",
          bot_events: ["app_uninstalled", "tokens_revoked"],
        },
        interactivity: { is_enabled: true, request_url: "https://desk.example/slack/events" },
        socket_mode_enabled: false,
      },
    });
  });

  it("has no shortcuts where no command takes a message", () => {
    expect(manifest(HTTP, en, [])).not.toHaveProperty("features.shortcuts");
  });

  it.for<ManifestMode>([{ mode: "socket" }, HTTP])("is one that Slack takes: $mode", (how, ctx) => {
    const contract = schema();
    if (contract === null) return ctx.skip("skipped: ../shared is absent");
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(contract);
    for (const m of [en, messagesFor("ko")]) {
      validate(manifest(how, m, commands));
      expect(validate.errors).toBeNull();
    }
  });
});
