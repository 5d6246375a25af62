import { checkMessage } from "./body.ts";
import type { InteractionLog, Shown } from "./interaction.ts";
import { isJson, parseJson, type Json } from "./json.ts";
import type { PeerMessage } from "./messages.ts";
import type { Workspace } from "./options.ts";
import type { World } from "./world.ts";

/** Where and for whom a response_url speaks. */
export interface ResponseTarget {
  workspace: Workspace;
  channel: string;
  user: string;
  /**
   * The message whose component was used. A slash command has none: asked to replace "the original" there,
   * Slack posts a new message (github.com/slackapi/bolt-js/issues/2287, …/bolt-python/issues/1268).
   */
  source?: PeerMessage;
  log: InteractionLog;
}

/** What a POST to a response_url is answered with. The body is plain text. */
export interface UrlAnswer {
  status: number;
  text: string;
}

/** All response_urls of the peer. */
export interface ResponseUrls {
  /** A new one. It lives from now on. */
  make(target: ResponseTarget): string;
  /** Answers a POST to one, by the last part of its path. */
  post(key: string, body: string): UrlAnswer;
}

/**
 * Up to 5 uses within 30 minutes: docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
const USES = 5;
const LIFE_MS = 30 * 60_000;

const yes = (value: unknown): boolean => value === true || value === "true";

/**
 * Shows the person the message of an acknowledgement or a response_url.
 * Ephemeral unless `response_type` says in_channel
 * (docs.slack.dev/interactivity/implementing-slash-commands).
 */
export function respond(
  world: World,
  target: ResponseTarget,
  body: Json,
  via: "ack" | "response_url",
): Shown {
  const { workspace, channel, user, source, log } = target;
  const show = (kind: "message" | "update" | "delete", message: PeerMessage): Shown => {
    const shown: Shown = { kind, message, via };
    log.show(shown);
    return shown;
  };
  if (source !== undefined && yes(body.delete_original)) {
    source.deleted = true;
    return show("delete", source);
  }
  if (source !== undefined && yes(body.replace_original)) {
    world.messages.edit(source, body);
    return show("update", source);
  }
  const { id: team, botUserId, botId } = workspace;
  const draft = { channel, team, user: botUserId, bot_id: botId, body };
  const everyone = body.response_type === "in_channel";
  return show("message", world.messages.post(everyone ? draft : { ...draft, to: user }));
}

/** No response_url yet. `base` is the peer's address. */
export function createResponseUrls(world: World, base: () => string): ResponseUrls {
  const targets = new Map<string, { target: ResponseTarget; until: number; uses: number }>();
  return {
    make(target) {
      const key = world.id("response-");
      targets.set(key, { target, until: world.clock.now() + LIFE_MS, uses: 0 });
      return `${base()}/response/${target.workspace.id}/${key}`;
    },
    post(key, text) {
      const found = targets.get(key);
      // Slack answers 404 to a URL it no longer takes; the reason stands in the body.
      if (found === undefined) return { status: 404, text: "invalid_url" };
      if (world.clock.now() >= found.until) return { status: 404, text: "expired_url" };
      if (found.uses >= USES) return { status: 404, text: "used_url" };
      const body = parseJson(text);
      if (!isJson(body)) return { status: 400, text: "invalid_payload" };
      const deletes = yes(body.delete_original);
      const fault = deletes ? undefined : checkMessage(body, world.limits);
      if (fault !== undefined) {
        world.violate("response_url", fault.problems);
        return { status: 400, text: fault.error };
      }
      found.uses += 1;
      respond(world, found.target, body, "response_url");
      return { status: 200, text: "ok" };
    },
  };
}
