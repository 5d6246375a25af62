import { checkBlocks, checkLimit, checkShape, type Problem } from "./blocks.ts";
import { isJson, items, str, type Json } from "./json.ts";
import type { Limits } from "./limits.ts";
import { anything, bool, oneOf, plain, string, type Shape } from "./shapes.ts";

/** What is wrong with a message, and the error Slack answers with. */
export interface MessageFault {
  error: "no_text" | "msg_too_long" | "invalid_blocks" | "too_many_attachments" | "markdown_text_conflict";
  problems: Problem[];
}

const hasText = (value: unknown): boolean => typeof value === "string" && value !== "";

/**
 * Checks what a message says, whatever way it came (Web API, acknowledgement, response_url).
 * Errors: docs.slack.dev/reference/methods/chat.postMessage#errors.
 * @returns undefined for a sound message.
 */
export function checkMessage(body: Json, limits: Limits): MessageFault | undefined {
  const attachments = items(body.attachments);
  const markdown = body.markdown_text;
  // markdown_text goes with neither blocks nor text.
  if (hasText(markdown) && (hasText(body.text) || items(body.blocks).length > 0)) {
    return { error: "markdown_text_conflict", problems: ["markdown_text beside text or blocks"] };
  }
  if (!hasText(body.text) && !hasText(markdown) && items(body.blocks).length + attachments.length === 0) {
    return { error: "no_text", problems: ["neither text, blocks nor attachments"] };
  }
  const tooLong = [
    ...checkLimit(body.text, limits.of("message.text"), "/text"),
    ...checkLimit(markdown, limits.of("markdown.total"), "/markdown_text"),
  ];
  if (tooLong.length > 0) return { error: "msg_too_long", problems: tooLong };
  const tooMany = checkLimit(attachments, limits.of("message.attachments"), "/attachments");
  if (tooMany.length > 0) return { error: "too_many_attachments", problems: tooMany };
  const problems = [
    ...(body.blocks === undefined || body.blocks === null ? [] : blocksOf(body.blocks, "/blocks", limits)),
    ...attachments.flatMap((attachment, i) =>
      isJson(attachment) && attachment.blocks !== undefined
        ? blocksOf(attachment.blocks, `/attachments/${i}/blocks`, limits)
        : [],
    ),
  ];
  return problems.length > 0 ? { error: "invalid_blocks", problems } : undefined;
}

function blocksOf(blocks: unknown, pointer: string, limits: Limits): Problem[] {
  return [
    ...checkLimit(blocks, limits.of("message.blocks"), pointer),
    ...checkBlocks(blocks, pointer, limits),
  ];
}

/** docs.slack.dev/reference/views/modal-views and …/home-tab-views, "Fields". */
const VIEW: Shape = {
  required: { blocks: anything, type: oneOf("modal", "home") },
  optional: {
    title: plain("view.title"),
    close: plain("view.close"),
    submit: plain("view.submit"),
    private_metadata: string("view.private_metadata"),
    callback_id: string("view.callback_id"),
    external_id: string("view.external_id"),
    clear_on_close: bool,
    notify_on_close: bool,
    submit_disabled: bool,
  },
};

/** Blocks whose pages name messages only under "Surfaces". */
const ONLY_IN_MESSAGES = ["context_actions", "file", "markdown", "table"];

/** Checks a view, as views.open, views.update and a submission's `response_action` take it. */
export function checkView(view: unknown, limits: Limits): Problem[] {
  if (!isJson(view)) return ["must be an object [json-pointer:/view]"];
  const found = [
    ...checkShape(VIEW, view, "/view", limits),
    ...checkLimit(view.blocks, limits.of("view.blocks"), "/view/blocks"),
    ...checkBlocks(view.blocks, "/view/blocks", limits),
  ];
  const modal = view.type === "modal";
  if (modal && view.title === undefined) found.push("missing required field: title [json-pointer:/view]");
  const types = items(view.blocks).map((block) => (isJson(block) ? str(block.type) : undefined));
  for (const [i, type] of types.entries()) {
    if (type !== undefined && ONLY_IN_MESSAGES.includes(type)) {
      found.push(`unsupported type: ${type} [json-pointer:/view/blocks/${i}/type]`);
    }
  }
  // docs.slack.dev/reference/views/modal-views, submit: required where there is an input block.
  if (modal && types.includes("input") && view.submit === undefined) {
    found.push("missing required field: submit [json-pointer:/view]");
  }
  return found;
}
