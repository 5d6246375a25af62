import { describe, expect, it } from "vitest";
import { MisquoteError, excerptOf, type Excerpt } from "../../src/core/excerpt.ts";
import { code, note, reply, strong, text, type Action, type Reply } from "../../src/core/reply.ts";
import { renderReply } from "../../src/slack/render.ts";
import { entryOf } from "../core/samples.ts";
import { labelsOf } from "./plain.ts";

const { version } = entryOf("One <@U1> two.\nThree & four. Five six seven.");
const EXCERPT = excerptOf(version, 4, 33, [
  { start: 0, end: 5 },
  { start: 11, end: 16 },
]);

const keep = ({ command, values }: Action) => Promise.resolve(`${command}:${JSON.stringify(values)}`);
const render = (...given: Parameters<typeof reply>) => renderReply(reply(...given), keep);
const action = (label: string, rest: Partial<Action> = {}): Action => ({
  label,
  command: "read",
  values: { id: "doc" },
  ...rest,
});

describe("a reply in Slack", () => {
  it("shows an instant on each reader's clock, and a channel by its name", async () => {
    const { text: fallback, blocks } = await render([
      {
        type: "text",
        spans: [
          { type: "moment", at: 1_795_737_600_999, text: "Friday" },
          { type: "channel", id: "C12", text: "a channel" },
          { type: "channel", id: "C12> <!here>", text: "a <channel>" },
        ],
      },
    ]);
    expect(fallback).toBe("Fridaya channela &lt;channel&gt;");
    expect(blocks).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "date", timestamp: 1_795_737_600, format: "{date_long} {time}", fallback: "Friday" },
              { type: "channel", channel_id: "C12" },
              { type: "text", text: "a <channel>" },
              { type: "text", text: "\n" },
            ],
          },
        ],
      },
    ]);
  });

  it("is rich text, a quote with its matches bold, and buttons", async () => {
    const blocks: Reply["blocks"] = [
      { type: "heading", spans: [text("Heading <!here>")] },
      { type: "text", spans: [text("*Not bold* "), strong("bold"), code("`code`")] },
      {
        type: "quote",
        excerpt: EXCERPT,
        citation: [
          strong("opinion"),
          text(" · "),
          { type: "link", text: "a.example", url: "https://a.example/é" },
        ],
        actions: [action("Context")],
      },
      { type: "list", items: [[text("one")], [code("two:"), text(" 2")]] },
      note("A note"),
    ];
    const actions = [action("Next", { values: { offset: 5 }, replaces: true })];
    expect(await render(blocks, actions)).toEqual({
      text: "Heading &lt;!here&gt;",
      blocks: [
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_section",
              elements: [
                { type: "text", text: "Heading <!here>", style: { bold: true } },
                { type: "text", text: "\n" },
              ],
            },
            {
              type: "rich_text_section",
              elements: [
                { type: "text", text: "*Not bold* " },
                { type: "text", text: "bold", style: { bold: true } },
                { type: "text", text: "`code`", style: { code: true } },
                { type: "text", text: "\n" },
              ],
            },
            {
              type: "rich_text_quote",
              elements: [
                { type: "text", text: "…" },
                { type: "text", text: "<@U1>", style: { bold: true } },
                { type: "text", text: " two.\n" },
                { type: "text", text: "Three", style: { bold: true } },
                { type: "text", text: " & four. Five" },
                { type: "text", text: "…" },
              ],
            },
            {
              type: "rich_text_section",
              elements: [
                { type: "text", text: "opinion", style: { bold: true } },
                { type: "text", text: " · " },
                { type: "link", url: "https://a.example/%C3%A9", text: "a.example" },
                { type: "text", text: "\n" },
              ],
            },
          ],
        },
        {
          type: "actions",
          elements: [
            {
              type: "button",
              text: { type: "plain_text", text: "Context", emoji: false },
              action_id: "new:1",
              value: 'read:{"id":"doc"}',
            },
          ],
        },
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_list",
              style: "bullet",
              elements: [
                {
                  type: "rich_text_section",
                  elements: [
                    { type: "text", text: "one" },
                    { type: "text", text: "\n" },
                  ],
                },
                {
                  type: "rich_text_section",
                  elements: [
                    { type: "text", text: "two:", style: { code: true } },
                    { type: "text", text: " 2" },
                    { type: "text", text: "\n" },
                  ],
                },
              ],
            },
            {
              type: "rich_text_section",
              elements: [
                { type: "text", text: "A note", style: { italic: true } },
                { type: "text", text: "\n" },
              ],
            },
          ],
        },
        {
          type: "actions",
          elements: [
            {
              type: "button",
              text: { type: "plain_text", text: "Next", emoji: false },
              action_id: "update:2",
              value: 'read:{"offset":5}',
            },
          ],
        },
      ],
    });
  });

  it("writes out what acts or hides", async () => {
    const { blocks } = await render([note("a\u202Eb")], [action("\u200Bc")]);
    expect(blocks).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: String.raw`a\u{202e}b`, style: { italic: true } },
              { type: "text", text: "\n" },
            ],
          },
        ],
      },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            text: { type: "plain_text", text: String.raw`\u{200b}c`, emoji: false },
            action_id: "new:1",
            value: 'read:{"id":"doc"}',
          },
        ],
      },
    ]);
  });

  it("cuts a label that is too long for a button", async () => {
    expect(labelsOf(await render([note("a")], [action("x".repeat(76))]))).toEqual([`${"x".repeat(74)}…`]);
    expect(labelsOf(await render([note("a")], [action("x".repeat(75))]))).toEqual(["x".repeat(75)]);
  });

  it("puts 25 buttons in a row, and the next ones below", async () => {
    const { blocks } = await render(
      [note("a")],
      Array.from({ length: 26 }, (_, index) => action(`${index}`)),
    );
    expect(blocks.map((block) => (block.type === "actions" ? block.elements.length : 0))).toEqual([0, 25, 1]);
  });

  it("is refused where an excerpt is not its document's words", async () => {
    const forged: Excerpt = { ...EXCERPT, text: "Something else" };
    const blocks: Reply["blocks"] = [{ type: "quote", excerpt: forged, citation: [], actions: [] }];
    await expect(render(blocks)).rejects.toThrow(MisquoteError);
  });
});

describe("the line that stands in for a reply", () => {
  it("is its first sentence on one line, short, and without markup", async () => {
    const long = "<@U1>\n".repeat(30);
    const { text: line } = await render([note(long)]);
    expect(line).toBe(`${"&lt;@U1&gt; ".repeat(24)}&lt;@U1&gt;…`);
  });

  it("is the bot's name where a reply begins with nothing else", async () => {
    expect((await render([{ type: "list", items: [[text("a")]] }])).text).toBe("Korea Desk");
  });
});
