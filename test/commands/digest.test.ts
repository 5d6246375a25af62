import { expect, test } from "vitest";
import { REPLY_MAX, costOfAll } from "../../src/core/budget.ts";
import { composeDigest } from "../../src/core/digest/compose.ts";
import { publishedAfter } from "../../src/core/digest/window.ts";
import type { Reply } from "../../src/core/reply.ts";
import { linesOf } from "../core/events/base.ts";
import { asReply, dateOf, deskOver, entryOf, libraryOf, quotesOf, wordsOf } from "../core/samples.ts";

const DAY = "2026-06-12";
const ENGLISH = { tenant: "console", locale: "en" } as const;

/** A desk over so many news of which every third is of Hanoi, and the digest of a query as the channel got it. */
async function delivered(count: number, query: string | null) {
  const entries = Array.from({ length: count }, (_, at) =>
    entryOf(`Report ${at} came from ${at % 3 === 0 ? "Hanoi" : "Seoul"}.`, {
      id: `doc-${at}`,
      date: dateOf("2026-06-11"),
    }),
  );
  const { desk, store, library } = await deskOver(libraryOf(entries), { now: () => Date.UTC(2026, 5, 12) });
  await store.save("import", entries, { announce: true });
  const { news, cursor } = await store.newsSince(0, publishedAfter(DAY));
  const { reply } = composeDigest({
    subscription: { query, quiet: false, language: "en", zone: "UTC" },
    localDate: DAY,
    news,
    library,
    past: [],
    late: false,
  });
  const press = async (from: Reply, label: string) => {
    const action = from.actions.find((one) => one.label === label)!;
    return asReply(await desk.press(await desk.keep(action, ENGLISH), ENGLISH));
  };
  return { desk, store, library, cursor, first: reply!, press };
}

test.each([
  [null, 37],
  ["Hanoi", 13],
])(
  "the button below a digest of %s reaches every item once, and the pages turn back",
  async (query, total) => {
    const { first, press } = await delivered(37, query);
    const seen = quotesOf(first);
    let page = await press(first, `${total - seen.length} more`);
    const pages: string[][] = [];
    for (;;) {
      expect(costOfAll(page.blocks)).toBeLessThanOrEqual(REPLY_MAX);
      pages.push(quotesOf(page));
      if (!page.actions.some(({ label }) => label === "Next")) break;
      expect(page.actions.at(-1)!.replaces).toBe(true);
      page = await press(page, "Next");
    }
    expect(new Set([...seen, ...pages.flat()]).size).toBe(total);
    expect(seen.length + pages.flat().length).toBe(total);
    for (const before of pages.slice(0, -1).toReversed()) {
      page = await press(page, "Previous");
      expect(quotesOf(page)).toEqual(before);
    }
    expect(page.actions.some(({ label }) => label === "Previous")).toBe(false);
  },
);

test("a page tells where it stands, and opens its items", async () => {
  const { first, press } = await delivered(11, null);
  expect(linesOf(await press(first, "1 more"))).toEqual([
    "Digest for 12 June 2026",
    "11 new documents",
    "> Report 0 came from Hanoi.",
    "11 of 11",
    "[Open 11]",
  ]);
});

test("what came after the digest is not in it", async () => {
  const { store, library, first, press } = await delivered(12, null);
  const later = entryOf("Something else came from Busan.", { id: "later", date: dateOf(DAY) });
  await store.save("import", [later], { announce: true });
  library.add(later);
  expect(quotesOf(await press(first, "2 more"))).toEqual([
    "Report 1 came from Seoul.",
    "Report 0 came from Hanoi.",
  ]);
});

test("what went meanwhile, or stands elsewhere in the order now, hides nothing of the rest and repeats nothing", async () => {
  const { store, library, first, press } = await delivered(37, "Hanoi");
  const seen = quotesOf(first);
  // Two of those that were shown go.
  const gone = [...library.entries()].filter(({ version }) => seen.slice(0, 2).includes(version.body));
  expect(gone).toHaveLength(2);
  for (const { document } of gone) for (const _ of library.removing(document.id));
  const rest = await press(first, `${13 - seen.length} more`);
  expect(quotesOf(rest)).toHaveLength(13 - seen.length);
  expect(new Set([...seen, ...quotesOf(rest)]).size).toBe(13);
  // Other documents of the same words make the rest rank otherwise.
  const words = quotesOf(rest)[0]!;
  const later = Array.from({ length: 40 }, (_, at) =>
    entryOf(`${words} Hanoi ${at}`, { id: `later-${at}`, date: dateOf(DAY) }),
  );
  await store.save("import", later, { announce: true });
  for (const entry of later) library.add(entry);
  expect(new Set(quotesOf(await press(first, `${13 - seen.length} more`)))).toEqual(new Set(quotesOf(rest)));
  store.close();
});

test("what is gone is told, and no text can call it", async () => {
  const { store, library, first, press, desk } = await delivered(11, null);
  for (let at = 0; at < 11; at += 1) for (const _ of library.removing(`doc-${at}`));
  expect(wordsOf(await press(first, "1 more"))).toEqual([
    "The documents of this digest are not there any more.",
  ]);
  expect(wordsOf(await desk.runText("/korea digest 2026-06-12", ENGLISH))[0]).not.toContain("Digest for");
  store.close();
});
