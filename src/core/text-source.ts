/**
 * Where words that a feed brought came from, the best last: the summary in the feed, the item's own text there, the page
 * itself. What a person imported and what stands in a corpus has none of these.
 */
export const TEXT_SOURCES = ["summary", "content", "page"] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

/** How much words from there are worth; those of no feed are as good as those of a page. */
export function rankOfSource(source: TextSource | null | undefined): number {
  return TEXT_SOURCES.indexOf(source ?? "page");
}
