import type { ErrorObject } from "ajv";
import { obj } from "./json.ts";
import type { FieldError, FieldPath } from "./errors.ts";

/** Wrappers that only say "something inside is wrong". */
const WRAPPERS = new Set(["if", "allOf", "anyOf", "oneOf", "not"]);

/**
 * Ajv's errors as Discord words them. The API documents the shape and not the list of codes; these are the
 * ones it sends for the same mistakes: https://discord.com/developers/docs/reference#error-messages
 */
export function fieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  const inner = errors.filter((error) => !WRAPPERS.has(error.keyword));
  const found = (inner.length > 0 ? inner : errors).map(fieldError);
  const seen = new Set<string>();
  return found.filter((field) => {
    const key = JSON.stringify(field);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function fieldError(error: ErrorObject): FieldError {
  const params = obj(error.params);
  const path = pathOf(error.instancePath);
  if (error.keyword === "required") {
    return {
      path: [...path, String(params["missingProperty"])],
      code: "BASE_TYPE_REQUIRED",
      message: "This field is required",
    };
  }
  return { path, ...wording(error, params) };
}

function wording(error: ErrorObject, params: Record<string, unknown>): { code: string; message: string } {
  const schema = obj(error.parentSchema);
  switch (error.keyword) {
    case "maxLength":
    case "maxItems":
    case "minLength":
    case "minItems":
      return lengthError(schema, error.keyword, params["limit"]);
    case "enum":
    case "const": {
      const allowed = (schema["enum"] ?? [schema["const"]]) as unknown[];
      const names = allowed.map((value) => (typeof value === "string" ? `'${value}'` : String(value)));
      return { code: "BASE_TYPE_CHOICES", message: `Value must be one of {${names.join(", ")}}.` };
    }
    case "maximum":
      return {
        code: "NUMBER_TYPE_MAX",
        message: `int value should be less than or equal to ${String(params["limit"])}.`,
      };
    case "minimum":
      return {
        code: "NUMBER_TYPE_MIN",
        message: `int value should be greater than or equal to ${String(params["limit"])}.`,
      };
    case "pattern":
      return { code: "STRING_TYPE_REGEX", message: "String value did not match validation regex." };
    case "uniqueItems":
      return { code: "SET_TYPE_ALREADY_CONTAINS_VALUE", message: "The set already contains this value" };
    case "format":
      return params["format"] === "uri"
        ? { code: "URL_TYPE_INVALID_URL", message: "Not a well formed URL." }
        : { code: "DATE_TIME_TYPE_PARSE", message: "Could not parse the value. Should be ISO8601." };
    case "type":
      return { code: "BASE_TYPE_CONVERT", message: `Value should be of type ${String(params["type"])}.` };
    default:
      return { code: "BASE_TYPE_INVALID", message: error.message ?? error.keyword };
  }
}

function lengthError(schema: Record<string, unknown>, keyword: string, limit: unknown) {
  const min = (schema["minLength"] ?? schema["minItems"]) as number | undefined;
  const max = (schema["maxLength"] ?? schema["maxItems"]) as number | undefined;
  if (min !== undefined && max !== undefined && min !== 0) {
    return {
      code: "BASE_TYPE_BAD_LENGTH",
      message: `Must be between ${min} and ${max} in length.`,
    };
  }
  return keyword.startsWith("max")
    ? { code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${String(limit)} or fewer in length.` }
    : { code: "BASE_TYPE_MIN_LENGTH", message: `Must be ${String(limit)} or more in length.` };
}

/** `/components/0/custom_id` as steps, array positions as numbers. */
function pathOf(pointer: string): FieldPath {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
