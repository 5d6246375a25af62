import type { Ask, Engine } from "./engine.ts";
import type { Collection } from "./passages.ts";
import type { QuestionClass } from "./questions.ts";

/** Milliseconds a class takes at most; engines share them, and one that has used its share is asked no more. */
const CLASS_MAX = 20_000;
/** Milliseconds after which an engine is warm, however few questions that were. */
const WARM_UP_MAX = 1_000;

/** What the building of an index cost. */
export interface Built {
  readonly ms: number;
  /** Bytes that are held more than before; `null` where nobody can tell, without `--expose-gc`. */
  readonly bytes: number | null;
}

/** What one engine did with the questions of a class. */
export interface Asked {
  readonly engine: string;
  /** Milliseconds of each question, in their order. */
  readonly times: readonly number[];
  /** Questions that found anything. */
  readonly found: number;
}

/** Builds the index; `null` where the engine gave up. The texts themselves are not its own and not counted. */
export async function build(engine: Engine, collection: Collection): Promise<Built | null> {
  const before = held();
  const started = performance.now();
  if (!(await engine.build(collection))) return null;
  const ms = performance.now() - started;
  const after = held();
  const bytes = before === null || after === null ? null : after - before;
  return { ms, bytes: engine.bytes?.() ?? bytes };
}

/** Asks each engine what will not be measured: code is compiled, and what is sorted when it is first needed is sorted. */
export async function warmUp(engines: readonly Engine[], classes: readonly QuestionClass[]): Promise<void> {
  for (const engine of engines) {
    for (const { mode, warmUp } of classes) {
      const started = performance.now();
      for (const words of warmUp) {
        if (performance.now() - started < WARM_UP_MAX) await engine.ask[mode]?.(words);
      }
    }
  }
}

/**
 * Asks all engines the same questions, one after the other question by question, another one first each time: what slows
 * the machine down for a while slows all of them. They share one heap too: the longest times hold the collector's pauses
 * over what all of them keep.
 */
export async function ask(engines: readonly Engine[], { mode, measured }: QuestionClass): Promise<Asked[]> {
  const able = engines.flatMap(({ name, ask }) => {
    const asks = ask[mode];
    return asks === undefined ? [] : [{ engine: name, asks, times: [] as number[], found: 0, ms: 0 }];
  });
  const share = CLASS_MAX / able.length;
  for (const [turn, words] of measured.entries()) {
    for (let at = 0; at < able.length; at += 1) {
      const one = able[(turn + at) % able.length]!;
      if (one.ms > share) continue;
      const { ms, count } = await timed(one.asks, words);
      one.times.push(ms);
      one.ms += ms;
      if (count > 0) one.found += 1;
    }
  }
  return able;
}

async function timed(asks: Ask, words: readonly string[]): Promise<{ ms: number; count: number }> {
  const started = performance.now();
  const answer = asks(words);
  // Whoever answers at once must not pay for a turn of the queue.
  const count = typeof answer === "number" ? answer : await answer;
  return { ms: performance.now() - started, count };
}

/** Bytes of the heap and of the arrays beside it, once nothing is left that could be thrown away. */
function held(): number | null {
  if (globalThis.gc === undefined) return null;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
