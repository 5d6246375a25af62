import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../../src/store/sqlite.ts";
import { folderWith } from "../../folder.ts";
import { redirect, text, type WebPeer } from "../../peers/web.ts";
import { site } from "../fetch/site.ts";
import {
  HOUR,
  MINUTE,
  START,
  articleOn,
  feed,
  feedAt,
  follow,
  page,
  rssOf,
  type FollowOptions,
} from "./follow.ts";

const DAY = 24 * HOUR;
const LOOPBACK = { address: "127.0.0.1", family: 4 } as const;
const ONE = { link: "/a/1", guid: "1", title: "First", html: "<p>Words of the first.</p>" };
const TWO = { link: "/a/2", guid: "2", title: "Second", html: "<p>Words of the second.</p>" };

/** A site with one feed, and a follower of it. */
async function oneFeed(
  given: Partial<FollowOptions["feeds"][number]> = {},
  more: Partial<FollowOptions> = {},
) {
  const web = await site();
  const url = `${web.origin}/rss`;
  const follower = await follow({ feeds: [feedAt(url, given)], allowPrivate: [web.hostPort], ...more });
  const outcomes = async () => (await follower.poller.pollDue()).map(({ outcome }) => outcome);
  const next = async () => (await follower.store.feedRows())[0]!.nextPoll - follower.clock.now;
  return { web, url, outcomes, next, ...follower };
}
/** The host as it stands in ids. */
const at = "127-0-0-1";

describe("items", () => {
  test("come once, in the order of their time, as news", async () => {
    const { web, outcomes, bodies, store, clock } = await oneFeed();
    web.on("/rss", feed(rssOf([TWO, ONE])));
    expect(await outcomes()).toEqual(["read"]);
    expect(Object.entries(await bodies())).toEqual([
      [`${at}/a-1`, "Words of the first."],
      [`${at}/a-2`, "Words of the second."],
    ]);
    clock.now += 2 * HOUR;
    const before = await store.lastChange();
    expect(await outcomes()).toEqual(["read"]);
    expect(await store.lastChange()).toBe(before);
  });

  test("whose addresses differ in case or punctuation alone are documents of their own, for ever", async () => {
    const { web, poller, bodies, clock } = await oneFeed();
    const links = ["/s/aBcD", "/s/AbCd", "/?s=abcd"];
    const items = links.map((link) => ({ link, guid: link, title: link, html: `<p>Words of ${link}.</p>` }));
    const found = () => bodies().then((all) => Object.values(all).toSorted());
    web.on("/rss", feed(rssOf(items)));
    await poller.pollDue();
    expect(await found()).toEqual(["Words of /?s=abcd.", "Words of /s/AbCd.", "Words of /s/aBcD."]);
    // Another feed, with ids of its own, in another order: each item is the document it was.
    clock.now += 2 * HOUR;
    const edited = items.map((item) => ({
      ...item,
      guid: `x${item.guid}`,
      html: `${item.html}<p>More.</p>`,
    }));
    web.on("/rss", feed(rssOf(edited.toReversed())));
    const [poll] = await poller.pollDue();
    expect(poll!.items).toEqual({ imported: 0, revised: 3, updated: 0, unchanged: 0, kept: 0, skipped: 0 });
    expect(await found()).toEqual(links.map((link) => `Words of ${link}.\n\nMore.`).toSorted());
  });

  test("that are edited are revised, that vanish keep their document", async () => {
    const { web, poller, bodies, store, clock } = await oneFeed();
    web.on("/rss", feed(rssOf([ONE, TWO])));
    await poller.pollDue();
    clock.now += 2 * HOUR;
    web.on("/rss", feed(rssOf([{ ...ONE, html: "<p>Other words of the first.</p>" }])));
    const [poll] = await poller.pollDue();
    expect(poll!.items).toEqual({ imported: 0, revised: 1, updated: 0, unchanged: 0, kept: 0, skipped: 0 });
    expect(await bodies()).toEqual({
      [`${at}/a-1`]: "Other words of the first.",
      [`${at}/a-2`]: "Words of the second.",
    });
    expect((await store.versions(`${at}/a-1`)).map(({ addedAt }) => addedAt)).toEqual([
      START,
      START + 2 * HOUR,
    ]);
  });

  test("without words are left out, told, and not tried again", async () => {
    const { web, poller, health, clock, bodies } = await oneFeed();
    web.on("/rss", feed(rssOf([{ link: "/a/3", title: "Nothing" }, ONE])));
    await poller.pollDue();
    expect(Object.keys(await bodies())).toEqual([`${at}/a-1`]);
    expect((await health())[0]).toMatch(/; “Nothing” was left out: it has no words$/u);
    clock.now += 2 * HOUR;
    const [poll] = await poller.pollDue();
    expect(poll!.items).toMatchObject({ unchanged: 2, skipped: 0 });
  });

  test("are one document where two feeds bring them, and keep the better words", async () => {
    const { web, poller, feeds, bodies, clock, store } = await oneFeed();
    web.on("/rss", feed(rssOf([ONE])));
    web.on("/short", feed(rssOf([{ ...ONE, guid: "x", html: undefined, summary: "Words of …" } as never])));
    await poller.pollDue();
    feeds.push(feedAt(`${web.origin}/short`));
    clock.now += MINUTE;
    const [poll] = await poller.pollDue();
    expect(poll!.items.kept).toBe(1);
    expect(await bodies()).toEqual({ [`${at}/a-1`]: "Words of the first." });
    // Only the feed that brought it counts it.
    expect(Object.fromEntries(await store.itemsSince(0))).toEqual({ [`${web.origin}/rss`]: 1 });
  });

  test("that all have one id, one at a time, are several documents; one that moved is one", async () => {
    const { web, poller, bodies, clock } = await oneFeed();
    const same = [
      ONE,
      { ...TWO, guid: "1" },
      { ...TWO, guid: "1", link: "/moved/2", html: "<p>Edited.</p>" },
    ];
    for (const item of same) {
      web.on("/rss", feed(rssOf([item])));
      await poller.pollDue();
      clock.now += 2 * HOUR;
    }
    expect(await bodies()).toEqual({ [`${at}/a-1`]: "Words of the first.", [`${at}/a-2`]: "Edited." });
  });

  test("that belong to the built-in documents are told and left alone", async () => {
    const { web, poller, store, bodies } = await oneFeed({ fullText: true });
    web.on("/rss", feed(rssOf([ONE])));
    await poller.pollDue();
    const [entry] = await store.entries();
    const document = { ...entry!.document, id: `${at}/a-2`, url: `${web.origin}/a/2` };
    await store.save("builtin", [{ document, version: { ...entry!.version, documentId: document.id } }]);
    web.on("/rss", feed(rssOf([TWO])));
    web.on("/a/2", page("The whole second."));
    await store.updateFeed(`${web.origin}/rss`, { nextPoll: 0 });
    const [poll] = await poller.pollDue();
    expect(poll!.notes).toEqual([`“Second” was left out: ${at}/a-2 is a document from elsewhere`]);
    expect((await bodies())[`${at}/a-2`]).toBe("Words of the first.");
  });

  test("keep what a person told when importing the same page", async () => {
    const { web, poller, store } = await oneFeed({ kind: "news" });
    web.on("/rss", feed(rssOf([{ ...ONE, date: "Mon, 01 Jun 2026 00:00:00 GMT" }])));
    await poller.pollDue();
    const [entry] = await store.entries();
    const url = `${web.origin}/a/2`;
    const imported = { ...entry!.document, id: `${at}/a-2`, url, kind: "editorial" as const, date: null };
    await store.save("import", [
      { document: imported, version: { ...entry!.version, documentId: imported.id } },
    ]);
    web.on("/rss", feed(rssOf([{ ...TWO, html: ONE.html, date: "Mon, 01 Jun 2026 00:00:00 GMT" }])));
    await store.updateFeed(`${web.origin}/rss`, { nextPoll: 0 });
    await poller.pollDue();
    const document = (await store.entries()).find(({ document }) => document.id === `${at}/a-2`)!.document;
    expect([document.kind, document.date]).toEqual(["editorial", "2026-06-01"]);
  });
});

describe("whole texts", () => {
  test("come from the pages, a second apart", async () => {
    const { web, poller, bodies, waits } = await oneFeed({ fullText: true });
    web.on("/rss", feed(rssOf([ONE, TWO])));
    web.on("/a/1", page("The whole first."));
    web.on("/a/2", page("The whole second."));
    await poller.pollDue();
    expect(await bodies()).toEqual({
      [`${at}/a-1`]: articleOn("The whole first."),
      [`${at}/a-2`]: articleOn("The whole second."),
    });
    expect(waits).toEqual([1_000]);
  });

  test("that are refused leave the item's own words, and are asked for once more", async () => {
    const { web, poller, bodies, clock, health } = await oneFeed({ fullText: true });
    web.on("/rss", feed(rssOf([ONE, TWO]), { etag: '"1"' }));
    web.on("/robots.txt", text("User-agent: *\nDisallow: /a/2", { "content-type": "text/plain" }));
    await poller.pollDue();
    expect(await bodies()).toEqual({
      [`${at}/a-1`]: "Words of the first.",
      [`${at}/a-2`]: "Words of the second.",
    });
    const [line] = await health();
    expect(line).toMatch(/“First”: its page was not read: \S.*404/u);
    expect(line).toMatch(/“Second”: its page was not read: \S.*robots\.txt/u);
    web.on("/a/1", page("The whole first."));
    for (let time = 0; time < 4; time += 1) {
      clock.now += 2 * HOUR;
      await poller.pollDue();
    }
    expect((await bodies())[`${at}/a-1`]).toBe(articleOn("The whole first."));
    expect([web.count("/a/1"), web.count("/a/2")]).toEqual([2, 0]);
    // Conditional again once nothing is left to do.
    expect(
      web.requests.filter(({ path }) => path === "/rss").map(({ headers }) => headers["if-none-match"]),
    ).toEqual([undefined, undefined, '"1"', '"1"', '"1"']);
  });

  test("are not lost to what the feed says later", async () => {
    const { web, poller, bodies, clock } = await oneFeed({ fullText: true });
    web.on("/rss", feed(rssOf([ONE])));
    web.on("/a/1", page("The whole first."));
    await poller.pollDue();
    web.on("/a/1", text("gone", {}, 404));
    web.on("/rss", feed(rssOf([{ ...ONE, html: "<p>Edited in the feed.</p>" }])));
    clock.now += 2 * HOUR;
    const [poll] = await poller.pollDue();
    expect(poll!.items.kept).toBe(1);
    expect(await bodies()).toEqual({ [`${at}/a-1`]: articleOn("The whole first.") });
  });

  test.each([
    [429, { "retry-after": "7200" }, 2 * HOUR],
    [503, {}, 4 * MINUTE],
  ])(
    "wait where a host answers %i, for as long as it says, and lose nothing",
    async (status, headers, peace) => {
      const { web, poller, bodies, clock, store, url } = await oneFeed({ fullText: true, every: 5 * MINUTE });
      const items = Array.from({ length: 8 }, (_, n) => ({
        link: `/p/${n}`,
        title: `No ${n}`,
        summary: "Short.",
      }));
      web.on("/rss", feed(rssOf(items.toReversed()), { etag: '"1"' }));
      for (const { link } of items) web.on(link, page(`Whole ${link}.`));
      await poller.pollDue();
      expect(Object.values(await bodies()).filter((body) => body.startsWith("Whole"))).toHaveLength(8);
      // All are edited, and two are new.
      const edited = [
        ...items,
        ...["/p/8", "/p/9"].map((link) => ({ link, title: link, summary: "Short." })),
      ].map((item) => ({ ...item, summary: "Edited." }));
      web.on("/rss", feed(rssOf(edited.toReversed()), { etag: '"2"' }));
      for (const { link } of edited) web.on(link, text("slow down", headers, status));
      const asked = () => web.requests.filter(({ path }) => path.startsWith("/p/")).length;
      const before = asked();
      clock.now += HOUR;
      const [poll] = await poller.pollDue();
      expect(asked()).toBe(before + 1);
      expect(poll!.items).toEqual({ imported: 2, revised: 0, updated: 0, unchanged: 0, kept: 8, skipped: 0 });
      expect(poll!.notes).toEqual([
        expect.stringMatching(new RegExp(`^“No 0”: its page was not read: .* answers ${status}`, "u")),
        expect.stringMatching(
          /^127\.0\.0\.1:\d+ is left alone until 2026-06-01 \d\d:\d\d UTC, as it had too much to do$/u,
        ),
      ]);
      const failures = async () =>
        [...(await store.feedItems(url)).values()]
          .map(({ pageFailures }) => pageFailures)
          .toSorted((a, b) => a - b);
      expect(await failures()).toEqual([...Array.from({ length: 9 }, () => 0), 1]);
      for (const { link } of edited) web.on(link, page(`Again ${link}.`));
      clock.now += peace - 1;
      await store.updateFeed(url, { nextPoll: 0 });
      await poller.pollDue();
      expect(asked()).toBe(before + 1);
      clock.now += 1;
      await store.updateFeed(url, { nextPoll: 0 });
      await poller.pollDue();
      const found = Object.values(await bodies()).filter((body) => body.startsWith("Again"));
      // The one that was asked for counts as tried; the others have lost nothing.
      expect(found).toHaveLength(9);
    },
  );

  test("are not those of another private host that is allowed", async () => {
    const { web, poller, bodies, feeds } = await oneFeed(
      { fullText: true },
      { allowPrivate: ["127.0.0.1", "intranet.example.org"], lookup: async () => [LOOPBACK] },
    );
    const link = `http://intranet.example.org:${web.port}/a/1`;
    web.on("/rss", feed(rssOf([{ ...ONE, link }])));
    web.on("/a/1", page("Nobody's business."));
    const [poll] = await poller.pollDue();
    expect(poll!.notes[0]).toContain("intranet.example.org (127.0.0.1) is a loopback address");
    expect(Object.values(await bodies())).toEqual(["Words of the first."]);
    expect(web.count("/a/1")).toBe(0);
    // A feed of that very host is the operator's.
    feeds[0] = feedAt(`http://intranet.example.org:${web.port}/rss`, { fullText: true });
    await poller.pollDue();
    expect(Object.values(await bodies())).toContain(articleOn("Nobody's business."));
  });

  test("of a hundred pages a poll", async () => {
    const { web, poller, bodies, clock, outcomes } = await oneFeed({ fullText: true });
    const items = Array.from({ length: 103 }, (_, n) => ({
      link: `/p/${n}`,
      title: `No ${n}`,
      summary: "Short.",
    }));
    web.on("/rss", feed(rssOf(items), { etag: '"1"' }));
    for (const { link } of items) web.on(link, page(`Whole ${link}.`));
    await poller.pollDue();
    expect(Object.keys(await bodies())).toHaveLength(100);
    clock.now += 2 * HOUR;
    expect(await outcomes()).toEqual(["read"]);
    expect(Object.values(await bodies()).filter((body) => body.startsWith("Whole"))).toHaveLength(103);
  });
});

describe("a feed", () => {
  test("is asked whether it changed", async () => {
    const { web, outcomes, clock } = await oneFeed();
    const modified = "Mon, 01 Jun 2026 00:00:00 GMT";
    web.on("/rss", (request, response) => {
      if (request.headers["if-none-match"] === '"a"' && request.headers["if-modified-since"] === modified) {
        response.writeHead(304).end();
        return;
      }
      feed(rssOf([ONE]), { etag: '"a"', "last-modified": modified })(request, response);
    });
    expect(await outcomes()).toEqual(["read"]);
    clock.now += 2 * HOUR;
    expect(await outcomes()).toEqual(["unchanged"]);
  });

  test("is polled as often as its entry says, ten per cent more or less", async () => {
    const { web, outcomes, next, clock, feeds } = await oneFeed();
    web.on("/rss", feed(rssOf([ONE])));
    await outcomes();
    expect(await next()).toBe(HOUR);
    clock.now += HOUR - 1;
    expect(await outcomes()).toEqual([]);
    clock.now += 1;
    expect(await outcomes()).toEqual(["read"]);
    // An edit makes it due.
    feeds[0] = { ...feeds[0]!, every: 2 * HOUR };
    expect(await outcomes()).toEqual(["read"]);
    expect(await next()).toBe(2 * HOUR);
  });

  test("that fails is left alone twice as long each time, a day at most, and told once", async () => {
    const { web, outcomes, next, clock, logged, health } = await oneFeed({ every: 3 * HOUR });
    web.on("/rss", text("no", {}, 500));
    const pauses = [];
    for (let time = 0; time < 5; time += 1) {
      expect(await outcomes()).toEqual(["failed"]);
      pauses.push((await next()) / HOUR);
      clock.now += await next();
    }
    expect(pauses).toEqual([6, 12, 24, 24, 24]);
    expect(logged.map(([level, message]) => [level, message])).toEqual([
      ["warn", "a feed could not be read"],
    ]);
    expect((await health())[0]).toMatch(
      /^failing {2}http:.*: never read; 0 items a week; next .*; last error .*500/u,
    );
    web.on("/rss", feed(rssOf([ONE])));
    expect(await outcomes()).toEqual(["read"]);
    expect((await health())[0]).toMatch(/^ok {7}News <http/u);
    expect(logged.map(([, message]) => message)).toContain("a feed can be read again");
  });

  test.each([
    ["7200", 2 * HOUR],
    ["60", 10 * MINUTE],
    ["999999", DAY],
  ])("that asks for %s seconds of peace has them, a day at most", async (seconds, pause) => {
    const { web, outcomes, next } = await oneFeed({ every: 5 * MINUTE });
    web.on("/rss", text("slow down", { "retry-after": seconds }, 429));
    expect(await outcomes()).toEqual(["failed"]);
    expect(await next()).toBe(pause);
  });

  test("that is gone is polled no more, until its entry changes", async () => {
    const { web, outcomes, clock, logged, health, feeds } = await oneFeed();
    web.on("/rss", text("gone", {}, 410));
    expect(await outcomes()).toEqual(["gone"]);
    expect(logged[0]!.slice(0, 2)).toEqual(["warn", "a feed is gone and is polled no more"]);
    clock.now += 30 * DAY;
    expect(await outcomes()).toEqual([]);
    expect((await health())[0]).toMatch(
      /^gone {5}.*polled no more: change it in feeds\.yaml, or run feeds check/u,
    );
    web.on("/rss", feed(rssOf([ONE])));
    feeds[0] = { ...feeds[0]!, kind: "news" };
    expect(await outcomes()).toEqual(["read"]);
  });

  test("that moved is followed, and said to have moved", async () => {
    const { web, outcomes, health, bodies } = await oneFeed();
    web.on("/rss", redirect(301, "/new"));
    web.on("/new", feed(rssOf([ONE])));
    expect(await outcomes()).toEqual(["read"]);
    expect((await health())[0]).toContain(`moved to ${web.origin}/new: change it in feeds.yaml`);
    expect(Object.keys(await bodies())).toHaveLength(1);
  });

  test("that nobody lists any more is forgotten after 90 days, its documents stay", async () => {
    const { web, outcomes, feeds, clock, store, bodies, url } = await oneFeed();
    web.on("/rss", feed(rssOf([ONE])));
    await outcomes();
    feeds.pop();
    clock.now += 89 * DAY;
    await outcomes();
    expect(await store.feedRows()).toHaveLength(1);
    clock.now += 2 * DAY;
    await outcomes();
    expect([await store.feedRows(), (await store.feedItems(url)).size]).toEqual([[], 0]);
    expect(Object.keys(await bodies())).toHaveLength(1);
  });

  test("forgets items that it has not had for 90 days", async () => {
    const { web, outcomes, clock, store, url } = await oneFeed();
    web.on("/rss", feed(rssOf([ONE, TWO])));
    await outcomes();
    web.on("/rss", feed(rssOf([TWO])));
    for (const days of [45, 46]) {
      clock.now += days * DAY;
      await outcomes();
    }
    expect([...(await store.feedItems(url)).keys()]).toEqual(["2"]);
  });
});

test("a secret in an address is not logged", async () => {
  const web = await site();
  const { poller, logged } = await follow({
    feeds: [feedAt(`${web.origin}/rss?key=secret`)],
    allowPrivate: [web.hostPort],
  });
  web.on("/rss?key=secret", text("no", {}, 500));
  await poller.pollDue();
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain("secret");
});

describe("several at once", () => {
  test("two processes take nothing twice, and one of them polls", async () => {
    const path = join(folderWith(), "store.db");
    const clock = { now: START };
    const web: WebPeer = await site();
    web.on("/rss", feed(rssOf([ONE, TWO])));
    const followers = [];
    for (let process = 0; process < 2; process += 1) {
      const store = await openStore({ path, now: () => clock.now });
      followers.push(
        await follow({ feeds: [feedAt(`${web.origin}/rss`)], allowPrivate: [web.hostPort], store, clock }),
      );
    }
    const polls = await Promise.all(followers.map(async ({ poller }) => poller.pollDue()));
    expect(polls.flat().map(({ items }) => items.imported)).toEqual([2]);
    expect(web.count("/rss")).toBe(1);
    expect(await followers[0]!.store.lastChange()).toBe(2);
    for (const { store } of followers) store.close();
  });

  test("a claim of a process that ended is over after a while", async () => {
    const { web, url, store, outcomes, clock, poller } = await oneFeed();
    web.on("/rss", feed(rssOf([ONE])));
    await poller.pollDue();
    clock.now += HOUR;
    expect(await store.claimFeed(url, 5 * MINUTE)).not.toBeNull();
    expect(await outcomes()).toEqual([]);
    clock.now += 5 * MINUTE;
    expect(await outcomes()).toEqual(["read"]);
  });

  test("a host is asked one thing at a time, and four hosts at most", async () => {
    const webs = await Promise.all(Array.from({ length: 6 }, async () => site()));
    const waiting: (() => void)[] = [];
    const feeds = webs.flatMap((web) =>
      ["/x", "/y"].map((path) => {
        web.on(path, (request, response) => void waiting.push(() => feed(rssOf([ONE]))(request, response)));
        return feedAt(web.origin + path);
      }),
    );
    const { poller } = await follow({ feeds, allowPrivate: webs.map(({ hostPort }) => hostPort) });
    const polling = poller.pollDue();
    let most = 0;
    for (let answered = 0; answered < feeds.length;) {
      await new Promise((resolve) => setImmediate(resolve));
      const asked = webs.map((web) => web.requests.length);
      const open = asked.reduce((sum, count) => sum + count, 0) - answered;
      most = Math.max(most, open);
      expect(open).toBeLessThanOrEqual(4);
      const next = waiting.shift();
      if (next === undefined) continue;
      next();
      answered += 1;
    }
    expect((await polling).map(({ outcome }) => outcome)).toEqual(feeds.map(() => "read"));
    expect(most).toBeGreaterThan(1);
  });
});

test("the loop polls what is due, spreads what is new, and ends when it is told to", async () => {
  const { web, poller, clock, waits } = await oneFeed({ every: 10 * MINUTE });
  web.on("/rss", feed(rssOf([ONE])));
  const stop = new AbortController();
  let asked = 0;
  web.on("/rss", (request, response) => {
    asked += 1;
    if (asked === 3) stop.abort();
    feed(rssOf([ONE]))(request, response);
  });
  await poller.run(stop.signal);
  expect(asked).toBe(3);
  // Five minutes until the first poll, then ten between two.
  expect(clock.now - START).toBeGreaterThanOrEqual(25 * MINUTE);
  expect(new Set(waits)).toEqual(new Set([MINUTE]));
});
