import leven from "leven";
import type { Library } from "../library.ts";
import { wordsOf } from "../search/words.ts";
import { NAME_MAX, joined } from "./fold.ts";
import { nameBookOf } from "./name-book.ts";
import type { Subject } from "./subject.ts";

/** Names that are offered for one that is not known. */
const NEAR_MAX = 5;
/** Letters of a misspelt name at most; a longer text comes near no name. */
const TYPED_MAX = 60;

/**
 * Those who may be meant by a text that is nobody's name: whom it names among other words, then whose names are spelt
 * most like it (at most a third of the letters differ), nearest first; at most {@link NEAR_MAX}.
 */
export function nearSubjects(
  typed: string,
  { reference, analyser: { lexicon } }: Library,
): readonly Subject[] {
  const book = nameBookOf(reference);
  const named = lexicon
    .namings(wordsOf(typed.slice(0, NAME_MAX)), true)
    .flatMap(({ ids }) => ids.map((id) => book.withId(id)))
    .filter((subject) => subject !== null);
  const key = joined(typed.slice(0, NAME_MAX));
  const farthest = Math.min(key.length - 1, Math.ceil(key.length / 3));
  const near = new Map<Subject, number>();
  for (const { subject, joined: form } of key.length > TYPED_MAX || farthest < 1 ? [] : book.forms) {
    if (Math.abs(form.length - key.length) > farthest) continue;
    const distance = leven(key, form, { maxDistance: farthest + 1 });
    if (distance <= farthest && distance < (near.get(subject) ?? Number.POSITIVE_INFINITY))
      near.set(subject, distance);
  }
  const spelt = [...near].sort(([, a], [, b]) => a - b).map(([subject]) => subject);
  return [...new Set([...named, ...spelt])].slice(0, NEAR_MAX);
}
