import type { Context } from "../command.ts";
import type { Action } from "../reply.ts";
import { NAMED } from "../search/analyse.ts";
import { choose } from "./choice.ts";
import { nameBookOf } from "./name-book.ts";
import { nameOf } from "./names.ts";
import type { Subject } from "./subject.ts";

/** Cards that are offered of what a text names. */
const CARDS_MAX = 3;

/** What a question names, in its order, with buttons for the cards; none where it names nothing that is known. */
export function cardsNamed(question: string, ctx: Context): { names: string[]; cards: Action[] } {
  const { analyser, reference } = ctx.library;
  const book = nameBookOf(reference);
  const subjects = new Set<Subject>();
  for (const { term } of analyser.analyse(question, true).toSorted((a, b) => a.start - b.start)) {
    const subject = term.startsWith(NAMED) ? book.withId(term.slice(NAMED.length)) : null;
    if (subject !== null) subjects.add(subject);
  }
  const offered = [...subjects].slice(0, CARDS_MAX);
  return {
    names: offered.map((subject) => nameOf(subject, ctx.m.language)),
    cards: offered.map((subject) => choose(subject, ctx)),
  };
}
