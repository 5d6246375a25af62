import { reply as replyOf, text } from "../../src/core/reply.ts";
import { excerptOf } from "../../src/core/excerpt.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { createLimiter } from "../../src/delivery/limiter.ts";
import type { DeliveryParts } from "../../src/delivery/parts.ts";
import { createPasses } from "../../src/delivery/pass.ts";
import type { PostPort } from "../../src/delivery/port.ts";
import { openStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { entryOf } from "../core/samples.ts";
import { listeningLog } from "../live/listening-log.ts";
import type { SimClock } from "./sim-clock.ts";

/** What happens around one call of the store or of a platform. */
export type Mishap =
  | "dies before"
  | "dies after"
  | "fails before"
  | "fails after"
  | "stopped before"
  | "stopped after"
  | null;

/** Milliseconds for which a stopped process (SIGSTOP) stands still. */
const STOPPED = 90_000;

/** A platform that a process posts to. */
export interface FarPlatform {
  readonly platform: PostPort["platform"];
  /** The port of a process, which keeps what buttons do in its store. */
  port(store: Store): PostPort;
}

/** What a process of the bot is made of. */
export interface ProcessParts {
  readonly path: string;
  readonly clock: SimClock;
  readonly platforms: readonly FarPlatform[];
  /** Asked before every call, which are numbered from 1. */
  mishap?(call: number, name: string): Mishap;
  readonly compose?: DeliveryParts["compose"];
  readonly atOnce?: number;
}

/** Words that digests quote here. */
export const ENTRY = entryOf("The ministers met in the morning.\n\nThey will meet again.", { id: "a/one" });

/** The digest of a date: a heading that names it, and a quote. */
const composeSample: DeliveryParts["compose"] = (_, localDate, late) =>
  Promise.resolve({
    reply: replyOf([
      { type: "heading", spans: [text(late ? `${localDate} late` : localDate)] },
      { type: "quote", excerpt: excerptOf(ENTRY.version, 4, 17), citation: [text("One")], actions: [] },
    ]),
    cursor: 1,
    why: "1 of 1",
    quoteOfDay: null,
  });

/** A process that delivers. */
export interface BotProcess extends ReturnType<typeof createPasses> {
  readonly store: Store;
  readonly parts: DeliveryParts;
  readonly log: ReturnType<typeof listeningLog>;
  /** Resolves when it dies. */
  readonly died: Promise<"died">;
  readonly isDead: () => boolean;
  /** How many calls it has made. */
  readonly calls: () => number;
  /** Names of subscriptions that were paused, as they were told. */
  readonly told: string[];
}

/** Starts a process. A dead one does nothing any more: whatever it waits for never comes. */
export async function startProcess({
  path,
  clock,
  platforms,
  mishap = () => null,
  compose = composeSample,
  atOnce,
}: ProcessParts): Promise<BotProcess> {
  const store = await openStore({ path, now: clock.now });
  const log = listeningLog();
  const told: string[] = [];
  let [calls, dead] = [0, false];
  let die!: (how: "died") => void;
  const died = new Promise<"died">((resolve) => (die = resolve));
  const never = () => new Promise<never>(() => undefined);
  const kill = () => {
    if (!dead) store.close();
    dead = true;
    die("died");
    return never();
  };
  const around = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    if (dead) return never();
    const what = mishap((calls += 1), name);
    if (what === "dies before") return kill();
    if (what === "fails before") throw new Error("database or disk is full");
    if (what === "stopped before") await clock.wait(STOPPED);
    if (dead) return never();
    const result = await call();
    if (dead) return never();
    if (what === "dies after") return kill();
    if (what === "fails after") throw new Error("the answer was lost");
    if (what === "stopped after") await clock.wait(STOPPED);
    if (dead) return never();
    return result;
  };
  const parts: DeliveryParts = {
    store: proxied(store, around),
    portOf: (tenant: Tenant): PostPort | null => {
      const platform = platforms.find((one) => tenant.startsWith(`${one.platform}:`));
      return platform === undefined ? null : proxied(platform.port(store), around);
    },
    compose: (...given) => around("compose", () => compose(...given)),
    moment: clock.moment,
    wait: clock.wait,
    limiter: createLimiter(() => clock.moment().up),
    paused: ({ id }, because) => {
      told.push(`${id} ${because}`);
      return Promise.resolve();
    },
    log,
    ...(atOnce !== undefined && { atOnce }),
  };
  const state = { store, parts, log, died, told, isDead: () => dead, calls: () => calls };
  return { ...state, ...createPasses(parts) };
}

function proxied<T extends object>(
  target: T,
  around: (name: string, call: () => Promise<unknown>) => Promise<unknown>,
): T {
  return new Proxy(target, {
    get(on, name) {
      const value: unknown = Reflect.get(on, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => around(String(name), () => value.apply(on, given) as Promise<unknown>);
    },
  });
}

const NO_STOP = new AbortController().signal;

/**
 * Passes, with the time between them, until nothing is open or the process dies. Gives up where that takes longer than
 * so many milliseconds.
 */
export async function workThrough(
  process: BotProcess,
  clock: SimClock,
  atMost = 8 * 3_600_000,
): Promise<void> {
  const until = clock.time + atMost;
  while (clock.time < until) {
    const pass = process.run(NO_STOP).catch((error: unknown) => ({ error }));
    const result = await clock.drive(Promise.race([pass, process.died]));
    if (result === "died") return;
    if ("error" in result) await clock.pass(1_000);
    else if (result.next === null) return;
    else await clock.pass(Math.max(result.next - clock.now(), 1_000));
  }
  throw new Error("a delivery never came to an end");
}
