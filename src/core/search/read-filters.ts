import type { Messages } from "../../messages/messages.ts";
import { echo } from "../budget.ts";
import { countryCodes, languageCodes } from "../codes.ts";
import type { Kind } from "../document.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import { countryName, isLanguageTag, languageName } from "../names.ts";
import { nearest } from "../nearest.ts";
import { firstDay, lastDay, type PartialDate } from "../partial-date.ts";
import type { Filters } from "./filters.ts";
import { wordsOf } from "./words.ts";

/** Filters as a person gives them: names in any spelling. */
export interface TypedFilters {
  from?: PartialDate | undefined;
  to?: PartialDate | undefined;
  outlet?: string | undefined;
  country?: string | undefined;
  kind?: Kind | undefined;
  language?: string | undefined;
  author?: string | undefined;
  about?: string | undefined;
}

/**
 * The filters meant.
 *
 * @throws {UserError} where a name is not known, naming the nearest known one, or no day can match.
 */
export function readFilters(typed: TypedFilters, library: Library): Filters {
  const { from, to, outlet, country, kind, language, author, about } = typed;
  if (from !== undefined && to !== undefined && firstDay(from) > lastDay(to)) {
    throw new UserError((m) => m.fromAfterTo(from, to));
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(outlet === undefined ? {} : { outlet: outletOf(outlet, library) }),
    ...(country === undefined ? {} : { country: countryOf(country) }),
    ...(kind === undefined ? {} : { kind }),
    ...(language === undefined ? {} : { language: languageOf(language) }),
    ...(author === undefined ? {} : { author: authorOf(author, library) }),
    ...(about === undefined ? {} : { about: namedBy(about, library) }),
  };
}

/** The filters in words, such as `outlet: The Dong-A Ilbo, from: 2018`; `null` where there are none. */
export function describeFilters(filters: Filters, library: Library, m: Messages): string | null {
  const { outlet, country, language, about, ...rest } = filters;
  const parts = {
    ...rest,
    ...(rest.kind === undefined ? {} : { kind: m.kinds[rest.kind] }),
    ...(outlet === undefined ? {} : { outlet: library.outlets.named(outlet)?.name ?? outlet }),
    ...(country === undefined ? {} : { country: countryName(country, m.language) }),
    ...(language === undefined ? {} : { language: languageName(language, m.language) }),
    ...(about === undefined ? {} : { about: library.analyser.lexicon.formsOf(about[0]!)[0] ?? about[0]! }),
  };
  const words = Object.entries(parts).map(([name, value]) => `${name}: ${echo(value)}`);
  return words.length === 0 ? null : words.join(", ");
}

function outletOf(typed: string, library: Library): string {
  const known = library.outlets.named(typed);
  if (known !== null) return known.id;
  const names = new Set<string>();
  for (const { outlet, outletId } of library.documents()) {
    if (outlet === null) continue;
    if (outletId === null && outlet.toLowerCase() === typed.toLowerCase()) return outlet.toLowerCase();
    names.add(outlet);
  }
  const all = [
    ...names,
    ...library.outlets.all.flatMap(({ name, ko, aliases }) => [name, ko ?? name, ...aliases]),
  ].flatMap((name) => [name, name.replace(/^The\s+/u, "")]);
  throw new UserError((m) => m.unknownOutlet(echo(typed), nearest(typed, all)));
}

function authorOf(typed: string, library: Library): string {
  const folded = typed.toLowerCase();
  const authors = new Set<string>();
  for (const { author } of library.documents()) {
    if (author === null) continue;
    if (author.toLowerCase().includes(folded)) return folded;
    authors.add(author);
  }
  throw new UserError((m) => m.unknownAuthor(echo(typed), nearest(typed, [...authors])));
}

/** What the whole text names; a form that is part of a longer text is not meant. */
function namedBy(typed: string, { analyser: { lexicon } }: Library): readonly string[] {
  const whole = lexicon.whole(wordsOf(typed));
  if (whole.length > 0) return whole;
  const sounding = lexicon.sounding(typed);
  if (sounding !== null) return [sounding];
  throw new UserError((m) => m.unknownName(echo(typed), nearest(typed, lexicon.allForms())));
}

function countryOf(typed: string): string {
  const code = countryCodes().get(typed.toLowerCase());
  if (code !== undefined) return code;
  const meant = nearest(
    typed,
    [...countryCodes().keys()].filter((name) => name.length > 2),
  );
  const meantCode = meant === null ? null : countryCodes().get(meant)!;
  throw new UserError((m) =>
    m.unknownCountry(echo(typed), meantCode === null ? null : countryName(meantCode, m.language)),
  );
}

function languageOf(typed: string): string {
  // `zh-Hans` asks for Chinese in that script; what comes after the language is kept as typed.
  const [primary = "", ...subtags] = typed.split("-");
  const code = languageCodes().get(typed.toLowerCase()) ?? languageCodes().get(primary.toLowerCase());
  if (code === undefined || (subtags.length > 0 && !isLanguageTag(typed))) {
    throw new UserError((m) => m.unknownLanguage(echo(typed)));
  }
  return languageCodes().has(typed.toLowerCase()) ? code : [code, ...subtags].join("-");
}
