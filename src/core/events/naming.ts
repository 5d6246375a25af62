import type { Library } from "../library.ts";
import type { EventRecord } from "../reference.ts";
import { wordsOf } from "../search/words.ts";

/** Ids of records (`entity/ID`, `agreement/ID`, `term/ID`) that events are about, by id of event. */
export type NamedByEvent = ReadonlyMap<string, ReadonlySet<string>>;

// A library's records and names never change, and reading all events takes a while.
const known = new WeakMap<Library, NamedByEvent>();

/**
 * What each event is about: who took part, where it happened, and whatever its words name in any script. The words are
 * those of its document, read here so that the answer is the same where that document is not among those searched. A
 * document that was agreed, and an event with an entry of its own, is what its event is about too.
 */
export function namedByEvents(library: Library): NamedByEvent {
  const before = known.get(library);
  if (before !== undefined) return before;
  const { reference } = library;
  const made = new Map(reference.events.map((event) => [event.id, namedBy(event, library)]));
  for (const [event, id] of ownEntries(library)) made.get(event)?.add(id);
  known.set(library, made);
  return made;
}

function namedBy(event: EventRecord, { analyser }: Library): Set<string> {
  const { title, summary, places, actors, actor_ids, place_ids } = event;
  const linked = [...actor_ids, ...place_ids].flatMap((id) => (id === null ? [] : [`entity/${id}`]));
  const words = wordsOf([title, summary, ...places, ...actors].join("\n"));
  return new Set([...linked, ...analyser.lexicon.namings(words).flatMap(({ ids }) => ids)]);
}

/** Ids of events with the ids of the records that are the event itself, or what was agreed at it. */
function ownEntries({ reference, analyser }: Library): [string, string][] {
  const { events, agreements, entities } = reference;
  const own = new Set(entities.map(({ id }) => `entity/${id}`));
  const documents = new Set(
    entities.flatMap(({ id, type }) => (type === "document" ? [`entity/${id}`] : [])),
  );
  const titled = agreements.flatMap(({ event, title }) =>
    analyser.lexicon
      .namings(wordsOf(title))
      .flatMap(({ ids }) => ids.filter((id) => documents.has(id)))
      .map((id): [string, string] => [event, id]),
  );
  const entries = [
    ...events.map(({ id }): [string, string] => [id, `entity/${id}`]),
    ...agreements.map(({ id, event }): [string, string] => [event, `entity/${id}`]),
  ].filter(([, id]) => own.has(id));
  return [
    ...entries,
    ...titled,
    ...agreements.map(({ id, event }): [string, string] => [event, `agreement/${id}`]),
  ];
}
