import type { ManualClock } from "../clock.ts";
import type { InteractionLog } from "./interaction.ts";
import { parseJson, type Json } from "./json.ts";
import type { Limits } from "./limits.ts";
import { createMessages, type MessageStore } from "./messages.ts";
import type { Workspace } from "./options.ts";
import type { Reply } from "./reply.ts";
import type { Signal } from "./signal.ts";
import type { PeerView } from "./view.ts";

/** A trigger_id: opens one modal within 3 seconds. */
export interface Trigger {
  workspace: Workspace;
  user: string;
  /** Milliseconds since the epoch. */
  made: number;
  exchanged: boolean;
  log: InteractionLog;
}

/**
 * One call of the bot: to the Web API (`method` is its name) or to a response_url (`method` is
 * "response_url").
 */
export interface PeerRequest {
  method: string;
  /** The arguments, form or JSON, with JSON-encoded ones decoded. */
  args: Json;
  token: string | undefined;
  contentType: string;
  /** The peer's time, in milliseconds. */
  at: number;
  /** HTTP status of the answer; 0 where the connection was cut. */
  status: number;
  answer: unknown;
}

/** All that the parts of the peer share. */
export interface World {
  clock: ManualClock;
  limits: Limits;
  signal: Signal;
  appId: string;
  appToken: string;
  workspaces: Workspace[];
  /** See SlackPeerOptions. */
  unlisted: boolean;
  messages: MessageStore;
  views: Map<string, PeerView>;
  triggers: Map<string, Trigger>;
  requests: PeerRequest[];
  violations: string[];
  /** A new id with this prefix, unique in the peer: `id("V")` is "V0000000001". */
  id(prefix: string): string;
  /** Writes a call and its answer down. */
  record(call: Pick<PeerRequest, "method" | "args" | "token" | "contentType">, reply: Reply): void;
  /** Notes what Slack would refuse, and where the bot said it. */
  violate(where: string, problems: readonly string[]): void;
}

/** An empty world with these workspaces. */
export function createWorld(
  base: Pick<World, "clock" | "limits" | "signal" | "appId" | "appToken" | "workspaces" | "unlisted">,
): World {
  let last = 0;
  const id = (prefix: string): string => {
    last += 1;
    return `${prefix}${String(last).padStart(8, "0")}`;
  };
  const world: World = {
    ...base,
    messages: createMessages(
      () => base.clock.now(),
      () => id("b"),
    ),
    views: new Map(),
    triggers: new Map(),
    requests: [],
    violations: [],
    id,
    record(call, reply) {
      const answered = reply.kind === "answer" ? reply : { status: 0, body: "" };
      const answer = parseJson(answered.body) ?? answered.body;
      world.requests.push({ ...call, at: base.clock.now(), status: answered.status, answer });
      base.signal.changed();
    },
    violate(where, problems) {
      world.violations.push(...problems.map((problem) => `${where}: ${problem}`));
    },
  };
  return world;
}
