import { partsOf, type PartialDate } from "./partial-date.ts";

/** The date as a person writes it, as far as it is known: `28 March 2018`, `March 2018`, `2018`; in Korean 2018년 3월 28일. */
export function formatDate(date: PartialDate, language: string): string {
  const { year, month, day } = partsOf(date);
  const instant = new Date(0);
  instant.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return dateFormat(language === "en" ? "en-GB" : language, month !== undefined, day !== undefined).format(
    instant,
  );
}

// Formats take far longer to make than to use.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const displayNames = new Map<string, Intl.DisplayNames>();

function dateFormat(locale: string, withMonth: boolean, withDay: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${withMonth} ${withDay}`;
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(withMonth ? { month: "long" } : {}),
    ...(withDay ? { day: "numeric" } : {}),
  });
  dateFormats.set(key, format);
  return format;
}

/** UTF-16 units of a language tag, as RFC 5646 section 4.4.1 advises. */
const TAG_MAX = 35;

/** Whether a text is a well-formed BCP 47 language tag that begins with a language of two or three letters. */
export function isLanguageTag(tag: string): boolean {
  try {
    return (
      /^[a-z]{2,3}(?:-|$)/iu.test(tag) && tag.length <= TAG_MAX && Intl.getCanonicalLocales(tag).length === 1
    );
  } catch {
    return false;
  }
}

/** Name of a country by its ISO 3166-1 alpha-2 code; the code itself where it has none. */
export function countryName(code: string, language: string): string {
  return nameOf("region", code, language);
}

/** Name of a language by its BCP 47 tag; the tag itself where it has none. */
export function languageName(tag: string, language: string): string {
  return nameOf("language", tag, language);
}

function nameOf(type: "region" | "language", code: string, language: string): string {
  const key = `${type} ${language}`;
  const names = displayNames.get(key) ?? new Intl.DisplayNames([language], { type });
  displayNames.set(key, names);
  try {
    return names.of(code) ?? code;
  } catch {
    // Not a well-formed code: shown as it stands in the document.
    return code;
  }
}

/** Host of a web address without `www.`, as shown beside a link. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./u, "");
}
