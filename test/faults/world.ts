import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Delivery, Subscription } from "../../src/core/subscription.ts";
import type { NewSubscription } from "../../src/core/subscription-store.ts";
import { openStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { configOf } from "../config-of.ts";
import { wanted } from "../delivery/subscribed.ts";
import { manualClock, type ManualClock } from "../peers/clock.ts";
import { Bot } from "./bot.ts";
import type { Start } from "./protocol.ts";
import { discordSide, isHeld, slackSide, type Answer, type Side } from "./sides.ts";
import { writeTime } from "./time-file.ts";

const CORPUS = fileURLToPath(new URL("../../corpus", import.meta.url));
/** Steps after which a delivery that has not ended never will. */
const STEPS_MAX = 5_000;
/** Milliseconds between a moment and the next look at what is due. */
const STEP = 250;
const MINUTE = 60_000;
/** Milliseconds between two looks while nothing is open: digests become due at times that are full five minutes. */
const IDLE_STEP = 5 * MINUTE;

/** A subscription with what became of it. */
export interface Outcome {
  readonly subscription: Subscription;
  /** The oldest date first. */
  readonly deliveries: readonly Delivery[];
  /** When digests came into its channel, milliseconds since 1970. */
  readonly posts: readonly number[];
}

/** Platforms, a store on disk, a time, and processes of the bot. */
export class World {
  readonly clock: ManualClock;
  /** By how many milliseconds the calendar's clock is wrong. */
  error = 0;
  readonly bots: Bot[] = [];
  readonly sides: readonly Side[];
  readonly store: Store;
  readonly #folder: string;
  #booted: number;
  readonly #time: ReturnType<typeof writeTime>;
  readonly #look: DatabaseSync;
  /** Claims that nobody works on: their processes are no more or stand still, or a platform holds a request. */
  readonly #idle = new Set<string>();

  private constructor(clock: ManualClock, folder: string, parts: { sides: readonly Side[]; store: Store }) {
    this.clock = clock;
    this.#folder = folder;
    this.sides = parts.sides;
    this.store = parts.store;
    this.#booted = clock.now() - 5 * 3_600_000;
    this.#time = writeTime(join(folder, "time"));
    this.#look = new DatabaseSync(this.path);
    this.#tell();
  }

  /** A world at a moment, with a small corpus and no process. */
  static async open(moment: string, platforms: readonly Side["platform"][]): Promise<World> {
    const clock = manualClock(Date.parse(moment));
    const folder = mkdtempSync(join(tmpdir(), "korea-desk-test-"));
    mkdirSync(join(folder, "data"));
    for (const part of ["reference/outlets.yaml", "briefings/thaad.md"])
      cpSync(join(CORPUS, part), join(folder, "corpus", part));
    const sides = await Promise.all(
      platforms.map((platform) => (platform === "discord" ? discordSide(clock) : slackSide(clock))),
    );
    const error = { of: () => 0 };
    const store = await openStore({
      path: join(folder, "data", "korea-desk.db"),
      now: () => clock.now() + error.of(),
    });
    const world = new World(clock, folder, { sides, store });
    error.of = () => world.error;
    return world;
  }

  get path(): string {
    return join(this.#folder, "data", "korea-desk.db");
  }

  now = (): number => this.clock.now() + this.error;
  up = (): number => this.clock.now() - this.#booted;

  sideOf(tenant: string): Side {
    return this.sides.find((side) => side.tenant === tenant)!;
  }

  /** Makes a process ready to be started: to load its code takes longest. */
  prepare(): Bot {
    return new Bot(this.up);
  }

  /** Starts a process, and waits until it is connected. */
  async start(bot = this.prepare()): Promise<Bot> {
    const config = configOf({ dataDir: join(this.#folder, "data"), zone: "Asia/Seoul" });
    for (const side of this.sides) {
      config.discord ??= side.config.discord;
      config.slack ??= side.config.slack;
    }
    const start: Start = {
      type: "start",
      config,
      corpus: join(this.#folder, "corpus"),
      time: join(this.#folder, "time"),
    };
    this.bots.push(bot);
    await bot.start(start, this.sides.length);
    return bot;
  }

  /** A new channel with a subscription, at 09:00 in Seoul unless something else is given. */
  subscribe(
    { platform, tenant, channel, person }: Side,
    given: Partial<Omit<NewSubscription, "channel">> = {},
  ): Promise<Subscription> {
    return this.store.createSubscription({
      ...wanted(platform, { createdBy: { id: person, name: "Ann" }, ...given }),
      channel: { tenant, channel: channel() },
    });
  }

  async outcome({ id, channel: { tenant, channel } }: Subscription): Promise<Outcome> {
    const subscription = (await this.store.subscription(tenant, id))!;
    const deliveries = (await this.store.deliveriesOf(tenant, id, 400)).toReversed();
    return { subscription, deliveries, posts: this.sideOf(tenant).posts(channel) };
  }

  /** Time passes, and what waited for it comes. */
  advance(ms: number): void {
    this.clock.advance(ms);
    this.#tell();
  }

  /** The machine is started anew. */
  reboot(): void {
    this.#booted = this.clock.now();
    this.#tell();
  }

  /** Sets the calendar's clock, so many milliseconds wrong. */
  setCalendar(error: number): void {
    this.error = error;
    this.#tell();
  }

  /** Nobody works on what is claimed now, in all channels or one: time may pass all the same. */
  idle(inChannel?: string): void {
    for (const { name, channel } of this.#claims())
      if (inChannel === undefined || inChannel === channel) this.#idle.add(name);
  }

  /** What the next request to a subscription's channel is answered with; `met` tells that it came. */
  next(kind: "post" | "history", { channel }: Subscription, answer: Answer, met?: () => void): void {
    this.sideOf(channel.tenant).next(kind, channel.channel, answer, () => {
      if (isHeld(answer)) this.idle(channel.channel);
      met?.();
    });
  }

  /** Lets processes work, and time pass between, until something is so. */
  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (let step = 0; step < STEPS_MAX; step += 1) {
      await this.#settled();
      if (await isSo()) return;
      const next = this.#next();
      // Where nothing is open, digests become due at full minutes.
      const step = Number.isFinite(next) ? next - this.now() : MINUTE - (this.now() % MINUTE);
      this.advance(Math.max(step, STEP));
    }
    throw new Error("it never came to that");
  }

  /** Lets processes work until nothing is open. */
  workOff(): Promise<void> {
    return this.until(() => this.#open() === 0);
  }

  /** Lets processes work until a moment, milliseconds since 1970 of the true time. */
  async untilTime(end: number): Promise<void> {
    while (this.clock.now() < end) {
      await this.#settled();
      const step = Math.max(this.#next() - this.now(), STEP);
      const idle = IDLE_STEP - (this.clock.now() % IDLE_STEP);
      this.advance(Math.min(step, idle, end - this.clock.now()));
    }
    await this.#settled();
  }

  /** Goes to a moment without a look before, and lets processes work on what is due then. */
  async jumpTo(moment: number): Promise<void> {
    this.advance(Math.max(0, moment - this.clock.now()));
    await this.#settled();
  }

  async close(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.kill()));
    this.#look.close();
    this.store.close();
    this.#time.close();
    await Promise.all(this.sides.map((side) => side.close()));
    rmSync(this.#folder, { recursive: true });
  }

  /** Resolves when the processes have looked at what is due now, and have nothing in hand but what is held. */
  async #settled(): Promise<void> {
    for (let [isBusy, wasBusy] = [false, false]; ; wasBusy = isBusy) {
      const working = this.#working();
      await Promise.all(working.map((bot) => bot.look()));
      isBusy =
        this.#claims().some(({ name }) => !this.#idle.has(name)) || working.some((bot) => bot.isTelling());
      // What came to its end just now may have begun something that was not heard of yet.
      if (working.length === 0 || (!isBusy && !wasBusy)) return;
    }
  }

  #working(): Bot[] {
    return this.bots.filter(({ still, frozen }) => !still && !frozen);
  }

  #tell(): void {
    this.#time.write({ at: this.now(), up: this.up() });
    for (const bot of this.bots) bot.wake();
  }

  /** Deliveries that somebody has in hand. */
  #claims(): { name: string; channel: string }[] {
    return this.#look
      .prepare(
        `SELECT d.id, d.fence, s.channel FROM deliveries d JOIN subscriptions s ON s.id = d.subscription
         WHERE d.state IN ('pending', 'sending', 'verify') AND d.lease_until IS NOT NULL`,
      )
      .all()
      .map(({ id, fence, channel }) => ({
        name: `${String(id)} ${String(fence)}`,
        channel: String(channel),
      }));
  }

  #open(): number {
    const sql = "SELECT count(*) AS n FROM deliveries WHERE state IN ('pending', 'sending', 'verify')";
    return Number(this.#look.prepare(sql).get()!["n"]);
  }

  /** When something happens next, by the calendar's clock: a delivery is due, a lease ends, a process waits for it. */
  #next(): number {
    const { at } = this.#look
      .prepare(
        `SELECT min(max(not_before, coalesce(lease_until, 0))) AS at FROM deliveries
         WHERE state IN ('pending', 'sending', 'verify')`,
      )
      .get()!;
    const waits = this.#working().map((bot) => bot.next());
    const byUp = Math.min(...waits) - this.up() + this.now();
    return Math.min(at === null ? Number.POSITIVE_INFINITY : Number(at), byUp);
  }
}
