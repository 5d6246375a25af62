import { setImmediate as nextTurn } from "node:timers/promises";
import type { Moment } from "../../src/core/subscription.ts";

interface Timer {
  readonly at: number;
  run(): void;
}

/** Turns of the event loop in which everything that needs no time has happened, unless there is a lot. */
const TURNS = 12;

/** Time that passes when everything waits. The calendar can be set, the machine's clock and the true time cannot. */
export class SimClock {
  /** True time, milliseconds since 1970. */
  time: number;
  /** By how much the calendar is wrong. */
  error = 0;
  /** Whether something is under way that takes no time here, such as an exchange on loopback: the time stands still. */
  busy: () => boolean = () => false;
  /** Turns of the event loop in which everything that needs no time has happened. */
  turns = TURNS;
  readonly #booted: number;
  #timers: Timer[] = [];

  constructor(start: number) {
    this.time = start;
    this.#booted = start - 5 * 60 * 60_000;
  }

  now = (): number => this.time + this.error;
  moment = (): Moment => ({ at: this.now(), up: this.time - this.#booted });

  /** Runs after so many milliseconds; gives what takes it back. */
  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + Math.max(0, ms), run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const gone = () => reject(new Error("aborted"));
      if (signal?.aborted === true) return gone();
      const cancel = this.after(ms, () => {
        signal?.removeEventListener("abort", over);
        resolve();
      });
      const over = () => {
        cancel();
        gone();
      };
      signal?.addEventListener("abort", over, { once: true });
    });

  /** Goes on to the next thing that waits; `false` where nothing does. */
  next(): boolean {
    const first = this.#timers.toSorted((a, b) => a.at - b.at)[0];
    if (first === undefined) return false;
    this.#timers = this.#timers.filter((one) => one !== first);
    this.time = Math.max(this.time, first.at);
    first.run();
    return true;
  }

  /** What comes of work that waits on this clock. */
  async drive<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const done = work.finally(() => (state.isDone = true));
    done.catch(() => undefined);
    for (;;) {
      for (let turn = 0; turn < this.turns && !state.isDone; turn = this.busy() ? 0 : turn + 1)
        await nextTurn();
      if (state.isDone) return await done;
      if (!this.next()) throw new Error("it waits for something that never comes");
    }
  }

  /** Lets everything happen that happens in so many milliseconds. */
  async pass(ms: number): Promise<void> {
    await this.drive(this.wait(ms));
  }
}
