import { formatProblem, type Problem } from "../ingest/problem.ts";

/** Tells the operator what is wrong, one line each, on standard error. */
export function tellProblems(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
}
