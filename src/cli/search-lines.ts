import { z } from "zod";

/** A line of a file of queries: what is searched, and filters by their names. */
const lineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
});

/** How lines are answered. */
export interface Answering {
  /** The answer to `query` with its filters; throws where they cannot be used. */
  answer(values: Record<string, string | number | boolean>): object;
  /** What to tell of an error; `null` for a defect. */
  explain(error: unknown): string | null;
}

/** Answers JSON lines one by one; gives the exit status: 1 where any line could not be answered. */
export function answerLines(
  lines: readonly string[],
  write: (line: string) => void,
  answering: Answering,
): number {
  let status = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const { answer, failed } = answerLine(line, index + 1, answering);
    if (failed) status = 1;
    write(JSON.stringify(answer));
  }
  return status;
}

function answerLine(line: string, number: number, { answer, explain }: Answering) {
  const parsed = parse(line);
  if (parsed === null) {
    const error = `line ${number} is no object {"id": …, "q": "…"}`;
    return { answer: { id: null, line: number, error }, failed: true };
  }
  const { id, q, ...rest } = parsed;
  const bad = Object.entries(rest).find(
    ([, value]) => !["string", "number", "boolean"].includes(typeof value),
  );
  if (bad !== undefined)
    return { answer: { id, line: number, error: `${bad[0]} is no text or number` }, failed: true };
  try {
    const found = answer({ ...(rest as Record<string, string | number | boolean>), query: q });
    return { answer: { id, ...found }, failed: false };
  } catch (error) {
    const words = explain(error);
    if (words === null) throw error;
    return { answer: { id, line: number, error: words }, failed: true };
  }
}

function parse(line: string): z.output<typeof lineSchema> | null {
  try {
    const result = lineSchema.safeParse(JSON.parse(line));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
