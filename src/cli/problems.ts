import { formatProblems, type Problem } from "../ingest/problem.ts";

/** Tells the operator what is wrong, one line each up to a number, on standard error. */
export function tellProblems(problems: readonly Problem[]): void {
  for (const line of formatProblems(problems)) process.stderr.write(`${line}\n`);
}
