import type { Entry } from "../document.ts";
import { excerptOf, type Excerpt } from "../excerpt.ts";
import { graphemeSnap, isGraphemeBorder } from "../grapheme.ts";
import { paragraphAround, paragraphsOf } from "../passage.ts";
import type { Range } from "../range.ts";
import { EXCERPT_MAX } from "../search/snippet.ts";
import { sentencesOf } from "../sentence.ts";

/** UTF-16 units on either side in which the borders of a sentence are looked for. */
const AROUND = EXCERPT_MAX;

/**
 * Excerpts that show runs of a body: one a paragraph, with the whole sentence where it is short, because the words before
 * a quote may turn it into its opposite; runs that meet in a sentence stand in one excerpt. `marked` is highlighted,
 * the runs themselves where it is not given.
 */
export function excerptsOf(
  { document, version }: Entry,
  runs: readonly Range[],
  marked: readonly Range[] = runs,
): Excerpt[] {
  const shown: { start: number; end: number }[] = [];
  for (const run of runs.flatMap((one) => partsOf(version.body, one))) {
    const range = withSentence(version.body, run, document.language);
    const last = shown.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else shown.push({ ...range });
  }
  return shown.map(({ start, end }) =>
    excerptOf(
      version,
      start,
      end,
      marked.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    ),
  );
}

/** The parts of a run that lie in one paragraph each, on borders of characters. */
function partsOf(body: string, run: Range): Range[] {
  return paragraphsOf(body.slice(run.start, run.end)).map((part) => {
    const range = { start: run.start + part.start, end: run.start + part.end };
    const { start } = paragraphAround(body, range)!;
    const paragraph = body.slice(start, paragraphAround(body, range)!.end);
    const whole = graphemeSnap(paragraph).widen({ start: range.start - start, end: range.end - start });
    return { start: start + whole.start, end: start + whole.end };
  });
}

function withSentence(body: string, run: Range, language: string): Range {
  const paragraph = paragraphAround(body, run)!;
  const from = Math.max(paragraph.start, run.start - AROUND);
  const to = Math.min(paragraph.end, run.end + AROUND);
  const text = body.slice(from, to);
  const around = sentencesOf(text, language).filter(
    (sentence) => from + sentence.end > run.start && from + sentence.start < run.end,
  );
  const first = around[0];
  const last = around.at(-1);
  if (first === undefined || last === undefined) return run;
  const start = first.start > 0 || from === paragraph.start ? from + first.start : run.start;
  const end = last.end < text.length || to === paragraph.end ? from + last.end : run.end;
  const whole = { start: Math.min(start, run.start), end: Math.max(end, run.end) };
  if (whole.end - whole.start > EXCERPT_MAX) return run;
  const words = body.slice(paragraph.start, paragraph.end);
  const isBorder = (at: number) => isGraphemeBorder(words, at - paragraph.start);
  return isBorder(whole.start) && isBorder(whole.end) ? whole : run;
}
