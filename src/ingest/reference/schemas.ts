import { z } from "zod";
import { parsePartialDate } from "../../core/partial-date.ts";
import { CLAIM_RESULTS } from "../../core/reference.ts";
import { wordsOf } from "../../core/search/words.ts";
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

/** Their sentences stay theirs: a few words are enough to know a passage by. */
const WORDS_MAX = 4;
const RUN_MAX = 3;

/** A word or a short run of words; a number such as a year is one. */
const run = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((words) => wordsOf(words).length > 0, "has no word")
  .refine(
    (words) => words.trim().split(/\s+/u).length <= RUN_MAX,
    `has more than ${RUN_MAX} words in a row; give the few that tell the passage apart`,
  );

/** Where a claim is made; see `ClaimPassage`. */
const passageSchema = z.object({
  outlet: text,
  date: dateText.refine((date) => parsePartialDate(date) !== null, "is no date: write 2018-04-03"),
  title: text,
  words: z
    .array(run)
    .min(1, "is empty")
    .max(WORDS_MAX, `has more than ${WORDS_MAX} entries; give the few that tell the passage apart`),
});

/** `positions.yaml`: these under `checked_claims`. */
export const claimSchema = z.object({
  id: text,
  text,
  claim: text,
  result: z.enum(CLAIM_RESULTS, { error: `is none of ${CLAIM_RESULTS.join(", ")}` }),
  check: text,
  passage: passageSchema.optional(),
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
