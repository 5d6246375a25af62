import { z } from "zod";
import { countryCodes } from "../core/codes.ts";
import { KINDS, idPart, isDocumentId, type Document } from "../core/document.ts";
import { isLanguageTag } from "../core/names.ts";
import type { Outlet, OutletBook } from "../core/outlet.ts";
import { parsePartialDate, type PartialDate } from "../core/partial-date.ts";
import { spaced } from "./space.ts";

/** One line of words: what stands in a citation must not break it. */
const line = z
  .string({
    error: ({ input }) => (input === undefined ? "is missing" : "is not text; put it in quotation marks"),
  })
  .transform((value) => spaced(value))
  .pipe(z.string().min(1, "is empty").max(1_000, "is longer than 1,000 characters"));

/** What a page shows as a line that metadata can have; `null` where it is empty or too long for one. */
export function asLine(text: string): string | null {
  const read = line.safeParse(text);
  return read.success ? read.data : null;
}

/** YAML reads `2018` as a number. */
const partialDate = z
  .union([z.string(), z.number()], "is not a date; write 2018, 2018-03 or 2018-03-28")
  .transform((value, ctx): PartialDate => {
    const date = parsePartialDate(String(value).trim());
    if (date !== null) return date;
    ctx.addIssue({ code: "custom", message: `“${value}” is no date; write 2018, 2018-03 or 2018-03-28` });
    return z.NEVER;
  });

/** An http or https address without a password in it; anything else could be a trap in somebody's chat. */
export const webAddress = z.string("is not an address").refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === "" && url.password === "";
}, "is no http or https address");

/** A source of a text of ours; the keys that only the reference base uses are dropped. */
export const source = z.object({
  title: line,
  publisher: line,
  date: z.union([z.string(), z.number()]).transform(String).optional(),
  url: webAddress.optional(),
});

const lines = z.array(line, "is not a list");

/** A value before what is wrong with it, where it is a word or two; else nothing. */
function quoted(value: unknown): string {
  return typeof value === "string" && value.length <= 60 ? `“${value}” ` : "";
}

const shape = {
  id: z
    .string("is not text")
    .refine(isDocumentId, "may have letters and digits with . _ ~ / - between, at most 200")
    .optional(),
  title: line,
  outlet: line.optional(),
  country: z
    .string("is not text; put it in quotation marks")
    .transform((value, ctx) => {
      const code = value === "unknown" ? value : countryCodes().get(value.toLowerCase());
      if (code !== undefined) return code;
      ctx.addIssue({
        code: "custom",
        message: `“${value}” is no country; write a code such as KR, or unknown`,
      });
      return z.NEVER;
    })
    .optional(),
  author: line.optional(),
  date: partialDate.optional(),
  url: webAddress.optional(),
  kind: z.enum(KINDS, { error: ({ input }) => `${quoted(input)}is none of ${KINDS.join(", ")}` }).optional(),
  language: z
    .string("is not text; put it in quotation marks")
    .refine((value) => value === "unknown" || isLanguageTag(value), {
      error: ({ input }) => `${quoted(input)}is no language tag such as en, ko or zh-Hans`,
    })
    .optional(),
  topics: lines.optional(),
  captions: lines.optional(),
  notes: lines.optional(),
  sources: z.array(source, "is not a list").optional(),
  links: z.array(z.string("is not an id"), "is not a list").optional(),
  paraphrases: lines.optional(),
};

/** What is known of a document: the front matter of a document file, and what `import --set` takes. */
export const metadata = z.strictObject(shape, {
  error: ({ code }) => (code === "invalid_type" ? "the metadata has no `key: value` lines" : undefined),
});

/** Metadata as read; what is absent is not known. */
export type Metadata = z.output<typeof metadata>;
/** Names of the keys, in the order in which they are written. */
export const METADATA_KEYS: readonly string[] = Object.keys(shape);

/**
 * The document with this metadata. A known outlet gives its own name, country and ownership; `fallbackId` serves where
 * neither `id` nor `url` gives an identity (it is not checked here).
 */
export function documentFrom(meta: Metadata, fallbackId: string, outlets: OutletBook): Document {
  const outlet: Outlet | null = meta.outlet === undefined ? null : outlets.named(meta.outlet);
  return {
    id: meta.id ?? (meta.url === undefined ? null : idOfAddress(meta.url)) ?? fallbackId,
    title: meta.title,
    outletId: outlet?.id ?? null,
    outlet: outlet?.name ?? meta.outlet ?? null,
    country: meta.country ?? outlet?.country ?? "unknown",
    ownership: outlet?.ownership ?? "unknown",
    author: meta.author ?? null,
    date: meta.date ?? null,
    url: meta.url ?? null,
    kind: meta.kind ?? "unknown",
    language: meta.language ?? "unknown",
    topics: meta.topics ?? [],
    captions: meta.captions ?? [],
    notes: meta.notes ?? [],
    sources: (meta.sources ?? []).map(({ title, publisher, date, url }) => ({
      title,
      publisher,
      ...(date === undefined ? {} : { date }),
      ...(url === undefined ? {} : { url }),
    })),
    links: meta.links ?? [],
    ...(meta.paraphrases === undefined ? {} : { paraphrases: meta.paraphrases }),
  };
}

/**
 * Document id of a page: its host, then path and query as a slug. `null` where they give none. Several addresses may give
 * one id: see `underOwnId`.
 */
export function idOfAddress(url: string): string | null {
  const { hostname, pathname, search } = new URL(url);
  const host = idPart(hostname.replace(/^www\./u, ""), 60);
  const page = idPart(decoded(pathname + search), 110);
  const id = page === "" ? host : `${host}/${page}`;
  return isDocumentId(id) ? id : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is no encoding.
    return text;
  }
}
