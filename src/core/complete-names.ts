import { joined, NAME_MAX, spaced } from "./about/fold.ts";
import { formsOf, nameOf } from "./about/names.ts";
import { nameBookOf, type BookedForm } from "./about/name-book.ts";
import { lexiconIdsOf, type Subject } from "./about/subject.ts";
import type { Context } from "./command.ts";
import type { Library } from "./library.ts";
import { COMPLETIONS_MAX } from "./option.ts";
import { NAMED } from "./search/analyse.ts";
import { wordsOf } from "./search/words.ts";

/** Characters of a completed value: https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const VALUE_MAX = 100;

/**
 * Names of actors, places, things and terms for a half-typed one, in any script: those with a form that begins so, then
 * one that sounds so, then those with a form that has a word beginning so; each time those first whom most passages
 * name. Each has one value, its name in the person's language, or another form where that name is not its alone: every
 * value means one subject to the lexicon. Without anything typed, those whom most passages name. At most
 * {@link COMPLETIONS_MAX}.
 */
export function completeNames(typed: string, ctx: Context): string[] {
  const isEntry = (subject: Subject) => lexiconIdsOf(subject).length > 0;
  return completeSubjects(typed, ctx, isEntry)
    .map((subject) => valueOf(subject, ctx))
    .slice(0, COMPLETIONS_MAX);
}

/** The subjects for a half-typed name, best first; see {@link completeNames}. */
export function completeSubjects(
  typed: string,
  { library }: Context,
  isMeant: (subject: Subject) => boolean = () => true,
): readonly Subject[] {
  const book = nameBookOf(library.reference);
  const whole = typed.slice(0, NAME_MAX);
  const key = joined(whole);
  // What has no letter begins no name; only who has typed nothing yet is shown the best known.
  if (key === "" && whole.trim() !== "") return [];
  const words = spaced(whole);
  const ranked = (test: (form: BookedForm) => boolean) =>
    byMentions(
      book.forms.filter((form) => isMeant(form.subject) && test(form)).map(({ subject }) => subject),
      library,
    );
  const begin = ranked(({ joined }) => joined.startsWith(key));
  if (begin.length >= COMPLETIONS_MAX) return begin.slice(0, COMPLETIONS_MAX);
  const sounding = book.withId(library.analyser.lexicon.sounding(whole) ?? "");
  const contain = ranked(({ spaced }) => spaced.includes(` ${words}`));
  return [
    ...new Set([...begin, ...(sounding === null || !isMeant(sounding) ? [] : [sounding]), ...contain]),
  ].slice(0, COMPLETIONS_MAX);
}

/** Each once, those first whom most passages of the library name; others in the order of the reference base. */
function byMentions(subjects: readonly Subject[], { index }: Library): readonly Subject[] {
  const mentions = new Map(
    [...new Set(subjects)].map((subject) => [
      subject,
      lexiconIdsOf(subject).reduce((sum, id) => sum + index.frequency(NAMED + id), 0),
    ]),
  );
  return [...mentions].sort(([, a], [, b]) => b - a).map(([subject]) => subject);
}

/**
 * What stands for a subject as a value: its name, or the first form that means it alone (longer ones of that name
 * first, then those in the person's script), to the book of names and to the lexicon alike; its id where there is none.
 */
export function valueOf(subject: Subject, { library, m }: Context): string {
  const script = m.language === "ko" ? /\p{Script=Hangul}/u : /\p{Script=Latin}/u;
  const forms = formsOf(subject);
  const name = nameOf(subject, m.language);
  const inOrder = [
    name,
    ...forms.filter((form) => form.startsWith(`${name} `)),
    ...forms.filter((form) => script.test(form)),
    ...forms.filter((form) => !script.test(form)),
  ];
  return inOrder.find((form) => meansOnly(form, subject, library)) ?? subject.id;
}

function meansOnly(form: string, subject: Subject, { reference, analyser: { lexicon } }: Library): boolean {
  const book = nameBookOf(reference);
  const others = [...book.named(form), ...book.maybeNamed(form)].filter((one) => one !== subject);
  if (others.length > 0 || form.length > VALUE_MAX) return false;
  const words = wordsOf(form);
  const ids = lexiconIdsOf(subject);
  // An agreement that is nobody's name stands in the book alone.
  if (ids.length === 0) return true;
  return lexicon
    .namings(words, true)
    .some(
      (naming) =>
        naming.start === words[0]!.start &&
        naming.end === words.at(-1)!.end &&
        naming.ids.every((id) => ids.includes(id)),
    );
}
