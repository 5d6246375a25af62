import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AnyBlock, KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import { checkBlocks } from "./blocks.ts";
import { checkMessage, checkView } from "./body.ts";
import { everyBlock, inputs } from "./every-block.ts";
import { loadLimits, type Limits } from "./limits.ts";
import { createSlackPeer } from "../slack.ts";

const file = fileURLToPath(new URL("../../../../shared/contracts/slack-block-limits.json", import.meta.url));
const limits = loadLimits(file);
const problems = (...blocks: unknown[]): string[] => checkBlocks(blocks, "/blocks", limits);
const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const button = (more: object = {}) => ({ type: "button", text: plain("Go"), ...more });
const actions = (...elements: unknown[]) => ({ type: "actions", elements });
const view = (more: object = {}) => ({
  type: "modal",
  title: plain("T"),
  blocks: [{ type: "divider" }],
  ...more,
});

describe("shapes", () => {
  test("one of every block and element is accepted", () => {
    expect(checkBlocks(everyBlock, "/blocks", limits)).toEqual([]);
    expect(checkView(view({ blocks: inputs, submit: plain("Send") }), limits)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["an unknown block", { type: "poll" }, "unsupported type: poll [json-pointer:/blocks/0/type]"],
    ["no type", {}, "missing required field: type [json-pointer:/blocks/0]"],
    ["not a block", "text", "must be an object [json-pointer:/blocks/0]"],
    [
      "an unknown element",
      actions({ type: "slider" }),
      "unsupported type: slider [json-pointer:/blocks/0/elements/0/type]",
    ],
    [
      "an element that does not belong there",
      actions({ type: "plain_text_input", action_id: "a" }),
      "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ],
    ["a field missing", { type: "header" }, "missing required field: text [json-pointer:/blocks/0]"],
    [
      "none of two fields",
      { type: "section" },
      "missing required field: one of text, fields [json-pointer:/blocks/0]",
    ],
    [
      "a field too many",
      { type: "divider", color: "red" },
      "invalid additional property: color [json-pointer:/blocks/0]",
    ],
    [
      "mrkdwn where plain text belongs",
      { type: "header", text: mrkdwn("*x*") },
      "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ],
    [
      "a string where a text object belongs",
      { type: "section", text: "x" },
      "must be an object [json-pointer:/blocks/0/text]",
    ],
    [
      "a value outside the list",
      actions(button({ style: "loud" })),
      "must be one of primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ],
    [
      "a link that is none",
      actions(button({ url: "not a link" })),
      "must be a valid URL [json-pointer:/blocks/0/elements/0/url]",
    ],
    [
      "an empty rich text",
      {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "" }] }],
      },
      "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
    ],
    [
      "an action_id twice in a block",
      actions(button({ action_id: "a" }), button({ action_id: "a" })),
      "duplicate action_id: a [json-pointer:/blocks/0/elements/1/action_id]",
    ],
  ])("%s", (_name, block, problem) => {
    expect(problems(block)).toEqual([problem]);
  });

  test("a block_id twice; an action_id twice in two blocks is allowed", () => {
    const block = { ...actions(button({ action_id: "a" })), block_id: "b" };
    expect(problems(block, block)).toEqual(["duplicate block_id: b [json-pointer:/blocks/1/block_id]"]);
    expect(problems(block, { ...block, block_id: "c" })).toEqual([]);
  });
});

describe.skipIf(limits.source === undefined)("limits (skipped: ../shared is absent)", () => {
  test("every limit of the contract is applied somewhere", () => {
    const used = new Set<string>();
    const watching: Limits = {
      ...limits,
      of(path) {
        used.add(path);
        return limits.of(path);
      },
    };
    checkBlocks(everyBlock, "/blocks", watching);
    checkView(view({ blocks: inputs, ...everyField }), watching);
    expect(limits.paths.filter((path) => !used.has(path))).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    [
      "text objects",
      { type: "section", text: mrkdwn("x".repeat(3001)) },
      "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "empty text objects",
      { type: "section", text: mrkdwn("") },
      "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "headers",
      { type: "header", text: plain("x".repeat(151)) },
      "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "buttons",
      actions(button({ value: "x".repeat(2001) })),
      "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ],
    [
      "fields",
      { type: "section", fields: [mrkdwn("x".repeat(2001))] },
      "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ],
    [
      "elements",
      actions(...Array.from({ length: 26 }, () => button())),
      "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ],
    [
      "context",
      { type: "context", elements: Array.from({ length: 11 }, () => mrkdwn("x")) },
      "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ],
    [
      "ids",
      { type: "divider", block_id: "x".repeat(256) },
      "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
    ],
    [
      "pages",
      {
        type: "data_table",
        caption: "c",
        page_size: 101,
        rows: [[{ type: "raw_text", text: "a" }], [{ type: "raw_text", text: "b" }]],
      },
      "must be at most 100 [json-pointer:/blocks/0/page_size]",
    ],
    [
      "numbers above zero",
      {
        type: "data_visualization",
        title: "t",
        chart: { type: "pie", segments: [{ label: "a", value: 0 }] },
      },
      "must be more than 0 [json-pointer:/blocks/0/chart/segments/0/value]",
    ],
  ])("%s", (_name, block, problem) => {
    expect(problems(block)).toEqual([problem]);
  });

  test("all markdown blocks of a message together", () => {
    const block = { type: "markdown", text: "x".repeat(6001) };
    expect(problems(block)).toEqual([]);
    expect(problems(block, block)).toEqual(["must be less than 12001 characters [json-pointer:/blocks]"]);
  });
});

describe("messages", () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ["text", { text: "x".repeat(40_000) }, undefined],
    [
      "text too long",
      { text: "x".repeat(40_001) },
      { error: "msg_too_long", problems: ["must be less than 40001 characters [json-pointer:/text]"] },
    ],
    [
      "nothing",
      { text: "", blocks: [] },
      { error: "no_text", problems: ["neither text, blocks nor attachments"] },
    ],
    ["50 blocks", { blocks: Array.from({ length: 50 }, () => ({ type: "divider" })) }, undefined],
    [
      "51 blocks",
      { blocks: Array.from({ length: 51 }, () => ({ type: "divider" })) },
      { error: "invalid_blocks", problems: ["no more than 50 items allowed [json-pointer:/blocks]"] },
    ],
    [
      "an attachment's blocks",
      { text: "x", attachments: [{ blocks: [{ type: "poll" }] }] },
      {
        error: "invalid_blocks",
        problems: ["unsupported type: poll [json-pointer:/attachments/0/blocks/0/type]"],
      },
    ],
    [
      "markdown_text beside text",
      { text: "x", markdown_text: "y" },
      { error: "markdown_text_conflict", problems: ["markdown_text beside text or blocks"] },
    ],
  ])("%s", (_name, body, fault) => {
    expect(checkMessage(body, limits)).toEqual(fault);
  });

  test("the Web API answers invalid_blocks with the places, and the peer notes them", async () => {
    const peer = await createSlackPeer();
    const response = await fetch(`${peer.apiUrl}chat.postMessage`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${peer.workspace.botToken}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ channel: "C0GENERAL", blocks: JSON.stringify([{ type: "poll" }]) }),
    });
    const answer: unknown = await response.json();
    await peer.close();
    const problem = "unsupported type: poll [json-pointer:/blocks/0/type]";
    expect(answer).toEqual({
      ok: false,
      error: "invalid_blocks",
      errors: [problem],
      response_metadata: { messages: [`[ERROR] ${problem}`] },
    });
    expect(peer.violations).toEqual([`chat.postMessage: ${problem}`]);
    expect(peer.messages("C0GENERAL")).toEqual([]);
    expect(peer.skipped).toEqual(existsSync(file) ? [] : ["block limits: ../shared is absent"]);
  });

  test("without the contract, shapes are still checked, and what is not is listed", async () => {
    const peer = await createSlackPeer({ limitsFile: `${file}.absent` });
    await peer.close();
    expect(peer.skipped).toEqual(["block limits: ../shared is absent"]);
    const bare = loadLimits(`${file}.absent`);
    expect(checkBlocks([{ type: "header", text: plain("x".repeat(151)) }], "/blocks", bare)).toEqual([]);
    expect(checkBlocks([{ type: "poll" }], "/blocks", bare)).toHaveLength(1);
  });
});

const everyField = {
  submit: plain("Send"),
  close: plain("Close"),
  callback_id: "c",
  private_metadata: "m",
  external_id: "e",
};

describe("views", () => {
  const long = plain("x".repeat(25));
  test.each<[string, object, string[]]>([
    ["every field", everyField, []],
    ["no title", { title: undefined }, ["missing required field: title [json-pointer:/view]"]],
    [
      "an input without submit",
      { blocks: inputs.slice(0, 1) },
      ["missing required field: submit [json-pointer:/view]"],
    ],
    [
      "a block for messages only",
      { blocks: [{ type: "markdown", text: "x" }] },
      ["unsupported type: markdown [json-pointer:/view/blocks/0/type]"],
    ],
    ["an unknown field", { color: "red" }, ["invalid additional property: color [json-pointer:/view]"]],
  ])("%s", (_name, more, found) => {
    expect(checkView(view(more), limits)).toEqual(found);
  });

  test.skipIf(limits.source === undefined)("lengths (skipped: ../shared is absent)", () => {
    const blocks: KnownBlock[] = Array.from({ length: 101 }, () => ({ type: "divider" }));
    expect(checkView(view({ title: long, blocks: blocks satisfies AnyBlock[] }), limits)).toEqual([
      "must be less than 25 characters [json-pointer:/view/title/text]",
      "no more than 100 items allowed [json-pointer:/view/blocks]",
    ]);
    expect(checkView(view({ private_metadata: "x".repeat(3001) }), limits)).toEqual([
      "must be less than 3001 characters [json-pointer:/view/private_metadata]",
    ]);
  });
});
