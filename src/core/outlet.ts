/** Id of the outlet under which our own words appear. */
export const OWN_OUTLET = "korea-desk";

/** Who owns an outlet. What evidence does not give is `unknown`, never guessed. */
export const OWNERSHIPS = ["state", "party", "public", "private", "unknown"] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** Words that show that a saved page comes from an outlet, found anywhere in the page's text. */
export interface PageFingerprint {
  /** Every one of these strings must occur, letter for letter. */
  all: string[];
}

/** Somebody who publishes: a newspaper, an agency, a ministry's site. */
export interface Outlet {
  /** Stable key, such as `dong-a-ilbo`. */
  id: string;
  /** Name shown in citations. */
  name: string;
  /** Name shown to Korean readers, where there is one. */
  ko: string | null;
  /** Other names and spellings; compared without case. */
  aliases: string[];
  /** Host names without `www.`; a subdomain belongs to the outlet too. */
  domains: string[];
  /** ISO 3166-1 alpha-2, or `unknown`. */
  country: string;
  /** Main language, BCP 47, or `unknown`. */
  language: string;
  ownership: Ownership;
  /** Id of the outlet in the reference base's entities; absent where it is in none. */
  entity?: string;
  fingerprints: PageFingerprint[];
}

/** The outlets known, looked up by what a person or a page calls them. */
export class OutletBook {
  readonly all: readonly Outlet[];
  readonly #byName = new Map<string, Outlet>();

  constructor(outlets: readonly Outlet[]) {
    this.all = outlets;
    for (const outlet of outlets) {
      for (const name of [outlet.id, outlet.name, outlet.ko, ...outlet.aliases]) {
        if (name !== null && !this.#byName.has(foldOutletName(name)))
          this.#byName.set(foldOutletName(name), outlet);
      }
    }
  }

  /** The outlet with this id, name or alias, case and a leading "The" set aside; `null` where none has it. */
  named(name: string): Outlet | null {
    return this.#byName.get(foldOutletName(name)) ?? null;
  }

  /** The outlet that publishes at this host name; `null` where none does. */
  atHost(host: string): Outlet | null {
    const wanted = host.toLowerCase();
    return (
      this.all.find((outlet) =>
        outlet.domains.some((domain) => wanted === domain || wanted.endsWith(`.${domain}`)),
      ) ?? null
    );
  }
}

/** The form in which names of outlets are compared: case, width and a leading "The" set aside. */
export function foldOutletName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^the\s+/u, "")
    .trim();
}
