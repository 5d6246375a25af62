import { z } from "zod";
import { OWNERSHIPS } from "../core/outlet.ts";
import type { Outlet } from "../core/outlet.ts";

const text = z.string().trim().min(1, "is empty");
const key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, "is no key of lower-case letters, digits and hyphens");

/**
 * One entry of the file of outlets, as a person writes it: lists may be left out, and so may `ko` and
 * `entity`.
 */
export const outletSchema = z
  .strictObject({
    id: key,
    name: text,
    ko: text.nullable().default(null),
    aliases: z.array(text).default([]),
    domains: z
      .array(
        z
          .string()
          .regex(/^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, "is no lower-case host name without www."),
      )
      .default([]),
    country: z.string().regex(/^(?:[A-Z]{2}|unknown)$/u, "is neither an ISO 3166-1 alpha-2 code nor unknown"),
    language: z
      .string()
      .regex(/^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u, "is neither a BCP 47 language nor unknown"),
    ownership: z.enum(OWNERSHIPS),
    entity: key.optional(),
    // A one-letter fingerprint would claim any page.
    fingerprints: z
      .array(z.strictObject({ all: z.array(z.string().min(8, "is too short to show anything")).min(1) }))
      .default([]),
  })
  .transform(({ entity, ...rest }): Outlet => (entity === undefined ? rest : { ...rest, entity }));
