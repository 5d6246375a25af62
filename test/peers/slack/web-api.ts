import { readArgs, word } from "./args.ts";
import { createFaults, type Fault, type FaultPlan } from "./faults.ts";
import type { Json } from "./json.ts";
import { CHAT } from "./methods-chat.ts";
import { OPEN } from "./methods-open.ts";
import { READ } from "./methods-read.ts";
import { VIEWS } from "./methods-views.ts";
import { RateLimit, Refusal, type Call, type Method } from "./method.ts";
import type { Workspace } from "./options.ts";
import { faultReply, json, type Reply } from "./reply.ts";
import type { World } from "./world.ts";

/** One HTTP request that came in. */
export interface Incoming {
  authorization: string | undefined;
  contentType: string;
  body: string;
}

/** The Web API: every method the bot calls, and the faults a test asks for. */
export interface WebApi {
  call(method: string, incoming: Incoming): Reply;
  fail(method: string, fault: Fault, plan?: FaultPlan): void;
  /** The next planned fault of a method (or of "response_url"), used up. */
  nextFault(method: string): { fault: Fault; applied: boolean } | undefined;
}

/** Who calls, by the token. docs.slack.dev/authentication/tokens; errors: …/methods/auth.test#errors */
function authenticate(world: World, token: string | undefined): { workspace: Workspace; app: boolean } {
  if (token === undefined) throw new Refusal("not_authed");
  const first = world.workspaces[0];
  if (token === world.appToken && first !== undefined) return { workspace: first, app: true };
  const workspace = world.workspaces.find((one) => one.botToken === token);
  if (workspace === undefined) throw new Refusal("invalid_auth");
  if (workspace.tokenState !== "active") throw new Refusal(workspace.tokenState);
  return { workspace, app: false };
}

/** The Web API of a peer. `link` makes the URL that apps.connections.open answers with. */
export function createWebApi(world: World, link: () => string): WebApi {
  const methods: Record<string, Method> = {
    ...CHAT,
    ...READ,
    ...OPEN,
    ...VIEWS,
    // docs.slack.dev/reference/methods/apps.connections.open: an app-level token with connections:write.
    "apps.connections.open": { token: "app", scopes: () => [], run: () => ({ url: link() }) },
  };
  const faults = createFaults();

  function run(name: string, args: Json, token: string | undefined): Reply {
    let headers: Record<string, string> = {};
    try {
      const method = methods[name];
      if (method === undefined) throw new Refusal("unknown_method", { req_method: name });
      const { workspace, app } = authenticate(world, token);
      const call: Call = { world, workspace, method: name, args };
      const needed = method.scopes(call);
      const provided = app ? "connections:write" : [...workspace.scopes].join(",");
      // docs.slack.dev/authentication: every answer names what the token has and what the method takes.
      headers = { "x-oauth-scopes": provided, "x-accepted-oauth-scopes": needed.join(",") };
      if (method.token !== "any" && (method.token === "app") !== app) {
        throw new Refusal("not_allowed_token_type");
      }
      if (needed.length > 0 && !needed.some((scope) => workspace.scopes.has(scope))) {
        throw new Refusal("missing_scope", { needed: needed.join(","), provided });
      }
      return json({ ok: true, ...method.run(call) }, headers);
    } catch (error) {
      if (error instanceof Refusal) return json(error.answer, headers);
      if (error instanceof RateLimit) {
        return faultReply({ kind: "rate_limited", retryAfter: error.retryAfter });
      }
      throw error;
    }
  }

  return {
    call(name, { authorization, contentType, body }) {
      const read = readArgs(contentType, body);
      const args = typeof read === "string" ? {} : read;
      const bearer = authorization?.startsWith("Bearer ") === true ? authorization.slice(7) : undefined;
      // "You will need to pass this token in the HTTP Authorization header":
      // docs.slack.dev/reference/methods/apps.connections.open
      const token = bearer ?? (methods[name]?.token === "app" ? undefined : word(args, "token"));
      const answer = (): Reply =>
        typeof read === "string" ? json({ ok: false, error: read }) : run(name, args, token);
      const planned = faults.next(name, word(args, "channel"));
      const happened = planned === undefined || planned.applied ? answer() : undefined;
      const reply = planned === undefined ? (happened ?? answer()) : faultReply(planned.fault);
      world.record({ method: name, args, token, contentType }, reply);
      return reply;
    },
    fail: (name, fault, plan) => faults.plan(name, fault, plan),
    nextFault: (name) => faults.next(name),
  };
}
