import type { EntityRecord, EventRecord, PositionRecord } from "../../src/core/reference.ts";

/** An entity of which little is known, with what is given. */
export function entityOf(
  given: Partial<EntityRecord> & Pick<EntityRecord, "id" | "name" | "country">,
): EntityRecord {
  return {
    type: "person",
    aliases: [],
    ko: `${given.name}(한글)`,
    ko_aliases: [],
    zh_aliases: [],
    role: "somebody",
    sources: [],
    confidence: "known",
    ...given,
  };
}

/** A position on the summit, with what is given. */
export function positionOf(
  given: Partial<PositionRecord> & Pick<PositionRecord, "id" | "who">,
): PositionRecord {
  return {
    also: [],
    topic: "summit",
    date: "2018",
    statement: `The summit matters, holds ${given.id}.`,
    kind: "official",
    opposing: [],
    sources: [],
    confidence: "known",
    ...given,
  };
}

/** An event of which little is known, with what is given. */
export function eventOf(given: Partial<EventRecord> & Pick<EventRecord, "id" | "date">): EventRecord {
  return {
    title: `Title of ${given.id}`,
    summary: `Summary of ${given.id}.`,
    places: [],
    place_ids: [],
    actors: [],
    actor_ids: [],
    topics: [],
    sources: [{ title: "Report", publisher: "A paper" }],
    confidence: "verified",
    ...given,
  };
}
