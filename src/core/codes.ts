/** Names that people use and Unicode's lists do not give first. */
const MORE_COUNTRIES: Readonly<Record<string, string>> = {
  dprk: "KP",
  "democratic people's republic of korea": "KP",
  조선: "KP",
  북조선: "KP",
  rok: "KR",
  "republic of korea": "KR",
  korea: "KR",
  한국: "KR",
  남한: "KR",
  usa: "US",
  "u.s.": "US",
  america: "US",
  uk: "GB",
  britain: "GB",
  prc: "CN",
};

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");
const PAIRS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));

let countries: ReadonlyMap<string, string> | null = null;
let languages: ReadonlyMap<string, string> | null = null;

/** ISO 3166-1 alpha-2 codes by every name taken for them: the code, English and Korean names, common short forms; lower case. */
export function countryCodes(): ReadonlyMap<string, string> {
  countries ??= new Map([
    ...codesByName("region", (pair) => pair.toUpperCase()),
    ...Object.entries(MORE_COUNTRIES),
  ]);
  return countries;
}

/** ISO 639-1 codes by the code and the English and Korean names; lower case. */
export function languageCodes(): ReadonlyMap<string, string> {
  languages ??= codesByName("language", (pair) => pair);
  return languages;
}

function codesByName(type: "region" | "language", codeOf: (pair: string) => string): Map<string, string> {
  const names = ["en", "ko"].map((language) => new Intl.DisplayNames([language], { type, fallback: "none" }));
  const codes = new Map<string, string>();
  for (const code of PAIRS.map(codeOf)) {
    // Private use and grouping codes (EU, ZZ, XA …) are no countries.
    const called = names.flatMap((display) => display.of(code) ?? []);
    if (called.length === 0 || (type === "region" && NO_COUNTRY.has(code))) continue;
    for (const name of [code, ...called])
      if (!codes.has(name.toLowerCase())) codes.set(name.toLowerCase(), code);
  }
  return codes;
}

/** Codes that Unicode names although ISO 3166-1 gives them to no country, or no longer does. */
const NO_COUNTRY: ReadonlySet<string> = new Set(
  (
    "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ AN BU CS CT DD DY FQ FX HV JT MI NH NQ NT PC PU PZ QU RH SU TP UK VD " +
    "WK YD YU ZR"
  ).split(" "),
);
