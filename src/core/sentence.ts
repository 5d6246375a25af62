import { isLanguageTag } from "./names.ts";
import type { Range } from "./range.ts";

const segmenters = new Map<string, Intl.Segmenter>();

/** Words that end in a full stop without ending the sentence; ICU's root rules do not know them. */
const ABBREVIATION =
  /(?:^|[\s("'“‘])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Maj|Sgt|Adm|Sen|Rep|Gov|Amb|St|Jr|Sr|No|Nos|vs|cf|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** The sentences of a paragraph, in order, without the white space between them. Never empty ranges. */
export function sentencesOf(text: string, language: string): Range[] {
  const ranges: Range[] = [];
  let open: number | null = null;
  for (const { index, segment } of segmenterFor(language).segment(text)) {
    const start: number = open ?? index;
    const end = index + segment.trimEnd().length;
    const rest = text.slice(index + segment.length, index + segment.length + 1);
    // ICU also ends sentences at line ends; a hard-wrapped paragraph has them in the middle of sentences.
    const goesOn =
      rest !== "" &&
      (ABBREVIATION.test(text.slice(Math.max(start, end - 12), end)) ||
        !/[.!?。！？…]["'”’)\]」』]*$/u.test(text.slice(Math.max(start, end - 6), end)));
    if (goesOn) open = start;
    else {
      push(ranges, text, { start, end });
      open = null;
    }
  }
  if (open !== null) push(ranges, text, { start: open, end: text.trimEnd().length });
  return ranges;
}

function push(ranges: Range[], text: string, { start, end }: Range): void {
  const lead = /^\s*/u.exec(text.slice(start, end))![0].length;
  if (start + lead < end) ranges.push({ start: start + lead, end });
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(isLanguageTag(language) ? language : "und", {
    granularity: "sentence",
  });
  segmenters.set(language, segmenter);
  return segmenter;
}
