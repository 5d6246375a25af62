import type { Clock } from "../../src/core/clock.ts";
import type { Moment } from "../../src/core/subscription.ts";

/** Something that waits for its time. */
export interface Wait {
  /** Milliseconds that it asked for. */
  readonly ms: number;
  /** When it ends, by the machine's clock. */
  readonly until: number;
}

interface Waiting extends Wait {
  end(): void;
}

/** Time that somebody else makes pass. */
export interface Driven {
  /** Lets time pass, and ends in their order the waits that are over then. */
  pass(ms: number): void | Promise<void>;
  /** Resolves when those who wait are like this, now or later. */
  until(isSo: (waits: readonly Wait[]) => boolean): Promise<void>;
}

/** Resolves when something is so, which may become so whenever those of a set are told. */
export function until(isSo: () => boolean, told: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      told.delete(look);
      resolve();
    };
    told.add(look);
    look();
  });
}

/** A clock that stands still until it is told to go on, and tells who waits for it. */
export class HandClock implements Clock, Driven {
  #at: number;
  #up = 5 * 60 * 60_000;
  readonly #waits = new Set<Waiting>();
  readonly #watching = new Set<() => void>();

  constructor(start: number) {
    this.#at = start;
  }

  now = (): number => this.#at;
  moment = (): Moment => ({ at: this.#at, up: this.#up });

  wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(new Error("aborted"));
      const leave = (go: () => void) => {
        this.#waits.delete(waiting);
        signal?.removeEventListener("abort", abort);
        go();
        this.#changed();
      };
      const abort = () => leave(() => reject(new Error("aborted")));
      const waiting: Waiting = { ms, until: this.#up + Math.max(0, ms), end: () => leave(resolve) };
      this.#waits.add(waiting);
      signal?.addEventListener("abort", abort, { once: true });
      this.#changed();
    });

  pass(ms: number): void {
    const until = this.#up + ms;
    for (;;) {
      const next = [...this.#waits].filter((one) => one.until <= until).sort((a, b) => a.until - b.until)[0];
      if (next === undefined) break;
      this.#go(Math.max(0, next.until - this.#up));
      next.end();
    }
    this.#go(until - this.#up);
  }

  /** Sets the calendar, and nothing else. */
  set(at: number): void {
    this.#at = at;
  }

  get waits(): readonly Wait[] {
    return [...this.#waits];
  }

  until(isSo: (waits: readonly Wait[]) => boolean): Promise<void> {
    return until(() => isSo(this.waits), this.#watching);
  }

  /** Told whenever somebody begins to wait, or does no more. */
  onChange(tell: () => void): void {
    this.#watching.add(tell);
  }

  #go(ms: number): void {
    this.#at += ms;
    this.#up += ms;
  }

  #changed(): void {
    for (const look of this.#watching) look();
  }
}

/** Milliseconds between two looks of the loop of deliveries. */
export const LOOK = 250;

/** Whether the loop of deliveries waits for its next look, and no request is under way. */
export function isIdle(waits: readonly Wait[]): boolean {
  return waits.some(({ ms }) => ms === LOOK) && !waits.some(isDeadline);
}

/** Whether it is the time that is left for a request to a platform: 10 s at most. */
export function isDeadline({ ms }: Wait): boolean {
  return ms > LOOK && ms <= 10_000;
}

/** Lets the loop of deliveries look until something is so; no request that is under way misses its deadline meanwhile. */
export async function lookUntil(clock: Driven, isSo: () => boolean, looks = 400): Promise<void> {
  for (let i = 0; i < looks; i += 1) {
    await clock.until(isIdle);
    if (isSo()) return;
    await clock.pass(LOOK);
  }
  throw new Error("it did not come about");
}
