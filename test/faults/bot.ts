import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { listeningLog, type ListeningLog } from "../live/listening-log.ts";
import type { FromBot, Start, ToBot, Trap } from "./protocol.ts";

const ENTRY = fileURLToPath(new URL("entry.ts", import.meta.url));
/** Milliseconds that the loop of deliveries waits between two looks, and the longest that it waits for a platform. */
const LOOK = 250;
const DEADLINE = 10_000;
/** Milliseconds that somebody who is told of a pause may take. */
const NOTICE = 5_000;

/** What processes compile, kept from one to the next: they start in half the time. */
const COMPILED = mkdtempSync(join(tmpdir(), "korea-desk-test-"));
afterAll(() => rmSync(COMPILED, { recursive: true, force: true }));

interface Wait {
  readonly ms: number;
  readonly until: number;
}

/** A process of the bot. */
export class Bot {
  readonly log: ListeningLog = listeningLog();
  /** Its time stands still: nothing that it waits for comes. */
  frozen = false;
  /** It was killed or stopped. */
  still = false;
  readonly exited: Promise<unknown>;
  #stillness = Promise.withResolvers<void>();
  readonly #child: ChildProcess;
  readonly #up: () => number;
  readonly #waits = new Map<number, Wait>();
  #listeners: { is(message: FromBot): boolean; resolve(): void }[] = [];

  /** Starts one; `up` is the machine's clock. It does nothing before it is told to. */
  constructor(up: () => number) {
    this.#up = up;
    this.#child = fork(ENTRY, {
      execArgv: [],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    });
    this.#child.on("message", (message: FromBot) => this.#hear(message));
    this.exited = once(this.#child, "exit").then(() => this.#stand());
  }

  /** Runs it until the platforms are connected. */
  async start(start: Start, platforms: number): Promise<void> {
    const ready = Array.from({ length: platforms }, () => this.log.heard(/ is ready$/u));
    this.#send(start);
    await Promise.race([
      Promise.all(ready),
      this.exited.then(() => Promise.reject(new Error("the bot ended at its start"))),
    ]);
  }

  /** Sets a trap: the process stands still from when it comes there. */
  trap(trap: Trap): Promise<void> {
    return this.#tell({ type: "trap", trap });
  }

  fill(full: boolean): Promise<void> {
    return this.#tell({ type: "full", full });
  }

  /** Resolves when it next meets a store that another connection has locked. */
  busy(): Promise<void> {
    return this.#heard(({ type }) => type === "busy");
  }

  /** Sends it a signal after which it stands still. */
  halt(signal: "SIGKILL" | "SIGSTOP"): void {
    this.#child.kill(signal);
    this.#stand();
  }

  /** Lets one go on that was stopped. */
  resume(): void {
    this.still = false;
    this.#stillness = Promise.withResolvers();
    this.#child.kill("SIGCONT");
    this.wake();
  }

  async kill(): Promise<void> {
    this.halt("SIGKILL");
    await this.exited;
  }

  /** Lets come what it waits for until now. */
  wake(): void {
    if (this.frozen) return;
    for (const [id, { until }] of this.#waits) if (until <= this.#up()) this.#due(id);
  }

  /** When the time of a request to a platform is over, by the machine's clock. */
  next(): number {
    const others = [...this.#waits.values()].filter(({ ms }) => ms !== LOOK && ms <= DEADLINE);
    return Math.min(...others.map(({ until }) => until));
  }

  /** Whether it is telling somebody of a pause. */
  isTelling(): boolean {
    return [...this.#waits.values()].some(({ ms }) => ms === NOTICE);
  }

  /** Lets it look for deliveries, and resolves when it has or stands still. */
  async look(): Promise<void> {
    const looked = this.#heard((message) => message.type === "wait" && message.ms === LOOK);
    for (const [id, { ms }] of this.#waits) if (ms === LOOK) this.#due(id);
    await Promise.race([looked, this.#stillness.promise]);
  }

  #stand(): void {
    this.still = true;
    this.#stillness.resolve();
  }

  #due(id: number): void {
    this.#waits.delete(id);
    this.#send({ type: "due", id });
  }

  async #tell(message: ToBot): Promise<void> {
    const heard = this.#heard(({ type }) => type === "ok");
    this.#send(message);
    await heard;
  }

  #send(message: ToBot): void {
    // One that was killed just now hears nothing.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #heard(is: (message: FromBot) => boolean): Promise<void> {
    return new Promise((resolve) => this.#listeners.push({ is, resolve }));
  }

  #hear(message: FromBot): void {
    if (message.type === "wait") this.#waits.set(message.id, message);
    else if (message.type === "gone") this.#waits.delete(message.id);
    else if (message.type === "trapped") this.#stand();
    else if (message.type === "log")
      this.log[message.level as "info" | "warn" | "error"](message.facts, message.message);
    const heard = this.#listeners.filter(({ is }) => is(message));
    this.#listeners = this.#listeners.filter((one) => !heard.includes(one));
    for (const { resolve } of heard) resolve();
    // What was due before it was heard of.
    if (message.type === "wait" && message.ms !== LOOK) this.wake();
  }
}
