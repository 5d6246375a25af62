import type { Context } from "../command.ts";
import type { Part } from "../../messages/groups/about.ts";
import type { Action } from "../reply.ts";
import { mentionsOf, type Mention } from "./mentions.ts";
import { nameOf } from "./names.ts";
import { knownOf, type Known } from "./records.ts";
import type { Subject } from "./subject.ts";

/** Everything a card can show; the first page and the others show parts of it. */
export interface Card extends Known {
  readonly subject: Subject;
  /** The name in the person's language. */
  readonly name: string;
  readonly mentions: readonly Mention[];
}

/** Puts the card of a subject together. */
export function cardOf(subject: Subject, { library, m }: Context): Card {
  return {
    subject,
    name: nameOf(subject, m.language),
    mentions: mentionsOf(subject, library),
    ...knownOf(subject, library),
  };
}

/** Shows a card, or a page of it, in place of this reply. */
export function turnTo(subject: Subject, label: string, part?: Part, offset = 0): Action {
  return {
    label,
    command: "about",
    values: {
      name: subject.id,
      ...(part === undefined ? {} : { part }),
      ...(offset === 0 ? {} : { offset }),
    },
    replaces: true,
  };
}
