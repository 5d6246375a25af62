import { ButtonStyle, ComponentType } from "discord.js";
import { describe, expect, it } from "vitest";
import { MisquoteError, excerptOf, type Excerpt } from "../../src/core/excerpt.ts";
import { code, note, reply, strong, text, type Action, type Block, type Span } from "../../src/core/reply.ts";
import { renderReply } from "../../src/discord/render.ts";
import { entryOf } from "../core/samples.ts";

const raw = String.raw;
const { version } = entryOf("One <@1> two.\n- Three & 4. five.\n5. six\n\n> Seven.");
const EXCERPT = excerptOf(version, 4, 39, [
  { start: 0, end: 4 },
  { start: 5, end: 17 },
  { start: 29, end: 31 },
]);

const keep = ({ values }: Action) => Promise.resolve(`key-${String(values["id"])}`);
const render = (...given: Parameters<typeof reply>) => renderReply(reply(...given), keep);
const action = (id: string, rest: Partial<Action> = {}): Action => ({
  label: `Label ${id}`,
  command: "read",
  values: { id },
  ...rest,
});
const shown = (content: string) => ({ type: ComponentType.TextDisplay, content });
const row = (...buttons: (readonly [label: string, customId: string])[]) => ({
  type: ComponentType.ActionRow,
  components: buttons.map(([label, id]) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: id,
  })),
});
const linesOf = async (...blocks: Block[]) => {
  const [first] = await render(blocks);
  if (first?.type !== ComponentType.TextDisplay) throw new Error("no text");
  return first.content.split("\n");
};

describe("a reply in Discord", () => {
  it("shows an instant on each reader's clock, and a channel by its name", async () => {
    const spans: Span[] = [
      { type: "moment", at: 1_795_737_600_999, text: "Friday" },
      text(" in "),
      { type: "channel", id: "1234", text: "a channel" },
      { type: "channel", id: "12> @everyone", text: "a *channel*" },
    ];
    expect(await linesOf({ type: "text", spans })).toEqual([raw`<t:1795737600:F> in <#1234>a \*channel\*`]);
  });

  it("is text, a quote with its matches bold, and rows of buttons", async () => {
    const blocks: Block[] = [
      { type: "heading", spans: [text("Heading @everyone")] },
      { type: "text", spans: [text("*Not bold* "), strong("bold*"), text(" "), code("co_de")] },
      {
        type: "quote",
        excerpt: EXCERPT,
        citation: [
          strong("opinion"),
          text(" · "),
          { type: "link", text: "a.example", url: "https://a.example/é_(b)" },
        ],
        actions: [action("a")],
      },
      { type: "list", items: [[text("one")], [code("two:"), text(" 2")]] },
      note("# A note"),
    ];
    expect(await render(blocks, [action("b", { replaces: true }), action("c")])).toEqual([
      shown(
        [
          raw`### Heading \@everyone`,
          "\\*Not bold\\* **bold\\*** `co_de`",
          raw`> …**\<@1>** **two.**`,
          raw`> **\- Three** & 4. five.`,
          raw`> **5\.** six`,
          "-# **opinion** · [a.example](https://a.example/%C3%A9%5F%28b%29)",
        ].join("\n"),
      ),
      row(["Label a", "new:key-a:1"]),
      shown(["- one", "- `two:` 2", raw`-# \# A note`].join("\n")),
      row(["Label b", "update:key-b:2"], ["Label c", "new:key-c:3"]),
    ]);
  });

  it("has five buttons in a row, each with an id of its own", async () => {
    const same = Array.from({ length: 7 }, () => action("a"));
    expect((await render([note("a")], same)).slice(1)).toEqual([
      row(...[1, 2, 3, 4, 5].map((n) => ["Label a", `new:key-a:${n}`] as const)),
      row(["Label a", "new:key-a:6"], ["Label a", "new:key-a:7"]),
    ]);
  });

  it("cuts a label that is too long, and writes out what is unseen in it", async () => {
    const [, long] = await render([note("a")], [action("a", { label: `\u200B${"x".repeat(90)}` })]);
    expect(long).toEqual(row([`\\u{200b}${"x".repeat(71)}…`, "new:key-a:1"]));
  });

  it("joins texts that follow each other into one component", async () => {
    expect(await render([note("a"), note("b"), { type: "text", spans: [text("c")] }])).toEqual([
      shown("-# a\n-# b\nc"),
    ]);
  });
});

describe("words in Discord", () => {
  it("stay on their line", async () => {
    expect(await linesOf({ type: "text", spans: [text("a\n> b\n\n# c"), strong("d\ne")] })).toEqual([
      "a > b # c**d e**",
    ]);
  });

  it("that start a line mean nothing there, in a list too", async () => {
    expect(await linesOf({ type: "list", items: [[text("- a")], [text("1. b")], [strong("> c")]] })).toEqual([
      raw`- \- a`,
      raw`- 1\. b`,
      raw`- **\> c**`,
    ]);
  });

  it("with a backtick get no frame of code", async () => {
    expect(await linesOf({ type: "text", spans: [code("a`b*"), text(" "), code("c\nd\u200B")] })).toEqual([
      "a\\`b\\* `c d\\u{200b}`",
    ]);
  });

  it("do not move the end of a link before them", async () => {
    const link: Span = { type: "link", text: "a.example", url: "https://a.example/" };
    const spans = [link, text(" see 2](https://b.example) "), code("](c)")];
    expect(await linesOf({ type: "text", spans })).toEqual([
      raw`[a.example](https://a.example/) see 2]\(https\://b.example) ]\(c)`,
    ]);
  });

  it("of a match are bold on each line", async () => {
    const excerpt = excerptOf(version, 0, 32, [{ start: 4, end: 20 }]);
    expect(await linesOf({ type: "quote", excerpt, citation: [], actions: [] })).toEqual([
      raw`> One **\<@1> two.**`,
      raw`> **\- Thre**e & 4. five.…`,
    ]);
  });
});

describe("an excerpt that is not its document's words", () => {
  it.each([
    ["made elsewhere", { ...EXCERPT }],
    ["with other words", { ...EXCERPT, text: "Other words" }],
  ])("%s is not rendered", async (_, excerpt: Excerpt) => {
    const quote: Block = { type: "quote", excerpt, citation: [], actions: [] };
    await expect(render([quote])).rejects.toThrow(MisquoteError);
  });
});
