import { z } from "zod";
import { source, webAddress } from "../metadata.ts";

/** A value of the reference base that YAML may read as a number: a year. */
const dateText = z.union([z.string(), z.number()]).transform(String);
const text = z.string().min(1);
const ids = z.array(z.string().nullable());
const confidence = z.enum(["verified", "known"]);
const keyedSource = source.extend({ key: z.string().optional(), url: webAddress.optional() });
const sources = z.array(keyedSource);

/** A source of the reference base; `key` is how other entries of one file refer to it. */
export type KeyedSource = z.output<typeof keyedSource>;

/** `events.yaml`: a list of these. */
export const eventSchema = z.object({
  id: text,
  date: dateText,
  end: dateText.optional(),
  title: text,
  summary: text,
  places: z.array(text),
  place_ids: ids,
  actors: z.array(text),
  actor_ids: ids,
  topics: z.array(text),
  sources,
  confidence,
});

/** `agreements.yaml`: a list of these. */
export const agreementSchema = z.object({
  id: text,
  title: text,
  date: dateText,
  effective: dateText.optional(),
  kind: text,
  parties: z.array(text),
  party_ids: ids,
  event: text,
  provisions: z.array(text),
  status: text,
  sources,
  confidence,
});

/** `entities.yaml`: these under `entities`. */
export const entitySchema = z.object({
  id: text,
  type: text,
  name: text,
  aliases: z.array(text),
  ko: text,
  ko_aliases: z.array(text).default([]),
  zh: text.optional(),
  zh_aliases: z.array(text).default([]),
  hanja: text.optional(),
  ja: text.optional(),
  ru: text.optional(),
  role: text,
  country: text,
  sources: sources.default([]),
  confidence,
});

/** `positions.yaml`: these under `positions`. */
export const positionSchema = z.object({
  id: text,
  who: text,
  also: z.array(text).default([]),
  topic: text,
  date: dateText,
  end: dateText.optional(),
  statement: text,
  kind: z.enum(["official", "reported", "opinion"]),
  outlet: text.optional(),
  author: text.optional(),
  note: text.optional(),
  opposing: z.array(text),
  sources,
  confidence,
});

/** `positions.yaml`: these under `checked_claims`. */
export const claimSchema = z.object({
  id: text,
  text,
  claim: text,
  result: text,
  check: text,
  sources,
});

/** `glossary.yaml`: these under `terms`. */
export const termSchema = z.object({
  id: text,
  term: text,
  synonyms: z.array(text).default([]),
  ko: text,
  ko_synonyms: z.array(text).default([]),
  zh: text.optional(),
  definition: text,
  related: z.array(text),
});

export type EventRecord = z.output<typeof eventSchema>;
export type AgreementRecord = z.output<typeof agreementSchema>;
export type EntityRecord = z.output<typeof entitySchema>;
export type PositionRecord = z.output<typeof positionSchema>;
export type ClaimRecord = z.output<typeof claimSchema>;
export type TermRecord = z.output<typeof termSchema>;
