import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";
import { fieldErrors } from "./contract-errors.ts";
import { isJson, list, obj, parseJson, text } from "./json.ts";
import type { Json } from "./json.ts";
import type { FieldError } from "./errors.ts";

/**
 * Discord's own OpenAPI description, as a check on request bodies.
 * https://github.com/discord/discord-api-spec
 */
export interface Contract {
  /**
   * What is wrong with `body` sent as JSON to this method and path (with the description's
   * `{placeholders}`).
   */
  check(method: string, path: string, body: unknown): FieldError[];
}

const loaded = new Map<string, Contract | null>();

/** Reads a description, once a process. Null where there is no such file. */
export function loadContract(url: URL): Contract | null {
  const known = loaded.get(url.href);
  if (known !== undefined) return known;
  const contract = readContract(url);
  loaded.set(url.href, contract);
  return contract;
}

function readContract(url: URL): Contract | null {
  let source: string;
  try {
    source = readFileSync(url, "utf8");
  } catch {
    return null;
  }
  const spec = obj(parseJson(source));
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, formats });
  ajv.addSchema(
    { $id: "discord", components: sharpen(spec["components"], spec) },
    "discord",
    undefined,
    false,
  );
  const checks = new Map<string, ValidateFunction | null>();
  return {
    check(method, path, body) {
      const key = `${method} ${path}`;
      let validate = checks.get(key);
      if (validate === undefined) {
        const schema = bodySchema(spec, method, path);
        validate = schema === null ? null : ajv.compile(rebase(sharpen(schema, spec)) as Json);
        checks.set(key, validate);
      }
      if (validate === null || validate(body)) return [];
      return fieldErrors(validate.errors ?? []);
    },
  };
}

function bodySchema(spec: Json, method: string, path: string): Json | null {
  const operation = obj(obj(obj(spec["paths"])[path])[method.toLowerCase()]);
  const content = obj(obj(operation["requestBody"])["content"]);
  const schema = obj(content["application/json"])["schema"];
  return isJson(schema) ? schema : null;
}

/**
 * The formats of the description that are checkable; the rest are sizes of numbers, which ajv has no word
 * for.
 */
const formats = {
  uri: (value: string) => URL.canParse(value),
  "date-time": (value: string) => !Number.isNaN(Date.parse(value)),
  snowflake: true,
  nonce: true,
  int32: true,
  int64: true,
  double: true,
} as const;

/**
 * Rewrites unions so that one mistake gives one error. `oneOf` over components says "matches none of seven"
 * wherever one field is wrong; the API says which field. So a union told apart by `type` becomes if/then,
 * one that allows null becomes if/else, and one of constants becomes an enum.
 */
function sharpen(schema: unknown, spec: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => sharpen(part, spec));
  if (!isJson(schema)) return schema;
  // The API takes and gives this bit field as a string, and discord.js sends it so; the description says
  // integer.
  // https://discord.com/developers/docs/interactions/application-commands#application-command-object
  const made: Json = {};
  for (const [key, value] of Object.entries(schema)) {
    made[key] =
      key === "default_member_permissions" && isJson(value)
        ? { type: ["integer", "string", "null"] }
        : sharpen(value, spec);
  }
  const branches = list(made["oneOf"] ?? made["anyOf"]);
  if (branches.length === 0) return made;
  const { oneOf: _one, anyOf: _any, ...rest } = made;
  const some = branches.filter((branch) => obj(branch)["type"] !== "null");
  if (some.length === 1 && some.length < branches.length) {
    return { ...rest, if: { type: "null" }, else: some[0] };
  }
  if (branches.every((branch) => "const" in obj(branch))) {
    return { ...rest, enum: branches.map((branch) => obj(branch)["const"]) };
  }
  const tags = branches.map((branch) => tagsOf(branch, spec));
  if (!tags.every((tag) => tag.length > 0)) return made;
  const cases = branches.map((branch, at) => ({
    if: { type: "object", required: ["type"], properties: { type: { enum: tags[at] } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a JSON Schema keyword, not a promise
    then: branch,
  }));
  return {
    ...rest,
    type: "object",
    required: ["type"],
    properties: { type: { enum: tags.flat() } },
    allOf: cases,
  };
}

/** The values of `type` that mark a branch of a union, empty where nothing does. */
function tagsOf(branch: unknown, spec: Json): unknown[] {
  const name = text(obj(branch)["$ref"]).replace("#/components/schemas/", "");
  const schema = obj(obj(obj(spec["components"])["schemas"])[name]);
  if (!list(schema["required"]).includes("type")) return [];
  return list(obj(obj(schema["properties"])["type"])["enum"]);
}

/** Points the references of a schema cut out of the description back into it. */
function rebase(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rebase);
  if (!isJson(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === "$ref" ? `discord${text(value)}` : rebase(value),
    ]),
  );
}
