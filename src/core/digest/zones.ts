import type { Messages } from "../../messages/messages.ts";
import { echo } from "../budget.ts";
import { UserError } from "../errors.ts";
import { countryName } from "../names.ts";
import { nearest } from "../nearest.ts";
import { countriesByKey, ianaName, keyOf, zoneBook, zoneCity, zonesOfCountry } from "./zone-book.ts";
import { ABBREVIATIONS } from "./zone-names.ts";
import { offsetAt, parseOffset, showOffset } from "./zone-offset.ts";

/** A zone that was meant. */
export interface MeantZone {
  /** IANA name, such as `Asia/Seoul`. */
  readonly zone: string;
  /** What the person should know about how it was read; `null` where that is plain. */
  readonly say: ((m: Messages) => string) | null;
}

/** UTF-16 units that a zone may take: what a platform offers as a choice has at most as many. */
const ZONE_MAX = 100;
/** Zones named in a mistake. */
const NAMED_MAX = 5;

/** The form of {@link labelOf}. */
const LABEL = /\((?<zone>[\w/+-]+), UTC[-+]\d\d:\d\d\)$/u;

/** A zone as it is shown and can be typed again: `Seoul (Asia/Seoul, UTC+09:00)`, with its offset at an instant (milliseconds since 1970); UTC is its own name. */
export function labelOf(zone: string, city: string, now: number): string {
  if (zone === "UTC") return "UTC";
  return `${city} (${zone}, ${showOffset(offsetAt(zone, now))})`;
}

/**
 * The zone that a text names in English or Korean: a city (Seoul, 뉴욕), a country that has one zone (Korea, 독일), an
 * abbreviation (KST), a name of the IANA database in any case, old names too (asia/calcutta), or a label of
 * {@link labelOf}. `now` (milliseconds since 1970) tells which zones have an offset such as UTC+9.
 *
 * @throws {UserError} where it names none, naming near ones, or several, naming them.
 */
export function parseZone(typed: string, now: number): MeantZone {
  if (typed.length > ZONE_MAX) throw unknown(typed);
  const text = typed.normalize("NFKC").trim().replace(/\s+/gu, " ");
  const name = LABEL.exec(text)?.groups?.["zone"] ?? text;
  const offset = parseOffset(name);
  if (offset !== null) return { zone: zoneAt(typed, offset, now), say: null };
  const short = ABBREVIATIONS.get(name.toLowerCase());
  if (short !== undefined) {
    const { zone, isAmbiguous } = short;
    return { zone, say: isAmbiguous ? (m) => m.digest.abbreviationMeans(echo(typed), zone) : null };
  }
  const place = withoutTime(name);
  const zone = zoneNamed(typed, name) ?? zoneNamed(typed, place) ?? zoneNamed(typed, withoutRank(place));
  if (zone === null) throw unknown(typed);
  return { zone, say: null };
}

function zoneNamed(typed: string, name: string): string | null {
  const key = keyOf(name);
  if (key === "") return null;
  // A name of the database has a slash, and then means nothing else.
  const iana = name.includes("/") ? ianaName(name) : null;
  if (iana !== null) return iana;
  const place = zoneBook().places.find((place) => place.key === key);
  if (place !== undefined) return place.zone;
  const code = countriesByKey().get(key);
  const zones = code === undefined ? [] : zonesOfCountry(code);
  if (zones.length > 1) throw several(typed, zones);
  return zones[0] ?? ianaName(name.replaceAll(" ", "_"));
}

/** “Seoul time” and 한국 표준시 name what stands before. */
function withoutTime(name: string): string {
  return name.replace(/ ?(?:(?:standard )?time|표준시|시간대?)$/iu, "");
}

/** 서울시, 부산광역시 and 제주도 name what stands before. */
function withoutRank(name: string): string {
  return name.replace(/(?<=\p{Script=Hangul}{2}) ?(?:(?:특별|광역|특별자치)?시|(?:특별자치)?도)$/u, "");
}

function zoneAt(typed: string, offset: number, now: number): string {
  if (offset === 0) return "UTC";
  const zones = zonesWithOffset(offset, now);
  if (zones.length === 0) throw unknown(typed);
  throw several(typed, zones);
}

/** Zones that are so many minutes ahead of UTC at an instant (milliseconds since 1970), those that people ask for most first. */
export function zonesWithOffset(offset: number, now: number): readonly string[] {
  return zoneBook().zones.filter((zone) => offsetAt(zone, now) === offset);
}

function several(typed: string, zones: readonly string[]): UserError {
  return new UserError((m) => {
    const named = zones.slice(0, NAMED_MAX).map((zone) => zoneCity(zone, m.language));
    return m.digest.severalZones(echo(typed), named);
  });
}

function unknown(typed: string): UserError {
  return new UserError((m) => {
    const language = /\p{Script=Hangul}/u.test(typed) ? "ko" : "en";
    const { places, zones } = zoneBook();
    const countries = [...new Set(countriesByKey().values())].map((code) => countryName(code, language));
    const near = [places.map(({ name }) => name), countries, zones].map((names) =>
      nearest(typed.trim(), names),
    );
    return m.digest.unknownZone(echo(typed), [...new Set(near.filter((one) => one !== null))]);
  });
}
