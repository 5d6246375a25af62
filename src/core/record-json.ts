import { entityOf } from "./entities.ts";
import type { Source } from "./document.ts";
import type { Confidence, PositionRecord, RecordSource, Reference } from "./reference.ts";

/** A name as a record gives it, and the document of the entity it is (`entity/ID`); `null` where that has no entry. */
export interface NamedJson {
  id: string | null;
  name: string;
}

/** What words of ours rest on. */
export interface SourceJson {
  title: string;
  publisher: string;
  date: string | null;
  url: string | null;
}

/** A recorded position: `statement` is our paraphrase, never to be put in quotation marks. */
export interface PositionJson {
  /** `position/ID`, as are those of `opposing`. */
  id: string;
  /** Who holds it; with others, the first is the one it is recorded under. */
  who: NamedJson[];
  topic: string;
  date: string;
  /** Last day, where it was held for longer. */
  end: string | null;
  statement: string;
  kind: PositionRecord["kind"];
  /** Positions that contradict it. */
  opposing: { id: string; who: string; date: string }[];
  confidence: Confidence;
}

/** The shape in words, for the help of the command line. */
export const POSITION_SHAPE =
  "{id, who: [{id, name}], topic, date, end, statement, kind, opposing: [{id, who, date}], confidence}";

/** Names of a record beside the ids of the entities that they are. */
export function namedJson(names: readonly string[], ids: readonly (string | null)[]): NamedJson[] {
  return names.map((name, index) => {
    const id = ids[index] ?? null;
    return { id: id === null ? null : `entity/${id}`, name };
  });
}

/** A source in its JSON shape. */
export function sourceJson({ title, publisher, date, url }: Source | RecordSource): SourceJson {
  return { title, publisher, date: date ?? null, url: url ?? null };
}

/** A position in its JSON shape, with names as the reference base gives them. */
export function positionJson(position: PositionRecord, reference: Reference): PositionJson {
  const { id, who, also, topic, date, end, statement, kind, opposing, confidence } = position;
  const holders = [who, ...also];
  return {
    id: `position/${id}`,
    who: namedJson(
      holders.map((one) => entityOf(reference, one)?.name ?? one),
      holders.map((one) => entityOf(reference, one)?.id ?? null),
    ),
    topic,
    date,
    end: end ?? null,
    statement,
    kind,
    opposing: opposing
      .flatMap((other) => reference.positions.filter((one) => one.id === other))
      .map((other) => ({
        id: `position/${other.id}`,
        who: entityOf(reference, other.who)?.name ?? other.who,
        date: other.date,
      })),
    confidence,
  };
}
