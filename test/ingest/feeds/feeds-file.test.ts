import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editFeeds, withFeed, withoutFeed, writeWhole } from "../../../src/ingest/feeds/edit-feeds-file.ts";
import { createFeedList } from "../../../src/ingest/feeds/feed-list.ts";
import type { Feed } from "../../../src/ingest/feeds/feed.ts";
import { readFeeds } from "../../../src/ingest/feeds/feeds-file.ts";
import { formatProblem } from "../../../src/ingest/problem.ts";
import { folderWith } from "../../folder.ts";

const MINUTE = 60_000;
const feedOf = (given: Partial<Feed> = {}): Feed => ({
  url: "https://news.example.com/rss",
  title: null,
  outlet: null,
  kind: null,
  language: null,
  fullText: false,
  every: 30 * MINUTE,
  ...given,
});
const read = (text: string) => {
  const { feeds, problems } = readFeeds(text, "feeds.yaml");
  return { feeds, told: problems.map(formatProblem) };
};

describe("the list of feeds", () => {
  test("has entries with all settings or none", () => {
    expect(
      read(`# What we follow
- url: https://news.example.com/rss#top
- url: "https://news.example.org/feed.xml?lang=ko"
  title: News
  outlet: Dong-A Ilbo
  kind: editorial
  language: ko
  fullText: yes
  every: 2h
`),
    ).toEqual({
      feeds: [
        feedOf(),
        feedOf({
          url: "https://news.example.org/feed.xml?lang=ko",
          title: "News",
          outlet: "Dong-A Ilbo",
          kind: "editorial",
          language: "ko",
          fullText: true,
          every: 120 * MINUTE,
        }),
      ],
      told: [],
    });
  });

  test("goes on after an entry that is wrong, and says where and what", () => {
    const { feeds, told } = read(`- url: ftp://news.example.com/rss
- https://news.example.com/rss
- url: https://a.example.com/
  every: 2m
- url: https://b.example.com/
  every: often
- url: https://c.example.com/
  kind: rumour
  fulltext: yes
- title: No address
- url: https://d.example.com/
  fullText: maybe
- url: https://news.example.com/rss
- url: https://NEWS.example.com:443/rss
`);
    expect(feeds).toEqual([feedOf()]);
    const rest = "Mend it; this entry was left out.";
    expect(told).toEqual([
      `feeds.yaml:1: url: is no http or https address without a password in it. ${rest}`,
      `feeds.yaml:2: an entry has no \`key: value\` lines. ${rest}`,
      `feeds.yaml:4: every: “2m” is not between 5m and 1d. ${rest}`,
      `feeds.yaml:6: every: “often” is no time; write one from 5m to 1d, for example 15m or 1h. ${rest}`,
      `feeds.yaml:8: kind: “rumour” is none of opinion, editorial, news, official, briefing, reference, unknown. ${rest}`,
      "feeds.yaml:9: unknown key fulltext. Did you mean fullText? This entry was left out.",
      `feeds.yaml:10: url: is missing. ${rest}`,
      `feeds.yaml:12: fullText: is neither yes nor no. ${rest}`,
      "feeds.yaml:14: https://news.example.com/rss stands on line 13 already. Take one of them out; this one was left out.",
    ]);
  });

  test("may be empty or all comment, and must be a list", () => {
    expect(read("").feeds).toEqual([]);
    expect(read("# nothing yet\n").feeds).toEqual([]);
    expect(read("feeds: []\n")).toEqual({
      feeds: null,
      told: ["feeds.yaml:1: no list of feeds. Write one `- url: …` entry for every feed."],
    });
    expect(read("- url: [").feeds).toBeNull();
  });
});

describe("a program edits the list", () => {
  test("and not over what somebody else wrote meanwhile", async () => {
    const folder = folderWith({ "feeds.yaml": "- url: https://a.example.com/\n" });
    const path = join(folder, "feeds.yaml");
    const seen: string[] = [];
    const edit = (text: string) => {
      if (seen.push(text) === 1) writeFileSync(path, `# By hand\n${text}`);
      return `${text}# By program\n`;
    };
    expect(await editFeeds(path, edit)).toBe(true);
    expect(seen).toHaveLength(2);
    const whole = "# By hand\n- url: https://a.example.com/\n# By program\n";
    expect(readFileSync(path, "utf8")).toBe(whole);
    expect(await editFeeds(path, () => null)).toBe(false);
    expect(readFileSync(path, "utf8")).toBe(whole);
  });

  const TEXT = `# Ours

# the main one
- url: https://news.example.com/rss # ask daily
  every: 1d   # enough
- url: https://news.example.org/rss
`;

  test("a feed is added at its end, comments stay", () => {
    const added = withFeed(
      TEXT,
      feedOf({ url: "https://c.example.com/", title: "No: 1", fullText: true, every: 90 * MINUTE }),
    );
    expect(added).toBe(
      `${TEXT.replace("1d   #", "1d # ").replace("  enough", " enough")}- url: https://c.example.com/\n  title: "No: 1"\n  fullText: yes\n  every: 90m\n`,
    );
    expect(read(added).feeds).toHaveLength(3);
  });

  test("one taken out leaves every comment that has a line of its own, and no equal entry", () => {
    const text =
      "# What we follow\n\n# Dailies\n- url: https://a.example/ # the first\n  title: A\n# Weeklies\n" +
      "- url: https://b.example/ # the second\n# once more\n- url: https://a.example/#top\n# the end\n";
    const left = withoutFeed(text, "https://a.example/")!;
    expect(left).toBe(
      "# What we follow\n\n# Dailies\n\n# Weeklies\n- url: https://b.example/ # the second\n\n# once more\n\n# the end\n",
    );
    const none = withoutFeed(left, "https://b.example/")!;
    expect(none).toBe("# What we follow\n\n# Dailies\n\n# Weeklies\n\n# once more\n\n# the end\n");
    expect(readFeeds(none, "feeds.yaml")).toEqual({ feeds: [], problems: [] });
    expect(withFeed(none, feedOf())).toBe(`${none}- url: ${feedOf().url}\n`);
    expect(withoutFeed("- url: https://a.example/\n", "https://a.example/")).toBe("");
  });

  test("a feed is taken out, comments of others stay", () => {
    const left = withoutFeed(TEXT, "https://news.example.org/rss")!;
    expect(left).toContain("# Ours");
    expect(left).toContain("# ask daily");
    expect(read(left).feeds!.map(({ url }) => url)).toEqual(["https://news.example.com/rss"]);
    expect(withoutFeed(TEXT, "https://c.example.com/")).toBeNull();
  });

  test.each(["", "# nothing yet\n", "# nothing yet", "[]\n"])(
    "the first is added to %j, the last taken out",
    (text) => {
      const added = withFeed(text, feedOf());
      expect(read(added).feeds).toEqual([feedOf()]);
      expect(added.startsWith(text.startsWith("#") ? "# nothing yet\n- url" : "- url")).toBe(true);
      const empty = withoutFeed(added, feedOf().url)!;
      expect(read(withFeed(empty, feedOf())).feeds).toEqual([feedOf()]);
    },
  );

  test("the file is replaced in one go, and nothing is left beside it", async () => {
    const folder = folderWith();
    const path = join(folder, "data", "feeds.yaml");
    await writeWhole(path, "one");
    await writeWhole(path, "two");
    expect([readFileSync(path, "utf8"), readdirSync(join(folder, "data"))]).toEqual(["two", ["feeds.yaml"]]);
  });
});

test("a list that is edited while the program runs keeps its last good state", async () => {
  const folder = folderWith();
  const path = join(folder, "feeds.yaml");
  const told: string[] = [];
  const list = createFeedList(path, (problems) => told.push(...problems.map(formatProblem)));
  const urls = async () => (await list.feeds()).map(({ url }) => url);
  expect(await urls()).toEqual([]);
  writeFileSync(path, "- url: https://a.example.com/\n");
  expect(await urls()).toEqual(["https://a.example.com/"]);
  writeFileSync(path, "- url: https://a.example.com/\n- url: [\n");
  expect(await urls()).toEqual(["https://a.example.com/"]);
  expect(await urls()).toEqual(["https://a.example.com/"]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/feeds\.yaml:\d: invalid YAML/u);
  writeFileSync(path, "- url: https://b.example.com/\n- nothing\n");
  expect(await urls()).toEqual(["https://b.example.com/"]);
  expect(told).toHaveLength(2);
});
