import type { Messages } from "../../messages/messages.ts";
import type { Document } from "../document.ts";
import type { Library } from "../library.ts";
import type { Outlet } from "../outlet.ts";
import type { PositionRecord } from "../reference.ts";
import { BLOCS, blocOfCountry, isOurs, outletNamed } from "./blocs.ts";
import { entityOf } from "../entities.ts";
import type { Group } from "./group.ts";

/** Outlets that are compared: five pages of them. */
const OUTLETS_MAX = 25;

/** An outlet that published something, or in which a recorded position appeared. */
interface Publisher {
  key: string;
  /** `null`: the outlet is not known. */
  name: string | null;
  ko: string | null;
  country: string;
  /** Whether a filter by outlet knows it: it is in the outlet book, or a document names it. */
  isListed: boolean;
}

/** Key of the outlet of a position, as a filter by outlet has it; `null` where it appeared in none. */
export function outletOfPosition(position: PositionRecord, library: Library): string | null {
  return publisherOfPosition(position, library)?.key ?? null;
}

/**
 * A group for each outlet of these documents, the first {@link OUTLETS_MAX} of them, and of these positions, by country and
 * then by name: the countries in the order of the blocs, then by their codes.
 */
export function outletGroups(
  documents: readonly Document[],
  positions: readonly PositionRecord[],
  library: Library,
): Group[] {
  const publishers = new Map<string, Publisher>();
  for (const document of documents) {
    const publisher = publisherOf(document, library);
    if (!publishers.has(publisher.key)) publishers.set(publisher.key, publisher);
    if (publishers.size === OUTLETS_MAX) break;
  }
  for (const position of positions) {
    const publisher = publisherOfPosition(position, library);
    if (publisher !== null && !publishers.has(publisher.key)) publishers.set(publisher.key, publisher);
  }
  return [...publishers.values()].sort(inOrder).map((publisher) => groupOf(publisher, library));
}

function groupOf(publisher: Publisher, library: Library): Group {
  const { key, name, ko, isListed } = publisher;
  return {
    key,
    label: (m: Messages) => (m.language === "ko" ? ko : null) ?? name ?? m.outletUnknown,
    always: false,
    field: name === null || !isListed || /["“”\n]/u.test(name) ? null : `outlet:"${name}"`,
    documents: (document) => !isOurs(document) && publisherOf(document, library).key === key,
    positions: (position) => publisherOfPosition(position, library)?.key === key,
  };
}

function publisherOf({ outletId, outlet, country }: Document, { outlets }: Library): Publisher {
  const of = { country, isListed: true };
  if (outletId !== null) {
    const known = outlets.named(outletId);
    return { ...of, key: outletId, name: outlet ?? known?.name ?? outletId, ko: known?.ko ?? null };
  }
  // Unknown outlets of one country have nothing else in common that could be told.
  if (outlet === null) return { ...of, key: `unknown:${country}`, name: null, ko: null };
  return { ...of, key: outlet.toLowerCase(), name: outlet, ko: null };
}

/** The outlet in which a position appeared, or which holds it; `null` where there is none. */
function publisherOfPosition(
  { who, outlet }: PositionRecord,
  { outlets, reference }: Library,
): Publisher | null {
  if (outlet === undefined) return publisherNamed(outletNamed(who, outlets));
  const listed = outletNamed(outlet, outlets);
  if (listed !== null) return publisherNamed(listed);
  const entity = entityOf(reference, outlet);
  const name = entity?.name ?? outlet;
  return {
    key: name.toLowerCase(),
    name,
    ko: entity?.ko ?? null,
    country: entity?.country ?? "unknown",
    isListed: false,
  };
}

function publisherNamed(outlet: Outlet | null): Publisher | null {
  if (outlet === null) return null;
  const { id, name, ko, country } = outlet;
  return { key: id, name, ko, country, isListed: true };
}

function inOrder(a: Publisher, b: Publisher): number {
  const place = ({ country }: Publisher) => BLOCS.indexOf(blocOfCountry(country));
  const rest = ({ country }: Publisher) => (country === "unknown" ? "~" : country);
  return (
    place(a) - place(b) ||
    compare(rest(a), rest(b)) ||
    Number(a.name === null) - Number(b.name === null) ||
    (a.name ?? "").localeCompare(b.name ?? "", "en") ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
