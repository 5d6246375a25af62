import type { Range } from "../range.ts";

/** What is analysed of a passage: its words below the title of its document. */
export function textOfPassage(title: string, body: string, { start, end }: Range): string {
  return `${title}\n${body.slice(start, end)}`;
}
