import type { Context } from "../command.ts";
import { EXCERPT_SHAPE, excerptJson, type ExcerptJson } from "../excerpt-json.ts";
import {
  POSITION_SHAPE,
  namedJson,
  positionJson,
  sourceJson,
  type NamedJson,
  type PositionJson,
  type SourceJson,
} from "../record-json.ts";
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
    parties: NamedJson[];
    provisions: string[];
  } | null;
  /** `null` for a term. */
  confidence: "verified" | "known" | null;
  /** Newest first; first those that it holds (`holds`), then those of others on it. */
  positions: (PositionJson & { holds: boolean })[];
  /** Newest first. */
  events: { id: string; date: string; end: string | null; title: string }[];
  /** To which it is a party, newest first. */
  agreements: { id: string; date: string; title: string }[];
  /** The best of each document that mentions it, at most fifty; `mentions` counts the documents. */
  mentions: number;
  excerpts: ExcerptJson[];
  sources: SourceJson[];
}

/** What a name may mean where it is not one subject's, as JSON. */
export interface ChoicesJson {
  query: string;
  choices: { id: string; kind: SubjectKind; name: string; role: string }[];
}

/** The shapes in words, for the help of the command line. */
export const CARD_SHAPE =
  "{id, ids, kind, name, names: {name, ko, zh, hanja, ja, ru, others}, type, country, role, definition, " +
  "related: [{id, name}], agreement: {id, title, kind, date, effective, status, parties: [{id, name}], provisions}, " +
  `confidence, positions: [${POSITION_SHAPE.slice(0, -1)}, holds}], events: [{id, date, end, title}], ` +
  `agreements: [{id, date, title}], mentions, excerpts: [${EXCERPT_SHAPE}], sources: [{title, publisher, date, url}]}, ` +
  "or {query, choices: [{id, kind, name, role}]} where several have the name; statement is our paraphrase, no quotation";

/** A card in its JSON shape. */
export function cardJson(card: Card, ctx: Context): CardJson {
  const { subject, held, onIt, events, agreements, mentions, sources } = card;
  const { entity, agreement, term } = subject;
  const { reference } = ctx.library;
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
            parties: namedJson(agreement.parties, agreement.party_ids),
            provisions: [...agreement.provisions],
          },
    confidence: confidenceOf(subject),
    positions: [
      ...held.map((position) => ({ ...positionJson(position, reference), holds: true })),
      ...onIt.map((position) => ({ ...positionJson(position, reference), holds: false })),
    ],
    events: events.map(({ id, date, end, title }) => ({ id: `event/${id}`, date, end: end ?? null, title })),
    agreements: agreements.map(({ id, date, title }) => ({ id: `agreement/${id}`, date, title })),
    mentions: mentions.length,
    excerpts: mentions
      .slice(0, EXCERPTS_MAX)
      .map(({ excerpt, document }) => excerptJson(excerpt(), document, ctx)),
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
