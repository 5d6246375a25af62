import { clip } from "../budget.ts";
import type { Context } from "../command.ts";
import { countryName } from "../names.ts";
import type { AgreementRecord } from "../reference.ts";
import { strong, text, type Block } from "../reply.ts";
import { nameOfId, periodOf, someOf } from "./lines.ts";
import { nameBookOf } from "./name-book.ts";
import { nameOf } from "./names.ts";
import type { Subject } from "./subject.ts";

/** UTF-16 units of what a record says in one field. */
const FIELD_MAX = 400;
const PROVISION_MAX = 160;
/** Provisions, parties and related entries that are named. */
const PROVISIONS_MAX = 6;
const PARTIES_MAX = 8;
const RELATED_MAX = 8;

/** What the records themselves say, each field in their own words, shown as ours. */
export function factBlocks(subject: Subject, ctx: Context): Block[] {
  const { entity, agreement, term } = subject;
  const { m } = ctx;
  return [
    ...(entity === null
      ? []
      : [line(kindWords(subject, ctx), ` · ${m.ourWords} · ${clip(entity.role, FIELD_MAX)}`)]),
    ...(agreement === null ? [] : agreementBlocks(agreement, entity === null, ctx)),
    ...(term === null
      ? []
      : [
          entity === null
            ? line(m.about.term, ` · ${m.ourWords} · ${clip(term.definition, FIELD_MAX)}`)
            : field(m.about.definition, clip(term.definition, FIELD_MAX)),
        ]),
    ...relatedBlock(subject, ctx),
  ];
}

/** What a subject is, and of which country, in a few words. */
export function kindWords({ entity, agreement }: Subject, { m }: Context): string {
  if (entity !== null) {
    const type = word(m.about.types, entity.type);
    return m.about.kindLine(type, countryWords(entity.country, m));
  }
  return agreement === null ? m.about.term : word(m.about.agreementKinds, agreement.kind);
}

/** Those that its term relates to. */
export function relatedTo(subject: Subject, { library }: Context): Subject[] {
  const book = nameBookOf(library.reference);
  const ids = subject.term?.related ?? [];
  const related = ids.map((id) => book.withId(`term/${id}`) ?? book.withId(`entity/${id}`));
  return [...new Set(related.filter((one) => one !== null))].filter((one) => one !== subject);
}

/** Whether all that a card rests on is verified; `null` where nothing says so, as of a term. */
export function confidenceOf({ entity, agreement }: Subject): "verified" | "known" | null {
  const all = [entity?.confidence, agreement?.confidence].filter((one) => one !== undefined);
  if (all.length === 0) return null;
  return all.includes("known") ? "known" : "verified";
}

function agreementBlocks(agreement: AgreementRecord, isLeading: boolean, ctx: Context): Block[] {
  const { m } = ctx;
  const { kind, date, effective, parties, party_ids, status, provisions } = agreement;
  const force = effective === undefined ? "" : `, ${m.about.inForce(periodOf(effective, undefined, ctx))}`;
  const names = parties.map((party, index) => {
    const id = party_ids[index];
    return clip(m.language === "en" || typeof id !== "string" ? party : nameOfId(id, ctx), FIELD_MAX);
  });
  const left = provisions.length - PROVISIONS_MAX;
  return [
    line(
      word(m.about.agreementKinds, kind),
      ` · ${periodOf(date, undefined, ctx)}${force}${isLeading ? ` · ${m.ourWords}` : ""}`,
    ),
    field(m.about.status, clip(status, FIELD_MAX)),
    field(m.about.parties, someOf(names, ctx, PARTIES_MAX)),
    ...(provisions.length === 0
      ? []
      : [
          field(m.about.provisions),
          {
            type: "list" as const,
            items: [
              ...provisions.slice(0, PROVISIONS_MAX).map((one) => [text(clip(one, PROVISION_MAX))]),
              ...(left > 0 ? [[text(m.about.andMoreNames(left))]] : []),
            ],
          },
        ]),
  ];
}

function relatedBlock(subject: Subject, ctx: Context): Block[] {
  const names = relatedTo(subject, ctx).map((one) => clip(nameOf(one, ctx.m.language), PROVISION_MAX));
  return names.length === 0 ? [] : [field(ctx.m.about.related, someOf(names, ctx, RELATED_MAX))];
}

function countryWords(country: string, m: Context["m"]): string | null {
  return Object.hasOwn(m.about.places, country)
    ? word(m.about.places, country)
    : countryName(country, m.language);
}

/** A word of a record in the person's language; as it stands where it is a new one. */
function word(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? words[key]! : key;
}

function line(label: string, rest: string): Block {
  return { type: "text", spans: [strong(label), text(rest)] };
}

function field(label: string, value = ""): Block {
  return { type: "text", spans: [strong(`${label}:`), ...(value === "" ? [] : [text(` ${value}`)])] };
}
