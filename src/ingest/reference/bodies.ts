import type {
  AgreementRecord,
  ClaimRecord,
  EntityRecord,
  EventRecord,
  KeyedSource,
  PositionRecord,
  TermRecord,
} from "./schemas.ts";
import { capital, distinct, period, sentence } from "./words.ts";

/** Name of an entity by its id; what is no id of an entity is a name already. */
export type Names = (id: string) => string;

/** An event as one paragraph, which can be quoted alone: when and where, what happened, who took part. */
export function eventBody(event: EventRecord): string {
  const place = event.places.length === 0 ? "" : `, ${event.places.join(" and ")}`;
  const actors = event.actors.length === 0 ? "" : ` Involved: ${event.actors.join(", ")}.`;
  return `${period(event.date, event.end)}${place}: ${sentence(event.summary)}${actors}`;
}

/** An agreement: what it is and whether it holds, then what it provides. */
export function agreementBody(agreement: AgreementRecord): string {
  const { kind, date, effective, parties, status, provisions } = agreement;
  const force = effective === undefined ? "" : `, in force from ${period(effective)}`;
  const kindWords =
    kind === "unsc-resolution" ? "Resolution of the UN Security Council" : capital(kind.replace("-", " "));
  const first = `${sentence(`${agreement.title}. ${kindWords} of ${period(date)}${force}; parties: ${parties.join(", ")}`)} ${sentence(status)}`;
  return provisions.length === 0
    ? first
    : `${first}\n\nProvisions in our summary: ${provisions.map(sentence).join(" ")}`;
}

/** An entity as one paragraph: name in other scripts and role, then what else it is called. */
export function entityBody(entity: EntityRecord): string {
  const scripts = distinct([entity.ko, entity.zh, entity.hanja, entity.ja, entity.ru]).join(", ");
  const others = distinct([...entity.aliases, ...entity.ko_aliases, ...entity.zh_aliases]);
  const also = others.length === 0 ? "" : ` ${sentence(`Also called ${others.join(", ")}`)}`;
  return `${sentence(`${entity.name} (${scripts}): ${entity.role}`)}${also}`;
}

/** A position: whose it is and since when, then what it says, marked as our paraphrase. */
export function positionBody(position: PositionRecord, names: Names): string {
  const { who, also, kind, date, end, outlet } = position;
  const holders = [who, ...also].map(names).join(", ");
  const where = outlet === undefined || outlet === who ? "" : ` in ${names(outlet)}`;
  const said = { official: "official position", reported: "reported position", opinion: "opinion" }[kind];
  return `${holders}, ${said}${where}, ${period(date, end)}, in our paraphrase: ${sentence(position.statement)}`;
}

/** A checked claim: the verdict first, so that no excerpt shows the claim without it; then who made it and the check. */
export function claimBody(claim: ClaimRecord, text: KeyedSource | null): string {
  const from = text === null ? "a published text" : `“${text.title}” (${text.publisher})`;
  return `Checked, ${claim.result}: ${sentence(claim.claim)} The claim, in our words, is from ${from}. ${sentence(claim.check)}`;
}

/** A term with its Korean and Chinese forms, what it means, and what else it is called. */
export function termBody(term: TermRecord): string {
  const scripts = distinct([term.ko, term.zh]).join(", ");
  const others = distinct([...term.synonyms, ...term.ko_synonyms]);
  const also = others.length === 0 ? "" : ` Also called: ${others.join("; ")}.`;
  return `${capital(term.term)} (${scripts}): ${sentence(term.definition)}${also}`;
}
