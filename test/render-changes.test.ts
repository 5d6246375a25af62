import { ComponentType } from "discord.js";
import { expect, it } from "vitest";
import { renderReply as renderConsole } from "../src/console/render.ts";
import { renderReply as renderDiscord } from "../src/discord/render.ts";
import { renderReply as renderSlack } from "../src/slack/render.ts";
import { reply, text, type Span } from "../src/core/reply.ts";

const spans: Span[] = [
  text("Talks ~"),
  { type: "removed", text: "fa*il -] ~" },
  text(" "),
  { type: "inserted", text: "end {+" },
  text("[-x-]"),
];
const changed = reply([{ type: "text", spans }]);
const keep = () => Promise.resolve("key");

it("words that were removed are struck out in Discord and Slack, and those put in are bold", async () => {
  expect(await renderDiscord(changed, keep)).toEqual([
    {
      type: ComponentType.TextDisplay,
      content: String.raw`Talks \~~~fa\*il -] \~ ~~ **end {+**\[-x-]`,
    },
  ]);
  const [block] = (await renderSlack(changed, keep)).blocks;
  expect(block).toMatchObject({
    elements: [
      {
        elements: [
          { text: "Talks ~" },
          { text: "fa*il -] ~", style: { strike: true } },
          { text: " " },
          { text: "end {+", style: { bold: true } },
          { text: "[-x-]" },
          { text: "\n" },
        ],
      },
    ],
  });
});

it("a note in Slack keeps what is struck out in it", async () => {
  const [block] = (await renderSlack(reply([{ type: "note", spans }]), keep)).blocks;
  expect(block).toMatchObject({
    elements: [
      {
        elements: [
          {},
          { style: { strike: true, italic: true } },
          {},
          { style: { bold: true, italic: true } },
          {},
          {},
        ],
      },
    ],
  });
});

it("the console marks them in the text, and what looks like a mark in a text is none", () => {
  const shown = renderConsole(changed, { columns: null, colour: false }).text;
  expect(shown).toBe(String.raw`Talks ~[-fa*il \-] ~-] {+end \{++}\[-x\-]` + "\n");
  expect(
    renderConsole(reply([{ type: "text", spans: [text("[-x-]")] }]), { columns: null, colour: false }).text,
  ).toBe("[-x-]\n");
  const coloured = renderConsole(changed, { columns: null, colour: true }).text;
  expect(coloured).toContain("\u001B[9m");
});
