import { clip } from "../core/budget.ts";
import type { Command } from "../core/command.ts";
import { labelOnMessage } from "../messages/groups/actions.ts";
import type { Messages } from "../messages/messages.ts";
import { LIMITS, SCOPES } from "./limits.ts";
import { REMOVAL_EVENTS } from "./removal.ts";

/** How Slack reaches the bot. */
export type ManifestMode = { mode: "socket" } | { mode: "http"; url: string };

/** Where the bot listens in HTTP mode. */
export const EVENTS_PATH = "/slack/events";

/** Id under which Slack tells that a command was chosen on a message. */
export function callbackId(command: string): string {
  return `message:${command}`;
}

/** A manifest from which Slack makes the whole app (https://docs.slack.dev/reference/app-manifest). */
export function manifest(how: ManifestMode, m: Messages, commands: readonly Command[]): object {
  const url = how.mode === "http" ? { url: new URL(EVENTS_PATH, how.url).href } : {};
  const request = how.mode === "http" ? { request_url: url.url } : {};
  const shortcuts = commands
    .filter(({ hidden, onMessage }) => !hidden && onMessage !== null)
    .map(({ name, description }) => ({
      name: clip(labelOnMessage(name, m), LIMITS.shortcutName),
      type: "message",
      callback_id: callbackId(name),
      description: clip(description(m), LIMITS.shortcutDescription),
    }));
  return {
    display_information: {
      name: "Korea Desk",
      description: m.rootDescription,
      background_color: "#1d3557",
    },
    features: {
      // Where a person reads what the bot tells only them; what they wrote there nobody would answer.
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: "Korea Desk", always_online: true },
      slash_commands: [
        {
          command: "/korea",
          description: m.rootDescription,
          usage_hint: m.slashUsage,
          // Names of people and channels in a question are words to search for.
          should_escape: false,
          ...url,
        },
      ],
      ...(shortcuts.length === 0 ? {} : { shortcuts }),
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: { ...request, bot_events: [...REMOVAL_EVENTS] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: how.mode === "socket",
      token_rotation_enabled: false,
    },
  };
}
