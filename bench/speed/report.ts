import { percentile } from "../lib/load.ts";
import type { Asked, Built } from "./measure.ts";

/** The engine that every other one is compared with, and the one that is compared first of all. */
const BASE = "MiniSearch";
const OURS = "Korea Desk";

/** What was measured of one class of questions. */
export interface ClassReport {
  readonly name: string;
  readonly asked: readonly Asked[];
}

/** Prints what building cost. `null`: given up. */
export function printBuilt(built: ReadonlyMap<string, Built | null>): void {
  row("", "built with", ["build", "memory"]);
  for (const [engine, cost] of built) {
    if (cost === null) row("", engine, ["given up", ""]);
    else {
      const memory = cost.bytes === null ? "" : `${(cost.bytes / 2 ** 20).toFixed(0)} MB`;
      row("", engine, [`${cost.ms.toFixed(0)} ms`, memory]);
    }
  }
}

/**
 * Prints what each engine took for each class, in milliseconds and beside {@link BASE}; a dash where one of `engines`
 * cannot do that.
 */
export function printAsked(reports: readonly ClassReport[], engines: readonly string[]): void {
  row("question", "asked of", ["p50 ms", "p99 ms", `÷ ${BASE}`, "asked", "found"]);
  for (const { name, asked } of reports) {
    const base = asked.find(({ engine }) => engine === BASE);
    const shown = new Set([...engines, ...asked.map(({ engine }) => engine)]);
    for (const [at, engine] of [...shown].entries()) {
      const one = asked.find((asked) => asked.engine === engine);
      row(at === 0 ? name : "", engine, one === undefined ? ["–", "–", "–"] : cells(one, base));
    }
  }
}

/** One line a class: Korea Desk beside MiniSearch, and beside the way of MiniSearch that does the same, if there is one. */
export function printRatios(reports: readonly ClassReport[]): void {
  for (const { name, asked } of reports) {
    const ours = asked.find(({ engine }) => engine === OURS)!;
    const others = asked.filter(({ engine }) => engine.startsWith(BASE));
    const parts = others.map((other) => `${OURS} / ${other.engine} ${factor(ours, other)}`);
    console.log(`${name.padEnd(20)} ${parts.join(", ")}`);
  }
}

function cells(one: Asked, base: Asked | undefined): string[] {
  return [
    percentile(one.times, 50).toFixed(3),
    percentile(one.times, 99).toFixed(3),
    base === undefined ? "–" : factor(one, base),
    String(one.times.length),
    String(one.found),
  ];
}

/** The median of one as a multiple of the other's, over the questions that both were asked. */
function factor(one: Asked, base: Asked): string {
  const both = Math.min(one.times.length, base.times.length);
  const factor = percentile(one.times.slice(0, both), 50) / percentile(base.times.slice(0, both), 50);
  return factor.toFixed(factor < 0.1 ? 4 : 2);
}

function row(name: string, engine: string, cells: readonly string[]): void {
  console.log(name.padEnd(20) + engine.padEnd(20) + cells.map((cell) => cell.padStart(14)).join(""));
}
