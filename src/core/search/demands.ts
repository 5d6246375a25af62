import { NAMED, plainTokens, type Analyser } from "./analyse.ts";
import type { Library } from "../library.ts";
import type { Filters } from "./filters.ts";
import type { Operand, ParsedQuery } from "./grammar.ts";
import { wordsOf } from "./words.ts";

/** Phrases in quotation marks, and terms of each, by which passages are found; all of them are read for all phrases. */
export const PHRASES_MAX = 5;
const TERMS_OF_PHRASE = 4;

/** What a passage must and must not show, whatever else a question asks. */
export interface Demands {
  /** Groups of terms; one of each must be there. */
  readonly required: readonly (readonly string[])[];
  /** Terms none of which may be there. */
  readonly excluded: readonly string[];
  /** Whether a passage's own words meet what terms cannot tell; `null` where terms tell everything. */
  readonly meets: ((words: string) => boolean) | null;
}

/**
 * The demands of a query: phrases word for word, one of each group of alternatives, nothing that is excluded, and what
 * `about:` names. A name is excluded, or one of the alternatives, under all its forms; a phrase only as it is written.
 */
export function demandsOf(
  parsed: ParsedQuery,
  { about }: Filters,
  { analyser, index }: Pick<Library, "analyser" | "index">,
): Demands {
  const quoted = parsed.phrases.map(({ text }) => text).filter((text) => runOf(text).length > 0);
  const phrases = quoted.map(runOf);
  const either = parsed.either.map((group) => group.map((operand) => askedBy(operand, analyser)));
  const without = parsed.without.map((operand) => askedBy(operand, analyser));
  const runs = (asked: readonly Asked[]) => asked.flatMap(({ run }) => (run === null ? [] : [run]));
  const never = runs(without);
  // A group is told by terms alone where none of its alternatives is a phrase.
  const groups = either.filter((group) => runs(group).length > 0);
  return {
    required: [
      // A few terms leave few passages to be read; the phrase itself is looked for in those.
      ...quoted.slice(0, PHRASES_MAX).flatMap((text) =>
        telling(text)
          .sort((a, b) => index.frequency(a) - index.frequency(b))
          .slice(0, TERMS_OF_PHRASE)
          .map((term) => [term]),
      ),
      ...either
        .map((group) => group.flatMap(({ names, terms }) => [...names, ...terms]))
        .filter((terms) => terms.length > 0),
      ...(about === undefined ? [] : [about.map((id) => NAMED + id)]),
    ],
    excluded: without.flatMap(({ names, terms, run }) => [...names, ...(run === null ? terms : [])]),
    meets:
      phrases.length === 0 && never.length === 0 && groups.length === 0
        ? null
        : (words) => {
            const run = runOf(words);
            return (
              phrases.every((phrase) => has(run, phrase)) &&
              !never.some((phrase) => has(run, phrase)) &&
              groups.every((group) => group.some((asked) => isShown(asked, run, words, analyser)))
            );
          },
  };
}

/** An operand: the names and terms one of which shows it, and, where terms do not show all of it, its words. */
interface Asked {
  readonly names: readonly string[];
  readonly terms: readonly string[];
  readonly run: readonly string[] | null;
}

function askedBy({ text, phrase }: Operand, analyser: Analyser): Asked {
  const terms = telling(text);
  if (phrase) return { names: [], terms, run: runOf(text) };
  const words = wordsOf(text);
  const names = analyser.lexicon
    .namings(words, true)
    .filter(({ start, end }) => start === words[0]?.start && end === words.at(-1)?.end)
    .flatMap(({ ids }) => ids.map((id) => NAMED + id));
  // `US` is a name; `us` is a word that any passage may have.
  if (names.length > 0 && words.length === 1 && words[0]!.capitals) return { names, terms: [], run: null };
  return { names, terms, run: terms.length === 1 ? null : runOf(text) };
}

function isShown(
  { names, terms, run }: Asked,
  words: readonly string[],
  text: string,
  analyser: Analyser,
): boolean {
  if (run !== null && has(words, run)) return true;
  const found = run === null ? [...names, ...terms] : names;
  return found.length > 0 && analyser.termsOf(text).some((term) => found.includes(term));
}

/** The words of a text, folded, in order. */
function runOf(text: string): string[] {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .filter((folded) => folded !== "");
}

/** The terms that a passage with this text has. */
function telling(text: string): string[] {
  return [...new Set(plainTokens(wordsOf(text)).map(({ term }) => term))];
}

/** Whether a run of words stands in another one. */
function has(words: readonly string[], run: readonly string[]): boolean {
  for (let at = words.indexOf(run[0]!); at !== -1; at = words.indexOf(run[0]!, at + 1)) {
    if (run.every((word, offset) => words[at + offset] === word)) return true;
  }
  return false;
}
