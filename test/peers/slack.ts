import { fileURLToPath } from "node:url";
import { manualClock, type ManualClock } from "./clock.ts";
import type { Fault, FaultPlan } from "./slack/faults.ts";
import { createHttpMode } from "./slack/http-mode.ts";
import type { Json } from "./slack/json.ts";
import { loadLimits } from "./slack/limits.ts";
import type { PeerMessage } from "./slack/messages.ts";
import { workspace, type SlackPeerOptions, type Workspace } from "./slack/options.ts";
import { createPeople, type People } from "./slack/people.ts";
import { createResponseUrls } from "./slack/response-url.ts";
import { listen } from "./slack/server.ts";
import { createSignal } from "./slack/signal.ts";
import { createSocketMode, type SocketMode } from "./slack/socket-mode.ts";
import { createWebApi } from "./slack/web-api.ts";
import { createWorld, type PeerRequest } from "./slack/world.ts";

/** Slack's far side on 127.0.0.1, for one test. What people do comes from `People`. */
export interface SlackPeer extends People {
  /** For the bot: `clientOptions: { slackApiUrl: peer.apiUrl }`. */
  apiUrl: string;
  appToken: string;
  signingSecret: string;
  /** HTTP mode: where the bot listens. Set it once the bot has started. */
  requestUrl: string | undefined;
  clock: ManualClock;
  /** Workspaces may be changed while the peer runs: scopes, channels, tokenState. */
  workspaces: readonly Workspace[];
  /** The first workspace. */
  workspace: Workspace;
  /** Socket Mode: connections, pings, disconnects. */
  socket: Pick<SocketMode, "open" | "opened" | "disconnect" | "ping">;
  /** Every call of the bot, in order. */
  requests: readonly PeerRequest[];
  /** Resolves once the bot has made this many calls of a method, with the last of them. */
  called(method: string, count?: number): Promise<PeerRequest>;
  /** What everybody in a channel sees, oldest first. Copies. */
  messages(channel: string): PeerMessage[];
  /** What only one person sees or saw (`to`), deleted ones included, oldest first. Copies. */
  readonly ephemerals: PeerMessage[];
  /** A person writes a message; `more` is what it holds beside its text, such as attachments. */
  say(message: { channel: string; user: string; text: string; team?: string }, more?: Json): PeerMessage;
  /**
   * What the bot sent that Slack refuses: `chat.postMessage: must be less than … [json-pointer:/blocks/…]`.
   */
  violations: readonly string[];
  /** Checks the peer could not make, and why. Empty when all were made. */
  skipped: readonly string[];
  /** Makes calls of a method (or of "response_url") go wrong. */
  fail(method: string, fault: Fault, plan?: FaultPlan): void;
  /** Frees the port, the connections and whoever still waits. */
  close(): Promise<void>;
}

const LIMITS = fileURLToPath(new URL("../../../shared/contracts/slack-block-limits.json", import.meta.url));

/** Starts Slack's far side on a free port. */
export async function createSlackPeer(options: SlackPeerOptions = {}): Promise<SlackPeer> {
  const limits = loadLimits(options.limitsFile ?? LIMITS);
  const signal = createSignal();
  const workspaces = (options.workspaces ?? [{}]).map(workspace);
  const world = createWorld({
    clock: options.clock ?? manualClock(),
    limits,
    signal,
    appId: options.appId ?? "A0KOREA01",
    appToken: options.appToken ?? "xapp-1-peer",
    workspaces,
    unlisted: options.unlisted ?? false,
  });
  const secret = options.signingSecret ?? "peer-signing-secret";
  const first = workspaces[0];
  if (first === undefined) throw new Error("A Slack peer needs a workspace.");

  const server = await listen();
  const urls = createResponseUrls(world, () => server.base);
  const socket = createSocketMode(world, server.http, () => server.base);
  const api = createWebApi(world, () => socket.link());
  server.serve(world, api, urls);
  const http = createHttpMode(world, secret, () => peer.requestUrl);
  const copies = (keep: (message: PeerMessage) => boolean): PeerMessage[] =>
    world.messages
      .all()
      .filter(keep)
      .map((message) => structuredClone(message));

  const peer: SlackPeer = {
    ...createPeople(world, options.mode === "http" ? http : socket, urls),
    apiUrl: `${server.base}/api/`,
    appToken: world.appToken,
    signingSecret: secret,
    requestUrl: options.requestUrl,
    clock: world.clock,
    workspaces,
    workspace: first,
    socket,
    requests: world.requests,
    called: (method, count = 1) =>
      signal.until(() => world.requests.filter((request) => request.method === method)[count - 1]),
    messages: (channel) => copies((m) => m.channel === channel && m.to === undefined && !m.deleted),
    get ephemerals() {
      return copies((m) => m.to !== undefined);
    },
    say: ({ channel, user, text, team = first.id }, more = {}) =>
      structuredClone(world.messages.post({ channel, team, user, body: { text, ...more } })),
    violations: world.violations,
    skipped: limits.source !== undefined ? [] : ["block limits: ../shared is absent"],
    fail: (method, fault, plan) => api.fail(method, fault, plan),
    async close() {
      signal.close();
      http.close();
      socket.close();
      await server.close();
    },
  };
  return peer;
}
