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
export function kindOf(readings: readonly Reading[], title: number | null, body: Range): Kind {
  const labels = labelsOf(readings, title, body.start);
  const headline = title === null ? "" : readings[title]!.text;
  const genre = genreOf(labels, headline);
  if (genre !== null) return genre;
  const around = [...readings.slice(0, body.start), ...readings.slice(body.end)];
  return around.some(({ role }) => role === "disclaimer") ? "opinion" : "unknown";
}

/** The genre that one of the labels or the beginning of the headline names; `null` where none does. */
export function genreOf(labels: readonly string[], headline: string): "editorial" | "opinion" | null {
  for (const [kind, { label, prefix }] of [
    ["editorial", EDITORIAL],
    ["opinion", OPINION],
  ] as const) {
    if (prefix.test(headline) || labels.some((text) => label.test(text.trim()))) return kind;
  }
  return null;
}

/**
 * Sections that the page puts the article in: a breadcrumb trail, or one name of a section beside the
 * headline.
 */
function labelsOf(readings: readonly Reading[], title: number | null, body: number): string[] {
  const labels = readings
    .slice(0, body)
    .filter(({ role }) => role === "trail")
    .flatMap(({ text }) => text.split(/[>›»＞]/u));
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
