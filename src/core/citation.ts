import type { Messages } from "../messages/messages.ts";
import { clip } from "./budget.ts";
import type { Document } from "./document.ts";
import { countryName, formatDate, hostOf, languageName } from "./names.ts";
import { isDatedByEvent, isOwn } from "./own-records.ts";
import { strong, text, type Span } from "./reply.ts";

/** UTF-16 units of a title and of a name in a citation, so that five citations fit one reply. */
const TITLE_MAX = 110;
const NAME_MAX = 60;
/** Publishers named for a text of ours; the rest are counted. */
const PUBLISHERS_MAX = 2;
/** UTF-16 units of an address that can be linked; of a longer one only the host is shown, so that a reply stays small. */
const URL_MAX = 300;

/**
 * Who said it: author, title, outlet with its country and ownership, date, then kind, language and link. Opinion and
 * our own words stand out; what is not known is said to be unknown.
 */
export function citationOf(document: Document, m: Messages): Span[] {
  return isOwn(document) ? ownCitation(document, m) : citation(document, m);
}

function citation(document: Document, m: Messages): Span[] {
  const { author, title, date, kind, language, url } = document;
  const outlet = document.outlet === null ? m.outletUnknown : clip(document.outlet, NAME_MAX);
  const country =
    document.country === "unknown" ? m.countryUnknown : countryName(document.country, m.language);
  // A ministry's own text is no medium: that it is official is said already.
  const about = kind === "official" ? country : `${country}, ${m.ownerships[document.ownership]}`;
  // Where nothing is known it is said once.
  const isUnknown =
    document.outlet === null && document.country === "unknown" && document.ownership === "unknown";
  const line = [
    ...(author === null ? [] : [clip(author, NAME_MAX)]),
    m.quoted(clip(title, TITLE_MAX)),
    isUnknown ? outlet : `${outlet} (${about})`,
    date === null ? m.undated : formatDate(date, m.language),
  ].join(", ");
  const tongue = language === "unknown" ? m.languageUnknown : languageName(language, m.language);
  return [strong(m.kinds[kind]), text(` · ${line} · ${tongue}`), ...linkOf(url)];
}

function ownCitation(document: Document, m: Messages): Span[] {
  const { title, outlet, date, kind, sources } = document;
  const publishers = [...new Set(sources.map(({ publisher }) => clip(publisher, NAME_MAX)))];
  const more = publishers.length - PUBLISHERS_MAX;
  const named = [...publishers.slice(0, PUBLISHERS_MAX), ...(more > 0 ? [m.andMore(more)] : [])].join(", ");
  const line = [
    m.quoted(clip(title, TITLE_MAX)),
    ...(outlet === null ? [] : [clip(outlet, NAME_MAX)]),
    ...(date === null ? [] : [ownDate(document, formatDate(date, m.language), m)]),
  ].join(", ");
  const tongue = languageName(document.language, m.language);
  return [
    strong(`${m.kinds[kind]}, ${m.ourWords}`),
    text(` · ${line} · ${tongue}${named === "" ? "" : ` · ${m.sourcesAre(named)}`}`),
    ...linkOf(sources.find(({ url }) => url !== undefined)?.url ?? null),
  ];
}

/** An entry is dated by what it tells of; it was not written on that day. */
function ownDate(document: Document, date: string, m: Messages): string {
  if (document.kind !== "reference") return date;
  return isDatedByEvent(document) ? m.entryOn(date) : m.asOf(date);
}

function linkOf(url: string | null): Span[] {
  if (url === null) return [];
  const host = hostOf(url);
  return [
    text(" · "),
    new URL(url).href.length > URL_MAX ? text(clip(host, NAME_MAX)) : { type: "link", text: host, url },
  ];
}
