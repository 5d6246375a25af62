import type { CSL } from "@citation-js/core";
import { citationEngine } from "./engine.ts";

/** Styles that give a line of text. */
export type TextStyle = "chicago" | "apa" | "mla";

/**
 * What the engine would act on, and what stands for it while the engine is at work: it drops `<i>` as markup of its own and
 * parts a name at `|`. Noncharacters: no text has them.
 */
const STAND_INS: readonly (readonly [string, string])[] = [
  ["<", "\uFDD0"],
  ["|", "\uFDD1"],
];

/** The citation of an item in a style, as plain text on one line. */
export async function textCitation(style: TextStyle, item: CSL): Promise<string> {
  const format = await citationEngine();
  const prepared = [withoutMarkup(adapted(style, item))];
  const options = { lang: "en-US", format: "text" };
  const written =
    style === "chicago"
      ? format("citation", prepared, { ...options, style: "chicago-note" })
      : format("bibliography", prepared, { ...options, style });
  return STAND_INS.reduce(
    (text, [character, standIn]) => text.replaceAll(standIn, character),
    String(written).trim(),
  );
}

/** The item as a style wants it that names an institution once where it is both author and publisher. */
function adapted(style: TextStyle, item: CSL): CSL {
  const isOwnPublisher = item.publisher !== undefined && item.author?.[0]?.literal === item.publisher;
  if (style === "mla") {
    // MLA begins a work whose author is its publisher with its title.
    const { author, ...rest } = item;
    return isOwnPublisher || author === undefined ? rest : { ...rest, author };
  }
  const { publisher, ...rest } = item;
  const once = isOwnPublisher || publisher === undefined ? rest : { ...rest, publisher };
  // APA gives reports their year only, statements and press releases their day: what we have is of the second kind.
  if (style === "chicago") return { ...once, title: withoutFullStop(item.title!) };
  const dated =
    item.type === "report" || item.type === "entry" ? { ...once, type: "document" as const } : once;
  if (item.author !== undefined || item.genre === undefined) return dated;
  // Without author the title goes before the date, and the genre must stay behind the title.
  const { genre, ...plain } = dated;
  return { ...plain, title: `${item.title!} [${genre!}]` };
}

/** A note sets a comma behind the title, which takes the place of a full stop; dots of an ellipsis stay. */
function withoutFullStop(title: string): string {
  return title.replace(/(?<![.\s])\.$/u, "");
}

/** The item with words only: nothing in them is markup, and no style changes their capitals, as it does in English. */
function withoutMarkup(item: CSL): CSL {
  return Object.fromEntries(
    Object.entries({ ...item, language: "zxx" }).map(([name, value]: [string, unknown]) => [
      name,
      name === "author"
        ? item.author!.map(({ literal = "" }) => ({ literal: shielded(literal) }))
        : shielded(value),
    ]),
  ) as unknown as CSL;
}

function shielded<T>(value: T): T | string {
  return typeof value === "string"
    ? STAND_INS.reduce<string>((text, [character, standIn]) => text.replaceAll(character, standIn), value)
    : value;
}
