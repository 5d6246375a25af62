import { isJson, items, str, type Json } from "./json.ts";
import type { Limit, Limits } from "./limits.ts";
import { BLOCKS, CHARTS } from "./shapes-blocks.ts";
import { ELEMENTS } from "./shapes-elements.ts";
import { RICH_TEXT } from "./shapes-rich-text.ts";
import type { Family, Rule, Shape } from "./shapes.ts";

/** The shapes of every family, by `type`. */
const SHAPES: Record<Family, Record<string, Shape>> = {
  block: BLOCKS,
  element: ELEMENTS,
  rich: RICH_TEXT,
  chart: CHARTS,
};

/**
 * One finding in Slack's words, ending in the place: `must be less than 3001 characters
 * [json-pointer:/blocks/0/text/text]` (the form of `response_metadata.messages`, without its `[ERROR] `).
 */
export type Problem = string;

const at = (pointer: string, what: string): Problem => `${what} [json-pointer:${pointer}]`;

/** Checks a number, or the length of a string or list, against a limit. Characters are UTF-16 units. */
export function checkLimit(value: unknown, limit: Limit, pointer: string): Problem[] {
  const found: Problem[] = [];
  if (typeof value === "string") {
    const { min_length: min, max_length: max } = limit;
    if (min !== undefined && value.length < min) {
      found.push(at(pointer, `must be more than ${min - 1} characters`));
    }
    if (max !== undefined && value.length > max) {
      found.push(at(pointer, `must be less than ${max + 1} characters`));
    }
  } else if (Array.isArray(value)) {
    const { min_items: min, max_items: max } = limit;
    if (min !== undefined && value.length < min) {
      found.push(at(pointer, `no less than ${min} items allowed`));
    }
    if (max !== undefined && value.length > max) {
      found.push(at(pointer, `no more than ${max} items allowed`));
    }
  } else if (typeof value === "number") {
    const { min, max, exclusive_min: above } = limit;
    if (min !== undefined && value < min) found.push(at(pointer, `must be at least ${min}`));
    if (max !== undefined && value > max) found.push(at(pointer, `must be at most ${max}`));
    if (above !== undefined && value <= above) found.push(at(pointer, `must be more than ${above}`));
  }
  return found;
}

function checkType(
  rule: Rule & { kind: "typed" },
  value: unknown,
  pointer: string,
  limits: Limits,
): Problem[] {
  if (!isJson(value)) return [at(pointer, "must be an object")];
  const type = str(value.type);
  if (type === undefined) return [at(pointer, "missing required field: type")];
  const shape = rule.types.includes(type) ? SHAPES[rule.family][type] : undefined;
  if (shape === undefined) return [at(`${pointer}/type`, `unsupported type: ${type}`)];
  return checkShape(shape, value, pointer, limits, true);
}

function checkString(
  rule: Rule & { kind: "string" },
  value: unknown,
  pointer: string,
  limits: Limits,
): Problem[] {
  if (typeof value !== "string") return [at(pointer, "must be a string")];
  if (rule.values !== undefined && !rule.values.includes(value)) {
    return [at(pointer, `must be one of ${rule.values.join(", ")}`)];
  }
  const bad = rule.url === true && !URL.canParse(value) ? [at(pointer, "must be a valid URL")] : [];
  return rule.limit === undefined ? bad : [...bad, ...checkLimit(value, limits.of(rule.limit), pointer)];
}

/** A text object answers to its own bounds (1 to 3,000) and to those of the field it stands in. */
function checkText(
  rule: Rule & { kind: "text" },
  value: unknown,
  pointer: string,
  limits: Limits,
): Problem[] {
  const found = checkType({ kind: "typed", family: "element", types: rule.types }, value, pointer, limits);
  if (found.length > 0 || rule.limit === undefined || !isJson(value)) return found;
  return checkLimit(value.text, limits.of(rule.limit), `${pointer}/text`);
}

/** Checks a value against its rule. */
function checkRule(rule: Rule, value: unknown, pointer: string, limits: Limits): Problem[] {
  switch (rule.kind) {
    case "any":
      return [];
    case "boolean":
      return typeof value === "boolean" ? [] : [at(pointer, "must be a boolean")];
    case "number": {
      if (typeof value !== "number") return [at(pointer, "must be a number")];
      return rule.limit === undefined ? [] : checkLimit(value, limits.of(rule.limit), pointer);
    }
    case "string":
      return checkString(rule, value, pointer, limits);
    case "text":
      return checkText(rule, value, pointer, limits);
    case "list": {
      if (!Array.isArray(value)) return [at(pointer, "must be an array")];
      const length = rule.limit === undefined ? [] : checkLimit(value, limits.of(rule.limit), pointer);
      return [...length, ...value.flatMap((item, i) => checkRule(rule.of, item, `${pointer}/${i}`, limits))];
    }
    case "object":
      return isJson(value)
        ? checkShape(rule.shape, value, pointer, limits)
        : [at(pointer, "must be an object")];
    case "typed":
      break;
  }
  return checkType(rule, value, pointer, limits);
}

/**
 * Checks an object's fields: those required, those allowed, and nothing else (Slack refuses what it does not
 * know).
 */
export function checkShape(
  shape: Shape,
  value: Json,
  pointer: string,
  limits: Limits,
  hasType = false,
): Problem[] {
  const rules = { ...shape.required, ...shape.optional };
  const found: Problem[] = [];
  for (const name of Object.keys(shape.required ?? {})) {
    if (value[name] === undefined || value[name] === null) {
      found.push(at(pointer, `missing required field: ${name}`));
    }
  }
  if (shape.oneOf !== undefined && !shape.oneOf.some((name) => value[name] !== undefined)) {
    found.push(at(pointer, `missing required field: one of ${shape.oneOf.join(", ")}`));
  }
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined || field === null || (hasType && name === "type")) continue;
    const rule = rules[name];
    if (rule === undefined) found.push(at(pointer, `invalid additional property: ${name}`));
    else found.push(...checkRule(rule, field, `${pointer}/${name}`, limits));
  }
  return found;
}

/** Every object of a JSON value that carries this key as a string, with its pointer. */
function carrying(key: string, value: unknown, pointer: string): { value: string; pointer: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => carrying(key, item, `${pointer}/${i}`));
  if (!isJson(value)) return [];
  const own = str(value[key]);
  const here = own === undefined ? [] : [{ value: own, pointer: `${pointer}/${key}` }];
  return [...here, ...Object.entries(value).flatMap(([k, v]) => carrying(key, v, `${pointer}/${k}`))];
}

function duplicates(key: string, value: unknown, pointer: string): Problem[] {
  const seen = new Set<string>();
  return carrying(key, value, pointer).flatMap(({ value: id, pointer: where }) => {
    if (seen.has(id)) return [at(where, `duplicate ${key}: ${id}`)];
    seen.add(id);
    return [];
  });
}

/**
 * Checks a list of blocks: each one's shape and limits, block_ids unique in the list and action_ids unique in
 * their block (docs.slack.dev/reference/block-kit/blocks, block_id; …/block-elements/button-element,
 * action_id), the characters of all markdown blocks together, and those of a data table.
 */
export function checkBlocks(blocks: unknown, pointer: string, limits: Limits): Problem[] {
  const rule: Rule = { kind: "list", of: { kind: "typed", family: "block", types: Object.keys(BLOCKS) } };
  const found = checkRule(rule, blocks, pointer, limits);
  found.push(...duplicates("block_id", blocks, pointer));
  const markdown: string[] = [];
  for (const [i, block] of items(blocks).entries()) {
    if (!isJson(block)) continue;
    // A container's children are blocks of their own.
    const own = block.type === "container" ? items(block.child_blocks) : [block];
    for (const one of own) found.push(...duplicates("action_id", one, `${pointer}/${i}`));
    if (block.type === "markdown" && typeof block.text === "string") markdown.push(block.text);
    if (block.type === "data_table") {
      const text = carrying("text", block.rows, "").map((cell) => cell.value);
      found.push(...checkLimit(text.join(""), limits.of("data_table.content"), `${pointer}/${i}/rows`));
    }
  }
  // One block over the bound is reported by its own limit already.
  const total =
    markdown.length > 1 ? checkLimit(markdown.join(""), limits.of("markdown.total"), pointer) : [];
  return [...found, ...total];
}
