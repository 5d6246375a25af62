import type { FieldError } from "./errors.ts";
import type { Json } from "./json.ts";
import type { World } from "./world.ts";

/** What a handler is given. */
export interface RouteCall {
  world: World;
  /** A `{placeholder}` of the route. */
  param(name: string): string;
  query: URLSearchParams;
  /** The JSON body (of a multipart one, `payload_json`, with the files' names and sizes as `files`). */
  body: unknown;
  /** The same where it is an object; empty otherwise. */
  form: Json;
  /** What the OpenAPI description says against the body. Handlers that check more put theirs with it. */
  found: readonly FieldError[];
}

/** What a handler answers; 204 has no body. */
export interface Answer {
  status: number;
  body?: unknown;
}

/** One endpoint. `path` is written as in Discord's OpenAPI description. */
export interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** Whether it takes the bot's token. Interaction answers carry their own in the path. */
  auth: boolean;
  run(call: RouteCall): Answer;
}

/** A 200 with a body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Success without a body. */
export const noContent: Answer = { status: 204 };

/**
 * Finds the endpoint and its parameters. The first that fits wins, so literal paths come before
 * placeholders.
 */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Map<string, string> } | null {
  const steps = path.split("/");
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchPath(route.path.split("/"), steps);
    if (params !== null) return { route, params };
  }
  return null;
}

function matchPath(pattern: readonly string[], steps: readonly string[]): Map<string, string> | null {
  if (pattern.length !== steps.length) return null;
  const params = new Map<string, string>();
  for (const [at, part] of pattern.entries()) {
    const step = decodeURIComponent(steps[at] ?? "");
    if (part.startsWith("{")) params.set(part.slice(1, -1), step);
    else if (part !== step) return null;
  }
  return params;
}
