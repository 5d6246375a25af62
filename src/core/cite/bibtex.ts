import type { CSL } from "@citation-js/core";
import { citationEngine } from "./engine.ts";

/** What the library makes of an item: its type and fields, values written out. Its key is our own. */
interface BibtexEntry {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Names of months that BibTeX styles know, to be written without braces. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What TeX would act on. A brace is a command: BibTeX counts braces, also those behind a backslash. */
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
};

/** The BibTeX entry of an item, in UTF-8, a field a line. The title is braced whole, so that no style changes its letters. */
export async function bibtexCitation(item: CSL): Promise<string> {
  const format = await citationEngine();
  const [entry] = format("bibtex", [escapedItem(item)], { format: "object" }) as [BibtexEntry];
  const { properties } = entry;
  // A statement is no report of a technical series.
  const isStatement = item.type === "report" && item.genre === "Statement";
  const type = isStatement ? "misc" : entry.type;
  const [year, month, day] = item.issued?.["date-parts"]?.[0] ?? [];
  const outlet = item["container-title"] ?? item.publisher;
  const { author, journal, institution, note } = properties;
  const fields: [string, string | undefined][] = [
    ["author", braced(author)],
    ["title", `{{${escaped(item.title!)}}}`],
    ["journal", braced(journal)],
    ["institution", isStatement ? undefined : braced(institution)],
    // Styles of BibTeX print no other field of the publisher for what is neither article nor report.
    ["howpublished", type === "misc" && outlet !== undefined ? `{${escaped(outlet)}}` : undefined],
    ["type", item.genre === undefined ? undefined : `{${escaped(item.genre)}}`],
    ["year", year === undefined ? undefined : `{${year}}`],
    ["month", month === undefined ? undefined : MONTHS[Number(month) - 1]],
    ["day", day === undefined ? undefined : `{${day}}`],
    ["url", item.URL === undefined ? undefined : `{${verbatimUrl(item.URL)}}`],
    ["note", braced(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${type}{${item.id},\n${lines.join(",\n")}\n}`;
}

function escapedItem(item: CSL): CSL {
  const { author, URL: _, ...rest } = item;
  const texts = Object.fromEntries(
    Object.entries(rest).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === "string" && name !== "id" && name !== "type" ? escaped(value) : value,
    ]),
  ) as unknown as CSL;
  return {
    ...texts,
    ...(author === undefined
      ? {}
      : { author: author.map(({ literal = "" }) => ({ literal: escaped(literal) })) }),
  };
}

function braced(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `{${value}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\{}~^<>|&%$#_]/gu, (character) => COMMANDS[character]!);
}

/** The field `url` is read verbatim; only what would end or unbalance it is percent-encoded. */
function verbatimUrl(url: string): string {
  return url.replace(
    /[\\{}^`|"<>\s]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
