import MiniSearch, { type Query, type SearchOptions, type SearchResult } from "minisearch";
import type { Document, Entry } from "../document.ts";
import { passagesOf, type Passage } from "../passage.ts";
import type { Analyser } from "./analyse.ts";
import { Best } from "./best.ts";
import { BM25 } from "./bm25.ts";
import type { Hit, IndexAnswer, IndexQuery, SearchIndex } from "./index.ts";
import { textOfPassage } from "./passage-text.ts";
import { keyedQuery, type FieldKeys } from "./keyed-query.ts";
import { TermBook } from "./term-book.ts";
import { TermKeys } from "./term-keys.ts";
import { Vocabulary } from "./vocabulary.ts";
import { stemOf, wordsOf } from "./words.ts";

/** What MiniSearch gets of a passage: keys of terms, a line each; see {@link TermKeys}. */
interface Row {
  id: number;
  words: string;
  /** Characters of Hangul, Han and kana, for questions of one character. Empty where there are none. */
  characters: string;
  /** Empty where the document has none. */
  paraphrases: string;
}

interface Indexed {
  passage: Passage;
  document: Document;
  /** Of the document; kept by whoever has the document, so it costs nothing here. */
  body: string;
  tokens: Uint32Array;
  characters: Uint32Array;
  paraphrases: Uint32Array;
}

/** Runs all steps at once. */
function finish(steps: Iterable<void>): void {
  for (const _ of steps);
}

/** Fields that hold what the passage itself says. */
const OF_PASSAGE: string[] = ["words", "characters"];
/** Passages that a document can have in the order of all. */
const PASSAGES_MAX = 2 ** 24;

/**
 * A {@link SearchIndex} on MiniSearch: title and passage as one field, what its document is paraphrased with as
 * another; any term matches, no prefixes, no fuzziness.
 */
export function createMiniSearchIndex(analyser: Analyser): SearchIndex {
  /** By number; `null` where a row was taken away. */
  const indexed: (Indexed | null)[] = [];
  let count = 0;
  const rowsOf = new Map<string, number[]>();
  /** Where each document stands among the others, for ever: one that is replaced, or comes back, keeps its place. */
  const places = new Map<string, number>();
  /** Rows that are not found: not yet, or no longer. Empty but for moments. */
  const hidden = new Set<number>();
  const book = new TermBook();
  const vocabulary = new Vocabulary();
  const singles = new TermBook();
  const paraphrased = new TermBook();
  const keys: FieldKeys = {
    words: new TermKeys("w", book),
    characters: new TermKeys("c", singles),
    paraphrases: new TermKeys("p", paraphrased),
  };
  /** By the number of a row: of one score the passage comes first that has the lower one. */
  const orders: number[] = [];
  let length = 0;
  const index = new MiniSearch<Row>({
    fields: ["words", "characters", "paraphrases"],
    // MiniSearch takes the number of different tokens for the length of a text; BM25 means all of them.
    tokenize: (text) => (text === "" ? [] : text.split("\n").map((key, at) => `${key}\n${at}`)),
    processTerm: (token) => token.split("\n", 1)[0]!,
    searchOptions: {
      combineWith: "OR",
      prefix: false,
      fuzzy: false,
      bm25: BM25,
      tokenize: (text) => text.split("\n"),
      processTerm: (term) => term,
    },
  });

  /** Every row has every field: MiniSearch takes the mean length over all rows, and moves it for those that have it. */
  const rowOf = (id: number): Row => {
    const { tokens, characters, paraphrases } = indexed[id]!;
    return {
      id,
      words: keys.words.linesOf(tokens),
      characters: keys.characters.linesOf(characters),
      paraphrases: keys.paraphrases.linesOf(paraphrases),
    };
  };

  const placeOf = (documentId: string): number => {
    const place = places.get(documentId) ?? places.size;
    places.set(documentId, place);
    return place;
  };

  const remove = (id: number) => {
    const { document, body, passage, tokens, characters, paraphrases } = indexed[id]!;
    // What is only discarded is counted until a search meets it, and distorts the scores of that search.
    index.remove(rowOf(id));
    book.remove(tokens);
    singles.remove(characters);
    paraphrased.remove(paraphrases);
    for (const { folded, single } of wordsOf(textOfPassage(document.title, body, passage)))
      if (!single) vocabulary.remove(folded);
    length -= tokens.length;
    indexed[id] = null;
    count -= 1;
    hidden.delete(id);
  };

  const addPassage = (
    { document, version: { body } }: Entry,
    passage: Passage,
    order: number,
    paraphrases: readonly string[],
  ): number => {
    const text = textOfPassage(document.title, body, passage);
    const terms = analyser.analyse(text).map(({ term }) => term);
    const characters = new Set<string>();
    for (const { folded, single } of wordsOf(text)) {
      if (single) characters.add(folded);
      else vocabulary.add(folded);
    }
    const id = orders.push(order) - 1;
    const tokens = book.add(terms);
    length += tokens.length;
    indexed[id] = {
      passage,
      document,
      body,
      tokens,
      characters: singles.add([...characters]),
      paraphrases: paraphrased.add(paraphrases),
    };
    count += 1;
    index.add(rowOf(id));
    return id;
  };

  /** Every match is seen by the filter and none is kept by MiniSearch, which would sort them all. */
  const matches = (query: Query, options: SearchOptions, see: (result: SearchResult) => void): void => {
    index.search(query, {
      ...options,
      filter: (result) => {
        see(result);
        return false;
      },
    });
  };

  /** Keys under which a passage itself may have a term. */
  const keysOfPassage = (term: string): string[] =>
    [keys.words.keyOf(term), keys.characters.keyOf(term)].filter((key) => key !== null);

  const passagesWith = (terms: readonly string[]): Set<number> => {
    const ids = new Set<number>();
    const wanted = terms.flatMap(keysOfPassage);
    matches(wanted.join("\n"), { fields: OF_PASSAGE }, ({ id }) => ids.add(id as number));
    return ids;
  };

  const frequency = (term: string): number => {
    // A character alone stands inside other words too.
    const single = singles.numberOf(term);
    if (single !== null) return singles.frequencyOf(single);
    const number = book.numberOf(term);
    return number === null ? 0 : book.frequencyOf(number);
  };

  /** Words of documents that were replaced stay in the vocabulary; nobody is told of them. */
  const isKnown = (word: string) => frequency(stemOf(word)) > 0;

  /** Left out before anything is scored: what cannot be an answer. `null` where everything can. */
  const admits = ({ required = [], excluded = [], accepts = null }: IndexQuery) => {
    const total = (group: readonly string[]) => group.reduce((sum, term) => sum + frequency(term), 0);
    const rarest = required.toSorted((a, b) => total(a) - total(b))[0];
    const only = rarest === undefined ? null : passagesWith(rarest);
    const never = excluded.length === 0 ? null : passagesWith(excluded);
    if (only === null && never === null && accepts === null) return null;
    return (id: number) =>
      (only === null || only.has(id)) &&
      (never === null || !never.has(id)) &&
      (accepts === null || accepts(indexed[id]!.document));
  };

  const removeRows = function* (rows: readonly number[]): Generator<void> {
    for (const id of rows) {
      remove(id);
      yield;
    }
  };

  const removing = function* (documentId: string): Generator<void> {
    const rows = rowsOf.get(documentId) ?? [];
    rowsOf.delete(documentId);
    for (const id of rows) hidden.add(id);
    yield* removeRows(rows);
  };

  const adding = function* (entry: Entry, shown?: () => void): Generator<void> {
    const { document, version } = entry;
    const paraphrases = analyser.termsOf((document.paraphrases ?? []).join("\n"));
    const place = placeOf(document.id) * PASSAGES_MAX;
    const before = rowsOf.get(document.id) ?? [];
    const rows: number[] = [];
    try {
      for (const passage of passagesOf(document, version)) {
        const id = addPassage(entry, passage, place + rows.length, paraphrases);
        rows.push(id);
        hidden.add(id);
        yield;
      }
    } catch (error) {
      // Half a document must not be counted for ever.
      for (const id of rows) remove(id);
      throw error;
    }
    rowsOf.set(document.id, rows);
    for (const id of rows) hidden.delete(id);
    for (const id of before) hidden.add(id);
    shown?.();
    yield* removeRows(before);
  };

  return {
    get size() {
      return count - hidden.size;
    },
    get averageLength() {
      return count === 0 ? 0 : length / count;
    },
    frequency,
    isParaphrase: (term) => paraphrased.numberOf(term) !== null,
    numberOf: (term) => book.numberOf(term),
    frequencyOf: (number) => book.frequencyOf(number),
    respell: (word) => vocabulary.nearest(word, isKnown),
    complete: (prefix, limit) => vocabulary.complete(prefix, limit, isKnown),

    add: (entry) => finish(adding(entry)),
    adding,
    removing,

    search(query: IndexQuery): IndexAnswer {
      const { terms, required = [], verify = null, limit } = query;
      if (terms.length === 0) return { hits: [], matched: 0 };
      const admitted = admits(query);
      const needed = required.map((group) => group.flatMap(keysOfPassage));
      const best = new Best<{ id: number; order: number; score: number; matched: readonly string[] }>(limit);
      let seen = 0;
      const { query: keyed, options, read } = keyedQuery(terms, keys, (term) => frequency(term) > 0);
      matches(
        keyed,
        admitted === null ? options : { ...options, boostDocument: (id) => (admitted(id as number) ? 1 : 0) },
        ({ id, score, queryTerms, match, terms: matched }) => {
          if (hidden.size > 0 && hidden.has(id as number)) return;
          if (!needed.every((group) => group.some((key) => Object.hasOwn(match, key)))) return;
          if (verify !== null && !verify(indexed[id as number]!.passage)) return;
          // MiniSearch multiplies the sum of BM25 scores by the number of terms matched; undone here, because it
          // counts the same evidence twice.
          const order = orders[id as number]!;
          const sum = score / queryTerms.length;
          seen += 1;
          if (best.takes(sum, order)) best.add({ id: id as number, order, score: sum, matched });
        },
      );
      const hits = best.sorted().map(({ id, score, matched }): Hit => {
        const { passage, document, tokens } = indexed[id]!;
        const { terms: own, paraphrased: hinted } = read(matched);
        return { passage, document, score, terms: own, paraphrased: hinted, tokens };
      });
      return { hits, matched: seen };
    },
  };
}
