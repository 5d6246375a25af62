import { countryName } from "../names.ts";
import type { PositionRecord, Reference } from "../reference.ts";
import { entityOf } from "../entities.ts";

/** Who holds the contrary of a position, before it or after it. */
export interface Opposing {
  /** Holders on other sides, co-holders too, each once with the years of what they held. */
  readonly others: readonly { readonly who: string; readonly years: readonly string[] }[];
  /** Contrary positions of its own side, which held otherwise at another time. */
  readonly own: readonly PositionRecord[];
}

/**
 * What opposes a position. A record names its contraries whatever their date, so nothing here tells who spoke first.
 * Those of `first` are named before the others.
 */
export function opposingOf(
  position: PositionRecord,
  reference: Reference,
  first: ReadonlySet<string> = new Set(),
): Opposing {
  const contrary = position.opposing
    .flatMap((id) => reference.positions.filter((one) => one.id === id))
    .toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  const isOwn = (who: string, one: PositionRecord) =>
    holdersOf(position).some(
      (holder) =>
        holder === who ||
        (position.kind !== "opinion" && one.kind !== "opinion" && isStateAndPart(holder, who, reference)),
    );
  const years = new Map<string, Set<string>>();
  for (const one of contrary)
    for (const who of holdersOf(one))
      if (!isOwn(who, one)) years.set(who, (years.get(who) ?? new Set()).add(one.date.slice(0, 4)));
  return {
    others: [...years].map(([who, some]) => ({ who, years: [...some].toSorted() })),
    own: contrary.filter((one) => holdersOf(one).some((who) => isOwn(who, one))),
  };
}

function holdersOf({ who, also }: PositionRecord): string[] {
  return [who, ...also];
}

/** Whether one is a state and the other speaks for it: the United States and the White House are one side. */
function isStateAndPart(a: string, b: string, reference: Reference): boolean {
  const [one, other] = [entityOf(reference, a), entityOf(reference, b)];
  if (one === null || other === null || one.country !== other.country) return false;
  // `UN` and `INT` mark bodies of many states.
  if (!/^(?!UN)[A-Z]{2}$/u.test(one.country)) return false;
  const state = countryName(one.country, "en");
  return one.name === state || other.name === state;
}
