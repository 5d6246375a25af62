/**
 * Names of the IANA database (https://www.iana.org/time-zones) for those that CLDR, and `Intl` with it, never changes:
 * https://unicode.org/reports/tr35/#Time_Zone_Identifiers
 */
export const IANA_NAMES: ReadonlyMap<string, string> = new Map(
  `
Africa/Asmera Africa/Asmara
America/Buenos_Aires America/Argentina/Buenos_Aires
America/Catamarca America/Argentina/Catamarca
America/Coral_Harbour America/Atikokan
America/Cordoba America/Argentina/Cordoba
America/Godthab America/Nuuk
America/Indianapolis America/Indiana/Indianapolis
America/Jujuy America/Argentina/Jujuy
America/Louisville America/Kentucky/Louisville
America/Mendoza America/Argentina/Mendoza
Asia/Calcutta Asia/Kolkata
Asia/Katmandu Asia/Kathmandu
Asia/Rangoon Asia/Yangon
Asia/Saigon Asia/Ho_Chi_Minh
Atlantic/Faeroe Atlantic/Faroe
Europe/Kiev Europe/Kyiv
Pacific/Enderbury Pacific/Kanton
Pacific/Ponape Pacific/Pohnpei
Pacific/Truk Pacific/Chuuk`
    .trim()
    .split("\n")
    .map((line) => line.split(" ") as [string, string]),
);

/**
 * The zone that is meant by the name of a country that has several, for those where nearly everybody lives in it:
 * `primaryZones` of https://github.com/unicode-org/cldr/blob/main/common/supplemental/metaZones.xml
 */
export const PRIMARY_ZONES: Readonly<Record<string, string>> = {
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  MH: "Pacific/Majuro",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PT: "Europe/Lisbon",
  UA: "Europe/Kyiv",
  UZ: "Asia/Tashkent",
};

/** What a common abbreviation usually means. */
export interface Abbreviation {
  readonly zone: string;
  /** Used for other zones too, for a country, or for one half of the year in a zone that has two. */
  readonly isAmbiguous: boolean;
}

const CLEAR = `KST Asia/Seoul
JST Asia/Tokyo
HKT Asia/Hong_Kong
SGT Asia/Singapore
PHT Asia/Manila
WIB Asia/Jakarta
ICT Asia/Bangkok
ULAT Asia/Ulaanbaatar
MSK Europe/Moscow
VLAT Asia/Vladivostok
NPT Asia/Kathmandu
PKT Asia/Karachi
SAST Africa/Johannesburg
AWST Australia/Perth
HST Pacific/Honolulu
BRT America/Sao_Paulo
UTC UTC
GMT UTC
UCT UTC
Z UTC`;

const AMBIGUOUS = `ET America/New_York
EST America/New_York
EDT America/New_York
CT America/Chicago
CST America/Chicago
CDT America/Chicago
MT America/Denver
MST America/Denver
MDT America/Denver
PT America/Los_Angeles
PST America/Los_Angeles
PDT America/Los_Angeles
AKST America/Anchorage
AKDT America/Anchorage
AST America/Halifax
ADT America/Halifax
NST America/St_Johns
NDT America/St_Johns
BST Europe/London
IST Asia/Kolkata
WET Europe/Lisbon
WEST Europe/Lisbon
CET Europe/Berlin
CEST Europe/Berlin
MET Europe/Berlin
EET Europe/Athens
EEST Europe/Athens
AEST Australia/Sydney
AEDT Australia/Sydney
AET Australia/Sydney
ACST Australia/Adelaide
ACDT Australia/Adelaide
NZST Pacific/Auckland
NZDT Pacific/Auckland
NZT Pacific/Auckland`;

/** Abbreviations in lower case. `Intl` knows some as zones of their own, such as `EST` for Panama, which nobody means. */
export const ABBREVIATIONS: ReadonlyMap<string, Abbreviation> = new Map([
  ...read(CLEAR, false),
  ...read(AMBIGUOUS, true),
]);

function read(lines: string, isAmbiguous: boolean): [string, Abbreviation][] {
  return lines.split("\n").map((line) => {
    const [short, zone] = line.split(" ") as [string, string];
    return [short.toLowerCase(), { zone, isAmbiguous }];
  });
}
