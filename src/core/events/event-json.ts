import { namedJson, sourceJson, type NamedJson, type SourceJson } from "../record-json.ts";
import type { Confidence } from "../reference.ts";
import type { DatedEvent } from "./dated.ts";

/** An event as `korea timeline --json` and `korea today --json` print it. */
export interface EventJson {
  /** `event/ID`. */
  id: string;
  /** `Y`, `Y-M` or `Y-M-D`, as far as it is settled; so is `end`, the last day of what lasted longer. */
  date: string;
  end: string | null;
  title: string;
  summary: string;
  places: NamedJson[];
  actors: NamedJson[];
  topics: readonly string[];
  confidence: Confidence;
  sources: SourceJson[];
}

/** The shape in words, for the help of the command line. */
export const EVENT_SHAPE =
  "{id, date, end, title, summary, places: [{id, name}], actors: [{id, name}], topics, confidence, " +
  "sources: [{title, publisher, date, url}]}";

/** Turns an event into its JSON shape. */
export function eventJson({ record, date, end }: DatedEvent): EventJson {
  const { id, title, summary, places, place_ids, actors, actor_ids, topics, confidence, sources } = record;
  return {
    id: `event/${id}`,
    date,
    end,
    title,
    summary,
    places: namedJson(places, place_ids),
    actors: namedJson(actors, actor_ids),
    topics,
    confidence,
    sources: sources.map(sourceJson),
  };
}
