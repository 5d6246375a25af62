import type { Context } from "../command.ts";
import { excerptJson, type ExcerptJson } from "../excerpt-json.ts";
import type { Checked, Verdict } from "./check.ts";
import type { DifferencePart } from "./difference.ts";
import { remarksOn, type LeftOut } from "./remarks.ts";
import { excerptsOf } from "./shown.ts";

/** The answer to a quote as `korea check --json` prints it. */
export interface CheckJson {
  /** What was checked: the text that was given, or the one quotation in it; without the marks around it. */
  checked: string;
  verdict: Verdict;
  /** Whether the quote leaves something out and says so; `exact` then means every part, in order. */
  ellipsis: boolean;
  /** Whether only the one quotation in the text was checked. */
  part: boolean;
  /** Whether it, or a part of it, has so few words that many texts may have them. */
  short: boolean;
  /** Whether the comma at its end is not the document's. */
  comma: boolean;
  /** Whether it is exact but for case, spacing and kinds of marks, which are not compared. */
  folded: boolean;
  /** The document's words where it parts Hangul otherwise than the quote does. */
  spacing: string | null;
  /** Whether it stands only in texts of our own, or is like them alone. */
  ownWordsOnly: boolean;
  /** Whether it goes on over paragraphs. */
  overParagraphs: boolean;
  /** Whether its parts stand in one document in order, but too far apart to be exact. */
  farApart: boolean;
  /** What an ellipsis left out inside a paragraph, with a word in it that may turn the meaning. */
  leftOut: readonly LeftOut[];
  /** Documents that were searched. */
  searched: number;
  /** Whether there may be places beyond those given. */
  more: boolean;
  /** Excerpts in order; those of one place have the same number, counted from 1. The quote's words are highlighted. */
  occurrences: (ExcerptJson & { place: number })[];
  nearest: NearestJson[];
}

interface NearestJson {
  /** The document's words; what the quote has not is highlighted. */
  excerpt: ExcerptJson;
  /** Further excerpts where the words go on in the next paragraphs. */
  continued: ExcerptJson[];
  /** Share of the quote's words that stand there in the same order, from 0 to 1. */
  similarity: number;
  diff: readonly DifferencePart[];
}

/** The JSON shape of what was found about a quote. */
export function checkJson(checked: Checked, ctx: Pick<Context, "library" | "m">): CheckJson {
  const { quote, verdict, ellipsis, searched, more, ...found } = checked;
  return {
    checked: quote.text,
    verdict,
    ellipsis,
    ...remarksOn(checked),
    searched,
    more,
    occurrences: found.occurrences.flatMap(({ entry, runs }, at) =>
      excerptsOf(entry, runs).map((excerpt) => ({
        ...excerptJson(excerpt, entry.document, ctx),
        place: at + 1,
      })),
    ),
    nearest: found.nearest.map(({ entry, run, similarity, difference }) => {
      const [excerpt, ...continued] = excerptsOf(entry, [run], difference.leftOut).map((one) =>
        excerptJson(one, entry.document, ctx),
      );
      return {
        excerpt: excerpt!,
        continued,
        similarity: Math.round(similarity * 1_000) / 1_000,
        diff: difference.parts,
      };
    }),
  };
}
