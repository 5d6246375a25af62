import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openOwnStore } from "../src/compose.ts";
import { followFeeds } from "../src/follow-feeds.ts";
import { configWith } from "./cli/run.ts";
import { feed, rssOf } from "./ingest/feeds/follow.ts";
import { site } from "./ingest/fetch/site.ts";

/** Follows the feeds of a data folder until a message is logged; gives all messages. */
async function until(message: string, config: ReturnType<typeof configWith>): Promise<string[]> {
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

test("a data folder that cannot be used stops nothing", async () => {
  const config = configWith();
  writeFileSync(
    join(config.dataDir, "korea-desk.db"),
    "this is no database, whatever its name says".repeat(50),
  );
  expect(await until("feeds cannot be followed", config)).toEqual(["feeds cannot be followed"]);
});
