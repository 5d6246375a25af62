import { setTimeout as delay } from "node:timers/promises";

/** Sends one command; resolves when its first response has arrived whole. Rejects where it is no answer. */
export type Ask = () => Promise<void>;

/** How long load lasts at most, whichever comes first. */
export interface Bounds {
  ms: number;
  commands: number;
}

/** What one load gave. */
export interface Measured {
  commands: number;
  /** Why some were not answered, one entry each. */
  failures: string[];
  /** Milliseconds the whole took. */
  ms: number;
  /** Milliseconds from when each command was due to its first response, for those answered. */
  latencies: number[];
}

/** As many commands as come through, `workers` at a time. */
export async function asMany(ask: Ask, workers: number, bounds: Bounds): Promise<Measured> {
  const tally = createTally();
  const until = performance.now() + bounds.ms;
  const work = async () => {
    while (performance.now() < until && tally.result.commands < bounds.commands) {
      await tally.take(ask, performance.now());
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return tally.end();
}

/**
 * So many commands a second, whatever becomes of those before. Time counts from when a command was due, so that one held
 * up by this process or by the bot is not measured as quick.
 */
export async function atRate(ask: Ask, perSecond: number, bounds: Bounds): Promise<Measured> {
  const tally = createTally();
  const started = performance.now();
  const total = Math.min(bounds.commands, Math.floor((bounds.ms * perSecond) / 1_000));
  const open: Promise<void>[] = [];
  while (open.length < total) {
    const due = started + (open.length * 1_000) / perSecond;
    if (due <= performance.now()) open.push(tally.take(ask, due));
    else await delay(Math.max(0, due - performance.now()));
  }
  await Promise.all(open);
  return tally.end();
}

/** The latency that so many per cent do not exceed (nearest rank). */
export function percentile(latencies: readonly number[], percent: number): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

/** Several measurements as one. */
export function together(all: readonly Measured[]): Measured {
  return {
    commands: all.reduce((sum, { commands }) => sum + commands, 0),
    failures: all.flatMap(({ failures }) => failures),
    ms: all.reduce((sum, { ms }) => sum + ms, 0),
    latencies: all.flatMap(({ latencies }) => latencies),
  };
}

function createTally() {
  const started = performance.now();
  const result: Measured = { commands: 0, failures: [], ms: 0, latencies: [] };
  return {
    result,
    async take(ask: Ask, due: number): Promise<void> {
      result.commands += 1;
      try {
        await ask();
        result.latencies.push(performance.now() - due);
      } catch (error) {
        result.failures.push(error instanceof Error ? error.message : String(error));
      }
    },
    end: (): Measured => ({ ...result, ms: performance.now() - started }),
  };
}
