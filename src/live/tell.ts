import type { Logger } from "../core/logger.ts";
import { formatProblem, formatProblems, type Problem } from "../ingest/problem.ts";

/** Tells what is wrong with a folder: not again what was told when a file was saved before, but that all is mended. */
export function tellNew(now: readonly Problem[], before: readonly Problem[], log: Logger): void {
  const known = new Set(before.map(formatProblem));
  for (const problem of formatProblems(now.filter((one) => !known.has(formatProblem(one)))))
    log.warn({ problem }, "a file of the documents cannot be used; what it held stays as it was");
  if (now.length === 0 && before.length > 0) log.info({}, "all files of the folder can be used again");
}

/** An error in words for a log. */
export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
