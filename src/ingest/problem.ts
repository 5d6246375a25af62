import { visible } from "../core/visible.ts";

/** One thing wrong with an input, told to the operator, who can mend it. */
export interface Problem {
  /** The file as the operator named it. */
  file: string;
  /** Line in the file, from 1; `null` where the problem is with the file as a whole. */
  line: number | null;
  /** What is wrong, without a full stop at the end. */
  message: string;
  /** What to do about it, without a full stop at the end; empty where there is nothing to add. */
  remedy: string;
  /** What was left out because of it, as in `the document`; told behind the remedy. */
  leftOut?: string;
}

/**
 * The problem in one line: `outlets.yaml:12: country "Korea" is no ISO 3166-1 alpha-2 code. Write KR or
 * unknown.`
 */
export function formatProblem({ file, line, message, remedy, leftOut }: Problem): string {
  const place = line === null ? file : `${file}:${line}`;
  const consequence = leftOut === undefined ? "" : `${leftOut} was left out`;
  const mending =
    consequence === "" || /[.!?]$/u.test(remedy)
      ? [remedy, capital(consequence)]
      : [`${remedy}; ${consequence}`];
  const sentences = [message, ...mending]
    .filter((part) => part !== "")
    .map((part) => (/[.!?]$/u.test(part) ? part : `${part}.`));
  // What stands in a file ends up on the operator's terminal.
  return visible(`${place}: ${sentences.join(" ")}`).replaceAll("\n", " ");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Problems told one by one at a time: one mistake can have hundreds of consequences, and nobody reads them. */
const TOLD_MAX = 20;

/** The first problems, a line each, and behind them how many more there are. */
export function formatProblems(problems: readonly Problem[]): string[] {
  const more = problems.length - TOLD_MAX;
  return [
    ...problems.slice(0, TOLD_MAX).map(formatProblem),
    ...(more > 0 ? [`… and ${more} more ${more === 1 ? "problem" : "problems"}`] : []),
  ];
}
