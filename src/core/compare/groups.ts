import type { Kind } from "../document.ts";
import type { Library } from "../library.ts";
import type { PositionRecord } from "../reference.ts";
import type { Filters } from "../search/filters.ts";
import { ALWAYS_SHOWN, BLOCS, blocOfCountry, blocOfDocument, countryOfPosition, isOurs } from "./blocs.ts";
import type { Group } from "./group.ts";

/** Kinds in the order in which they are always shown; texts of unknown kind come last where there are any. */
const KINDS_SHOWN = [
  "opinion",
  "editorial",
  "news",
  "official",
  "briefing",
  "unknown",
] as const satisfies readonly Kind[];

/** The kind of text in which a position of each kind is found: what is reported of somebody is known from the news. */
const KIND_OF_POSITION = { opinion: "opinion", official: "official", reported: "news" } as const;

/** The kind of text that a position belongs to. */
export function kindOfPosition({ kind }: PositionRecord): Kind {
  return KIND_OF_POSITION[kind];
}

/** The sides by country in their order. A country, an outlet or an author asked for leaves no other side that could be silent. */
export function blocGroups(filters: Filters, library: Library): Group[] {
  return BLOCS.map((bloc) => blocGroup(bloc, filters, library));
}

/** The kinds of text in their order; a kind asked for leaves no other that could be silent. */
export function kindGroups(filters: Filters): Group[] {
  return KINDS_SHOWN.map((kind) => kindGroup(kind, filters));
}

function blocGroup(bloc: (typeof BLOCS)[number], filters: Filters, library: Library): Group {
  const { country, outlet, author } = filters;
  const isOnly = country !== undefined && blocOfCountry(country) === bloc;
  const isNarrowed = country !== undefined || outlet !== undefined || author !== undefined;
  return {
    key: bloc,
    label: (m) => m.compare.blocs[bloc],
    always: isNarrowed ? isOnly : ALWAYS_SHOWN.has(bloc),
    field: ALWAYS_SHOWN.has(bloc) ? `country:${bloc}` : null,
    documents: (document) => !isOurs(document) && blocOfDocument(document, library) === bloc,
    positions: (position) => blocOfCountry(countryOfPosition(position, library)) === bloc,
  };
}

function kindGroup(kind: (typeof KINDS_SHOWN)[number], filters: Filters): Group {
  const isAsked = filters.kind === undefined || filters.kind === kind;
  return {
    key: kind,
    label: (m) => m.kinds[kind],
    always: isAsked && (kind !== "unknown" || filters.kind === kind),
    field: `kind:${kind}`,
    // Briefings are our own and are marked as such; the other kinds are what others said.
    documents: (document) => document.kind === kind && (kind === "briefing" || !isOurs(document)),
    positions: (position) => kindOfPosition(position) === kind,
  };
}
