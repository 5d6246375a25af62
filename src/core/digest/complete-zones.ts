import { COMPLETIONS_MAX } from "../option.ts";
import {
  countriesByKey,
  keyOf,
  wordKeys,
  zoneBook,
  zoneCity,
  zonesOfCountry,
  type ZonePlace,
} from "./zone-book.ts";
import { ABBREVIATIONS, IANA_NAMES } from "./zone-names.ts";
import { parseOffset } from "./zone-offset.ts";
import { labelOf, zonesWithOffset } from "./zones.ts";

/** UTF-16 units looked at; no name of a place is as long. */
const TYPED_MAX = 60;
/** Countries whose zones are looked up for what is typed: each takes a while the first time. */
const COUNTRIES_MAX = 8;

/** A zone and what it is shown by. */
interface Offered {
  readonly zone: string;
  readonly city: string;
}

/**
 * Zones for a half-typed city, country, abbreviation, offset or IANA name, in English or Korean, best first; without anything typed those
 * that people here ask for most. Each zone comes once, as `Seoul (Asia/Seoul, UTC+09:00)`, under the name that matched and with its offset at
 * `now` (milliseconds since 1970); `parseZone` reads that. At most {@link COMPLETIONS_MAX}, each short enough to be a choice.
 */
export function completeZones(typed: string, now: number, language: string): string[] {
  const text = typed.slice(0, TYPED_MAX).normalize("NFKC").trim();
  const offered = new Map<string, string>();
  for (const { zone, city } of candidates(text, now, language)) {
    if (offered.size === COMPLETIONS_MAX) break;
    if (!offered.has(zone)) offered.set(zone, city);
  }
  return [...offered].map(([zone, city]) => labelOf(zone, city, now));
}

function* candidates(text: string, now: number, language: string): Generator<Offered> {
  const shown = (zone: string): Offered => ({ zone, city: zoneCity(zone, language) });
  const { zones, places } = zoneBook();
  const offset = parseOffset(text);
  if (offset !== null) {
    yield* zonesWithOffset(offset, now).map(shown);
    return;
  }
  const key = keyOf(text);
  if (key === "") {
    // What has no letter begins no name; only who has typed nothing yet is shown the usual ones.
    if (text === "") yield* zones.map(shown);
    return;
  }
  const short = ABBREVIATIONS.get(text.toLowerCase());
  if (short !== undefined) yield shown(short.zone);
  const matching = (test: (place: ZonePlace) => boolean) =>
    places.filter(test).map(({ zone, name }): Offered => ({ zone, city: name }));
  yield* matching((place) => place.key === key);
  const countries = [...countriesByKey()];
  const exact = countriesByKey().get(key);
  if (exact !== undefined) yield* zonesOfCountry(exact).map(shown);
  const beginning = (test: (name: string) => boolean) =>
    byRank([
      ...matching((place) => place.key.startsWith(key) && test(place.key)),
      ...zonesOf(countries.filter(([name]) => name.length > 2 && name.startsWith(key) && test(name))).map(
        shown,
      ),
    ]);
  // A syllable of Hangul is a whole one first (부산 for 부), then one that still grows (북경).
  const whole = key.normalize("NFC");
  yield* beginning((name) => name.normalize("NFC").startsWith(whole));
  yield* beginning(() => true);
  const words = wordKeys(text);
  yield* matching((place) => place.words.includes(words));
  // The second word of a country, as in “South Korea”; shorter keys are parts of too many names.
  const isLong = key.length > 3 || /\p{Script=Hangul}/u.test(text);
  if (isLong) yield* zonesOf(countries.filter(([name]) => name.includes(key))).map(shown);
  yield* zones.filter((zone) => keyOf(zone).startsWith(key)).map(shown);
  yield* [...IANA_NAMES].filter(([old]) => keyOf(old).startsWith(key)).map(([, zone]) => shown(zone));
}

/** Those of zones that people here ask for most first. */
function byRank(offered: readonly Offered[]): readonly Offered[] {
  const rank = new Map(zoneBook().zones.map((zone, index) => [zone, index]));
  return offered.toSorted((a, b) => (rank.get(a.zone) ?? rank.size) - (rank.get(b.zone) ?? rank.size));
}

function zonesOf(countries: readonly [key: string, code: string][]): readonly string[] {
  const codes = [...new Set(countries.map(([, code]) => code))];
  return codes.slice(0, COUNTRIES_MAX).flatMap(zonesOfCountry);
}
