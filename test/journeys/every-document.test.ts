import { fileURLToPath } from "node:url";
import { MessageFlags } from "discord.js";
import { beforeAll, describe, expect, it } from "vitest";
import { renderReply as renderConsole } from "../../src/console/render.ts";
import { nameBookOf } from "../../src/core/about/name-book.ts";
import { COMPONENTS_MAX, componentsOf } from "../../src/core/compare/fits.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOfAll } from "../../src/core/budget.ts";
import { STYLES } from "../../src/core/cite/cite.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import { excerptId } from "../../src/core/excerpt.ts";
import { passagesOf } from "../../src/core/passage.ts";
import type { RawValues, Reply } from "../../src/core/reply.ts";
import { renderReply as renderDiscord } from "../../src/discord/render.ts";
import { openExampleDesk } from "../../src/docs/example-desk.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { renderReply as renderSlack } from "../../src/slack/render.ts";
import { asReply } from "../core/samples.ts";
import { checkMessage as checkDiscord } from "../peers/discord/rules-message.ts";
import { checkMessage as checkSlack } from "../peers/slack/body.ts";
import type { Json } from "../peers/slack/json.ts";
import { loadLimits } from "../peers/slack/limits.ts";

/** All documents would take minutes: one of so many, and the largest, where limits are met first. */
const EVERY = 10;
const LARGEST = 50;

const LIMITS = loadLimits(
  fileURLToPath(new URL("../../../shared/contracts/slack-block-limits.json", import.meta.url)),
);
const skipped = LIMITS.source === undefined ? " (some limits of Slack skipped: ../shared is absent)" : "";
const keep = () => Promise.resolve("k".repeat(22));

let desk: Desk;
let sample: readonly string[];
beforeAll(async () => {
  ({ desk } = await openExampleDesk());
  const { library } = desk;
  const ids = Array.from(library.documents(), ({ id }) => id);
  const largest = ids.toSorted(
    (a, b) => library.get(b)!.version.body.length - library.get(a)!.version.body.length,
  );
  sample = [...new Set([...largest.slice(0, LARGEST), ...ids.filter((_, index) => index % EVERY === 0)])];
});

/** What a platform would refuse of a reply, or the budget forbids; empty where it fits everywhere. */
async function excessOf(reply: Reply): Promise<unknown[]> {
  const { blocks, actions } = reply;
  const quotes = blocks.filter(({ type }) => type === "quote").length;
  const components = componentsOf(blocks, actions.length);
  const discord = await renderDiscord(reply, keep);
  const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
  const slack = checkSlack((await renderSlack(reply, keep)) as unknown as Json, LIMITS);
  const { text } = renderConsole(reply, { columns: 80, colour: false });
  return [
    ...(costOfAll(blocks) > REPLY_MAX ? [`costs ${costOfAll(blocks)}`] : []),
    ...(quotes > EXCERPTS_MAX ? [`${quotes} quotes`] : []),
    ...(components > COMPONENTS_MAX ? [`${components} components`] : []),
    ...checkDiscord({ components: discord, flags, allowed_mentions: { parse: [] } }),
    ...(slack === undefined ? [] : [slack]),
    ...(text.trim() === "" ? ["nothing in the console"] : []),
  ];
}

describe.each(["en", "ko"])(`every document fits every platform in %s${skipped}`, (locale) => {
  const asker: Asker = { tenant: "console", locale, name: "A. Reader", mayPost: true };
  const { later } = messagesFor(locale);

  /** What does not fit of the answers, by what was asked. */
  async function tooMuch(command: string, all: readonly RawValues[]): Promise<unknown[]> {
    const found: unknown[] = [];
    for (const values of all) {
      const excess = await excessOf(asReply(await desk.run({ command, values }, asker)));
      if (excess.length > 0) found.push([command, values, ...excess]);
    }
    return found;
  }

  it("read, page by page", async () => {
    for (const id of sample) {
      for (let values: RawValues = { id }; ;) {
        const reply = asReply(await desk.run({ command: "read", values }, asker));
        expect([id, ...(await excessOf(reply))]).toEqual([id]);
        const next = reply.actions.find(({ label }) => label === later);
        if (next === undefined) break;
        ({ values } = next);
      }
    }
  });

  it("cited whole and by its longest passage, in each style", async () => {
    const calls = sample.flatMap((id) => {
      const { document, version } = desk.library.get(id)!;
      const [longest] = passagesOf(document, version).toSorted((a, b) => b.end - b.start - (a.end - a.start));
      const ids = [id, ...(longest === undefined ? [] : [excerptId({ version, ...longest })])];
      return ids.flatMap((one) => STYLES.map((style) => ({ id: one, style })));
    });
    expect(await tooMuch("cite", calls)).toEqual([]);
  });

  it("as a card, where it is a record of somebody or something", async () => {
    const book = nameBookOf(desk.library.reference);
    const named = sample.filter((id) => book.withId(id) !== null);
    expect(named.length).toBeGreaterThan(50);
    expect(
      await tooMuch(
        "about",
        named.map((name) => ({ name })),
      ),
    ).toEqual([]);
  });
});
