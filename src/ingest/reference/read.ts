import { z } from "zod";
import { parsePartialDate, type PartialDate } from "../../core/partial-date.ts";
import type { Problem } from "../problem.ts";
import type { WordGroup } from "../../core/search/translations.ts";
import { parseYaml, problemsOf, type YamlFile } from "../yaml-file.ts";
import {
  agreementSchema,
  claimSchema,
  entitySchema,
  eventSchema,
  positionSchema,
  termSchema,
  type AgreementRecord,
  type ClaimRecord,
  type EntityRecord,
  type EventRecord,
  type PositionRecord,
  type TermRecord,
} from "./schemas.ts";
import { TABLE_FILES, readTable, type ParaphraseRecord } from "./tables.ts";

/** A record with the place it was read from. */
export interface Placed<T> {
  record: T;
  file: string;
  line: number;
  /** Date of the file's whole content, for records that have none; `null` where it says none. */
  asOf: PartialDate | null;
}

/** The reference base as read, before its records become documents. */
export interface ReferenceBase {
  events: Placed<EventRecord>[];
  agreements: Placed<AgreementRecord>[];
  entities: Placed<EntityRecord>[];
  positions: Placed<PositionRecord>[];
  claims: Placed<ClaimRecord>[];
  terms: Placed<TermRecord>[];
  /** What people call the documents of other records who do not know their words. */
  paraphrases: Placed<ParaphraseRecord>[];
  /** General words in three languages. */
  vocabulary: WordGroup[];
  /** Forms that name several entities, and so none, with the ids of those. */
  ambiguous: { form: string; ids: string[] }[];
  /** Ids of documents whose records could not be read; `term/` stands for all of a kind. */
  lacking: string[];
}

type Part = Exclude<keyof ReferenceBase, "ambiguous" | "paraphrases" | "vocabulary" | "lacking">;

/** What the ids of the documents of a part begin with. */
const BEGINNINGS: Readonly<Record<Part, string>> = {
  events: "event/",
  agreements: "agreement/",
  entities: "entity/",
  positions: "position/",
  claims: "claim/",
  terms: "term/",
};

/** Which lists a file has: the key they stand under (`null`: the file is the list), and what they become. */
const FILES: Readonly<Record<string, readonly { key: string | null; part: Part; schema: z.ZodObject }[]>> = {
  "events.yaml": [{ key: null, part: "events", schema: eventSchema }],
  "agreements.yaml": [{ key: null, part: "agreements", schema: agreementSchema }],
  "entities.yaml": [{ key: "entities", part: "entities", schema: entitySchema }],
  "positions.yaml": [
    { key: "positions", part: "positions", schema: positionSchema },
    { key: "checked_claims", part: "claims", schema: claimSchema },
  ],
  "glossary.yaml": [{ key: "terms", part: "terms", schema: termSchema }],
};

/** Names of the files that hold the reference base. */
export const REFERENCE_FILES: readonly string[] = [...Object.keys(FILES), ...TABLE_FILES];

/** An empty reference base. */
export function emptyBase(): ReferenceBase {
  return {
    events: [],
    agreements: [],
    entities: [],
    positions: [],
    claims: [],
    terms: [],
    paraphrases: [],
    vocabulary: [],
    ambiguous: [],
    lacking: [],
  };
}

/** Notes that a file of the reference base cannot be read: links to what stood in it are no mistakes. */
export function lackFile(base: ReferenceBase, name: string): void {
  base.lacking.push(...(FILES[name] ?? []).map(({ part }) => BEGINNINGS[part]));
}

/** Whether a document is not there only because its record, or the file with it, could not be read. */
export function lacks({ lacking }: ReferenceBase, id: string): boolean {
  return lacking.includes(id) || lacking.includes(id.slice(0, id.indexOf("/") + 1));
}

/** Adds what a file of the reference base holds. A record that is wrong becomes a problem and is left out. */
export function readReferenceFile(base: ReferenceBase, name: string, text: string, file: string): Problem[] {
  if (TABLE_FILES.includes(name)) return readTable(base, name, text, file);
  const { yaml, problems } = parseYaml(text, file);
  if (yaml === null) {
    lackFile(base, name);
    return problems;
  }
  const asOf = asOfDate(yaml.value);
  const ambiguous = z
    .array(z.object({ form: z.string(), candidates: z.array(z.string()).default([]) }))
    .safeParse(field(yaml.value, "ambiguous"));
  if (ambiguous.success)
    base.ambiguous.push(...ambiguous.data.map(({ form, candidates }) => ({ form, ids: candidates })));
  for (const { key, part, schema } of FILES[name] ?? []) {
    const list: unknown = key === null ? yaml.value : field(yaml.value, key);
    const path = key === null ? [] : [key];
    if (Array.isArray(list)) problems.push(...readList(base, part, schema, list, path, { file, yaml, asOf }));
    else {
      base.lacking.push(BEGINNINGS[part]);
      const message = key === null ? "no list" : `no list under ${key}`;
      problems.push({
        file,
        line: yaml.lineOf(path),
        message,
        remedy: "Write one `- id: …` entry for each record",
      });
    }
  }
  return problems;
}

interface Reading {
  file: string;
  yaml: YamlFile;
  asOf: PartialDate | null;
}

function readList(
  base: ReferenceBase,
  part: Part,
  schema: z.ZodObject,
  list: readonly unknown[],
  path: readonly PropertyKey[],
  { file, yaml, asOf }: Reading,
): Problem[] {
  const problems: Problem[] = [];
  for (const [index, item] of list.entries()) {
    const at = [...path, index];
    const result = schema.safeParse(item);
    if (result.success) {
      const placed = { record: result.data, file, line: yaml.lineOf(at), asOf };
      // The table above pairs each part with the schema of its records.
      (base[part] as unknown[]).push(placed);
    } else {
      const id = field(item, "id");
      if (typeof id === "string") base.lacking.push(`${BEGINNINGS[part]}${id}`);
      const mending = { remedy: "Mend it", leftOut: "this record" };
      problems.push(...problemsOf(result.error, file, yaml, at, Object.keys(schema.shape), mending));
    }
  }
  return problems;
}

function asOfDate(value: unknown): PartialDate | null {
  const date = field(field(value, "meta"), "as_of");
  return typeof date === "string" ? parsePartialDate(date) : null;
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
