import type { Context } from "../command.ts";
import { excerptJson, type ExcerptJson } from "../excerpt-json.ts";
import type { PositionRecord, RecordSource } from "../reference.ts";
import type { Card } from "./card.ts";
import { confidenceOf, relatedTo } from "./facts.ts";
import { namesOf, roleOf, type Names } from "./names.ts";
import { idsOf, kindOf, type Subject, type SubjectKind } from "./subject.ts";

/** Excerpts in JSON at most. */
const EXCERPTS_MAX = 50;

/** A card as `korea about NAME --json` prints it. Texts of records are in our own words; only excerpts are quotations. */
export interface CardJson {
  /** Id of the leading record's document; `ids` has those of all records with the same referent. */
  id: string;
  ids: string[];
  kind: SubjectKind;
  name: string;
  names: Names;
  /** Of an entity; `null` else. */
  type: string | null;
  country: string | null;
  role: string | null;
  /** Of a term, else `null`. */
  definition: string | null;
  related: { id: string; name: string }[];
  /** What an agreement provides, in our summary; `null` where it is none. */
  agreement: {
    id: string;
    title: string;
    kind: string;
    date: string;
    effective: string | null;
    status: string;
    parties: { id: string | null; name: string }[];
    provisions: string[];
  } | null;
  /** `null` for a term. */
  confidence: "verified" | "known" | null;
  /** In our paraphrase, newest first; first those held, then those of others on it. */
  positions: PositionJson[];
  /** Newest first. */
  events: { id: string; date: string; end: string | null; title: string }[];
  /** To which it is a party, newest first. */
  agreements: { id: string; date: string; title: string }[];
  /** The best of each document that mentions it, at most fifty; `mentions` counts the documents. */
  mentions: number;
  excerpts: ExcerptJson[];
  sources: { title: string; publisher: string; date: string | null; url: string | null }[];
}

/** `holds`: whether the subject of the card holds it; else it is on the subject. */
export interface PositionJson {
  id: string;
  holds: boolean;
  who: { id: string | null; name: string }[];
  topic: string;
  date: string;
  end: string | null;
  statement: string;
  kind: string;
  /** Ids of the positions that contradict it. */
  opposing: string[];
  confidence: "verified" | "known";
}

/** What a name may mean where it is not one subject's, as JSON. */
export interface ChoicesJson {
  query: string;
  choices: { id: string; kind: SubjectKind; name: string; role: string }[];
}

/** A card in its JSON shape. */
export function cardJson(card: Card, ctx: Context): CardJson {
  const { subject, held, onIt, events, agreements, mentions, sources } = card;
  const { entity, agreement, term } = subject;
  return {
    id: subject.id,
    ids: idsOf(subject),
    kind: kindOf(subject),
    name: namesOf(subject).name,
    names: namesOf(subject),
    type: entity?.type ?? null,
    country: entity?.country ?? null,
    role: entity?.role ?? null,
    definition: term?.definition ?? null,
    related: relatedTo(subject, ctx).map((one) => ({ id: one.id, name: namesOf(one).name })),
    agreement:
      agreement === null
        ? null
        : {
            id: `agreement/${agreement.id}`,
            title: agreement.title,
            kind: agreement.kind,
            date: agreement.date,
            effective: agreement.effective ?? null,
            status: agreement.status,
            parties: agreement.parties.map((name, index) => ({ id: idOf(agreement.party_ids[index]), name })),
            provisions: [...agreement.provisions],
          },
    confidence: confidenceOf(subject),
    positions: [
      ...held.map((position) => positionJson(position, true, ctx)),
      ...onIt.map((position) => positionJson(position, false, ctx)),
    ],
    events: events.map(({ id, date, end, title }) => ({ id: `event/${id}`, date, end: end ?? null, title })),
    agreements: agreements.map(({ id, date, title }) => ({ id: `agreement/${id}`, date, title })),
    mentions: mentions.length,
    excerpts: mentions
      .slice(0, EXCERPTS_MAX)
      .map(({ excerpt, document }) => excerptJson(excerpt(), document)),
    sources: sources.map(sourceJson),
  };
}

/** What several subjects are, as JSON. */
export function choicesJson(query: string, subjects: readonly Subject[]): ChoicesJson {
  return {
    query,
    choices: subjects.map((one) => ({
      id: one.id,
      kind: kindOf(one),
      name: namesOf(one).name,
      role: roleOf(one),
    })),
  };
}

function positionJson(position: PositionRecord, holds: boolean, ctx: Context): PositionJson {
  const { id, who, also, topic, date, end, statement, kind, opposing, confidence } = position;
  const holder = (one: string) => {
    const entity = ctx.library.reference.entities.find((candidate) => candidate.id === one);
    return entity === undefined ? { id: null, name: one } : { id: `entity/${entity.id}`, name: entity.name };
  };
  return {
    id: `position/${id}`,
    holds,
    who: [who, ...also].map(holder),
    topic,
    date,
    end: end ?? null,
    statement,
    kind,
    opposing: opposing.map((one) => `position/${one}`),
    confidence,
  };
}

function sourceJson({ title, publisher, date, url }: RecordSource) {
  return { title, publisher, date: date ?? null, url: url ?? null };
}

function idOf(id: string | null | undefined): string | null {
  return typeof id === "string" ? `entity/${id}` : null;
}
