import { isJson, parseJson, str, type Json } from "./json.ts";

/** Arguments that are JSON even inside a form. docs.slack.dev/apis/web-api/ ("POST bodies") */
const ENCODED = ["blocks", "attachments", "metadata", "view"];

/** A body the Web API cannot read: the error it answers with. */
export type Unreadable = "invalid_json" | "json_not_object" | "invalid_post_type";

/**
 * Reads the arguments of a call: a form or a JSON object, with JSON-encoded arguments decoded where they can
 * be.
 */
export function readArgs(contentType: string, body: string): Json | Unreadable {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  let args: Json;
  if (type === "application/json") {
    const value = parseJson(body);
    if (value === undefined) return "invalid_json";
    if (!isJson(value)) return "json_not_object";
    args = value;
  } else if (type === "application/x-www-form-urlencoded" || body === "") {
    args = Object.fromEntries(new URLSearchParams(body));
  } else {
    return "invalid_post_type";
  }
  for (const name of ENCODED) {
    const value = args[name];
    // What does not parse stays a string, and the method refuses it.
    if (typeof value === "string") args[name] = parseJson(value) ?? value;
  }
  return args;
}

/** A boolean argument: `true`, "true" and "1". */
export function flag(args: Json, name: string): boolean {
  const value = args[name];
  return value === true || value === "true" || value === "1" || value === 1;
}

/** A whole number argument, or the default. */
export function whole(args: Json, name: string, fallback: number): number {
  const value = Number(args[name] ?? fallback);
  return Number.isSafeInteger(value) ? value : fallback;
}

/** A string argument; numbers are taken as their digits. Undefined where absent or empty. */
export function word(args: Json, name: string): string | undefined {
  const value = typeof args[name] === "number" ? String(args[name]) : str(args[name]);
  return value === "" ? undefined : value;
}
