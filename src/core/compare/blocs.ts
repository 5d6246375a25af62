import type { Document } from "../document.ts";
import type { Library } from "../library.ts";
import type { Outlet } from "../outlet.ts";
import { isOwn } from "../own-records.ts";
import type { PositionRecord } from "../reference.ts";
import { entityOf } from "../entities.ts";

/** The sides of Korean-peninsula diplomacy in the order in which they are always shown: ISO 3166-1 codes, `INT`, `OTHER`. */
export const BLOCS = ["CN", "KP", "KR", "US", "JP", "RU", "INT", "OTHER"] as const;
export type Bloc = (typeof BLOCS)[number];

/** Sides that are shown even where they are silent: their silence tells something too. */
export const ALWAYS_SHOWN: ReadonlySet<Bloc> = new Set(["CN", "KP", "KR", "US", "JP", "RU"]);

/** What the reference base calls bodies of many states instead of a country. */
const INTERNATIONAL: ReadonlySet<string> = new Set(["UN", "INT"]);

/** The side of a country by its code. */
export function blocOfCountry(country: string): Bloc {
  if (INTERNATIONAL.has(country)) return "INT";
  return ALWAYS_SHOWN.has(country as Bloc) ? (country as Bloc) : "OTHER";
}

/** Whether a document is our own words: no side's statement. */
export function isOurs(document: Document): boolean {
  const { kind } = document;
  return isOwn(document) || kind === "briefing" || kind === "reference";
}

/** The side whose outlet published a document. A body of many states has no country, but is known to the reference base. */
export function blocOfDocument(document: Document, { outlets, reference }: Library): Bloc {
  if (document.country !== "unknown") return blocOfCountry(document.country);
  const outlet = document.outletId === null ? null : outlets.named(document.outletId);
  const known = outlet?.entity === undefined ? null : entityOf(reference, outlet.entity);
  return known !== null && INTERNATIONAL.has(known.country) ? "INT" : "OTHER";
}

/** Country of whoever holds a position; that of the outlet it appeared in where the holder is but a name. */
export function countryOfPosition(
  position: PositionRecord,
  { outlets, reference }: Pick<Library, "outlets" | "reference">,
): string {
  const holder = entityOf(reference, position.who);
  if (holder !== null) return holder.country;
  const { outlet = position.who } = position;
  return entityOf(reference, outlet)?.country ?? outletNamed(outlet, outlets)?.country ?? "unknown";
}

/** The outlet of the outlet book by the id of its entity, or by its name; `null` where it has none. */
export function outletNamed(name: string, outlets: Library["outlets"]): Outlet | null {
  return outlets.all.find(({ entity }) => entity === name) ?? outlets.named(name);
}
