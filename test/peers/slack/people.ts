import { acknowledge, type Expecting } from "./acknowledge.ts";
import { held, pick, type Use } from "./action.ts";
import { stateValues, type Filled } from "./form-values.ts";
import { createLog, describe, type Interaction, type InteractionLog, type Shown } from "./interaction.ts";
import type { Json } from "./json.ts";
import type { PeerMessage } from "./messages.ts";
import { wire } from "./methods-chat.ts";
import { wireView } from "./methods-views.ts";
import { person, type Channel, type Enterprise, type User, type Workspace } from "./options.ts";
import type { ResponseTarget, ResponseUrls } from "./response-url.ts";
import type { Outgoing, Signature, Transport } from "./transport.ts";
import type { PeerView } from "./view.ts";
import type { World } from "./world.ts";

/** Who does something, and how the request is signed (HTTP mode). What is left out is the first there is. */
export interface Who {
  user?: string;
  team?: string;
  enterprise?: Enterprise;
  signature?: Signature;
}

/** A slash command as a person types it. */
export interface SlashOptions extends Who {
  command: string;
  text: string;
  channel?: string;
  /** Becomes the person's locale, which users.info tells; the command's own payload carries none. */
  locale?: string;
}

/** What people do in Slack. */
export interface People {
  slash(options: SlashOptions): Interaction;
  /** @throws Error where the message or view has no such element, or the element no such option. */
  blockAction(on: PeerMessage | PeerView, actionId: string, options?: Who & Use): Interaction;
  /** @throws Error where Slack's client would not send the form. */
  viewSubmission(view: PeerView, state: Filled, options?: Who): Interaction;
  messageShortcut(callbackId: string, message: PeerMessage, options?: Who): Interaction;
  /** An event of the Events API, such as app_uninstalled. */
  event(event: Json & { type: string }, options?: Who): Interaction;
}

const isView = (on: PeerMessage | PeerView): on is PeerView => "root_view_id" in on;

/** The people of a peer, whose doings reach the bot by `transport`. */
export function createPeople(world: World, transport: Transport, urls: ResponseUrls): People {
  interface Scene {
    workspace: Workspace;
    user: User;
    channel: Pick<Channel, "id" | "name">;
    log: InteractionLog;
    target: ResponseTarget;
    triggerId: string;
    responseUrl: string;
    signature: Signature | undefined;
    /** `team` and `enterprise` of a payload. */
    about: Json;
  }

  function scene(who: Who, place?: string, source?: PeerMessage): Scene {
    const known = world.workspaces.find((one) => one.id === who.team) ?? world.workspaces[0]!;
    // A shared channel: the person's team is one where the app is not installed; the bot acts for the first.
    const team = who.team ?? known.id;
    const enterprise = who.enterprise ?? known.enterprise;
    const id = who.user ?? known.users.keys().next().value ?? "U0ASKER";
    const user = known.users.get(id) ?? person({ id });
    known.users.set(id, user);
    const found = known.channels.get(place ?? known.channels.keys().next().value ?? "");
    // What the app may not see is called "privategroup", and direct messages "directmessage":
    // docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling
    const names = { public: found?.name ?? "", private: "privategroup", im: "directmessage" };
    const channel = { id: place ?? found?.id ?? "", name: names[found?.kind ?? "private"] };
    const log = createLog(world.signal);
    const target: ResponseTarget = {
      workspace: known,
      channel: channel.id,
      user: id,
      ...(source !== undefined && { source }),
      log,
    };
    const triggerId = world.id(`${world.clock.now()}.`);
    world.triggers.set(triggerId, {
      workspace: known,
      user: id,
      made: world.clock.now(),
      exchanged: false,
      log,
    });
    const domain = team === known.id ? known.domain : team.toLowerCase();
    const named = enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name };
    return {
      workspace: known,
      user,
      channel,
      log,
      target,
      triggerId,
      responseUrl: urls.make(target),
      signature: who.signature,
      about: { team: { id: team, domain, ...named }, enterprise: enterprise ?? null },
    };
  }

  /** The fields of every interactive payload. */
  const common = ({ user, about, triggerId }: Scene): Json => ({
    ...about,
    // In a shared channel a person may belong to another workspace than the message:
    // docs.slack.dev/apis/slack-connect
    user: {
      id: user.id,
      username: user.name,
      name: user.name,
      team_id: user.home ?? (about.team as Json).id,
    },
    api_app_id: world.appId,
    token: "verification-token",
    trigger_id: triggerId,
    is_enterprise_install: false,
  });

  function start(scene: Scene, out: Omit<Outgoing, "id" | "signature">, expecting: Expecting): Interaction {
    const { signature, log, triggerId, responseUrl } = scene;
    const envelope: Outgoing = { ...out, id: world.id("envelope-"), ...(signature && { signature }) };
    const handed = (again: Partial<Outgoing>) =>
      transport.deliver({ ...envelope, ...again }).then((answer) => {
        acknowledge(world, answer, expecting);
        return answer;
      });
    const first = handed({});
    const expect = async <K extends Shown["kind"]>(...kinds: K[]): Promise<Shown & { kind: K }> => {
      const shown = await log.response();
      const fits = (one: Shown): one is Shown & { kind: K } => (kinds as string[]).includes(one.kind);
      if (!fits(shown)) throw new Error(`Not ${kinds.join(" or ")}, but ${describe(shown)}.`);
      return shown;
    };
    return {
      payload: out.payload,
      envelopeId: envelope.id,
      triggerId,
      responseUrl,
      seen: log.seen,
      ack: () => first,
      response: () => log.response(),
      message: async () => (await expect("message", "update")).message,
      view: async () => (await expect("view")).view,
      redeliver: (retry) => handed(retry === undefined ? {} : { retry }),
    };
  }

  return {
    slash(options) {
      const at = scene(options, options.channel);
      if (options.locale !== undefined) at.user.locale = options.locale;
      const team = at.about.team as Json;
      const payload = {
        token: "verification-token",
        team_id: team.id,
        team_domain: team.domain,
        ...(team.enterprise_id !== undefined && {
          enterprise_id: team.enterprise_id,
          enterprise_name: team.enterprise_name,
        }),
        channel_id: at.channel.id,
        channel_name: at.channel.name,
        user_id: at.user.id,
        user_name: at.user.name,
        command: options.command,
        text: options.text,
        api_app_id: world.appId,
        is_enterprise_install: "false",
        response_url: at.responseUrl,
        trigger_id: at.triggerId,
      };
      const expecting: Expecting = { kind: "message", command: options.command, target: at.target };
      return start(at, { kind: "slash_commands", payload, accepts: true }, expecting);
    },
    blockAction(on, actionId, options = {}) {
      const view = isView(on) ? world.views.get(on.id) : undefined;
      const message = isView(on) ? undefined : world.messages.find(on.channel, on.ts);
      const blocks = view?.blocks ?? message?.blocks;
      if (blocks === undefined) throw new Error("The message or view is not there any more.");
      const team = (view ?? message)?.team ?? "";
      const at = scene({ team, ...(view && { user: view.user }), ...options }, message?.channel, message);
      const { blockId, element } = pick(blocks, actionId, options);
      const now = (world.clock.now() / 1000).toFixed(6);
      const action = { action_id: actionId, block_id: blockId, ...held(element, options), action_ts: now };
      const about = message && {
        channel: at.channel,
        response_url: at.responseUrl,
        container: {
          type: "message",
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: message.to !== undefined,
          ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
        },
        // The payload of an ephemeral message's element does not carry the message.
        ...(message.to === undefined && { message: wire(message, world.appId) }),
        state: { values: {} },
      };
      const shown = view && {
        container: { type: "view", view_id: view.id },
        view: wireView(view, at.workspace, world.appId),
      };
      const payload = { type: "block_actions", ...common(at), ...about, ...shown, actions: [action] };
      const expecting: Expecting = { kind: "nothing", what: `ack ${actionId}`, target: at.target };
      return start(at, { kind: "interactive", payload, accepts: false }, expecting);
    },
    viewSubmission(shown, state, options = {}) {
      const view = world.views.get(shown.id);
      if (view?.open !== true) throw new Error("The modal is not open.");
      const at = scene({ team: view.team, user: view.user, ...options });
      const values = stateValues(view.blocks, state);
      const wired = wireView(view, at.workspace, world.appId, values);
      // Only inputs with response_url_enabled bring response_urls:
      // docs.slack.dev/surfaces/modals#modal_response_url
      const payload = { type: "view_submission", ...common(at), view: wired, response_urls: [] };
      return start(
        at,
        { kind: "interactive", payload, accepts: true },
        { kind: "form", view, target: at.target },
      );
    },
    messageShortcut(callbackId, shown, options = {}) {
      const message = world.messages.find(shown.channel, shown.ts);
      if (message === undefined) throw new Error("The message is not there any more.");
      // A shortcut's response_url cannot touch the message, which need not be the app's.
      const at = scene({ team: message.team, ...options }, message.channel);
      const payload = {
        type: "message_action",
        ...common(at),
        callback_id: callbackId,
        action_ts: (world.clock.now() / 1000).toFixed(6),
        message_ts: message.ts,
        response_url: at.responseUrl,
        channel: at.channel,
        message: wire(message, world.appId),
      };
      const expecting: Expecting = { kind: "nothing", what: `ack ${callbackId}`, target: at.target };
      return start(at, { kind: "interactive", payload, accepts: false }, expecting);
    },
    event(event, options = {}) {
      const at = scene(options);
      const team = (at.about.team as Json).id;
      const payload = {
        type: "event_callback",
        token: "verification-token",
        team_id: team,
        api_app_id: world.appId,
        event,
        event_id: world.id("Ev"),
        event_time: Math.floor(world.clock.now() / 1000),
        authorizations: [
          { enterprise_id: null, team_id: team, user_id: at.workspace.botUserId, is_bot: true },
        ],
      };
      const expecting: Expecting = { kind: "nothing", what: `ack ${event.type}`, target: at.target };
      return start(at, { kind: "events_api", payload, accepts: false }, expecting);
    },
  };
}
