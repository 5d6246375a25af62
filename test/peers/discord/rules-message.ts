import { ComponentType, MessageFlags } from "discord-api-types/v10";
import { isJson, list, num, obj, text } from "./json.ts";
import type { Json } from "./json.ts";
import { allComponents, checkCustomIds, checkEach, scheme } from "./rules-component.ts";
import type { FieldError, FieldPath } from "./errors.ts";

/**
 * Lengths are counted here in UTF-16 units, the larger of the two ways to count: what passes here passes
 * there.
 * https://discord.com/developers/docs/resources/message#create-message
 */
const CONTENT = 2000;
/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const EMBEDS_TOTAL = 6000;
/** https://discord.com/developers/docs/components/reference#component-reference */
const V2_COMPONENTS = 40;
/** Over all text displays together: https://github.com/discord/discord-api-docs/pull/8562 */
const V2_TEXT = 4000;

/** What is wrong with a message, new or as it would be after an edit, beyond what the description can say. */
export function checkMessage(message: Json, path: FieldPath = []): FieldError[] {
  const v2 = isV2(message["flags"]);
  return [
    ...(v2 ? checkV2(message, path) : checkLegacy(message, path)),
    ...checkContent(message, path),
    ...checkEmbeds(message, path),
    ...checkAllowedMentions(message["allowed_mentions"], [...path, "allowed_mentions"]),
    ...checkCustomIds(allComponents(message["components"], [...path, "components"])),
    ...checkEach(allComponents(message["components"], [...path, "components"])),
  ];
}

/** Whether the flags say the message is made of components only. */
function isV2(flags: unknown): boolean {
  return (num(flags) & MessageFlags.IsComponentsV2) !== 0;
}

/**
 * Whether there is nothing to show: 50006.
 * https://discord.com/developers/docs/resources/message#create-message ("at least one of …")
 */
export function isEmptyMessage(message: Json): boolean {
  const lists = ["embeds", "components", "sticker_ids", "attachments"] as const;
  return (
    text(message["content"]).trim() === "" &&
    lists.every((field) => list(message[field]).length === 0) &&
    !isJson(message["poll"])
  );
}

/**
 * With IS_COMPONENTS_V2 there is no content, embed, poll or sticker, an empty string included.
 * https://discord.com/developers/docs/components/reference#component-reference
 */
function checkV2(message: Json, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  const legacy = [
    ["content", message["content"] !== undefined && message["content"] !== null],
    ["embeds", list(message["embeds"]).length > 0],
    ["poll", isJson(message["poll"])],
    ["sticker_ids", list(message["sticker_ids"]).length > 0],
  ] as const;
  for (const [field, used] of legacy) {
    if (!used) continue;
    errors.push({
      path: [...path, field],
      code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    });
  }
  const placed = allComponents(message["components"], [...path, "components"]);
  if (placed.length > V2_COMPONENTS) {
    errors.push({
      path: [...path, "components"],
      code: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
      message: `Message components cannot exceed ${V2_COMPONENTS} in total`,
    });
  }
  const shown = placed
    .filter(({ component }) => component["type"] === ComponentType.TextDisplay)
    .reduce((sum, { component }) => sum + text(component["content"]).length, 0);
  if (shown > V2_TEXT) {
    errors.push({
      path: [...path, "components"],
      code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      message: `Components displayable text size exceeds maximum size of ${V2_TEXT}`,
    });
  }
  return errors;
}

/**
 * Without the flag a message has up to five rows and no other component at its top.
 * https://discord.com/developers/docs/components/reference#legacy-message-component-behavior
 */
function checkLegacy(message: Json, path: FieldPath): FieldError[] {
  const components = list(message["components"]).map(obj);
  const errors: FieldError[] = components.flatMap((component, at) =>
    component["type"] === ComponentType.ActionRow
      ? []
      : [
          {
            path: [...path, "components", at],
            code: "UNION_TYPE_CHOICES",
            message: 'Value of field "type" must be one of (1,).',
          },
        ],
  );
  if (components.length > 5) errors.push({ path: [...path, "components"], ...maxLength(5) });
  return errors;
}

/** A bot's content is at most 2,000 characters; the description allows the 4,000 of a paying user. */
function checkContent(message: Json, path: FieldPath): FieldError[] {
  if (text(message["content"]).length <= CONTENT) return [];
  return [{ path: [...path, "content"], ...maxLength(CONTENT) }];
}

function maxLength(limit: number): { code: string; message: string } {
  return { code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${limit} or fewer in length.` };
}

/**
 * The texts that count, over all embeds together: title, description, field names and values, footer,
 * author.
 */
function checkEmbeds(message: Json, path: FieldPath): FieldError[] {
  const embeds = list(message["embeds"]).map(obj);
  const errors: FieldError[] = [];
  let total = 0;
  for (const [at, embed] of embeds.entries()) {
    const fields = list(embed["fields"]).map(obj);
    const counted = [
      embed["title"],
      embed["description"],
      obj(embed["footer"])["text"],
      obj(embed["author"])["name"],
      ...fields.flatMap((field) => [field["name"], field["value"]]),
    ];
    total += counted.reduce<number>((sum, part) => sum + text(part).length, 0);
    const url = text(embed["url"]);
    if (url !== "" && !/^https?:\/\//i.test(url)) {
      errors.push({ path: [...path, "embeds", at, "url"], ...scheme("'http', 'https'") });
    }
  }
  if (total > EMBEDS_TOTAL) {
    errors.push({
      path: [...path, "embeds"],
      code: "MAX_EMBED_SIZE_EXCEEDED",
      message: `Embed size exceeds maximum size of ${EMBEDS_TOTAL}`,
    });
  }
  return errors;
}

/**
 * A type in `parse` excludes the list of the same type.
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
function checkAllowedMentions(value: unknown, path: FieldPath): FieldError[] {
  const mentions = obj(value);
  const parse = list(mentions["parse"]);
  const errors: FieldError[] = [];
  for (const kind of parse) {
    if (kind !== "users" && kind !== "roles" && kind !== "everyone") {
      const message = "Value must be one of {'everyone', 'users', 'roles'}.";
      errors.push({ path: [...path, "parse"], code: "BASE_TYPE_CHOICES", message });
    }
  }
  for (const kind of ["users", "roles"] as const) {
    if (parse.includes(kind) && list(mentions[kind]).length > 0) {
      errors.push({
        path,
        code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      });
    }
  }
  return errors;
}
