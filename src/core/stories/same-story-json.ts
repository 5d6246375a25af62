import type { Document } from "../document.ts";
import type { Library } from "../library.ts";

/** Another document with the same text, as the command line prints it. */
export interface SameStoryJson {
  id: string;
  outlet: string | null;
  date: string | null;
  url: string | null;
}

/** The shape in words, for the help of the command line. */
export const SAME_STORY_SHAPE = "[{id, outlet, date, url}]";

/** The other documents with the text of this one, the earliest first. */
export function sameStoryJson({ id }: Pick<Document, "id">, library: Library): SameStoryJson[] {
  return library.sameStory(id).map(({ id, outlet, date, url }) => ({ id, outlet, date, url }));
}
