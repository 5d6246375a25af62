import { STOP_WORDS } from "./stop-words.ts";
import type { Range } from "../range.ts";
import { soundOf } from "./sound.ts";
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

/** How a form must be written to be found: in capitals, with a capital at its start, or anyhow. */
type Writing = "capitals" | "initial" | "any";

interface Node {
  next: Map<string, Node>;
  /** Entries whose form ends here. */
  ends: { id: string; writing: Writing }[];
}

/** Longest form in capitals that must be written so: `US`, `NIS`, `SANA`. Longer ones are no words in lower case. */
const CAPITALS_MAX = 5;

/** Finds the entries that a text names, in any script and spelling. The longest form wins; it is not looked into again. */
export class Lexicon {
  /** Proper names, by their words as they are. */
  readonly #names: Node = { next: new Map(), ends: [] };
  /** Terms written in lower case, by the stems of their words. */
  readonly #terms: Node = { next: new Map(), ends: [] };
  readonly #ambiguous: ReadonlySet<string>;
  readonly #forms = new Map<string, string[]>();
  /** By how a form sounds; `null` where several entries sound so. */
  readonly #sounds = new Map<string, string | null>();

  /** `ambiguous`: forms that name several entries; they stay plain words. */
  constructor(entries: readonly LexiconEntry[] = [], ambiguous: readonly string[] = []) {
    this.#ambiguous = new Set(ambiguous.map((form) => keysOf(wordsOf(form)).join(" ")));
    for (const { id, forms } of entries) {
      this.#forms.set(id, [...forms]);
      for (const form of forms) {
        this.#add(id, form);
        this.#addSound(id, form);
      }
    }
  }

  /** The forms of an entry, the first one its name. */
  formsOf(id: string): readonly string[] {
    return this.#forms.get(id) ?? [];
  }

  /** The entries that all of these words name, perhaps with a Korean particle (조사) behind them. */
  whole(words: readonly Word[]): readonly string[] {
    const [naming] = this.namings(words, true);
    if (naming === undefined || naming.start !== words[0]!.start) return [];
    const rest = words.filter(({ start }) => start >= naming.end);
    const isParticle =
      rest.every(({ single }) => single) && PARTICLES.has(rest.map(({ folded }) => folded).join(""));
    return rest.length === 0 || isParticle ? naming.ids : [];
  }

  /** Every form of every entry. */
  allForms(): string[] {
    return [...this.#forms.values()].flat();
  }

  /** The entry one of whose forms sounds like this run of letters, the words written together; `null` where none or several do. */
  sounding(letters: string): string | null {
    // No name is longer; a long run of vowels would take long.
    if (letters.length > SOUND_MAX) return null;
    const sound = soundOf(letters);
    return sound.length < SOUND_MIN ? null : (this.#sounds.get(sound) ?? null);
  }

  /**
   * Where the words of a text name an entry, in order, not overlapping. `typed`: by somebody who need not write capitals
   * where a name begins.
   */
  namings(words: readonly Word[], typed = false): Naming[] {
    const found: Naming[] = [];
    for (let first = 0; first < words.length;) {
      const name = longest(this.#names, words, first, nameKey, typed);
      const term = longest(this.#terms, words, first, termKey, typed);
      const match = term !== null && term.last > (name?.last ?? -1) ? term : name;
      if (match === null) first += 1;
      else {
        const ids = match === name && term?.last === name.last ? [...name.ids, ...term.ids] : match.ids;
        found.push({ start: words[first]!.start, end: words[match.last]!.end, ids: [...new Set(ids)] });
        first = match.last + 1;
      }
    }
    return found;
  }

  #addSound(id: string, form: string): void {
    if (!/^[A-Za-z' -]+$/u.test(form) || this.#ambiguous.has(keysOf(wordsOf(form)).join(" "))) return;
    const sound = soundOf(form);
    const known = this.#sounds.get(sound);
    this.#sounds.set(sound, known === undefined || known === id ? id : null);
  }

  #add(id: string, form: string): void {
    const words = wordsOf(form);
    const keys = keysOf(words);
    if (keys.length === 0 || this.#ambiguous.has(keys.join(" "))) return;
    // A single character, a number or a very common word names too much.
    const [only] = words;
    const alone = words.length === 1 && only !== undefined;
    const capitals = alone && only.capitals && only.folded.length <= CAPITALS_MAX;
    const isName = /\p{Lu}|\p{Lo}/u.test(form);
    if (alone && (only.single || only.folded.length < 2 || /^\p{N}+$/u.test(only.folded))) return;
    if (alone && !capitals && STOP_WORDS.has(only.folded)) return;
    let node = isName ? this.#names : this.#terms;
    for (const key of words.map(isName ? nameKey : termKey)) {
      const next: Node = node.next.get(key) ?? { next: new Map(), ends: [] };
      node.next.set(key, next);
      node = next;
    }
    const writing = capitals ? "capitals" : isName && alone ? "initial" : "any";
    if (!node.ends.some((end) => end.id === id && end.writing === writing)) node.ends.push({ id, writing });
  }
}

const PARTICLES: ReadonlySet<string> = new Set(
  "이 가 은 는 을 를 의 와 과 에 에게 에서 에게서 도 만 로 으로 께서 이나 나 이란 란".split(" "),
);

/** Letters that are left of a sound from which it is told apart from others. */
const SOUND_MIN = 5;
/** Letters of the longest run that is looked up by its sound. */
const SOUND_MAX = 60;

/** The longest form that begins at this word. */
function longest(
  root: Node,
  words: readonly Word[],
  first: number,
  keyOf: (word: Word) => string,
  typed: boolean,
): { last: number; ids: string[] } | null {
  let node: Node | undefined = root;
  let best: { last: number; ids: string[] } | null = null;
  const { capitals, initial } = words[first]!;
  const isWritten = (writing: Writing) =>
    writing === "any" || (writing === "capitals" ? capitals : initial || typed);
  for (let at = first; at < words.length; at += 1) {
    node = node.next.get(keyOf(words[at]!));
    if (node === undefined) break;
    const ids = node.ends.filter(({ writing }) => isWritten(writing)).map(({ id }) => id);
    if (ids.length > 0) best = { last: at, ids };
  }
  return best;
}

function keysOf(words: readonly Word[]): string[] {
  return words.map(termKey);
}

function nameKey({ folded }: Word): string {
  return folded;
}

function termKey(word: Word): string {
  return word.single ? word.folded : stemOf(word.folded);
}
