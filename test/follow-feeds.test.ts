import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test, vi } from "vitest";
import { openOwnStore } from "../src/compose.ts";
import { followFeeds, type FollowParts } from "../src/follow-feeds.ts";
import { configWith } from "./cli/run.ts";
import { realClock } from "../src/ops/clock.ts";
import { feed, rssOf } from "./ingest/feeds/follow.ts";
import { site } from "./ingest/fetch/site.ts";

/** Follows the feeds of a data folder until a message is logged; gives all messages. */
async function until(
  message: string,
  config: ReturnType<typeof configWith>,
  wait: FollowParts["clock"]["wait"] = realClock().wait,
): Promise<string[]> {
  const stop = new AbortController();
  const messages: string[] = [];
  const log = (_facts: object, said: string) => {
    messages.push(said);
    if (said.includes(message)) stop.abort();
  };
  await followFeeds({
    config,
    log: { info: log, warn: log, error: log },
    stop: stop.signal,
    random: () => 0,
    clock: { ...realClock(), wait },
  });
  return messages;
}

test("a bot follows the feeds of its data folder, tells what is wrong with the list, and stops", async () => {
  const web = await site();
  web.on("/rss", feed(rssOf([{ link: "/a/1", title: "First", html: "<p>Words of the first.</p>" }])));
  const config = configWith({ fetch: { allowPrivate: [web.hostPort], contact: "desk@example.org" } });
  writeFileSync(join(config.dataDir, "feeds.yaml"), `- url: ${web.origin}/rss\n- url: nothing\n`);
  const messages = await until("items came from a feed", config);
  expect(messages[0]).toContain("feeds.yaml:2: url: is no http or https address");
  const store = await openOwnStore(config);
  expect((await store.entries()).map(({ version }) => version.body)).toEqual(["Words of the first."]);
  store.close();
});

/** A data folder whose store another connection holds; nobody has the patience to wait for it. */
async function lockedStore() {
  const config = configWith();
  (await openOwnStore(config)).close();
  const other = new DatabaseSync(join(config.dataDir, "korea-desk.db"));
  other.exec("BEGIN IMMEDIATE");
  let time = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (time += 60_000));
  onTestFinished(() => clock.mockRestore());
  return {
    config,
    release() {
      clock.mockRestore();
      other.exec("COMMIT");
      other.close();
    },
  };
}

test("a store that another process holds at the start is opened when it is free", async () => {
  const { config, release } = await lockedStore();
  writeFileSync(join(config.dataDir, "feeds.yaml"), "- url: nothing\n");
  const pauses: number[] = [];
  const { wait } = realClock();
  const messages = await until("feeds.yaml:1", config, async (ms, signal) => {
    // Afterwards the feeds are waited for.
    if (pauses.length === 3) return wait(ms, signal);
    if (pauses.push(ms) === 3) release();
  });
  expect(pauses).toEqual([1_000, 2_000, 4_000]);
  expect(messages.slice(0, 3)).toEqual(
    Array.from({ length: 3 }, () => "another process holds the store, feeds wait"),
  );
  expect(messages[3]).toContain("feeds.yaml:1: url: is no http or https address");
});

test("a stop ends the wait for the store", async () => {
  const { config, release } = await lockedStore();
  const message = "another process holds the store, feeds wait";
  expect(await until(message, config)).toEqual([message]);
  release();
});

test("a data folder that cannot be used stops nothing", async () => {
  const config = configWith();
  writeFileSync(
    join(config.dataDir, "korea-desk.db"),
    "this is no database, whatever its name says".repeat(50),
  );
  expect(await until("feeds cannot be followed", config)).toEqual(["feeds cannot be followed"]);
});
