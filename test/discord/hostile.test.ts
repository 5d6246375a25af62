import { ComponentType, MessageFlags } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS, type Entry } from "../../src/core/document.ts";
import type { Reply } from "../../src/core/reply.ts";
import { renderReply, type Component } from "../../src/discord/render.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { asReply, entryOf, openDeskOver } from "../core/samples.ts";
import { reviseFirst } from "../core/revisions/revised.ts";
import { checkMessage } from "../peers/discord/rules-message.ts";
import { assertWhole, meantLines, shownLines } from "./shown.ts";

const ID = "123456789012345678";
const MARKUP = [
  `<@${ID}>`, `<@!${ID}>`, `<@&${ID}>`, `<#${ID}>`, "@everyone", "@here", `<:a_b:${ID}>`, `<a:a_b:${ID}>`, "<t:1525000000:R>",
  `</korea search:${ID}>`, `<${ID}:customize>`, "*i*", "**b**", "***", "_i_", "__u__", "~~s~~", "||s||", "`c`", "``", "```js\nx```",
  "# h", "### h", "-# s", "> q", ">>> q", "- l", "* l", "1. l", "2) l", "[a](https://evil.example)", "[a](<https://evil.example>)", "](https://evil.example)", "](x)",
  "https://evil.example/_x_", "HTTP://evil.example", "<https://evil.example>", "discord://x", "mailto:a@b.example",
  ":fire:", "\\", "\\\\", "\\*", "¯\\_(ツ)_/¯", "\u202E", "\u200B", "\u0007", "\uD83D", "\r\n", "👩‍👩‍👧‍👦", "a\u0300".repeat(40),
]; // prettier-ignore
const WORDS = ["summit", "Kim", "비핵화", "정상회담에서", "无核化"];
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...MARKUP),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const run = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", "", ". ", "\n", "\n  ")), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(""));
const paragraph = fc.oneof(
  run,
  fc.tuple(run, fc.integer({ min: 10, max: 80 })).map(([words, n]) => words.repeat(n).slice(0, 4_000)),
);
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    `https://a.example/<@${ID}>)](x)`,
    `https://a.example/?${"a_b*(c)|".repeat(30)}`,
    `https://a.example/${"한".repeat(250)}`,
    `https://a.example/${"é".repeat(270)}`,
    `https://a.example/${"(".repeat(270)}`,
    "https://xn--9t4b11yi5a.example/_a_",
  ),
);
const entries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      body: fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((all) => all.join("\n\n")),
      given: fc.record({
        title: fc.oneof(run, fc.constant("*_".repeat(80)), fc.constant("\u200B".repeat(300))),
        outlet: fc.option(run),
        author: fc.option(run),
        url: fc.option(url),
        kind: fc.constantFrom(...KINDS),
        language: fc.constantFrom("en", "ko", "zh-Hans", "unknown"),
        outletId: fc.option(fc.constantFrom("korea-desk", "xinhua")),
      }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map(({ body, given }, index) => entryOf(body, { ...given, id: `doc-${index}` })));
const query = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

/** Every answer of the commands, and what the last buttons of the first ones lead to. */
async function answersOf(documents: readonly Entry[], asked: string, locale: string) {
  const { desk, reported, ...opened } = await openDeskOver(documents);
  await reviseFirst(opened, documents);
  const asker = { tenant: "discord:guild:1", locale, name: asked, mayPost: true } as const;
  const answers = [
    await desk.run({ command: "search", values: { query: asked } }, asker),
    await desk.run({ command: "search", values: { query: "summit 비핵화 Kim" } }, asker),
    await desk.run({ command: "search", values: { query: "summit", outlet: asked } }, asker),
    await desk.run({ command: "read", values: { id: "doc-0" } }, asker),
    await desk.run({ command: "read", values: { id: "doc-0", changes: true } }, asker),
    await desk.run({ command: "read", values: { id: asked } }, asker),
    await desk.run({ command: "help", values: {} }, asker),
    await desk.run({ command: "help", values: { command: asked } }, asker),
  ].flatMap((answer) => (answer.type === "form" ? [] : [answer]));
  for (const { blocks, actions } of answers.slice(0, 5)) {
    const more = [...blocks.flatMap((block) => (block.type === "quote" ? block.actions : [])), ...actions];
    for (const each of more.slice(-2)) answers.push(asReply(await desk.run(each, asker)));
  }
  return { answers, reported, keep: (action: Parameters<typeof desk.keep>[0]) => desk.keep(action, asker) };
}

function assertShown(answer: Reply, components: readonly Component[]): void {
  const texts = components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  for (const content of texts) assertWhole(content);
  const shown = texts.flatMap(shownLines);
  expect(shown).toEqual(meantLines(answer));
}

function assertWithinLimits(components: readonly Component[]): void {
  const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
  expect(checkMessage({ components, flags, allowed_mentions: { parse: [] } })).toEqual([]);
  const ids = components.flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.map((button) => ("custom_id" in button ? button.custom_id : ""))
      : [],
  );
  for (const id of ids) expect(id).toMatch(/^(?:new|update):[\w-]{22}:\d{1,2}$/u);
  expect(new Set(ids).size).toBe(ids.length);
}

describe("no document and no question", () => {
  it("brings a mention, a link or markup into Discord, hides words, or passes a limit", async () => {
    await fc.assert(
      fc.asyncProperty(entries, query, fc.constantFrom("en", "ko"), async (documents, asked, locale) => {
        const { answers, reported, keep } = await answersOf(documents, asked, locale);
        expect(reported).toEqual([]);
        const wrong = messagesFor(locale).somethingWentWrong("ref").slice(0, 20);
        for (const answer of answers) {
          const components = await renderReply(answer, keep);
          expect(JSON.stringify(components)).not.toContain(wrong);
          assertShown(answer, components);
          assertWithinLimits(components);
        }
      }),
      { numRuns: 100 },
    );
  });
});
