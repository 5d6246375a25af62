import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { feedsProgram } from "../../src/cli/feeds.ts";
import { searchProgram } from "../../src/cli/search.ts";
import { feed, rssOf } from "../ingest/feeds/follow.ts";
import { site } from "../ingest/fetch/site.ts";
import { text } from "../peers/web.ts";
import { folderWith } from "../folder.ts";
import { configWith, runFile, runProgram } from "./run.ts";

const ITEMS = [
  {
    link: "/a/1",
    title: "Ferry talks resume",
    html: "<p>The two sides spoke about the ferry at Wonsan again.</p>",
  },
  { link: "/a/2", title: "No words" },
];

/** A site with a feed, and the program with an empty data folder; the site is `S`, the folder `D` in what it tells. */
async function desk() {
  const web = await site();
  web.on("/rss", feed(rssOf(ITEMS, "Daily news")));
  const config = configWith({ fetch: { allowPrivate: [web.hostPort], contact: "desk@example.org" } });
  const path = join(config.dataDir, "feeds.yaml");
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await runProgram(feedsProgram, args, config);
    const told = `${stdout}${stderr}`.replaceAll(web.origin, "S").replaceAll(config.dataDir, "D");
    return { status, told: told.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, "T") };
  };
  return { web, url: `${web.origin}/rss`, config, path, run };
}

test("a feed is added, polled, listed and taken out again; its items are found", async () => {
  const { url, config, path, run } = await desk();
  expect(await run("list")).toEqual({
    status: 0,
    told: "No feeds in D/feeds.yaml. Add one with: npm run -s korea -- feeds add URL\n",
  });
  expect(await run("add", url, "--outlet", "Yonhap", "--kind", "news", "--every", "2h")).toEqual({
    status: 0,
    told: "Added S/rss.\n  title: Daily news\n  outlet: Yonhap News Agency, unknown\n  items: 2\nRead it now with: npm run -s korea -- feeds poll. A bot in Discord or Slack reads it by itself.\n",
  });
  expect(readFileSync(path, "utf8")).toBe(`- url: ${url}\n  outlet: Yonhap\n  kind: news\n  every: 2h\n`);
  expect(await run("add", url)).toEqual({
    status: 1,
    told: "There already: S/rss. Change its entry in D/feeds.yaml.\n",
  });
  expect(await run("list")).toEqual({ status: 0, told: "waiting  S/rss: never read; 0 items a week\n" });
  expect(await run("poll")).toEqual({
    status: 0,
    told: "read       S/rss: 1 imported; 1 skipped; “No words” was left out: it has no words\n",
  });
  expect(await run("poll")).toEqual({ status: 0, told: "1 feed is not due; see korea feeds list.\n" });
  expect(await run("list")).toEqual({
    status: 0,
    told: "ok       Daily news <S/rss>: read T; 1 item a week; next T; “No words” was left out: it has no words\n",
  });
  const { stdout } = await runProgram(searchProgram, ["ferry at Wonsan", "--json"], config);
  expect(JSON.parse(stdout).excerpts[0].document).toMatchObject({
    id: "127-0-0-1/a-1",
    outlet: "Yonhap News Agency",
    kind: "news",
  });
  expect(await run("remove", url)).toEqual({
    status: 0,
    told: "Removed S/rss. Documents that came from it stay.\n",
  });
  expect(await run("remove", url)).toEqual({ status: 1, told: "Not there: S/rss. See korea feeds list.\n" });
  expect(await run("poll", url)).toEqual({ status: 1, told: "Not there: S/rss. See korea feeds list.\n" });
});

test("without feeds, and with mistakes in the list, poll and list say so in plain lines", async () => {
  const { web, url, path, run } = await desk();
  const none = "No feeds in D/feeds.yaml. Add one with: npm run -s korea -- feeds add URL\n";
  expect(await run("poll")).toEqual({ status: 0, told: none });
  expect(await run("poll", url)).toEqual({ status: 1, told: "Not there: S/rss. See korea feeds list.\n" });
  writeFileSync(path, `- url: ${url}\n  kind: x\n`);
  for (const action of ["poll", "list"]) {
    const { status, told } = await run(action);
    expect([status, told.split("\n")]).toEqual([
      1,
      ["No feed in D/feeds.yaml can be used as it is.", expect.stringContaining("D/feeds.yaml:2: kind"), ""],
    ]);
  }
  writeFileSync(path, `- url: ${url}\n- url: x\n`);
  expect((await run("list")).status).toBe(1);
  web.on("/rss", text("", {}, 500));
  const { status, told } = await run("poll");
  expect([status, told]).toEqual([
    1,
    expect.stringMatching(/^failed {5}S\/rss: 127\.0\.0\.1 answers 500 [^{}]*$/u),
  ]);
});

test("poll tells in plain lines what went wrong, and logs nothing beside them", () => {
  const cwd = folderWith({ "data/feeds.yaml": "- url: http://127.0.0.1:1/rss\n" });
  const env = { ALLOW_PRIVATE_FETCH: "127.0.0.1" };
  expect(runFile("cli.ts", ["feeds", "poll"], { cwd, env })).toEqual({
    status: 1,
    stdout:
      "failed     http://127.0.0.1:1/rss: 127.0.0.1 refuses connections. Check the address, or try again later.\n",
    stderr: "",
  });
});

test("list --json has times as ISO 8601", async () => {
  const { url, run, config } = await desk();
  await run("add", url);
  await run("poll");
  const { stdout } = await runProgram(feedsProgram, ["list", "--json"], config);
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
  expect(JSON.parse(stdout)).toEqual({
    feeds: [
      {
        url,
        title: "Daily news",
        state: "ok",
        itemsAWeek: 1,
        movedTo: null,
        notes: ["“No words” was left out: it has no words"],
        lastSuccess: time,
        lastError: null,
        nextPoll: time,
      },
    ],
  });
});

test("check tells what would be taken, saves nothing, and wakes a feed that was given up", async () => {
  const { web, url, run, config } = await desk();
  expect(await run("check", url)).toEqual({
    status: 0,
    told:
      "ok       S/rss\n  title: Daily news\n  outlet: unknown\n  items: 2\n" +
      "  would take undated “Ferry talks resume” as 127-0-0-1/a-1\n  would leave out “No words”: it has no words\n",
  });
  expect(existsSync(join(config.dataDir, "feeds.yaml"))).toBe(false);
  await run("add", url);
  web.on("/rss", text("gone", {}, 410));
  expect(await run("poll")).toEqual({
    status: 1,
    told: "gone       S/rss: it is gone for good (410). Take it out of feeds.yaml, or give its new address there.\n",
  });
  expect((await run("check", url)).status).toBe(1);
  expect((await run("list")).told).toContain("gone     S/rss");
  web.on("/rss", feed(rssOf(ITEMS)));
  expect((await run("check", url)).status).toBe(0);
  expect((await run("poll")).told).toContain("1 imported");
});

test("a feed that cannot be read is not added", async () => {
  const { web, url, run, config } = await desk();
  web.on("/rss", text("<!doctype html><html><body><p>x</p></body></html>"));
  expect(await run("add", url)).toEqual({
    status: 1,
    told: "Not added: S/rss: a web page, not a feed. Look on that page for the address of its feed.\n",
  });
  const link = (rest: string) => `<link rel="alternate" ${rest}>`;
  const head =
    link('hreflang="ko" href="/ko"') +
    link('type="application/rss+xml" href="/rss.xml?a=1&amp;b=2#x" title="News"') +
    link('type="application/atom+xml; charset=utf-8" href="//other.example/atom"') +
    link('type="application/rss+xml" href="javascript:alert(1)"');
  web.on(
    "/rss",
    text(`<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}</head><body><p>x<br></body>`),
  );
  expect(await run("add", url)).toEqual({
    status: 1,
    told: "Not added: S/rss: a web page, not a feed. It names its feeds: <S/rss.xml?a=1&b=2#x>, <http://other.example/atom>.\n",
  });
  web.on("/rss", text(`<html>${link('TYPE="application/rss+xml" href="rss.xml"')}${"<div>".repeat(5_000)}`));
  expect((await run("add", url)).told).toContain("Look on that page");
  expect(readdirSync(config.dataDir)).not.toContain("feeds.yaml");
});

test.each([
  ["another feed", "# Ours\n- url: https://www.example.com/rss\n", (url: string) => [0, `Added ${url}.`]],
  ["the same feed", "- url: URL\n", (url: string) => [1, `There already: ${url}.`]],
  ["something else", "feeds: []\n", (url: string) => [1, `Not added: ${url}.\nD/feeds.yaml:1: no list`]],
])("an edit made while the feed is looked at stays: %s", async (_what, edit, result) => {
  const { web, url, path, run } = await desk();
  const edited = edit.replace("URL", url);
  web.on("/rss", (request, response) => {
    writeFileSync(path, edited);
    feed(rssOf(ITEMS))(request, response);
  });
  const { status, told } = await run("add", url);
  const [wanted, start] = result("S/rss");
  expect(status).toBe(wanted);
  expect(told.slice(0, String(start).length)).toBe(start);
  expect(readFileSync(path, "utf8")).toBe(wanted === 0 ? `${edited}- url: ${url}\n` : edited);
});

test("several feeds are removed at once, and what is not there is told", async () => {
  const { path, run } = await desk();
  const urls = ["a", "b", "c"].map((name) => `https://www.example.com/${name}`);
  writeFileSync(path, urls.map((url, at) => `${at === 1 ? "# Ours\n" : ""}- url: ${url}\n`).join(""));
  expect(await run("remove", urls[0]!, "https://www.example.com/x", urls[2]!)).toEqual({
    status: 1,
    told:
      `Removed ${urls[0]}. Documents that came from it stay.\n` +
      "Not there: https://www.example.com/x. See korea feeds list.\n" +
      `Removed ${urls[2]}. Documents that came from it stay.\n`,
  });
  expect(readFileSync(path, "utf8")).toBe(`# Ours\n- url: ${urls[1]}\n`);
});

test("a list that cannot be read is told and left as it is", async () => {
  const { url, path, run } = await desk();
  writeFileSync(path, "feeds: []\n");
  const { status, told } = await run("add", url);
  expect([status, told]).toEqual([
    1,
    "D/feeds.yaml:1: no list of feeds. Write one `- url: …` entry for every feed.\n",
  ]);
  expect(readFileSync(path, "utf8")).toBe("feeds: []\n");
});

test.each([
  [[], "which of list, add, remove, check, poll?"],
  [["lst"], "“lst” is none of list, add, remove, check, poll"],
  [["add"], "give the URL of one feed"],
  [
    ["add", "news.example.com"],
    "“news.example.com” is no http or https address. Did you mean https://news.example.com/?",
  ],
  [["add", "news example"], "“news example” is no http or https address"],
  [["add", "https://news.example.com/", "--every", "1s"], "--every “1s” is no time; write one from 5m to 1d"],
  [["add", "https://news.example.com/", "--every", "1m"], "--every “1m” is not between 5m and 1d"],
  [["add", "https://news.example.com/", "--kind", "x", "--language", "?"], "--kind “x” is none of"],
])("wrong arguments %j", async (args, message) => {
  await expect(runProgram(feedsProgram, args)).rejects.toThrow(UsageError);
  await expect(runProgram(feedsProgram, args)).rejects.toThrow(message);
});
