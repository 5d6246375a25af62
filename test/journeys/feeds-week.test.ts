import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/sqlite.ts";
import { folderWith } from "../folder.ts";
import { follow } from "../ingest/feeds/follow.ts";
import { site } from "../ingest/fetch/site.ts";
import { text } from "../peers/web.ts";
import { PRIVATE, publish } from "./feeds/papers.ts";

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;
const START = Date.UTC(2026, 5, 1);
/** Milliseconds of real time for one fetch. */
const DEADLINE = 700;
/** Bytes by which the heap may differ between the second day and the last. */
const HEAP = 20 * 1024 * 1024;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
function heapUsed(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

test("sixty feeds through a week: every good item once, every bad feed refused and told, memory flat", async () => {
  const [web, secret] = [await site(), await site()];
  secret.on("/secret", text("secret"));
  const clock = { now: START };
  const papers = publish(web, clock, START, secret.port);
  expect(papers).toHaveLength(60);

  // A bot and a command line, which work on one store.
  const path = join(folderWith(), "store.db");
  const hosts = papers.map(({ number }) => `f${number}.example.com:${web.port}`);
  const options = {
    feeds: papers.map(({ feed }) => feed),
    clock,
    allowPrivate: hosts.filter((host) => !host.startsWith(`f${PRIVATE}.`)),
    lookup: async (host: string) => [
      { address: host.startsWith(`f${PRIVATE}.`) ? "10.0.0.7" : "127.0.0.1", family: 4 as const },
    ],
    deadline: DEADLINE,
  };
  const stores = [
    await openStore({ path, now: () => clock.now }),
    await openStore({ path, now: () => clock.now }),
  ] as const;
  const bot = await follow({ ...options, store: stores[0] });
  const cli = await follow({ ...options, store: stores[1] });

  let early = 0;
  for (let hour = 0; hour <= 7 * 24; hour += 1) {
    clock.now = Math.max(clock.now, START + hour * HOUR);
    const passes = [bot.poller.pollDue({ spread: true }), ...(hour % 8 === 4 ? [cli.poller.pollDue()] : [])];
    await Promise.all(passes);
    web.requests.length = 0;
    if (hour === 48) early = heapUsed();
  }
  const late = heapUsed();
  expect(clock.now - START).toBeLessThan(WEEK + HOUR);

  // Every good item exactly once, with every state that it had.
  const found = [];
  for (const { document } of await stores[0].entries()) {
    const versions = await stores[0].versions(document.id);
    found.push({ title: document.title, bodies: versions.map(({ version }) => version.body) });
  }
  const byTitle = (a: { title: string }, b: { title: string }) => (a.title < b.title ? -1 : 1);
  expect(found.toSorted(byTitle)).toEqual(papers.flatMap(({ expected }) => expected).toSorted(byTitle));

  // Every bad feed is told, in the line of its own.
  const lines = await bot.health();
  for (const [index, { number, health }] of papers.entries())
    expect.soft(lines[index], number).toMatch(health);
  expect(secret.requests).toEqual([]);

  // Nobody was asked more often than their entry says, nor when they had asked for peace, nor in vain all the time.
  const numbersWhere = (isSo: (asked: readonly number[], number: string) => boolean) =>
    papers.filter(({ asked, number }) => isSo(asked, number)).map(({ number }) => number);
  const pausesOf = (asked: readonly number[]) => asked.slice(1).map((time, index) => time - asked[index]!);
  expect(numbersWhere((asked) => pausesOf(asked).some((pause) => pause < 3.6 * HOUR))).toEqual([]);
  expect(numbersWhere((asked, number) => number >= "48" && asked.length >= 12)).toEqual([]);
  const firstBusy = (time: number) => time >= START + 24 * HOUR;
  const peaceOf = (asked: readonly number[]) => pausesOf(asked)[asked.findIndex(firstBusy)]!;
  expect(numbersWhere((asked, number) => /^3[78]$/u.test(number) && peaceOf(asked) >= 9 * HOUR)).toEqual([
    "37",
    "38",
  ]);

  // Nothing is kept: no connection, and no heap that grows with the days.
  await web.idle();
  expect(late - early).toBeLessThan(HEAP);
  for (const store of stores) store.close();
}, 120_000);
