import { word } from "./args.ts";
import type { Json } from "./json.ts";
import type { Channel, Workspace } from "./options.ts";
import type { World } from "./world.ts";

/** A call of a Web API method whose token is good. */
export interface Call {
  world: World;
  workspace: Workspace;
  method: string;
  args: Json;
}

/** One Web API method. */
export interface Method {
  /** Which token it takes. */
  token: "bot" | "app" | "any";
  /** The scopes of which one must be granted; none for methods without. */
  scopes(call: Call): readonly string[];
  /** The answer, without `ok: true`. */
  run(call: Call): Json;
}

/** An answer with `ok: false`. */
export class Refusal extends Error {
  readonly answer: Json;

  constructor(error: string, more: Json = {}) {
    super(error);
    this.answer = { ok: false, error, ...more };
  }
}

/** HTTP 429. */
export class RateLimit extends Error {
  /** Seconds to wait. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super("ratelimited");
    this.retryAfter = retryAfter;
  }
}

/** The problems of blocks or a view, in the two places where Slack writes them; notes the violation too. */
export function refuse(call: Call, error: string, problems: readonly string[]): Refusal {
  call.world.violate(call.method, problems);
  return new Refusal(error, {
    errors: problems,
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}

/** A required string argument. Slack names what is missing in response_metadata. */
export function need(call: Call, name: string): string {
  const value = word(call.args, name);
  if (value === undefined) {
    throw refuse(call, "invalid_arguments", [`missing required field: ${name}`]);
  }
  return value;
}

/**
 * The channel argument as the workspace has it, if the bot may know it: a private channel it is not in is
 * hidden.
 */
export function findChannel(call: Call): Channel | undefined {
  const id = word(call.args, "channel") ?? "";
  const { channels, users } = call.workspace;
  const found = channels.get(id);
  if (found !== undefined) return found.kind === "private" && !found.member ? undefined : found;
  // A user's id means the direct message with them:
  // docs.slack.dev/reference/methods/chat.postMessage#channels
  if (!users.has(id)) return undefined;
  const im: Channel = {
    id: `D${id.slice(1)}`,
    name: "",
    kind: "im",
    member: true,
    archived: false,
    user: id,
  };
  if (!channels.has(im.id)) channels.set(im.id, im);
  return channels.get(im.id);
}

/** As `findChannel`, or channel_not_found. */
export function channelOf(call: Call): Channel {
  need(call, "channel");
  const channel = findChannel(call);
  if (channel === undefined) throw new Refusal("channel_not_found");
  return channel;
}
