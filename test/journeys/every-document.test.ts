import { beforeAll, describe, expect, it } from "vitest";
import { nameBookOf } from "../../src/core/about/name-book.ts";
import { STYLES } from "../../src/core/cite/cite.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import { excerptId } from "../../src/core/excerpt.ts";
import { passagesOf } from "../../src/core/passage.ts";
import type { RawValues } from "../../src/core/reply.ts";
import { openExampleDesk } from "../../src/docs/example-desk.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { asReply } from "../core/samples.ts";
import { excessOf, skipped } from "./excess.ts";

/** All documents would take minutes: one of so many, and the largest, where limits are met first. */
const EVERY = 10;
const LARGEST = 50;

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
