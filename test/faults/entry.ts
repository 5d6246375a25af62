import { flushCompileCache } from "node:module";
import type { Clock } from "../../src/core/clock.ts";
import type { Logger } from "../../src/core/logger.ts";
import { runKoreaDesk } from "../../src/run.ts";
import type { FromBot, Start, ToBot } from "./protocol.ts";
import { watchSqlite } from "./sqlite-traps.ts";
import { readTime } from "./time-file.ts";

// What is loaded when it is needed is loaded now: a process that is prepared has little left to do.
import "../../src/deliver-digests.ts";
import "../../src/discord/bot.ts";
import "../../src/discord/post.ts";
import "../../src/follow-feeds.ts";
import "../../src/slack/app.ts";
import "../../src/slack/post.ts";

/** The whole bot as a process of a test, which gives it the time and signals at exact moments. */
const say = (message: FromBot) => void process.send!(message);
const traps = watchSqlite({
  trapped: () => say({ type: "trapped" }),
  busy: () => say({ type: "busy" }),
});
const waiting = new Map<number, () => void>();
const stop = new AbortController();
// For the next process: most of this one end without the chance to keep what was compiled.
flushCompileCache();

process.on("message", (message: ToBot) => {
  if (message.type === "start") void start(message);
  else if (message.type === "due") waiting.get(message.id)?.();
  else {
    if (message.type === "trap") traps.set(message.trap);
    else traps.fill(message.full);
    say({ type: "ok" });
  }
});
// A test that ends leaves no process behind.
process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => stop.abort());

async function start({ config, corpus, time }: Start): Promise<void> {
  process.exitCode = await runKoreaDesk({
    config,
    corpus,
    log: log(),
    stop: stop.signal,
    clock: clock(time),
  });
  process.disconnect();
}

function clock(path: string): Clock {
  const moment = readTime(path);
  let waits = 0;
  return {
    now: () => moment().at,
    moment,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error("aborted"));
        if (signal?.aborted === true) return gone();
        const id = (waits += 1);
        const over = () => {
          waiting.delete(id);
          say({ type: "gone", id });
          gone();
        };
        signal?.addEventListener("abort", over, { once: true });
        waiting.set(id, () => {
          waiting.delete(id);
          signal?.removeEventListener("abort", over);
          resolve();
        });
        say({ type: "wait", id, ms, until: moment().up + ms });
      }),
  };
}

function log(): Logger {
  const to = (level: string) => (facts: object, message: string) =>
    say({ type: "log", level, facts, message });
  return { info: to("info"), warn: to("warn"), error: to("error") };
}
