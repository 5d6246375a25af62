import { Lexicon, type LexiconEntry } from "../../core/search/lexicon.ts";
import type { ReferenceBase } from "./read.ts";

/** The names of the reference base, in every script, as a lexicon: entities with their aliases, terms with synonyms. */
export function lexiconOf({ entities, terms, ambiguous }: ReferenceBase): Lexicon {
  const entries: LexiconEntry[] = [
    ...entities.map(({ record: { id, name, ko, zh, hanja, ja, ru, aliases, ko_aliases, zh_aliases } }) => ({
      id: `entity/${id}`,
      forms: formsOf([name, ko, zh, hanja, ja, ru, ...aliases, ...ko_aliases, ...zh_aliases]),
    })),
    ...terms.map(({ record: { id, term, ko, zh, synonyms, ko_synonyms } }) => ({
      id: `term/${id}`,
      forms: formsOf([term, ko, zh, ...synonyms, ...ko_synonyms]),
    })),
  ];
  return new Lexicon(
    entries,
    ambiguous.map(({ form }) => form),
  );
}

function formsOf(forms: readonly (string | undefined)[]): string[] {
  return [...new Set(forms.filter((form): form is string => form !== undefined))];
}
