import { rankOfSource, type TextSource } from "../../core/text-source.ts";

/** Words of a document, and where they came from. */
export interface Words {
  body: string;
  /** `null` where a person imported them: as good as a page. */
  source: TextSource | null;
}

/**
 * Whether words that a feed brings are a new version of the words that are stored, rather than less of the same. Words from
 * a lesser source never replace those of a better one (summary, item's own text, page): they say what the feed
 * shows, not what the outlet changed. Words from the same source or a better one do, unless they are a beginning of what is
 * stored that ends in a mark of a cut or has less than half of it: a feed that gives excerpts now. Everything else, a
 * paragraph struck from the end included, is an edit, and edits are news.
 */
export function replaces(fresh: Words, stored: Words): boolean {
  if (rankOfSource(fresh.source) < rankOfSource(stored.source)) return false;
  return !isShortened(fresh.body, stored.body);
}

function isShortened(fresh: string, stored: string): boolean {
  const [words, all] = [fresh, stored].map((text) => text.replace(/\s+/gu, " ").trim()) as [string, string];
  const bare = withoutMark(words);
  if (bare === all || !all.startsWith(bare)) return false;
  return bare !== words || bare.length * 2 < all.length;
}

/** The text without a sign at its end that it goes on elsewhere: `…`, `...`, `[…]`, `[...]`, `(more)`. */
function withoutMark(text: string): string {
  const end = text.slice(-12);
  const mark = /\s?(?:[[(]\s?(?:…|\.{3}|more)\s?[\])]|…|\.{3})$/u.exec(end);
  return mark === null ? text : text.slice(0, text.length - mark[0].length);
}
