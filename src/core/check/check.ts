import type { Library } from "../library.ts";
import { PASSAGE_MAX, type Passage } from "../passage.ts";
import { OWN_OUTLET } from "../outlet.ts";
import { atomsIn, type Atom } from "./atoms.ts";
import { effortOf, exactCandidates, likeCandidates } from "./candidates.ts";
import { PLACES_MAX, chainsOf, finderIn, type Occurrence } from "./exact.ts";
import { nearestIn, type Near } from "./nearest.ts";
import { isTooLong, isWordless, partsOf, quotationIn, quoteFrom, type Quote } from "./quote-text.ts";
import { stretchesAround, wholeOf, type Stretch } from "./stretch.ts";

/** Whether the documents have a quote: word for word, other words, or nothing like it. */
export type Verdict = "exact" | "differs" | "not-found";

/** What was found about a quote. */
export interface Checked {
  readonly quote: Quote;
  /** Whether the quote is a part of the text that was given. */
  readonly isPart: boolean;
  readonly verdict: Verdict;
  /** Whether it, or a part of it between ellipses, has so few words that many texts may have them. */
  readonly short: boolean;
  /** Whether the quote leaves something out and says so; `exact` then means every part, in order. */
  readonly ellipsis: boolean;
  /** Whether it is exact but for a comma at its end, which whoever quotes may put there. */
  readonly comma: boolean;
  /** Whether its parts stand in order in a document, but too far apart to be called exact. */
  readonly farApart: boolean;
  /** Documents. */
  readonly searched: number;
  /** Every place where the quote stands. */
  readonly occurrences: readonly Occurrence[];
  /** Whether there may be places beyond these. */
  readonly more: boolean;
  /** What is most like it, best first; empty where it is exact. */
  readonly nearest: readonly Near[];
}

/**
 * Checks a text that somebody was said to have written or said. Where it has words around one quotation, that one is
 * checked, unless the words around it are the document's too. `null` where it has only words that nearly every passage
 * has and the index cannot tell.
 */
export function checkText(text: string, library: Library): Checked | null {
  const whole = quoteFrom(text);
  const quotation = quotationIn(text);
  // What is too long to be checked is looked at for its quotation alone; see `isTooLong`.
  const checked = isTooLong(whole) ? null : checkQuote(whole, library);
  if (quotation === null || checked?.verdict === "exact") return checked;
  const part = checkQuote(quotation, library);
  if (part === null || (checked !== null && coversMore(checked, part))) return checked;
  return { ...part, isPart: true };
}

/** Whether a document has at least half of the words around the quotation, beside what it has of the quotation. */
function coversMore(whole: Checked, part: Checked): boolean {
  const weight = ({ quote: { text } }: Checked) =>
    atomsIn(text, { start: 0, end: text.length }).reduce((sum, atom) => sum + atom.weight, 0);
  const share = ({ verdict, nearest }: Checked) => (verdict === "exact" ? 1 : (nearest[0]?.similarity ?? 0));
  const inside = weight(part);
  const around = weight(whole) - inside;
  return share(whole) * weight(whole) - share(part) * inside >= around / 2;
}

function checkQuote(quote: Quote, library: Library): Checked | null {
  const checked = compared(quote, library);
  if (checked === null) return null;
  // Where others said it is asked; our own summaries only happen to have the words.
  const isOwn = ({ entry }: Occurrence) => Number(entry.document.outletId === OWN_OUTLET);
  return { ...checked, occurrences: checked.occurrences.toSorted((a, b) => isOwn(a) - isOwn(b)) };
}

function compared(quote: Quote, library: Library): Checked | null {
  if (isWordless(quote)) return null;
  const base = {
    quote,
    isPart: false,
    short: quote.short,
    ellipsis: false,
    comma: false,
    farApart: false,
    searched: library.size,
    occurrences: [],
    more: false,
    nearest: [],
  };
  const exact = exactly(quote, library);
  if (exact.occurrences.length > 0) return { ...base, ...exact, verdict: "exact" };
  const parts = partsOf(quote);
  // Dots at an end alone leave nothing out between words.
  const apart = parts.length > 1 || parts[0]?.folded !== quote.folded;
  const ellipsis = parts.length > 1;
  let farApart = false;
  if (apart) {
    const found = ellipsis ? inParts(parts, library) : exactly(parts[0]!, library);
    if (found.occurrences.length > 0) {
      const short = parts.some((part) => part.short);
      return { ...base, ...found, short, ellipsis, verdict: "exact" };
    }
    farApart = ellipsis && inParts(parts, library, true).occurrences.length > 0;
  }
  const like = alikeTo(quote, exact.alike ?? likeCandidates(quote.text, library), library);
  // The index does not know words with characters inside that are not seen.
  const hidden = occurrencesIn(quote.folded, like);
  if (hidden.length > 0) return { ...base, occurrences: hidden, more: true, verdict: "exact" };
  if (exact.unknown && like.length === 0) return null;
  // What differs from two words tells nothing: any text has as much of them.
  const nearest = quote.short ? [] : nearestIn(quote.text, like);
  if (exact.unknown && nearest.length === 0) return null;
  return { ...base, ellipsis, farApart, nearest, verdict: nearest.length > 0 ? "differs" : "not-found" };
}

interface Exactly {
  occurrences: Occurrence[];
  more: boolean;
  comma: boolean;
  /** Whether the index cannot tell. */
  unknown: boolean;
  /** Passages with the same words, where they were seen. */
  alike: readonly Passage[] | null;
}

/** Where a quote stands; without a comma at its end where it stands nowhere with it. */
function exactly(quote: Quote, library: Library): Exactly {
  const candidates = exactCandidates(quote.text, library);
  if (candidates === null) return { ...NOTHING, unknown: true };
  const { passages, complete, alike } = candidates;
  const stretches = stretchesAround(library, passages, reachOf(quote));
  const at = (folded: string, comma: boolean): Exactly => {
    const all = occurrencesIn(folded, stretches);
    const more = !complete || all.length > PLACES_MAX;
    return { ...NOTHING, occurrences: all.slice(0, PLACES_MAX), more, comma, alike };
  };
  const found = at(quote.folded, false);
  const bare = quote.folded.replace(/,$/u, "");
  return found.occurrences.length > 0 || bare === quote.folded ? found : at(bare, true);
}

const NOTHING: Exactly = { occurrences: [], more: false, comma: false, unknown: false, alike: null };

/** Parts of a quote; one with more ellipses can be put together from any text. */
const PARTS_MAX = 10;
/** UTF-16 units of documents that are looked at as a whole. */
const WHOLE_MAX = 2_000_000;

/** Where all parts of a quote stand, in order: looked for in the documents that have the rarest one. */
function inParts(parts: readonly Quote[], library: Library, apart = false): Exactly {
  const [rarest] = parts
    .map((part) => ({ part, effort: effortOf(part.text, library) }))
    .filter(({ effort }) => effort !== null)
    .sort((a, b) => a.effort! - b.effort!);
  if (rarest === undefined || parts.length > PARTS_MAX) return NOTHING;
  const { occurrences, more } = exactly(rarest.part, library);
  const entries = [...new Set(occurrences.map(({ entry }) => entry))];
  const found: Occurrence[] = [];
  let looked = 0;
  let next = 0;
  for (; next < entries.length && found.length <= PLACES_MAX && looked < WHOLE_MAX; next += 1) {
    looked += entries[next]!.version.body.length;
    found.push(...chainsOf(parts, wholeOf(entries[next]!), apart));
  }
  const rest = more || next < entries.length || found.length > PLACES_MAX;
  return { ...NOTHING, occurrences: found.slice(0, PLACES_MAX), more: rest };
}

/** Every place in these stretches; but once there are too many, no further stretch is looked at. */
function occurrencesIn(folded: string, stretches: readonly Stretch[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (const stretch of stretches) {
    if (found.length > PLACES_MAX) break;
    for (const run of finderIn(stretch)(folded)) found.push({ entry: stretch.entry, runs: [run] });
  }
  return found;
}

/** UTF-16 units around a passage in which a quote may go on; white space makes a document's words longer. */
function reachOf({ text }: Quote): number {
  return text.length * 2 + 200;
}

/** Pairs of an atom of a quote and one of a document that are compared, about: what a tenth of a second is enough for. */
const COMPARED = 20_000_000;

/** The stretches to compare a quote with: as many of the passages as there is time for, one at least. */
function alikeTo({ text }: Quote, passages: readonly Passage[], library: Library): Stretch[] {
  const reach = text.length + 200;
  const atoms = atomsIn(text, { start: 0, end: text.length });
  const each = atoms.length * (atoms.length / text.length) * (PASSAGE_MAX + 2 * reach);
  const count = Math.max(1, Math.floor(COMPARED / each));
  const best = passages.length <= count ? passages : byRuns(atoms, passages, library).slice(0, count);
  return stretchesAround(library, best, reach);
}

/** Passages in the order of how many runs of three atoms they share with a quote. */
function byRuns(quote: readonly Atom[], passages: readonly Passage[], library: Library): Passage[] {
  const runsIn = (atoms: readonly Atom[]) =>
    new Set(atoms.slice(2).map(({ key }, at) => `${atoms[at]!.key}\n${atoms[at + 1]!.key}\n${key}`));
  const runs = runsIn(quote);
  return passages
    .map((passage) => {
      const { body } = library.get(passage.documentId)!.version;
      return { passage, shared: runsIn(atomsIn(body, passage)).intersection(runs).size };
    })
    .sort((a, b) => b.shared - a.shared)
    .map(({ passage }) => passage);
}
