import { eng } from "stopword";
import type { Range } from "../range.ts";
import { stemOf, wordsOf, type Word } from "./words.ts";

/** A person, place, term … with every form under which it is written. */
export interface LexiconEntry {
  /** Id of its document. */
  readonly id: string;
  readonly forms: readonly string[];
}

/** A place of a text where an entry is named. */
export interface Naming extends Range {
  /** Ids of the entries that are written so. */
  readonly ids: readonly string[];
}

interface Node {
  next: Map<string, Node>;
  /** Entries whose form ends here, and whether the form is in capitals and must be found so. */
  ends: { id: string; capitals: boolean }[];
}

/** Longest form in capitals that must be written so: `US`, `NIS`, `SANA`. Longer ones are no words in lower case. */
const CAPITALS_MAX = 5;
const STOP_WORDS: ReadonlySet<string> = new Set(eng);

/** Finds the entries that a text names, in any script and spelling. The longest form wins; it is not looked into again. */
export class Lexicon {
  readonly #root: Node = { next: new Map(), ends: [] };
  readonly #ambiguous: ReadonlySet<string>;
  readonly #forms = new Map<string, string[]>();

  /** `ambiguous`: forms that name several entries; they stay plain words. */
  constructor(entries: readonly LexiconEntry[] = [], ambiguous: readonly string[] = []) {
    this.#ambiguous = new Set(ambiguous.map((form) => keysOf(wordsOf(form)).join(" ")));
    for (const { id, forms } of entries) {
      this.#forms.set(id, [...forms]);
      for (const form of forms) this.#add(id, form);
    }
  }

  /** The forms of an entry, the first one its name. */
  formsOf(id: string): readonly string[] {
    return this.#forms.get(id) ?? [];
  }

  /** Where the words of a text name an entry, in order, not overlapping. */
  namings(words: readonly Word[]): Naming[] {
    const found: Naming[] = [];
    for (let first = 0; first < words.length;) {
      const match = this.#longest(words, first);
      if (match === null) first += 1;
      else {
        found.push({ start: words[first]!.start, end: words[match.last]!.end, ids: match.ids });
        first = match.last + 1;
      }
    }
    return found;
  }

  #longest(words: readonly Word[], first: number): { last: number; ids: string[] } | null {
    let node: Node | undefined = this.#root;
    let best: { last: number; ids: string[] } | null = null;
    let capitals = true;
    for (let at = first; at < words.length; at += 1) {
      const word = words[at]!;
      node = node.next.get(keyOf(word));
      if (node === undefined) break;
      capitals &&= word.capitals;
      const written = capitals;
      const ids = node.ends.filter((end) => !end.capitals || written).map(({ id }) => id);
      if (ids.length > 0) best = { last: at, ids };
    }
    return best;
  }

  #add(id: string, form: string): void {
    const words = wordsOf(form);
    const keys = keysOf(words);
    if (keys.length === 0 || this.#ambiguous.has(keys.join(" "))) return;
    // A single character, a number or a very common word names too much.
    const [only] = words;
    const alone = words.length === 1 && only !== undefined;
    const capitals = alone && only.capitals && only.folded.length <= CAPITALS_MAX;
    if (alone && (only.single || only.folded.length < 2 || /^\p{N}+$/u.test(only.folded))) return;
    if (alone && !capitals && STOP_WORDS.has(only.folded)) return;
    let node = this.#root;
    for (const key of keys) {
      const next: Node = node.next.get(key) ?? { next: new Map(), ends: [] };
      node.next.set(key, next);
      node = next;
    }
    if (!node.ends.some((end) => end.id === id && end.capitals === capitals))
      node.ends.push({ id, capitals });
  }
}

function keysOf(words: readonly Word[]): string[] {
  return words.map(keyOf);
}

function keyOf(word: Word): string {
  return word.single ? word.folded : stemOf(word.folded);
}
