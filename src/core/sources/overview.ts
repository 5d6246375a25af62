import { clip } from "../budget.ts";
import type { LoadFailure } from "../desk.ts";
import { countryName, formatDate, languageName } from "../names.ts";
import { code, note, strong, text, type Block, type Span } from "../reply.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Holdings, OutletHolding, Tally } from "./holdings.ts";

/** UTF-16 units of names and titles in a list, and of what is wrong with a file. */
const NAME_MAX = 60;
const TITLE_MAX = 90;
const FAILURE_MAX = 110;
/** Values that one line names; the rest are counted. */
const VALUES_MAX = 10;
const YEARS_MAX = 20;
const FAILURES_MAX = 3;

/** What a library holds at a glance, with what failed to load; bounded, whatever it holds. */
export function overviewOf(holdings: Holdings, failures: readonly LoadFailure[], m: Messages): Block[] {
  const { documents, passages, kinds, countries, languages, version, onlyOwn } = holdings;
  const { language } = m;
  const say = m.sources;
  const lines: [string, Span[]][] = [
    [say.kinds, [text(tallied(kinds, (kind) => m.kinds[kind], VALUES_MAX, m))]],
    [say.countries, [text(tallied(countries, (code) => countryOf(code, m), VALUES_MAX, m))]],
    [
      say.languages,
      [
        text(
          tallied(
            languages,
            (tag) => (tag === "unknown" ? m.languageUnknown : clip(languageName(tag, language), NAME_MAX)),
            VALUES_MAX,
            m,
          ),
        ),
      ],
    ],
    [say.years, [text(yearsOf(holdings, m))]],
    ...(onlyOwn ? [] : [[say.newest, [text(newestOf(holdings, m))]] satisfies [string, Span[]]]),
    [
      say.ownAsOf,
      [text(holdings.ownAsOf === null ? say.ownAsOfNone : formatDate(holdings.ownAsOf, language))],
    ],
    [say.version, [code(version)]],
  ];
  return [
    { type: "heading", spans: [text(say.heading(documents, passages))] },
    {
      type: "list",
      items: lines
        .filter(([, [first]]) => first!.text !== "")
        .map(([label, spans]) => [strong(label), text(": "), ...spans]),
    },
    ...(onlyOwn ? [note(say.onlyOwn)] : []),
    ...failuresOf(failures, m),
  ];
}

/** What failed to load: how much, and the first of it. */
export function failuresOf(failures: readonly LoadFailure[], m: Messages): Block[] {
  if (failures.length === 0) return [];
  const more = failures.length - FAILURES_MAX;
  return [
    note(m.sources.failures(failures.length)),
    {
      type: "list",
      items: [
        ...failures
          .slice(0, FAILURES_MAX)
          .map(({ file, message }) => [
            code(clip(file, NAME_MAX)),
            text(` ${clip(message.replace(/\s+/gu, " "), FAILURE_MAX)}`),
          ]),
        ...(more > 0 ? [[text(m.andMore(more))]] : []),
      ],
    },
  ];
}

/** An outlet in a line: name, country and ownership, how many documents. */
export function outletLine({ name, country, ownership, own, documents }: OutletHolding, m: Messages): Span[] {
  const called = name === null ? m.outletUnknown : clip(name, NAME_MAX);
  const about = own ? m.ourWords : `${countryOf(country, m)}, ${m.ownerships[ownership]}`;
  // Where nothing is known it is said once.
  const isUnknown = !own && name === null && country === "unknown" && ownership === "unknown";
  return [text(`${isUnknown ? called : `${called} (${about})`}: ${number(documents, m)}`)];
}

function tallied<T>(
  tallies: readonly Tally<T>[],
  nameOf: (value: T) => string,
  max: number,
  m: Messages,
): string {
  const more = tallies.length - max;
  return [
    ...tallies.slice(0, max).map(({ value, documents }) => `${nameOf(value)} ${number(documents, m)}`),
    ...(more > 0 ? [m.andMore(more)] : []),
  ].join(" · ");
}

/** The span of years, then how many documents each has, newest first; decades where there are many years. */
function yearsOf({ years, undated }: Holdings, m: Messages): string {
  const first = years[0]?.value;
  const last = years.at(-1)?.value;
  const counted =
    years.length <= YEARS_MAX
      ? tallied(years.toReversed(), String, YEARS_MAX, m)
      : tallied(decadesOf(years), (year) => m.sources.decade(year), YEARS_MAX, m);
  const span = first === undefined || first === last ? "" : `${first}–${last}: `;
  return `${span}${[
    ...(counted === "" ? [] : [counted]),
    ...(undated === 0 ? [] : [m.sources.undated(undated)]),
  ].join(" · ")}`;
}

/** Newest first. */
function decadesOf(years: readonly Tally<number>[]): Tally<number>[] {
  const decades = new Map<number, number>();
  for (const { value, documents } of years.toReversed()) {
    const decade = value - (value % 10);
    decades.set(decade, (decades.get(decade) ?? 0) + documents);
  }
  return Array.from(decades, ([value, documents]) => ({ value, documents }));
}

function newestOf({ newest }: Holdings, m: Messages): string {
  if (newest === null || newest.date === null) return m.sources.newestNone;
  const outlet = newest.outlet === null ? m.outletUnknown : clip(newest.outlet, NAME_MAX);
  return [formatDate(newest.date, m.language), m.quoted(clip(newest.title, TITLE_MAX)), outlet].join(", ");
}

function countryOf(code: string, m: Messages): string {
  return code === "unknown" ? m.countryUnknown : countryName(code, m.language);
}

function number(count: number, m: Messages): string {
  return count.toLocaleString(m.language);
}
