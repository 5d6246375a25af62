import type { Kind } from "../core/document.ts";
import type { Outlet, OutletBook } from "../core/outlet.ts";
import type { PartialDate } from "../core/partial-date.ts";
import { HostilePageError, REMEDY } from "./html/hostile-page-error.ts";
import { bodyOf, closeOf, paragraphsIn } from "./saved-page/body.ts";
import { columnistOf, leadAuthorIn } from "./saved-page/byline.ts";
import { outletInCopyright } from "./saved-page/copyright.ts";
import { kindOf } from "./saved-page/kind.ts";
import { languageOf } from "./saved-page/language.ts";
import { outletOf } from "./saved-page/outlet.ts";
import { readingsOf } from "./saved-page/reading.ts";
import type { Reading } from "./saved-page/reading.ts";
import { titleIn } from "./saved-page/title.ts";
import { unitsOf } from "./saved-page/units.ts";
import { spaced } from "./space.ts";

/**
 * The article on a web page, with what the page itself shows of it; what it does not show is `null` or
 * `unknown`.
 */
export interface SavedPage {
  title: string | null;
  /** As the page writes it; several people as it joins them. */
  author: string | null;
  outlet: Outlet | null;
  /** Day of publication; the day of the last change where the page gives only that. */
  date: PartialDate | null;
  kind: Kind;
  /** BCP 47, or `unknown`. */
  language: string;
  /** The article's own words, character for character; white space between them is one space. */
  paragraphs: string[];
  /** Words under pictures, in reading order. */
  captions: string[];
  /** Its canonical address, http or https; `null` for saved text, which shows none. */
  url: string | null;
}

/**
 * Reads a news page that was saved as plain text, navigation, buttons, comment form and all. It looks at
 * what kind of line each line is and where it stands, and knows no site in particular. Takes time linear in
 * the text.
 *
 * @throws {HostilePageError} where it has more lines than any article.
 */
export function readSavedPage(text: string, outlets: OutletBook): SavedPage {
  if (hasTooManyLines(text)) {
    throw new HostilePageError(`more than ${LINES_MAX.toLocaleString("en")} lines`, REMEDY);
  }
  const all = readingsOf(unitsOf(text), outlets);
  const found = bodyOf(all, authorIn(all));
  const body = found ?? { start: all.length, end: all.length };
  // A page saved with hard line breaks has them where its window ended, not where its author wrote them.
  const paragraphs = paragraphsIn(all, body).map(spaced);
  const readings = all.slice(0, closeOf(all, body));
  const told = readings.some(({ role }) => role === "dateline");
  // Without an article or a dateline a page's lines are a menu for all we know.
  const titleAt = found === null && !told ? null : titleIn(readings, body.start, outlets);
  const title = titleAt === null ? null : spaced(readings[titleAt]!.text);
  const author = authorIn(readings) ?? leadAuthorIn(paragraphs);
  const kind = kindOf(all, titleAt, body, author);
  return {
    title,
    author: author ?? (title !== null && kind === "opinion" ? columnistOf(title, outlets) : null),
    outlet: outletOf(text, readings, outlets) ?? outletInCopyright(all.slice(body.end), outlets),
    date: dateIn(readings, titleAt, body.start),
    kind,
    language: languageOf(paragraphs.length === 0 ? (title ?? "") : paragraphs.join("\n")),
    paragraphs,
    captions: readings.flatMap(({ role, text: words }) => (role === "caption" ? [spaced(words)] : [])),
    url: null,
  };
}

/** Lines of a page, blank ones too: about a second's work. */
const LINES_MAX = 100_000;

function hasTooManyLines(text: string): boolean {
  let lines = 0;
  for (const _ of text.matchAll(/[\n\r\u2028\u2029]/gu)) {
    lines += 1;
    // Line ends of two characters are counted twice.
    if (lines > LINES_MAX * 2) return true;
  }
  return lines > LINES_MAX && text.split(/\r\n|[\n\r\u2028\u2029]/u).length > LINES_MAX;
}

function authorIn(readings: readonly Reading[]): string | null {
  return (
    readings.find(({ dateline }) => dateline !== null && dateline.author !== null)?.dateline?.author ?? null
  );
}

/**
 * A labelled day wins; a day without a label counts only below the headline: above it stands the day of the
 * visit.
 */
function dateIn(readings: readonly Reading[], title: number | null, body: number): PartialDate | null {
  const lines = readings.flatMap(({ role, dateline }, index) =>
    role === "dateline" && dateline !== null ? [{ ...dateline, index }] : [],
  );
  const labelled = lines.find((line) => line.labelled);
  const plain = lines.find(({ published, outlet, index }) => {
    return published !== null && (outlet !== null || (index > (title ?? -1) && index < body));
  });
  return (
    labelled?.published ?? plain?.published ?? lines.find(({ updated }) => updated !== null)?.updated ?? null
  );
}
