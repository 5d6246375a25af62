import { expect, test } from "vitest";
import type { Entry } from "../../src/core/document.ts";
import { verifyExcerpt } from "../../src/core/excerpt.ts";
import { createCompose } from "../../src/delivery/compose.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { dateOf, entryOf, libraryOf, quotesOf } from "../core/samples.ts";
import { wanted } from "./subscribed.ts";

/** Nine in Seoul on 10 March 2026. */
const NINE = Date.UTC(2026, 2, 10);

const newsOf = (id: string, date = "2026-03-09") =>
  entryOf(`The envoys of ${id} met at noon. They will meet again.`, { id, date: dateOf(date) });

/** A store with a subscription, and a library that has nothing before it catches up. */
async function setUp(given: Parameters<typeof wanted>[1] = {}) {
  const store = await openStore({ path: ":memory:", now: () => NINE });
  const subscription = await store.createSubscription(wanted("discord", given));
  const library = libraryOf([]);
  const broken = new Map<string, number>();
  let meanwhile: (() => Promise<unknown>) | null = null;
  const live = {
    library,
    async catchUp() {
      await meanwhile?.();
      for (const entry of await store.entries()) {
        const { id } = entry.document;
        const times = broken.get(id) ?? 0;
        if (times > 0) broken.set(id, times - 1);
        else if (library.get(id) === null) library.add(entry);
      }
    },
  };
  const announce = (...entries: Entry[]) => store.save("import", entries, { announce: true });
  const compose = createCompose({ store, live });
  return {
    store,
    subscription,
    broken,
    announce,
    during: (work: () => Promise<unknown>) => (meanwhile = work),
    compose: (cursor = subscription.cursor) => compose({ ...subscription, cursor }, "2026-03-10", false),
  };
}

const quotes = ({ reply }: { reply: Parameters<typeof quotesOf>[0] | null }) => quotesOf(reply!);

test("news that the library does not have yet is taken in first, and quoted as it stands", async () => {
  const { announce, compose } = await setUp();
  await announce(newsOf("busan"), newsOf("sokcho"), newsOf("too-old", "2026-03-01"));
  const digest = await compose();
  expect(digest).toMatchObject({ why: "news 2/2", cursor: 3, quoteOfDay: null });
  const blocks = digest.reply!.blocks.filter((block) => block.type === "quote");
  for (const { excerpt } of blocks) expect(() => verifyExcerpt(excerpt)).not.toThrow();
  expect(quotes(digest)).toHaveLength(2);
});

test("what comes while it is composed is left for the next one", async () => {
  const { announce, compose, during } = await setUp();
  await announce(newsOf("busan"));
  during(() => announce(newsOf("sokcho")));
  const first = await compose();
  expect([quotes(first).length, first.cursor]).toEqual([1, 1]);
  const second = await compose(first.cursor);
  expect(second.why).toBe("news 1/1");
  expect(quotes(second)[0]).toContain("sokcho");
});

test("a document that could not be indexed at first is not passed over", async () => {
  const { announce, compose, broken } = await setUp();
  broken.set("busan", 2);
  await announce(newsOf("busan"));
  expect((await compose()).why).toBe("news 1/1");
});

test("one that cannot be indexed at all, or was withdrawn, holds up no other", async () => {
  const { announce, compose, broken } = await setUp();
  broken.set("busan", 1_000);
  await announce(newsOf("busan"), newsOf("sokcho"));
  expect(await compose()).toMatchObject({ why: "news 1/1", cursor: 2 });
});

test("why there is nothing is told as a code", async () => {
  const quiet = await setUp({ quiet: true, query: "submarine" });
  expect(await quiet.compose()).toEqual({ reply: null, cursor: 0, why: "noNews", quoteOfDay: null });
  await quiet.announce(newsOf("busan"));
  expect(await quiet.compose()).toEqual({ reply: null, cursor: 1, why: "noMatch 1", quoteOfDay: null });
  const unreadable = await setUp({ quiet: true, query: "outlet:nowhere" });
  await unreadable.announce(newsOf("busan"));
  expect(await unreadable.compose()).toMatchObject({ reply: null, why: "unreadable" });
});
