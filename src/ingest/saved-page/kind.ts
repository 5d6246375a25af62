import type { Kind } from "../../core/document.ts";
import type { Range } from "../../core/range.ts";
import type { Reading } from "./reading.ts";

/** Names of genres, as a whole label ("Opinion") and before a headline ("[사설] …", "Editorial: …"). */
const EDITORIAL = patterns("editorials?|사설|社説|社论|社評|社评");
const OPINION = patterns(
  String.raw`opinions?|op-?eds?|commentary|columns?|viewpoints?|guest columns?`,
  String.raw`오피니언|[^\])>】]{0,20}(?:칼럼|시론|기고|논단|시평)|オピニオン|寄稿|观点|时评`,
);

/**
 * Whether the page says that the article is opinion or an editorial: in a disclaimer, in the headline
 * ("[사설] …", "Editorial: …"), or in the section named right at the headline. Else `unknown`: we do not
 * judge the words.
 */
export function kindOf(
  readings: readonly Reading[],
  title: number | null,
  body: Range,
  author: string | null,
): Kind {
  const labels = labelsOf(readings, title, body.start);
  const headline = title === null ? "" : readings[title]!.text;
  const around = [...readings.slice(0, body.start), ...readings.slice(body.end)];
  const disclaimed = around.some(({ role }) => role === "disclaimer");
  const signed = disclaimed || author !== null || around.some(({ text }) => namesWriter(text));
  return genreOf(labels, headline, signed) ?? (disclaimed ? "opinion" : "unknown");
}

/**
 * The genre that one of the labels or the beginning of the headline names; `null` where none does. A section of editorials and
 * columns says which only together with whether the text is `signed` by somebody: an editorial is not.
 */
export function genreOf(
  labels: readonly string[],
  headline: string,
  signed: boolean,
): "editorial" | "opinion" | null {
  if (EDITORIAL.prefix.test(headline)) return "editorial";
  const genres = new Set(labels.flatMap((label) => label.split(/[>›»＞|,]/u).map(genreOfSection)));
  if (genres.has("editorial")) return "editorial";
  if (OPINION.prefix.test(headline)) return "opinion";
  if (genres.has("both")) return signed ? "opinion" : "editorial";
  return genres.has("opinion") ? "opinion" : null;
}

/** Whether a section's name, such as "사설·칼럼", is that of editorials, of other opinion, or of both. */
function genreOfSection(section: string): "editorial" | "opinion" | "both" | null {
  const names = [section, ...section.split(/[·ㆍ・/&]|\s(?:and|및)\s/iu)].map((name) => name.trim());
  const editorial = names.some((name) => EDITORIAL.label.test(name));
  const opinion = names.some((name) => OPINION.label.test(name));
  if (editorial && opinion) return "both";
  return editorial ? "editorial" : opinion ? "opinion" : null;
}

/** What the page calls whoever wrote a column. */
export function namesWriter(text: string): boolean {
  return /^\W{0,3}필자/u.test(text);
}

/**
 * Sections that the page puts the article in: a breadcrumb trail, or one name of a section beside the
 * headline.
 */
function labelsOf(readings: readonly Reading[], title: number | null, body: number): string[] {
  const labels = readings
    .slice(0, body)
    .filter(({ role }) => role === "trail")
    .map(({ text }) => text);
  if (title === null) return labels;
  const above = readings[title - 1];
  // In a menu a section's name has neighbours; over a headline it stands alone.
  const before = readings[title - 2];
  const menu = before !== undefined && (before.role === "sections" || before.block === above?.block);
  if (above?.role === "sections" && !menu) labels.push(above.text);
  for (const { role, text } of readings.slice(title + 1, body)) if (role === "sections") labels.push(text);
  return labels;
}

function patterns(...names: string[]): { label: RegExp; prefix: RegExp } {
  const any = names.join("|");
  return {
    label: new RegExp(String.raw`^\W{0,2}(?:${any})\W{0,2}$`, "iu"),
    prefix: new RegExp(String.raw`^(?:[[(<【（〈](?:${any})[\])>】）〉]|(?:${any})\s?[:：|｜])`, "iu"),
  };
}
