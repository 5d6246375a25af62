import { countryCodes } from "../codes.ts";
import { ZONE_CITIES } from "./zone-cities.ts";
import { IANA_NAMES, PRIMARY_ZONES } from "./zone-names.ts";

/** A city, or the last part of the IANA name, that stands for a zone. */
export interface ZonePlace {
  readonly zone: string;
  readonly name: string;
  /** The name for the comparison with what is typed. */
  readonly key: string;
  /** The keys of its words, each after a space. */
  readonly words: string;
}

/** The zones and the names for them. */
export interface ZoneBook {
  /** IANA names, those that people here ask for most first. */
  readonly zones: readonly string[];
  /** Names of places, in the order of their zones; of a zone those to be shown first come first. */
  readonly places: readonly ZonePlace[];
}

let book: ZoneBook | null = null;
const zonesByCountry = new Map<string, readonly string[]>();
const countryKeys = new Map<string, string>();

/** What is compared of a name: its letters and digits, without case and accents. */
export function keyOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The keys of the words of a name, each after a space. */
export function wordKeys(name: string): string {
  return name
    .split(/[\s/_-]+/u)
    .map((word) => ` ${keyOf(word)}`)
    .join("");
}

/** All zones of `Intl`, made once. */
export function zoneBook(): ZoneBook {
  if (book !== null) return book;
  const known = new Set(ZONE_CITIES.map(({ zone }) => zone));
  const others = Intl.supportedValuesOf("timeZone")
    .map((zone) => IANA_NAMES.get(zone) ?? zone)
    .filter((zone) => !known.has(zone))
    .toSorted();
  const placesOf = (zone: string, names: readonly string[]) =>
    names.map((name) => ({ zone, name, key: keyOf(name), words: wordKeys(name) }));
  book = {
    zones: [...known, ...others],
    places: [
      ...ZONE_CITIES.flatMap(({ zone, en, ko }) => placesOf(zone, [...en, ...ko])),
      ...others.flatMap((zone) => placesOf(zone, [cityOf(zone)])),
    ],
  };
  return book;
}

/** The name of a zone's city in a language; from the IANA name where it has no other. */
export function zoneCity(zone: string, language: string): string {
  const cities = ZONE_CITIES.find((one) => one.zone === zone);
  return (language === "ko" ? cities?.ko[0] : cities?.en[0]) ?? cityOf(zone);
}

/** The IANA name for any name, alias or spelling that `Intl` knows; `null` where it knows none. Offsets are no names. */
export function ianaName(typed: string): string | null {
  if (!/^[a-z][\w/+-]*$/iu.test(typed)) return null;
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
    return IANA_NAMES.get(zone) ?? zone;
  } catch {
    return null;
  }
}

/** The codes (ISO 3166-1) of all countries by the keys of all names for them. */
export function countriesByKey(): ReadonlyMap<string, string> {
  if (countryKeys.size === 0) {
    for (const [name, code] of countryCodes()) countryKeys.set(keyOf(name), code);
  }
  return countryKeys;
}

/**
 * The zones of a country: the one in which nearly everybody lives alone, where there is such a one; else all, those that
 * people ask for most first.
 */
export function zonesOfCountry(code: string): readonly string[] {
  const known = zonesByCountry.get(code);
  if (known !== undefined) return known;
  const all = (new Intl.Locale(`und-${code}`).getTimeZones?.() ?? []).map(
    (zone) => IANA_NAMES.get(zone) ?? zone,
  );
  const primary = PRIMARY_ZONES[code];
  const { zones } = zoneBook();
  const found =
    primary === undefined ? all.toSorted((a, b) => zones.indexOf(a) - zones.indexOf(b)) : [primary];
  zonesByCountry.set(code, found);
  return found;
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
