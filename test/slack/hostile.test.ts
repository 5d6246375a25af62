import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS, type Entry } from "../../src/core/document.ts";
import type { Reply, Span } from "../../src/core/reply.ts";
import { visible } from "../../src/core/visible.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { renderReply } from "../../src/slack/render.ts";
import { reviseFirst } from "../core/revisions/revised.ts";
import { asReply, entryOf, openDeskOver } from "../core/samples.ts";
import { checkMessage } from "../peers/slack/body.ts";
import type { Json } from "../peers/slack/json.ts";
import { loadLimits } from "../peers/slack/limits.ts";
import { buttonsOf, linesOf } from "./plain.ts";

const LIMITS = loadLimits(
  fileURLToPath(new URL("../../../shared/contracts/slack-block-limits.json", import.meta.url)),
);

const MARKUP = [
  "<@U0ASKER>", "<!channel>", "<!subteam^S1>", "<#C0GENERAL>", "<https://evil.example|bank>", "@here", "@channel",
  "*bold*", "_x_", "~x~", "`c`", "```", "> q", ":smile:", "[a](https://evil.example)", "&lt;!here&gt;", "&amp;", "<", ">", "&",
  "https://evil.example", "mailto:a@b.example", "\u202E", "\u200B", "\u0007", "\uD83D", "\r\n", "👩‍👩‍👧‍👦", "a\u0300".repeat(40),
]; // prettier-ignore
const WORDS = ["summit", "Kim", "비핵화", "정상회담에서", "无核化"];
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...MARKUP),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const run = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", "", ". ", "\n")), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(""));
const paragraph = fc.oneof(
  run,
  fc.tuple(run, fc.integer({ min: 10, max: 80 })).map(([words, n]) => words.repeat(n).slice(0, 5_000)),
);
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "https://a.example/<@U1>|x",
    "https://a.example/한".repeat(20),
    `https://a.example/${"é".repeat(270)}`,
  ),
);
const entries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      body: fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((all) => all.join("\n\n")),
      given: fc.record({
        title: fc.oneof(run, fc.constant("<!here>".repeat(80))),
        outlet: fc.option(run),
        author: fc.option(run),
        url: fc.option(url),
        kind: fc.constantFrom(...KINDS),
        language: fc.constantFrom("en", "ko", "zh-Hans", "unknown"),
        outletId: fc.option(fc.constantFrom("korea-desk", "xinhua")),
      }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map(({ body, given }, index) => entryOf(body, { ...given, id: `doc-${index}` })));
const query = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

/** What a reply says, a line a block, by another road than the renderer's. */
function expectedLines(answer: Reply): string[] {
  const line = (spans: readonly Span[]) => spans.map((span) => visible(span.text)).join("");
  return answer.blocks.flatMap((block) => {
    if (block.type === "list") return block.items.map(line);
    if (block.type !== "quote") return [line(block.spans)];
    const { excerpt, citation, remarks = [] } = block;
    const quote = `${excerpt.cutStart ? "…" : ""}${visible(excerpt.text)}${excerpt.cutEnd ? "…" : ""}`;
    return [
      quote,
      ...(citation.length === 0 ? [] : [line(citation)]),
      ...remarks.map((remark) => `※ ${line(remark)}`),
    ];
  });
}

const TYPES = [
  "rich_text", "rich_text_section", "rich_text_list", "rich_text_quote", "text", "link",
  "actions", "button", "plain_text",
]; // prettier-ignore

/** Every `type` and every link's address in a payload. */
function typesAndLinks(value: unknown): { types: string[]; links: string[] } {
  const found = { types: [] as string[], links: [] as string[] };
  JSON.stringify(value, (key, part: unknown) => {
    if (key === "type") found.types.push(String(part));
    if (key === "url") found.links.push(String(part));
    return part;
  });
  return found;
}

describe("no document and no question", () => {
  // Where the contract is absent only the limits that the peer knows itself are checked.
  const skipped = LIMITS.source === undefined ? " (some limits skipped: ../shared is absent)" : "";
  it(`brings a mention, a link or markup into Slack, hides words, or passes a limit${skipped}`, async () => {
    await fc.assert(
      fc.asyncProperty(entries, query, fc.constantFrom("en", "ko"), async (documents, asked, language) => {
        const { desk, ...opened } = await openDeskOver(documents);
        await reviseFirst(opened, documents);
        const asker = { tenant: "slack:team:T1", locale: language, name: asked, mayPost: true } as const;
        const hrefs = documents.flatMap(({ document }) =>
          document.url === null ? [] : [new URL(document.url).href],
        );
        const answers = [
          await desk.run({ command: "search", values: { query: asked } }, asker),
          await desk.run({ command: "search", values: { query: "summit 비핵화", outlet: asked } }, asker),
          await desk.run({ command: "read", values: { id: "doc-0" } }, asker),
          await desk.run({ command: "read", values: { id: "doc-0", changes: true } }, asker),
          await desk.run({ command: "read", values: { id: asked } }, asker),
          await desk.run({ command: "help", values: {} }, asker),
          await desk.run({ command: "help", values: { command: asked } }, asker),
          await desk.runText(asked, asker),
        ].flatMap((answer) => (answer.type === "form" ? [] : [answer]));
        // What the buttons of these lead to, one click further.
        for (const { blocks, actions } of answers.slice(0, 4)) {
          const more = [
            ...blocks.flatMap((block) => (block.type === "quote" ? block.actions : [])),
            ...actions,
          ];
          for (const each of more.slice(-2)) answers.push(asReply(await desk.run(each, asker)));
        }
        const wrong = messagesFor(language).somethingWentWrong("ref");
        for (const answer of answers) {
          const message = await renderReply(answer, (action) => desk.keep(action, asker));
          expect(checkMessage(message as unknown as Json, LIMITS)).toBeUndefined();
          expect(linesOf(message)).toEqual(expectedLines(answer));
          expect(message.text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/u);
          expect(message.text).not.toContain(wrong.slice(0, 20));
          const { types, links } = typesAndLinks(message.blocks);
          expect(types.filter((type) => !TYPES.includes(type))).toEqual([]);
          expect(links.filter((link) => !hrefs.includes(link))).toEqual([]);
          for (const { actionId, value } of buttonsOf(message.blocks)) {
            expect(actionId).toMatch(/^(?:new|update):\d{1,2}$/u);
            expect(value).toMatch(/^[\w-]{22}$/u);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
