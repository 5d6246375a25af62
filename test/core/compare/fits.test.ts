import { describe, expect, it } from "vitest";
import { componentsOf, fits } from "../../../src/core/compare/fits.ts";
import { excerptOf } from "../../../src/core/excerpt.ts";
import { note, reply, type Action, type Block } from "../../../src/core/reply.ts";
import { renderReply } from "../../../src/discord/render.ts";
import { entryOf } from "../samples.ts";

const ACTION: Action = { label: "Context", command: "read", values: { id: "doc" } };
const { version } = entryOf("Some words.");

function quote(buttons: number): Block {
  return {
    type: "quote",
    excerpt: excerptOf(version, 0, 4),
    citation: [],
    actions: Array.from({ length: buttons }, () => ACTION),
  };
}

describe("what a reply takes", () => {
  it.each([
    ["nothing", [], 0],
    ["texts", [note("a"), note("b")], 2],
    ["quotes with and without buttons", [note("a"), quote(3), quote(0), note("b"), quote(2), quote(1)], 3],
    ["many buttons", [note("a"), quote(7)], 6],
  ])("is counted as Discord counts it: %s", async (_, blocks: Block[], actions) => {
    const rendered = await renderReply(
      reply(
        blocks,
        Array.from({ length: actions }, () => ACTION),
      ),
      () => Promise.resolve("key"),
    );
    const inside = rendered.map((part) => ("components" in part ? part.components.length : 0));
    expect(componentsOf(blocks, actions)).toBe(rendered.length + inside.reduce((sum, some) => sum + some, 0));
  });

  it("is at most five quotes, 3,200 characters and 30 components", () => {
    const quotes = (count: number, buttons: number) => Array.from({ length: count }, () => quote(buttons));
    expect(fits([...quotes(5, 3), note("a")], 3)).toBe(true);
    expect(fits([...quotes(5, 3), note("a")], 4)).toBe(false);
    expect(fits(quotes(6, 0), 0)).toBe(false);
    expect(fits([note("a".repeat(3_192))], 0)).toBe(true);
    expect(fits([note("a".repeat(3_193))], 0)).toBe(false);
  });
});
