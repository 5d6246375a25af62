import { echo } from "../budget.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import { nearest } from "../nearest.ts";
import { wordsOf } from "../search/words.ts";
import { namedByEvents } from "./naming.ts";

/** An entry of the lexicon that a name may mean, and how many events are about it. */
export interface Candidate {
  /** `entity/ID` or `term/ID`. */
  readonly id: string;
  readonly events: number;
}

/** What a typed name may mean. */
export interface Meant {
  /** One, or several to choose from, those with most events first. */
  readonly candidates: readonly Candidate[];
  /** Whether the name is written so by nobody else; else it is to be said what it was taken for. */
  readonly certain: boolean;
}

/** UTF-16 units that a name may have; no form of the lexicon has as many. */
const NAME_MAX = 200;

/**
 * Whom or what a name means: an id, a form in any script and spelling over the whole text, a form that several share
 * (`Kim`), or what sounds like one.
 *
 * @throws {UserError} where nothing is named so, with the nearest form.
 */
export function meantBy(typed: string, library: Library): Meant {
  const { lexicon } = library.analyser;
  if (lexicon.formsOf(typed).length > 0) return { candidates: counted([typed], library), certain: true };
  const ids = writtenAs(typed, library);
  if (ids !== null) return { candidates: withoutTwins(ids, library), certain: true };
  const shared = sharing(typed, library);
  if (shared.length > 0)
    return { candidates: chosenFrom(shared, library), certain: isOwnName(typed, shared, library) };
  const sounding = typed.length > NAME_MAX ? null : lexicon.sounding(typed);
  if (sounding !== null) return { candidates: counted([sounding], library), certain: false };
  const forms = [...lexicon.allForms(), ...library.reference.ambiguous.map(({ form }) => form)];
  throw new UserError((m) => m.timeline.unknownAbout(echo(typed), nearest(typed, forms)));
}

/** The name of an entry in the language where it is known in it, else as the base writes it. */
export function entryName(id: string, { analyser, reference }: Library, language = "en"): string {
  if (language === "ko") {
    const entity = reference.entities.find((one) => `entity/${one.id}` === id);
    const term = reference.terms.find((one) => `term/${one.id}` === id);
    const korean = (entity ?? term)?.ko ?? "";
    if (korean !== "") return korean;
  }
  return analyser.lexicon.formsOf(id)[0] ?? id;
}

/** Ids of the entries whose form the whole text is. Who types a name need not write capitals, not even of `DPRK`. */
export function writtenAs(typed: string, { analyser: { lexicon } }: Library): readonly string[] | null {
  if (typed.length > NAME_MAX) return null;
  for (const text of [typed, typed.toUpperCase()]) {
    const words = wordsOf(text);
    const [naming] = lexicon.namings(words, true);
    if (naming?.start === words[0]?.start && naming?.end === words.at(-1)?.end && naming !== undefined)
      return naming.ids;
  }
  return null;
}

/** Ids of the entries that share a form. */
function sharing(typed: string, { reference }: Library): string[] {
  const key = keyOf(typed);
  const found = reference.ambiguous.find(({ form }) => key !== "" && keyOf(form) === key);
  return (found?.ids ?? []).map((id) => `entity/${id}`);
}

/** Whether a form that others are written with too is the very name of the one entry that there is here. */
function isOwnName(typed: string, ids: readonly string[], library: Library): boolean {
  return ids.length === 1 && keyOf(entryName(ids[0]!, library)) === keyOf(typed);
}

function keyOf(text: string): string {
  return wordsOf(text.slice(0, NAME_MAX + 1))
    .map(({ folded }) => folded)
    .join(" ");
}

function counted(ids: readonly string[], library: Library): Candidate[] {
  const named = [...namedByEvents(library).values()];
  return ids.map((id) => ({ id, events: named.filter((about) => about.has(id)).length }));
}

/** Those with events, where there is still a choice among them; a name that several share is never guessed. */
function chosenFrom(ids: readonly string[], library: Library): Candidate[] {
  const all = counted(ids, library).sort((a, b) => b.events - a.events);
  const some = all.filter(({ events }) => events > 0);
  return some.length > 1 ? some : all;
}

/**
 * An entity and the term for it are one thing to whoever asks: of entries that are written alike, a term is left out
 * where an entity has events, and all of the term's.
 */
function withoutTwins(ids: readonly string[], library: Library): Candidate[] {
  const named = [...namedByEvents(library).values()];
  const entity = ids.find((id) => id.startsWith("entity/"));
  if (entity === undefined || !named.some((about) => about.has(entity))) return chosenFrom(ids, library);
  const others = ids.filter(
    (id) => id.startsWith("entity/") || named.some((about) => about.has(id) && !about.has(entity)),
  );
  return chosenFrom(others, library);
}
