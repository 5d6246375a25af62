import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { renderReply as renderConsole } from "../../src/console/render.ts";
import type { Asker } from "../../src/core/desk.ts";
import { excerptId, excerptOf } from "../../src/core/excerpt.ts";
import type { Action, RawValues, Reply, Span } from "../../src/core/reply.ts";
import { renderReply as renderDiscord } from "../../src/discord/render.ts";
import { renderReply as renderSlack } from "../../src/slack/render.ts";
import { smallWorld } from "../core/about/small.ts";
import { reviseFirst } from "../core/revisions/revised.ts";
import { asReply, dateOf, deskOver, entryOf } from "../core/samples.ts";
import { labelsOf, linesOf } from "../slack/plain.ts";
import { plainConsole, plainDiscord, wordsIn, type PlainText } from "./plain-text.ts";

const LONG = entryOf(
  [
    "# not a heading * nor_bold_ `nor code` with <@1> & a|b: 1. summit",
    "- summit of 2018\n2. second line of the *summit*",
    ...Array.from({ length: 8 }, (_, index) => `${"Rounds of talks went on. ".repeat(20)}Summit ${index}.`),
  ].join("\n\n"),
  {
    id: "long",
    title: "Talks: [a] *long* way",
    author: "A. Writer",
    outlet: "The Dong-A Ilbo",
    outletId: "dong-a-ilbo",
    country: "KR",
    ownership: "private",
    date: dateOf("2018-03-28"),
    url: "https://www.donga.com/a/b?c=d",
    kind: "opinion",
  },
);
const OURS = entryOf(
  "## Summit\n\nThe summit of Hanoi ended early.\n\n비핵화 정상회담은 하노이에서 열렸다.",
  {
    id: "ours",
    title: "Hanoi, in short",
    outlet: "Korea Desk",
    outletId: "korea-desk",
    kind: "briefing",
    sources: [{ title: "Joint text", publisher: "Xinhua", url: "https://news.cn/x" }],
  },
);
const MORE = Array.from({ length: 6 }, (_, index) =>
  entryOf(`Summit number ${index}.`, { id: `more-${index}` }),
);
const { version } = LONG;
const start = version.body.indexOf("Rounds");
const EXCERPT_ID = excerptId(excerptOf(version, start, start + 24));

/** Typical values, and ones that are wrong, for every command there is. */
const CALLS: Readonly<Record<string, readonly RawValues[]>> = {
  search: [
    { query: "summit" },
    { query: "Summit talks", outlet: "Donga", from: "2018", kind: "opinion", sort: "newest" },
    { query: "비핵화 정상회담" },
    { query: "summit", country: "CN" },
    { query: "no_such *thing* <@1>" },
    { query: "the" },
    { query: "summit", from: "2019", to: "2018" },
    { query: "summit", sort: "best" },
    { query: "summit", offset: 5 },
  ],
  compare: [
    { topic: "summit" },
    { topic: "freeze" },
    { topic: "summit", by: "kind" },
    { topic: "no_such *thing* <@1>" },
  ],
  check: [
    { quote: "The summit of Hanoi ended early." },
    { quote: "The summit of *Hanoi* ended late <@1>." },
    { quote: "비핵화 정상회담은 하노이에서 열렸다" },
  ],
  about: [
    { name: "Ana Kim" },
    { name: "Lake Pact" },
    { name: "freeze" },
    { name: "Kim" },
    { name: "no_such *name* <@1>" },
  ],
  timeline: [{}, { about: "김아나" }, { about: "Kim" }, { about: "no_such *name* <@1>" }],
  today: [{}, { date: "04-27" }, { date: "2018-06-12" }, { date: "June" }],
  read: [
    { id: "long" },
    { id: EXCERPT_ID },
    { id: "ours" },
    { id: "lnog" },
    { id: "long", part: 3 },
    { id: "long", changes: true },
  ],
  cite: [{ id: EXCERPT_ID }, { id: "ours", style: "bibtex" }, { id: "lnog" }],
  sources: [{}],
  subscribe: [{}, { query: "summit", at: "9am" }],
  subscriptions: [{}, { all: true }],
  help: [{}, { command: "search" }, { command: "read" }, { command: "serch" }],
  share: [{ id: EXCERPT_ID }, { id: "lnog" }],
  digest: [{ date: "2026-06-01", after: 0, through: 9, offset: 0 }],
  "subscription-preview": [{ id: "none" }],
  "subscription-pause": [{ id: "none" }],
  "subscription-resume": [{ id: "none" }],
  "subscription-resume-removed": [{}],
  "subscription-edit": [{ id: "none" }],
  "subscription-change": [{ id: "none" }],
  "subscription-history": [{ id: "none" }],
  "subscription-remove": [{ id: "none" }],
  "subscription-remove-all": [{}],
};

/** The words and labels of a reply itself. */
function plainReply({ blocks, actions }: Reply): PlainText {
  const line = (spans: readonly Span[]) =>
    spans.map((span) => (span.type === "link" ? span.url : span.text)).join("");
  const words = blocks.flatMap((block) => {
    if (block.type === "list") return block.items.map(line);
    if (block.type !== "quote") return [line(block.spans)];
    const { excerpt, citation, remarks = [] } = block;
    return [
      `${excerpt.cutStart ? "…" : ""}${excerpt.text}${excerpt.cutEnd ? "…" : ""}`,
      line(citation),
      ...remarks.map((remark) => `※ ${line(remark)}`),
    ];
  });
  const all = [...blocks.flatMap((block) => (block.type === "quote" ? block.actions : [])), ...actions];
  return { words: wordsIn(words.join("\n")), labels: all.map(({ label }) => label) };
}

const keep = ({ command }: Action) => Promise.resolve(`key-of-${command}`);

async function everywhere(reply: Reply): Promise<Record<"console" | "discord" | "slack", PlainText>> {
  const slack = await renderSlack(reply, keep);
  return {
    console: plainConsole(renderConsole(reply, { columns: null, colour: false }).text),
    discord: plainDiscord(await renderDiscord(reply, keep)),
    slack: { words: wordsIn(linesOf(slack, "address").join("\n")), labels: labelsOf(slack) },
  };
}

describe("every command says the same on every platform", () => {
  it("is tried with values for each command there is", () => {
    expect(Object.keys(CALLS)).toEqual(commands.map(({ name }) => name));
  });

  const cases = Object.entries(CALLS).flatMap(([command, all]) =>
    all.flatMap((values) => ["en", "ko"].map((locale) => ({ command, values, locale }))),
  );
  it.each(cases)("$command $values in $locale, word for word", async ({ command, values, locale }) => {
    const { desk, reported, ...opened } = await deskOver(smallWorld([LONG, OURS, ...MORE]));
    await opened.store.save("import", [LONG]);
    await reviseFirst(opened, [LONG, OURS]);
    const asker: Asker = { tenant: "console", locale, name: "A. *Reader*", mayPost: true };
    const first = asReply(await desk.run({ command, values }, asker));
    const { blocks, actions } = first;
    const next = [...blocks.flatMap((block) => (block.type === "quote" ? block.actions : [])), ...actions];
    const answers = [first];
    for (const action of next) answers.push(asReply(await desk.run(action, asker)));
    for (const answer of answers) {
      const expected = plainReply(answer);
      expect(await everywhere(answer)).toEqual({ console: expected, discord: expected, slack: expected });
    }
    expect(reported).toEqual([]);
  });
});
