import type { Library } from "../library.ts";
import type { AgreementRecord, EventRecord, PositionRecord, RecordSource } from "../reference.ts";
import { namedByEvents } from "../events/naming.ts";
import type { Lexicon } from "../search/lexicon.ts";
import { wordsOf } from "../search/words.ts";
import { idsOf, lexiconIdsOf, type Subject } from "./subject.ts";

/** What the reference base knows of a subject beside its own records; newest first. */
export interface Known {
  /** What it holds. */
  readonly held: readonly PositionRecord[];
  /** What others hold on it: positions whose topic it is. */
  readonly onIt: readonly PositionRecord[];
  /** Those that a timeline of it shows. */
  readonly events: readonly EventRecord[];
  /** To which it is a party. */
  readonly agreements: readonly AgreementRecord[];
  /** Of all its records, each once. */
  readonly sources: readonly RecordSource[];
}

/** Gathers what is known of a subject. */
export function knownOf(subject: Subject, library: Library): Known {
  const { entity, agreement } = subject;
  const about = namedByEvents(library);
  const { reference, analyser } = library;
  const ids = lexiconIdsOf(subject);
  const isNamed = (words: string) =>
    ids.length > 0 && namedIn(words, analyser.lexicon).some((id) => ids.includes(id));
  const isHolder = ({ who, also, author }: PositionRecord) =>
    entity !== null && [who, ...also, author].includes(entity.id);
  return {
    held: newest(reference.positions.filter(isHolder)),
    onIt: newest(reference.positions.filter((position) => !isHolder(position) && isNamed(position.topic))),
    events: newest(
      reference.events.filter(({ id }) => idsOf(subject).some((one) => about.get(id)?.has(one) === true)),
    ),
    agreements: newest(
      reference.agreements.filter(({ party_ids }) => entity !== null && party_ids.includes(entity.id)),
    ),
    sources: distinct([...(entity?.sources ?? []), ...(agreement?.sources ?? [])]),
  };
}

/** Ids of the entries of the lexicon that a text of a record names. */
function namedIn(words: string, lexicon: Lexicon): readonly string[] {
  const known = named.get(lexicon) ?? new Map<string, readonly string[]>();
  named.set(lexicon, known);
  const ids = known.get(words) ?? lexicon.namings(wordsOf(words)).flatMap(({ ids }) => ids);
  known.set(words, ids);
  return ids;
}

// The texts are those of the reference base: a few hundred, read again for every card.
const named = new WeakMap<Lexicon, Map<string, readonly string[]>>();

/** Dates of unlike length compare by their beginnings: a year comes before its days. */
function newest<T extends { readonly date: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => (a.date < b.date ? 1 : Number(a.date > b.date) * -1));
}

function distinct(sources: readonly RecordSource[]): RecordSource[] {
  const seen = new Map<string, RecordSource>();
  for (const source of sources) {
    const key = source.url ?? `${source.publisher} ${source.title}`;
    if (!seen.has(key)) seen.set(key, source);
  }
  return [...seen.values()];
}
