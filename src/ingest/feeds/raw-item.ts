/** Text as a format marks it: markup, or words that only look like it. */
export interface Marked {
  text: string;
  type: "html" | "text";
}

/** What every format says of an item, in one shape; an absent thing is `null`, an absent list empty. */
export interface RawItem {
  /** `guid` or `id`. */
  id: string | null;
  /** As written, maybe relative. */
  link: string | null;
  /** Bases for the link, outermost first, as written. */
  bases: string[];
  title: Marked | null;
  authors: string[];
  /** As written: of publication, and of the last change. */
  published: string | null;
  updated: string | null;
  content: Marked | null;
  summary: Marked | null;
  language: string | null;
}

/** What every format says of a feed. */
export interface RawFeed {
  title: Marked | null;
  /** What relative links are relative to where the item tells no base, as written; `null` for the feed's own address. */
  base: string | null;
  language: string | null;
  items: RawItem[];
}

/** The first of these that has words. */
export function firstOf(...texts: readonly (string | null | undefined)[]): string | null {
  return texts.find((text) => text !== null && text !== undefined && text.trim() !== "") ?? null;
}

/** The text as HTML; `null` where there is none. */
export function html(text: string | null | undefined): Marked | null {
  return firstOf(text) === null ? null : { text: text!, type: "html" };
}

/** The text as plain words; `null` where there is none. */
export function plain(text: string | null | undefined): Marked | null {
  return firstOf(text) === null ? null : { text: text!, type: "text" };
}

/** All of these that are there. */
export function present(...texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined);
}
