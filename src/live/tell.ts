import type { Logger } from "../core/logger.ts";
import { formatProblem, formatProblems, type Problem } from "../ingest/problem.ts";

/** What is wrong with a folder at two times. */
export interface Told {
  readonly now: readonly Problem[];
  readonly before: readonly Problem[];
  /** Whether a file that may hold documents or names cannot be used now. */
  readonly isBroken: boolean;
}

/**
 * Tells what is wrong with a folder, but not again what was told when a file was saved before; and once of each file with
 * which nothing is wrong any more.
 */
export function tellNew({ now, before, isBroken }: Told, log: Logger): void {
  const known = new Set(before.map(formatProblem));
  const news = now.filter((problem) => !known.has(formatProblem(problem)));
  for (const problem of formatProblems(news.map(asItStays)))
    log.warn({ problem }, "a file of the documents needs mending");
  if (news.length > 0 && isBroken)
    log.warn({}, "until it is mended, what was read of it before is still found");
  const wrong = new Set(now.map(({ file }) => file));
  for (const mended of new Set(before.map(({ file }) => file).filter((file) => !wrong.has(file))))
    log.info({ mended }, "nothing is wrong any more with a file of the documents");
}

/** While everything runs nothing is left out: what was there before stays. */
function asItStays({ file, line, message, remedy }: Problem): Problem {
  return { file, line, message, remedy };
}

/** An error in words for a log. */
export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
