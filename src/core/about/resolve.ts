import type { Library } from "../library.ts";
import { wordsOf } from "../search/words.ts";
import { NAME_MAX, joined, spaced } from "./fold.ts";
import { nameBookOf, type NameBook } from "./name-book.ts";
import { nearSubjects } from "./near.ts";
import { resolutionOf } from "./resolution.ts";
import type { Subject } from "./subject.ts";

/** What a name stands for: one subject, several that it may mean, or none, with those whose names are near. */
export type Resolved =
  /** `heard`: the text is no form of it, and only sounds like one. */
  | { readonly type: "one"; readonly subject: Subject; readonly heard: boolean }
  /** `open`: the form is nobody's alone, and may stand for others than these too. */
  | { readonly type: "several"; readonly subjects: readonly Subject[]; readonly open: boolean }
  | { readonly type: "none"; readonly near: readonly Subject[] };

/** Letters from which a part of an agreement's title may stand for it. */
const TITLE_PART_MIN = 4;

/**
 * What is meant by a name in any script and spelling, by an id, or by the number of a resolution. A form that several
 * share, or that is nobody's alone (`Kim`, `the North`), is not guessed.
 */
export function resolveName(typed: string, library: Library): Resolved {
  const book = nameBookOf(library.reference);
  const withId = book.withId(typed.trim().toLowerCase());
  if (withId !== null) return { type: "one", subject: withId, heard: false };
  const key = joined(typed.slice(0, NAME_MAX));
  if (typed.length <= NAME_MAX && key !== "") {
    const named = book.named(typed);
    const maybe = book.maybeNamed(typed);
    const all = [...new Set([...maybe, ...named])];
    if (all.length === 1 && named.length === 1) return { type: "one", subject: all[0]!, heard: false };
    if (all.length > 0) return { type: "several", subjects: all, open: maybe.length > 0 };
    for (const way of WAYS) {
      const found = way(typed, library, book);
      if (found.length === 1) return { type: "one", subject: found[0]!, heard: way === soundsLike };
      if (found.length > 1) return { type: "several", subjects: found, open: false };
    }
  }
  return { type: "none", near: nearSubjects(typed, library) };
}

/** Ways in which a text that is nobody's form may still be a name, the surest first. */
const WAYS: readonly ((typed: string, library: Library, book: NameBook) => readonly Subject[])[] = [
  (typed, library, book) => withIds(wholeNaming(typed, library), book),
  (typed, _, book) => found(book.resolution(resolutionOf(typed) ?? "")),
  (typed, _, book) => titled(typed, book),
  (typed, _, book) => book.withBareId(typed.trim().toLowerCase()),
  soundsLike,
];

function soundsLike(typed: string, { analyser: { lexicon } }: Library, book: NameBook): readonly Subject[] {
  return found(book.withId(lexicon.sounding(typed) ?? ""));
}

/** What the lexicon reads in the whole text: other forms of the words of a term. */
function wholeNaming(typed: string, { analyser: { lexicon } }: Library): readonly string[] {
  const words = wordsOf(typed);
  const whole = lexicon
    .namings(words, true)
    .find(({ start, end }) => start === words[0]!.start && end === words.at(-1)!.end);
  return whole?.ids ?? [];
}

function withIds(ids: readonly string[], book: NameBook): readonly Subject[] {
  return [...new Set(ids.flatMap((id) => found(book.withId(id))))];
}

function titled(typed: string, { forms }: NameBook): readonly Subject[] {
  const words = ` ${spaced(typed)} `;
  if (joined(typed).length < TITLE_PART_MIN) return [];
  return [
    ...new Set(
      forms
        .filter(({ subject: { agreement }, spaced }) => agreement !== null && ` ${spaced} `.includes(words))
        .map(({ subject }) => subject),
    ),
  ];
}

function found(subject: Subject | null): readonly Subject[] {
  return subject === null ? [] : [subject];
}
