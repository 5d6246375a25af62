import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { WEEK, type Weekday } from "../../core/digest/weekday.ts";
import { ianaName } from "../../core/digest/zone-book.ts";
import type { Subscription } from "../../core/subscription.ts";
import { QUERY_MAX } from "../../core/subscriptions/limits.ts";
import { isIdAt, readTenant } from "../../core/tenant-address.ts";
import type { ImportedSubscription } from "../../store/tenant-store.ts";

/** What the file calls itself, and the version of its shape. */
export const FORMAT = "korea-desk-subscriptions";
export const VERSION = 1;

/** UTF-16 units that names may have, and reasons. */
const [NAME_MAX, REASON_MAX] = [200, 1_000];

/** Words that people typed. */
const words = (max: number) =>
  z
    .string("is no text")
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), "has a control character")
    .refine((text) => text.length <= max, `has more than ${max} characters`);

const entry = z
  .strictObject({
    tenant: z
      .string("is missing")
      .refine((text) => readTenant(text) !== null, "is none such as discord:guild:123 or slack:team:T123"),
    channel: z.string("is missing"),
    at: z.string("is missing").regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "is no time such as 09:00"),
    timezone: z
      .string("is missing")
      .refine((name) => ianaName(name) !== null, "is no time zone such as Asia/Seoul"),
    days: z
      .array(z.literal(WEEK as [Weekday, ...Weekday[]], "has a day that is none of 1 to 7"), "is no list")
      .min(1, "has no day")
      .default([...WEEK]),
    query: words(QUERY_MAX).nullable().default(null),
    quiet: z.boolean("is neither true nor false").default(false),
    language: z.enum(["en", "ko"], "is none of en, ko").default("en"),
    state: z.enum(["active", "paused"], "is none of active, paused").default("active"),
    pausedBecause: words(REASON_MAX).nullable().default(null),
    createdBy: z.strictObject(
      { id: z.string("is missing"), name: words(NAME_MAX).nullable().default(null) },
      "is missing",
    ),
    createdAt: z.iso.datetime({ error: "is no time such as 2026-03-10T09:00:00Z" }).optional(),
    lastLocalDate: z.iso.date("is no date such as 2026-03-10").nullable().default(null),
  })
  .superRefine(({ tenant, channel, createdBy, timezone, lastLocalDate }, ctx) => {
    const say = (path: string[], message: string) => ctx.addIssue({ code: "custom", path, message });
    const at = readTenant(tenant);
    if (at !== null && !isIdAt(at, channel)) say(["channel"], "is no id of a channel there");
    if (at !== null && !isIdAt(at, createdBy.id)) say(["createdBy", "id"], "is no id of a person there");
    const zone = ianaName(timezone);
    // A date that never comes would silence the channel for ever.
    if (zone !== null && lastLocalDate !== null && lastLocalDate > Temporal.Now.plainDateISO(zone).toString())
      say(["lastLocalDate"], "has not come yet");
  });

/** The file around its entries. */
export const envelope = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  subscriptions: z.array(z.unknown()),
});

/** An entry, or what is wrong with it: all mistakes in one sentence, without a full stop. */
export function readEntry(given: unknown): ImportedSubscription | { readonly mistake: string } {
  const read = entry.safeParse(given);
  if (!read.success) return { mistake: mistakeIn(read.error, given) };
  const { tenant, channel, timezone, days, query, state, pausedBecause, createdAt, ...rest } = read.data;
  const asked = query?.normalize("NFC").trim() ?? "";
  return {
    ...rest,
    channel: { tenant: readTenant(tenant)!, channel },
    zone: ianaName(timezone)!,
    days: WEEK.filter((day) => days.includes(day)),
    query: asked === "" ? null : asked,
    state,
    pausedBecause: state === "paused" ? pausedBecause : null,
    createdAt: createdAt === undefined ? Date.now() : Date.parse(createdAt),
  };
}

/** A subscription as an entry. */
export function entryOf(subscription: Subscription): z.input<typeof entry> {
  const { channel, at, zone, days, query, quiet, language, state, pausedBecause } = subscription;
  const { createdBy, createdAt, lastLocalDate } = subscription;
  return {
    tenant: channel.tenant,
    channel: channel.channel,
    at,
    timezone: zone,
    days: [...days],
    query,
    quiet,
    language,
    state,
    pausedBecause,
    createdBy,
    createdAt: new Date(createdAt).toISOString(),
    lastLocalDate,
  };
}

function mistakeIn({ issues }: z.ZodError, given: unknown): string {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return "it is no object";
  const told = issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? `${issue.keys.map((key) => `“${key}”`).join(", ")} is not known`
      : `${issue.path.join(".")} ${issue.message}`,
  );
  return [...new Set(told)].join("; ");
}
