import type { Confidence } from "../reference.ts";
import type { DatedEvent } from "./dated.ts";

/** A name as an event's record gives it, and the entity it is; `null` where that has no entry. */
interface NamedJson {
  id: string | null;
  name: string;
}

/** An event as `korea timeline --json` and `korea today --json` print it. */
export interface EventJson {
  id: string;
  /** `Y`, `Y-M` or `Y-M-D`, as far as it is settled; so is `end`, the last day of what lasted longer. */
  date: string;
  end?: string;
  title: string;
  summary: string;
  places: NamedJson[];
  actors: NamedJson[];
  topics: readonly string[];
  confidence: Confidence;
  sources: { title: string; publisher: string; date?: string; url?: string }[];
}

/** Turns an event into its JSON shape. */
export function eventJson({ record, date, end }: DatedEvent): EventJson {
  const { id, title, summary, places, place_ids, actors, actor_ids, topics, confidence, sources } = record;
  const named = (names: readonly string[], ids: readonly (string | null)[]): NamedJson[] =>
    names.map((name, index) => ({ id: ids[index] ?? null, name }));
  return {
    id,
    date,
    ...(end === null ? {} : { end }),
    title,
    summary,
    places: named(places, place_ids),
    actors: named(actors, actor_ids),
    topics,
    confidence,
    sources: sources.map((source) => ({
      title: source.title,
      publisher: source.publisher,
      ...(source.date === undefined ? {} : { date: source.date }),
      ...(source.url === undefined ? {} : { url: source.url }),
    })),
  };
}
