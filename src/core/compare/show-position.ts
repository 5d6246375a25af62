import { clip } from "../budget.ts";
import type { Context } from "../command.ts";
import { countryName, formatDate } from "../names.ts";
import { parsePartialDate } from "../partial-date.ts";
import type { PositionRecord, Reference } from "../reference.ts";
import { strong, text, type Span } from "../reply.ts";
import { entityOf, nameOf } from "../entities.ts";
import { opposingOf } from "./opposing.ts";

/** UTF-16 units of names and of a statement: ours, and so clipped where they are too long for a window. */
const NAME_MAX = 60;
const OTHERS_MAX = 90;
const STATEMENT_MAX = 300;
const OPPOSING_MAX = 3;

/** How positions are shown. */
export interface PositionStyle {
  /** Ids of the positions of the whole comparison: who opposes within it is named first. */
  readonly compared: ReadonlySet<string>;
  /** Whether to tell the holder's country, which stands nowhere else. */
  readonly withCountry: boolean;
}

/**
 * One line: who holds it, official or opinion, when, what it says in our paraphrase, who holds the contrary. The statement is our own
 * text and stands in no quotation marks.
 */
export function positionSpans(
  position: PositionRecord,
  { compared, withCountry }: PositionStyle,
  { m, library: { reference } }: Context,
): Span[] {
  const { who, also, kind, outlet, statement } = position;
  const name = (id: string) => clip(nameOf(reference, id, m.language), NAME_MAX);
  const country = withCountry ? countryOf(who, reference, m.language) : null;
  const said = m.compare.positionKinds[kind];
  const parts = [
    ...(also.length === 0 ? [] : [m.compare.together(clip(also.map(name).join(", "), OTHERS_MAX))]),
    outlet === undefined || outlet === who ? said : m.compare.appearedIn(said, name(outlet)),
    period(position, m.language),
    `${m.compare.paraphrase}: ${clip(statement.replace(/\s+/gu, " "), STATEMENT_MAX)}`,
  ];
  const { others, own } = opposingOf(position, reference, compared);
  const opposing = others
    .slice(0, OPPOSING_MAX)
    .map((one) => m.compare.bracketed(name(one.who), one.years.join(", ")));
  const ownYears = [...new Set(own.map(({ date }) => date.slice(0, 4)))].toSorted();
  return [
    strong(country === null ? name(who) : m.compare.bracketed(name(who), country)),
    text(` · ${parts.join(" · ")}`),
    ...(opposing.length === 0
      ? []
      : [text(` · ${m.compare.opposing(opposing, Math.max(0, others.length - OPPOSING_MAX))}`)]),
    ...(own.length === 0 ? [] : [text(` · ${m.compare.differsFromOwn(ownYears.join(", "))}`)]),
  ];
}

/** Name of the country of whoever is none; `null` where there is nothing to tell. */
function countryOf(who: string, reference: Reference, language: string): string | null {
  const entity = entityOf(reference, who);
  // `UN` and `INT` mark bodies of many states.
  if (entity === null || !/^(?!UN)[A-Z]{2}$/u.test(entity.country)) return null;
  return entity.name === countryName(entity.country, "en") ? null : countryName(entity.country, language);
}

function period({ date, end }: PositionRecord, language: string): string {
  return [date, ...(end === undefined ? [] : [end])]
    .map((typed) => {
      const parsed = parsePartialDate(typed);
      return parsed === null ? typed : formatDate(parsed, language);
    })
    .join(" – ");
}
