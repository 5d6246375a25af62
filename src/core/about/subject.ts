import type { AgreementRecord, EntityRecord, Reference, TermRecord } from "../reference.ts";
import { joined } from "./fold.ts";
import { entityOfAgreements } from "./same-agreement.ts";

/** What a card is about: the records that have the same referent; one at least is there. */
export interface Subject {
  /** Id of the document of its leading record: the entity, else the agreement, else the term. */
  readonly id: string;
  readonly entity: EntityRecord | null;
  readonly agreement: AgreementRecord | null;
  readonly term: TermRecord | null;
}

/** The kind of a subject's leading record, as it stands in JSON. */
export type SubjectKind = "entity" | "agreement" | "term";

/** Every record of an actor, agreement or term, those with one referent together, in the order of the reference base. */
export function subjectsOf(reference: Reference): readonly Subject[] {
  const known = made.get(reference);
  if (known !== undefined) return known;
  const subjects = makeSubjects(reference);
  made.set(reference, subjects);
  return subjects;
}

// A reference base never changes once it is read.
const made = new WeakMap<Reference, readonly Subject[]>();

/** Kind of the leading record. */
export function kindOf({ entity, agreement }: Subject): SubjectKind {
  if (entity !== null) return "entity";
  return agreement === null ? "term" : "agreement";
}

/** Ids of the documents of all its records, the leading one first. */
export function idsOf({ entity, agreement, term }: Subject): string[] {
  return [
    ...(entity === null ? [] : [`entity/${entity.id}`]),
    ...(agreement === null ? [] : [`agreement/${agreement.id}`]),
    ...(term === null ? [] : [`term/${term.id}`]),
  ];
}

/** Ids of its entries of the lexicon; an agreement has none of its own. */
export function lexiconIdsOf(subject: Subject): string[] {
  return idsOf(subject).filter((id) => !id.startsWith("agreement/"));
}

function makeSubjects({ entities, agreements, terms }: Reference): Subject[] {
  const ofAgreement = entityOfAgreements(agreements, entities);
  const agreementOf = new Map(
    agreements.flatMap((agreement) => {
      const entity = ofAgreement.get(agreement.id);
      return entity === undefined ? [] : [[entity, agreement] as const];
    }),
  );
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const termOf = new Map<string, TermRecord>();
  for (const term of terms) {
    const entity = term.related
      .map((id) => byId.get(id))
      .find((one) => one !== undefined && isSame(term, one));
    if (entity !== undefined && !termOf.has(entity.id)) termOf.set(entity.id, term);
  }
  const joinedTerms = new Set(termOf.values());
  return [
    ...entities.map((entity) => ({
      id: `entity/${entity.id}`,
      entity,
      agreement: agreementOf.get(entity.id) ?? null,
      term: termOf.get(entity.id) ?? null,
    })),
    ...agreements
      .filter(({ id }) => !ofAgreement.has(id))
      .map((agreement) => ({ id: `agreement/${agreement.id}`, entity: null, agreement, term: null })),
    ...terms
      .filter((term) => !joinedTerms.has(term))
      .map((term) => ({ id: `term/${term.id}`, entity: null, agreement: null, term })),
  ];
}

/**
 * Whether a term stands for an entity that it relates to: they share a name in English and one in Korean. A nickname
 * (`Rocket Man`) is shared in English alone, and is a term of its own.
 */
function isSame(term: TermRecord, entity: EntityRecord): boolean {
  const shared = (ofTerm: readonly string[], ofEntity: readonly string[]) => {
    const keys = new Set(ofEntity.map(joined));
    return ofTerm.some((form) => keys.has(joined(form)));
  };
  return (
    shared([term.term, ...term.synonyms], [entity.name, ...entity.aliases]) &&
    shared([term.ko, ...term.ko_synonyms], [entity.ko, ...entity.ko_aliases])
  );
}
