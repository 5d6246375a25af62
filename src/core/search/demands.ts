import type { Library } from "../library.ts";
import { NAMED, plainTokens, type Analyser } from "./analyse.ts";
import type { Filters } from "./filters.ts";
import type { Operand, ParsedQuery } from "./grammar.ts";
import { placesOf, runOf } from "./runs.ts";
import { wordsOf, type Word } from "./words.ts";

/** Terms of a phrase by which passages are found; the phrase itself is looked for in those. */
const TERMS_OF_PHRASE = 4;

/** What a passage must and must not show, whatever else a question asks. */
export interface Demands {
  /** Groups of terms; one of each must be there. */
  readonly required: readonly (readonly string[])[];
  /** Terms none of which may be there. */
  readonly excluded: readonly string[];
  /** Whether the words of a passage meet what terms cannot tell; `null` where terms tell everything. */
  readonly meets: ((text: string) => boolean) | null;
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
  if (about === undefined && parsed.phrases.length + parsed.either.length + parsed.without.length === 0)
    return { required: [], excluded: [], meets: null };
  const phrases = parsed.phrases.map(({ text }) => runOf(text)).filter((run) => run.length > 0);
  const either = parsed.either.map((group) => group.map((operand) => askedBy(operand, analyser)));
  const without = parsed.without.map((operand) => askedBy(operand, analyser));
  // What terms tell wholly needs no reading.
  const groups = either.filter((group) => group.some(needsReading));
  const never = without.filter(needsReading);
  return {
    required: [
      ...parsed.phrases.flatMap(({ text }) =>
        telling(text)
          .sort((a, b) => index.frequency(a) - index.frequency(b))
          .slice(0, TERMS_OF_PHRASE)
          .map((term) => [term]),
      ),
      // An alternative without a term, such as a function word, may be in any passage.
      ...either
        .filter((group) => group.every(({ names, terms }) => names.length + terms.length > 0))
        .map((group) => group.flatMap(({ names, terms }) => [...names, ...terms])),
      ...(about === undefined ? [] : [about.map((id) => NAMED + id)]),
    ],
    excluded: without.flatMap(({ names, terms, run }) => [...names, ...(run === null ? terms : [])]),
    meets:
      phrases.length === 0 && never.length === 0 && groups.length === 0
        ? null
        : (text) => {
            const words = runOf(text);
            return (
              phrases.every((phrase) => placesOf(phrase, words).length > 0) &&
              !never.some((asked) => isRead(asked, words)) &&
              groups.every((group) => group.some((asked) => isShown(asked, { text, words }, analyser)))
            );
          },
  };
}

/** An operand of a query. */
interface Asked {
  /** Names that it is, under all their forms. */
  readonly names: readonly string[];
  /** Terms that a passage with it has. */
  readonly terms: readonly string[];
  /** Its words, where its terms do not show all of it. */
  readonly run: readonly Word[] | null;
  /** A word that counts only in capitals, folded: `US` is a name, `us` a word that any passage may have. */
  readonly capitals: string | null;
}

function askedBy({ text, phrase }: Operand, analyser: Analyser): Asked {
  const terms = telling(text);
  const words = runOf(text);
  if (phrase) return { names: [], terms, run: words, capitals: null };
  const names = analyser.lexicon.whole(words).map((id) => NAMED + id);
  const [only] = words;
  if (names.length > 0 && words.length === 1 && only!.capitals)
    return { names, terms: [], run: null, capitals: only!.folded };
  return { names, terms, run: terms.length === 1 ? null : words, capitals: null };
}

function needsReading({ run, capitals }: Asked): boolean {
  return run !== null || capitals !== null;
}

/** Whether the words show an operand in a way that its terms do not tell. */
function isRead({ run, capitals }: Asked, words: readonly Word[]): boolean {
  return (
    (run !== null && placesOf(run, words).length > 0) ||
    (capitals !== null && words.some((word) => word.capitals && word.folded === capitals))
  );
}

function isShown(
  asked: Asked,
  { text, words }: { text: string; words: readonly Word[] },
  analyser: Analyser,
): boolean {
  if (isRead(asked, words)) return true;
  const found = new Set([...asked.names, ...(asked.run === null ? asked.terms : [])]);
  return found.size > 0 && analyser.find(text, found).length > 0;
}

/** The terms that a passage with this text has. */
function telling(text: string): string[] {
  return [...new Set(plainTokens(wordsOf(text)).map(({ term }) => term))];
}
