import { wordsOf } from "../search/words.ts";

/** Characters of what is typed that are compared with names: no name is so long. */
export const NAME_MAX = 200;

/** The words of a name as names are compared: case, accents, hyphens and apostrophes set aside, a space between two. */
export function spaced(name: string): string {
  return wordsOf(name)
    .map(({ folded }) => folded)
    .filter((folded) => folded !== "")
    .join(" ");
}

/** A name as one run of letters: `Kim Jong-un`, `Kim Jongun` and `kim jong un` are one. Empty where it has no letter. */
export function joined(name: string): string {
  return spaced(name).replaceAll(" ", "");
}
