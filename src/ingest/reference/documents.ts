import { makeVersion, type Entry } from "../../core/document.ts";
import { OWN_OUTLET, type OutletBook } from "../../core/outlet.ts";
import { parsePartialDate } from "../../core/partial-date.ts";
import { documentFrom } from "../metadata.ts";
import type { Problem } from "../problem.ts";
import { lacks, type Placed, type ReferenceBase } from "./read.ts";
import type { ClaimRecord, EventRecord, KeyedSource, PositionRecord } from "./schemas.ts";
import {
  agreementBody,
  claimBody,
  entityBody,
  eventBody,
  positionBody,
  termBody,
  type Names,
} from "./bodies.ts";
import { distinct } from "./words.ts";

/** A record as a document, and where it was read. */
export interface ReferenceDocument {
  entry: Entry;
  file: string;
  line: number;
}

/** What a record says, in the terms of a document. */
interface Draft {
  id: string;
  title: string;
  body: string;
  date: string | null;
  topics?: string[];
  notes?: string[];
  sources?: KeyedSource[];
  links?: string[];
  paraphrases?: string[];
}

/**
 * Every record of the reference base as a document of kind `reference`. Links between records hold in both directions;
 * one that leads nowhere is left out, and is a problem but where it led to what could not be read: that has its own.
 */
export function referenceDocuments(
  base: ReferenceBase,
  outlets: OutletBook,
): { documents: ReferenceDocument[]; problems: Problem[] } {
  const drafts = draftsOf(base);
  const problems: Problem[] = [];
  const ids = new Set(drafts.map(({ draft }) => draft.id));
  const paraphrases = paraphrasesOf(base, ids, problems);
  problems.push(...strangeOutlets(base.claims, outlets));
  const links = new Map(drafts.map(({ draft }) => [draft.id, new Set<string>()]));
  for (const { draft, placed } of drafts) {
    for (const link of draft.links ?? []) {
      if (!ids.has(link)) {
        if (lacks(base, link)) continue;
        const { file, line } = placed;
        problems.push({
          file,
          line,
          message: `${draft.id} links to ${link}, which is not there`,
          remedy: "Mend the id",
        });
        continue;
      }
      links.get(draft.id)!.add(link);
      // An entity is linked by hundreds of records; what mentions it is for a search to find.
      if (!link.startsWith("entity/")) links.get(link)!.add(draft.id);
    }
  }
  // A treaty is a record of its own and a name: one id stands for one thing in every file.
  for (const id of ids) {
    const name = id.replace(/^(?:agreement|event)\//u, "entity/");
    if (name === id || !ids.has(name)) continue;
    links.get(id)!.add(name);
    links.get(name)!.add(id);
  }
  const documents = drafts.map(({ draft, placed }): ReferenceDocument => {
    const phrases = [...(paraphrases.get(draft.id) ?? []), ...(draft.paraphrases ?? [])];
    const { id, title, body, date, topics = [], notes = [], sources = [] } = draft;
    const parsed = date === null ? placed.asOf : parsePartialDate(date);
    if (parsed === null && date !== null) {
      const { file, line } = placed;
      const message = `date: “${date}” of ${id} is no date`;
      problems.push({
        file,
        line,
        message,
        remedy: "Write 2018, 2018-03 or 2018-03-28; the record has no date now",
      });
    }
    const meta = {
      id,
      title,
      outlet: OWN_OUTLET,
      kind: "reference" as const,
      language: "en",
      topics,
      notes,
      sources,
    };
    const document = documentFrom(
      {
        ...meta,
        links: [...links.get(id)!],
        ...(phrases.length === 0 ? {} : { paraphrases: phrases }),
        ...(parsed === null ? {} : { date: parsed }),
      },
      id,
      outlets,
    );
    return { entry: { document, version: makeVersion(id, body) }, file: placed.file, line: placed.line };
  });
  return { documents, problems };
}

/** By id of document. */
function paraphrasesOf(
  base: ReferenceBase,
  ids: ReadonlySet<string>,
  problems: Problem[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { record, file, line } of base.paraphrases) {
    if (ids.has(record.of)) {
      found.set(record.of, [...(found.get(record.of) ?? []), ...record.phrases]);
    } else if (!lacks(base, record.of)) {
      const message = `of: there is no document ${record.of} to be paraphrased`;
      problems.push({ file, line, message, remedy: "Mend the id", leftOut: "this record" });
    }
  }
  return found;
}

/** A passage is known by the id of its document's outlet; under any other name its note would never be shown. */
function strangeOutlets(claims: readonly Placed<ClaimRecord>[], outlets: OutletBook): Problem[] {
  // Where no outlet is known, their list could not be read, and that is told.
  if (outlets.all.length === 0) return [];
  return claims.flatMap(({ record, file, line }) => {
    const outlet = record.passage?.outlet;
    if (outlet === undefined || outlets.all.some(({ id }) => id === outlet)) return [];
    const meant = outlets.named(outlet)?.id;
    const message = `passage.outlet: “${outlet}” of claim/${record.id} is no id of an outlet`;
    const remedy = meant === undefined ? "Add the outlet to outlets.yaml, or mend the id" : `Write ${meant}`;
    return [{ file, line, message, remedy: `${remedy}; no excerpt shows the note now` }];
  });
}

/** Who asks what somebody thinks of a subject asks for positions. */
const STANCE =
  "stance view opinion; argues says believes; supports defends supporters in favour; opposes rejects opponents against " +
  "criticises critics disagrees; hopes doubts; should";

function draftsOf(base: ReferenceBase): { draft: Draft; placed: Placed<unknown> }[] {
  const entityNames = new Map(base.entities.map(({ record }) => [record.id, record.name]));
  const names: Names = (id) => entityNames.get(id) ?? id;
  const entityLinks = (ids: readonly (string | null | undefined)[]) =>
    distinct(ids)
      .filter((id) => entityNames.has(id))
      .map((id) => `entity/${id}`);
  const termIds = new Set(base.terms.map(({ record }) => record.id));
  const isTerm = (id: string) => termIds.has(id) || base.lacking.includes(`term/${id}`);
  const texts = sourcesByKey(base.positions);
  const drafts = <T>(placed: readonly Placed<T>[], draft: (record: T) => Draft) =>
    placed.map((one) => ({ draft: draft(one.record), placed: one }));

  return [
    ...drafts(base.events, (event) =>
      eventDraft(event, entityIdLinks([...event.actor_ids, ...event.place_ids])),
    ),
    ...drafts(base.agreements, (agreement) => ({
      id: `agreement/${agreement.id}`,
      title: agreement.title,
      body: agreementBody(agreement),
      date: agreement.date,
      notes: confidenceNote(agreement.confidence),
      sources: agreement.sources,
      links: [`event/${agreement.event}`, ...entityIdLinks(agreement.party_ids)],
    })),
    ...drafts(base.entities, (entity) => ({
      id: `entity/${entity.id}`,
      title: entity.name,
      body: entityBody(entity),
      date: null,
      notes: confidenceNote(entity.confidence),
      sources: entity.sources,
    })),
    ...drafts(base.positions, (position) => ({
      id: `position/${position.id}`,
      title: `${names(position.who)}: ${position.topic}`,
      paraphrases: [STANCE],
      body: positionBody(position, names),
      date: position.date,
      notes: [
        ...confidenceNote(position.confidence),
        ...(position.note === undefined ? [] : [position.note]),
      ],
      sources: position.sources,
      links: [
        ...entityLinks([position.who, ...position.also, position.outlet, position.author]),
        ...position.opposing.map((id) => `position/${id}`),
      ],
    })),
    ...drafts(base.claims, (claim) => claimDraft(claim, texts)),
    ...drafts(base.terms, (term) => ({
      id: `term/${term.id}`,
      title: term.term,
      body: termBody(term),
      date: null,
      links: term.related.map((id) => (isTerm(id) ? `term/${id}` : `entity/${id}`)),
    })),
  ];
}

function eventDraft(event: EventRecord, links: string[]): Draft {
  return {
    id: `event/${event.id}`,
    title: event.title,
    body: eventBody(event),
    date: event.date,
    topics: event.topics,
    notes: confidenceNote(event.confidence),
    sources: event.sources,
    links,
  };
}

function claimDraft(claim: ClaimRecord, texts: ReadonlyMap<string, KeyedSource>): Draft {
  return {
    id: `claim/${claim.id}`,
    title: `Checked claim: ${claim.claim}`,
    body: claimBody(claim, texts.get(claim.text) ?? null),
    date: null,
    sources: claim.sources,
  };
}

function entityIdLinks(ids: readonly (string | null)[]): string[] {
  return distinct(ids).map((id) => `entity/${id}`);
}

function confidenceNote(confidence: "verified" | "known"): string[] {
  return confidence === "verified"
    ? ["Verified: the main fact stands in at least one listed source."]
    : ["Known: well established, but the listed sources support it only in part."];
}

/** The two texts whose claims were checked are sources of the positions they take. */
function sourcesByKey(positions: readonly Placed<PositionRecord>[]): Map<string, KeyedSource> {
  const byKey = new Map<string, KeyedSource>();
  for (const { record } of positions) {
    for (const one of record.sources)
      if (one.key !== undefined && !byKey.has(one.key)) byKey.set(one.key, one);
  }
  return byKey;
}
