import type { Messages } from "../../messages/messages.ts";
import { excerptJson, type ExcerptJson } from "../excerpt-json.ts";
import type { PositionRecord, Reference } from "../reference.ts";
import type { By } from "./group.ts";
import type { Comparison } from "./compare.ts";
import { entityOf, nameOf } from "./entities.ts";

/** A comparison as `korea compare --json` prints it: every side shown, in order, silent ones with neither. */
export interface CompareJson {
  topic: string;
  by: By;
  groups: {
    key: string;
    label: string;
    excerpt: ExcerptJson | null;
    positions: PositionJson[];
  }[];
}

/** A recorded position: `statement` is our paraphrase, never to be put in quotation marks. */
export interface PositionJson {
  id: string;
  who: string;
  /** Id of the entity; `null` where the holder is but a name. */
  whoId: string | null;
  kind: PositionRecord["kind"];
  date: string;
  /** Last day, where it was held for longer. */
  end?: string;
  topic: string;
  statement: string;
  /** Positions that contradict it. */
  opposing: { id: string; who: string; date: string }[];
}

/** Turns a comparison into its JSON shape, with names in the language of `m`. */
export function compareJson({ request, sides }: Comparison, reference: Reference, m: Messages): CompareJson {
  return {
    topic: request.topic,
    by: request.by,
    groups: sides.map(({ group, excerpt, positions }) => ({
      key: group.key,
      label: group.label(m),
      excerpt: excerpt === null ? null : excerptJson(excerpt.excerpt, excerpt.document),
      positions: positions.map((position) => positionJson(position, reference, m)),
    })),
  };
}

function positionJson(position: PositionRecord, reference: Reference, m: Messages): PositionJson {
  const { id, who, kind, date, end, topic, statement, opposing } = position;
  const opponents = reference.positions.filter((other) => opposing.includes(other.id));
  return {
    id,
    who: nameOf(reference, who, m.language),
    whoId: entityOf(reference, who)?.id ?? null,
    kind,
    date,
    ...(end === undefined ? {} : { end }),
    topic,
    statement,
    opposing: opponents.map((other) => ({
      id: other.id,
      who: nameOf(reference, other.who, m.language),
      date: other.date,
    })),
  };
}
