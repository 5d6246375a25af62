import { clip, echo } from "../budget.ts";
import type { Context } from "../command.ts";
import { note, reply, text, type Action, type Block, type Reply } from "../reply.ts";
import { turnTo } from "./card.ts";
import { NAME_MAX, joined } from "./fold.ts";
import { kindWords } from "./facts.ts";
import { nameOf, roleOf } from "./names.ts";
import type { Resolved } from "./resolve.ts";
import type { Subject } from "./subject.ts";

/** Subjects to choose from in one reply. */
const CHOICES_MAX = 20;
/** UTF-16 units of a button's label: Slack shows 75. */
const LABEL_MAX = 72;

/** Asks which of several is meant. */
export function choiceOf(
  typed: string,
  { subjects, open }: Extract<Resolved, { type: "several" }>,
  ctx: Context,
): Reply {
  const { m } = ctx;
  const left = subjects.length - CHOICES_MAX;
  const shown = echo(typed);
  const question = !open
    ? m.about.severalMeant(shown)
    : subjects.length === 1
      ? m.about.openFormOfOne(shown)
      : m.about.openForm(shown);
  return reply(
    [sentence(question), ...(left > 0 ? [note(m.about.moreMeant(left))] : [])],
    subjects.slice(0, CHOICES_MAX).map((subject) => choose(subject, ctx)),
  );
}

/** Says that a name is not known, with those that are near, and what else can be done. */
export function unknownOf(typed: string, near: readonly Subject[], ctx: Context): Reply {
  const { m, library } = ctx;
  const { entities, agreements, terms } = library.reference;
  const shown = echo(typed);
  const hasLetters = joined(typed.slice(0, NAME_MAX)) !== "";
  const isEmpty = entities.length + agreements.length + terms.length === 0;
  return reply(
    [
      sentence(hasLetters ? m.about.unknown(shown) : m.about.noLetters(shown)),
      note(isEmpty ? m.about.emptyReference : near.length > 0 ? m.about.didYouMean : m.about.advice),
    ],
    [
      ...near.map((subject) => choose(subject, ctx)),
      ...(hasLetters
        ? [
            {
              label: m.about.search,
              command: "search",
              values: { query: typed.slice(0, NAME_MAX).toWellFormed() },
            },
          ]
        : []),
    ],
  );
}

/** A button with the name, and what tells it from others of the same name. */
export function choose(subject: Subject, ctx: Context): Action {
  const name = nameOf(subject, ctx.m.language);
  return turnTo(subject, clipAtWord(`${name} — ${kindWords(subject, ctx)}: ${roleOf(subject)}`));
}

/** Clipped behind a whole word, where one ends not far from the limit. */
function clipAtWord(label: string): string {
  const clipped = clip(label, LABEL_MAX);
  if (clipped === label || label[clipped.length - 1] === " ") return clipped;
  const word = /^(.*\S)[\s,;:]+\S*…$/su.exec(clipped)?.[1]?.replace(/[\s,;:—]+$/u, "");
  return word === undefined || word.length < LABEL_MAX / 2 ? clipped : `${word}…`;
}

function sentence(words: string): Block {
  return { type: "text", spans: [text(words)] };
}
