import type { Morpheme } from "../../core/search/morphology.ts";
import { AnalysisError, type AnalyseTexts } from "../morphemes.ts";
import type { Workshop } from "./workshop.ts";

/** UTF-16 units that are analysed in one task: about a second's work. */
const TASK_MAX = 40_000;

/**
 * The analysis of Korean in the workshop, between its other tasks.
 *
 * The analysis throws {@link AnalysisError} where the workshop gives one up or is closed.
 */
export function analyseIn(workshop: Workshop): AnalyseTexts {
  return async (texts) => {
    const found: Morpheme[][] = [];
    for (const some of inTasks(texts)) {
      const outcome = await workshop.run("morphemes", { texts: some });
      if (!outcome.ok) throw new AnalysisError(outcome.message);
      found.push(...outcome.value);
    }
    return found;
  };
}

function inTasks(texts: readonly string[]): string[][] {
  const tasks: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    length += text.length;
    if (length > TASK_MAX) {
      tasks.push([]);
      length = text.length;
    }
    tasks.at(-1)!.push(text);
  }
  return tasks;
}
