import type { OutletBook } from "../../core/outlet.ts";
import type { Reading } from "./reading.ts";

/** Most lines over an article that are looked at, the nearest to it: a page can be one endless menu. */
const CANDIDATES_MAX = 100;

/** Weight of the longest line that can be a headline. */
const TITLE_MAX = 300;

/**
 * Index of the headline among the readings before the article's first paragraph (`end`); `null` where none
 * of them reads like one. Prefers a line the page repeats with the site's name behind it, then the first
 * line of some words that is no sentence, then whatever stands right above the dateline.
 */
export function titleIn(
  readings: readonly Pick<Reading, "role" | "text" | "weight">[],
  end: number,
  outlets: OutletBook,
): number | null {
  const all = readings
    .slice(0, end)
    .map((reading, index) => ({ ...reading, index }))
    .filter(({ role, weight, text }) => role === "text" && weight <= TITLE_MAX && !isMasthead(text, outlets))
    .slice(-CANDIDATES_MAX);
  const first = all[0]?.index ?? end;
  // Below the first dateline there are standfirsts; a page may also have its headline there only.
  const dateline = readings.findIndex(
    ({ role }, index) => role === "dateline" && index > first && index < end,
  );
  const above = dateline === -1 ? all : all.filter(({ index }) => index < dateline);
  const repeated = above.find(({ text, index }) =>
    all.some((other) => other.index !== index && repeats(other.text, text)),
  );
  const headline =
    above.find((candidate) => isHeadline(candidate)) ?? above.find(({ weight }) => weight >= 16);
  return (repeated ?? headline ?? above.at(-1))?.index ?? null;
}

/** What papers and sites call themselves; few headlines are such a name and nothing else. */
const PAPER = new RegExp(
  String.raw`^(?:[Tt]he\s)?(?:\p{Lu}[\p{L}.&-]*\s){0,4}(?:Times|Post|Herald|News|Daily|Courier|Journal|` +
    String.raw`Tribune|Gazette|Chronicle|Observer|Telegraph|Press|Today|Review|Weekly|Online|Ilbo|Shimbun|` +
    String.raw`Sh?inmun|Agency)$|` +
    String.raw`^\S{1,8}(?:신문|일보|뉴스|통신|新聞|通信|日报|日報|新闻网)$`,
  "u",
);

export function isMasthead(text: string, outlets: OutletBook): boolean {
  return (text.length <= 60 && PAPER.test(text)) || outlets.named(text) !== null;
}

function repeats(longer: string, title: string): boolean {
  return (
    title.length >= 8 && longer.startsWith(title) && /^\s?[|\-–—:<·]|^$/u.test(longer.slice(title.length))
  );
}

function isHeadline({ text, weight }: Pick<Reading, "text" | "weight">): boolean {
  const words = text.split(/\s+/u).length;
  const wide = weight - text.length;
  return (wide * 2 > text.length ? wide >= 6 : words >= 3) && !/[^.][.。]$/u.test(text);
}
