import { connect } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { OutletBook } from "../../../src/core/outlet.ts";
import { makeVersion, type Entry } from "../../../src/core/document.ts";
import { revisionsOf } from "../../../src/core/revisions/history.ts";
import type { Feed } from "../../../src/ingest/feeds/feed.ts";
import { entryOf, outletOf } from "../../core/samples.ts";
import { openStore } from "../../../src/store/sqlite.ts";
import { folderWith } from "../../folder.ts";
import { text } from "../../peers/web.ts";
import { site } from "../fetch/site.ts";
import { HOUR, START, articleOn, feed, feedAt, follow, page, rssOf, type RssItem } from "./follow.ts";

const outlets = new OutletBook([
  outletOf({ id: "agency", name: "News Agency", domains: ["agency.example.org"] }),
  outletOf({ id: "daily", name: "The Daily", domains: ["daily.example.com"] }),
]);
const AGENCY = "agency.example.org";
const STRANGER = "stranger.example.net";
const PUBLIC = "203.0.114.9";

/** Sites of several hosts, all of them on one peer, and who follows their feeds. */
async function hosts(path = ":memory:") {
  const web = await site();
  const clock = { now: START };
  const store = await openStore({ path, now: () => clock.now });
  onTestFinished(() => store.close());
  const follower = await follow({
    feeds: [],
    store,
    clock,
    outlets,
    lookup: async () => [{ address: PUBLIC, family: 4 }],
    // A network of public addresses that all lead to the peer: pages of other sites may be read there.
    dial: () => {
      const socket = connect({ host: "127.0.0.1", port: web.port });
      Object.defineProperty(socket, "remoteAddress", { get: () => PUBLIC });
      return socket;
    },
  });
  const at = (host: string, path: string) => `http://${host}:${web.port}${path}`;
  return {
    ...follower,
    web,
    at,
    link: at(AGENCY, "/view/1"),
    /** Lists a feed that has these items now, and polls it. */
    async polled(url: string, items: readonly RssItem[], given: Partial<Feed> = {}) {
      web.on(new URL(url).pathname, feed(rssOf(items), { etag: '"1"' }));
      follower.feeds.splice(0, follower.feeds.length, feedAt(url, given));
      follower.clock.now += 25 * HOUR;
      const [poll] = await follower.poller.pollDue();
      return poll!;
    },
    /** What stands under an id now. */
    async now(id: string): Promise<Entry | undefined> {
      return (await follower.store.entries()).find(({ document }) => document.id === id);
    },
    versionsOf: async (id: string) =>
      (await follower.store.versions(id)).map(({ version, textSource }) => [version.body, textSource]),
  };
}
const ID = "agency-example-org/view-1";

describe("words of a feed about a page of another site", () => {
  test.each([
    ["before the site's own feed", false],
    ["after it", true],
  ])("come %s: they are a document of their own", async (_, isLater) => {
    const { polled, at, link, now, versionsOf, store } = await hosts();
    const own = () =>
      polled(at(AGENCY, "/rss"), [{ link, guid: "1", title: "Talks", html: "<p>What it wrote.</p>" }]);
    const others = () =>
      polled(at(STRANGER, "/feed"), [{ link, guid: "1", title: "Talks", html: "<p>What it did not.</p>" }]);
    for (const poll of isLater ? [own, others] : [others, own]) {
      expect((await poll()).items.imported).toBe(1);
    }
    expect(await versionsOf(ID)).toEqual([["What it wrote.", "content"]]);
    expect((await now(ID))!.document).toMatchObject({ outletId: "agency", url: link });
    const entries = await store.entries();
    const other = entries.find(({ document }) => document.id !== ID)!;
    expect(other.version.body).toBe("What it did not.");
    expect(other.document).toMatchObject({
      id: expect.stringMatching(/^stranger-example-net\//u),
      outlet: null,
      url: null,
      notes: [`Words of a feed at ${STRANGER}, which links to ${link}`],
    });
    expect(entries).toHaveLength(2);
  });

  test("revise the feed's own document, and never the page's that the feed led to", async () => {
    const { polled, at, link, web, versionsOf, store } = await hosts();
    web.on("/view/1", page("What it wrote."));
    const item = { link, guid: "1", title: "Talks", html: "<p>Not its words.</p>" };
    const url = at(STRANGER, "/feed");
    await polled(url, [item], { fullText: true });
    const whole = [articleOn("What it wrote."), "page"];
    expect(await versionsOf(ID)).toEqual([whole]);
    // The page cannot be read, the link leads elsewhere, the page there says something else.
    web.on("/view/1", text("no", {}, 404));
    web.on("/mine", page("Not its words at all."));
    await polled(url, [{ ...item, html: "<p>Other words.</p>" }], { fullText: true });
    await polled(url, [{ ...item, link: at(STRANGER, "/none") }], { fullText: true });
    expect(await versionsOf(ID)).toEqual([whole]);
    await polled(url, [{ ...item, link: at(STRANGER, "/mine") }], { fullText: true });
    expect(await versionsOf(ID)).toEqual([whole]);
    expect((await store.entries()).map(({ document }) => document.id)).toEqual([
      ID,
      "stranger-example-net/mine",
    ]);
  });

  test("are revised under one id, however its title changes", async () => {
    const { polled, at, link, store } = await hosts();
    const url = at(STRANGER, "/feed");
    await polled(url, [{ link, guid: "1", title: "Talks", html: "<p>One.</p>" }]);
    await polled(url, [{ link, guid: "1", title: "Talks end", html: "<p>Two.</p>" }]);
    const [entry, ...others] = await store.entries();
    expect([entry!.version.body, others]).toEqual(["Two.", []]);
    expect(await store.versions(entry!.document.id)).toHaveLength(2);
  });

  test("have an id of their own where another host's is written alike", async () => {
    const { polled, at, link, web, versionsOf, store } = await hosts();
    await polled(at(AGENCY, "/rss"), [{ link, title: "Talks", html: "<p>What it wrote.</p>" }]);
    const alike = at("agency-example.org", "/view/1");
    const poll = await polled(at("agency-example.org", "/alike"), [{ link: alike, html: "<p>Not.</p>" }]);
    web.on("/view/1", page("Not its words."));
    await polled(at(STRANGER, "/feed"), [{ link: alike, html: "<p>Not.</p>" }], { fullText: true });
    expect(await versionsOf(ID)).toEqual([["What it wrote.", "content"]]);
    expect([poll.items.imported, poll.items.skipped]).toEqual([1, 0]);
    const [, other, ...rest] = (await store.entries()).map(({ document }) => document.id);
    expect([other, rest]).toEqual([expect.stringMatching(/^agency-example-org\/view-1-[0-9a-f]{8}$/u), []]);
  });
});

describe("what a person imported", () => {
  const summary = { guid: "1", title: "Talks", summary: "They talked." };
  const byHand = (link: string, body: string): Entry => {
    const entry = entryOf(body, { id: ID, title: "Talks", url: link, kind: "editorial" });
    return { ...entry, document: { ...entry.document, author: "Told Author", captions: ["Old caption"] } };
  };

  test("stays, whatever words the feed has later", async () => {
    const { polled, at, link, store, versionsOf, now } = await hosts();
    const url = at(AGENCY, "/rss");
    await polled(url, [{ ...summary, link }]);
    await store.save("import", [byHand(link, "The whole text, by hand.")]);
    const poll = await polled(url, [{ ...summary, link, summary: "They talked a lot." }]);
    expect(poll.items.kept).toBe(1);
    await polled(url, [{ ...summary, link, html: "<p>Some of the text.</p>" }]);
    expect(await versionsOf(ID)).toEqual([
      ["They talked.", "summary"],
      ["The whole text, by hand.", undefined],
    ]);
    expect((await now(ID))!.document.kind).toBe("editorial");
  });

  test("is revised by its page alone, and keeps what was told through every version", async () => {
    const { polled, at, link, store, versionsOf, now, web } = await hosts();
    const url = at(AGENCY, "/rss");
    await store.save("import", [byHand(link, "The whole text, by hand.")]);
    const expected: unknown[] = [["The whole text, by hand.", undefined]];
    for (const words of ["First edit.", "Second edit.", "Third edit."]) {
      web.on("/view/1", page(words));
      const item = { ...summary, link, summary: words };
      await polled(url, [item], { fullText: true, kind: "news" });
      expected.push([articleOn(words), "page"]);
      expect(await versionsOf(ID)).toEqual(expected);
      expect((await now(ID))!.document).toMatchObject({ kind: "editorial", author: "Told Author" });
    }
  });

  test("counts as a person's where it has the very words that a feed brought", async () => {
    const { polled, at, link, store, versionsOf } = await hosts();
    const url = at(AGENCY, "/rss");
    await polled(url, [{ ...summary, link }]);
    const [entry] = await store.entries();
    expect(await store.save("import", [entry!])).toEqual(["unchanged"]);
    await polled(url, [{ ...summary, link, summary: "Something else." }]);
    expect(await versionsOf(ID)).toEqual([["They talked.", undefined]]);
  });

  test("has its page asked for once where it has less, and then the feed with its ETag", async () => {
    const { polled, at, link, store, web } = await hosts();
    const url = at(AGENCY, "/rss");
    const stored = `${articleOn("The page.")}\n\n${"A person had far more of it than is shown now. ".repeat(40)}`;
    const version = makeVersion(ID, stored);
    await store.save("import", [{ ...byHand(link, stored), version }]);
    web.on("/view/1", page("The page."));
    const outcomes = [];
    for (let time = 0; time < 3; time += 1) {
      outcomes.push((await polled(url, [{ ...summary, link }], { fullText: true })).items.kept);
    }
    expect([outcomes, web.count("/view/1")]).toEqual([[1, 0, 0], 1]);
    const asked = web.requests.filter(({ path }) => path === "/rss");
    expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"', '"1"']);
  });

  test("under an id of another site's page is left alone, and that page asked for once", async () => {
    const { polled, at, link, store, web, versionsOf } = await hosts();
    await store.save("import", [byHand(at(STRANGER, "/x"), "By hand.")]);
    web.on("/view/1", page("The page."));
    for (let time = 0; time < 3; time += 1) {
      await polled(at(AGENCY, "/rss"), [{ ...summary, link }], { fullText: true });
    }
    expect([await versionsOf(ID), web.count("/view/1")]).toEqual([[["By hand.", undefined]], 1]);
  });
});

test("a page that is read after the summary is a better version, but neither a revision nor news again", async () => {
  const path = join(folderWith(), "store.db");
  const { polled, at, link, web, store, versionsOf } = await hosts(path);
  const url = at(AGENCY, "/rss");
  const item = { link, guid: "1", title: "Talks", summary: "They talked." };
  await polled(url, [item], { fullText: true });
  web.on("/view/1", page("What it wrote."));
  expect((await polled(url, [item], { fullText: true })).items.revised).toBe(1);
  expect(await versionsOf(ID)).toEqual([
    ["They talked.", "summary"],
    [articleOn("What it wrote."), "page"],
  ]);
  const versions = await store.versions(ID);
  expect(revisionsOf(versions)).toEqual([]);
  // Excerpts of the summary stay quotable.
  expect(await store.version(ID, versions[0]!.version.sha256.slice(0, 8))).not.toBeNull();
  web.on("/view/1", page("What it wrote then."));
  await polled(url, [{ ...item, summary: "They talked again." }], { fullText: true });
  expect(revisionsOf(await store.versions(ID)).map(({ number }) => number)).toEqual([3]);
  const database = new DatabaseSync(path);
  const rows = database.prepare("SELECT announced FROM versions ORDER BY added_seq").all();
  database.close();
  expect(rows.map(({ announced }) => announced)).toEqual([1, 0, 1]);
});
