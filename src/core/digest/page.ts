import { en, ko, type DigestPageMessages } from "../../messages/groups/digest-page.ts";
import type { Messages } from "../../messages/messages.ts";
import { costOf } from "../budget.ts";
import { excerptId } from "../excerpt.ts";
import type { Action, Block } from "../reply.ts";
import type { NewsItem } from "./matches.ts";
import { FORMS, shownItem, type Form, type Known } from "./show-item.ts";

/** Items of one page: each has a button. */
const ITEMS_MAX = 10;

const MESSAGES = { en, ko };

/** The sentences of digests in the language of the others. */
export function digestPageMessages({ language }: Pick<Messages, "language">): DigestPageMessages {
  return MESSAGES[language];
}

/** Some of the items, and the buttons that open them. */
export interface ItemPage {
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  /** Where the next page begins; the number of items where there is none. */
  readonly next: number;
}

/**
 * The items from `offset` on, all in the fullest form in which ten, or as many as there are, cost no more than `room`; else
 * as many as fit in the shortest, `least` at least. `before` counts those that stand elsewhere before all of these: numbers go
 * on after them.
 */
export function pageOf(
  items: readonly NewsItem[],
  offset: number,
  room: number,
  known: Known,
  { least = 1, before = 0 }: { readonly least?: 0 | 1; readonly before?: number } = {},
): ItemPage {
  const wanted = items.slice(offset, offset + ITEMS_MAX);
  const first = before + offset + 1;
  const shown = (form: Form) => wanted.map((item, at) => shownItem(item, first + at, form, known));
  const say = digestPageMessages(known.m);
  for (const form of FORMS) {
    const quotes = shown(form);
    const fit = fitting(quotes, room);
    if (fit < wanted.length && form !== "briefest") continue;
    const blocks = quotes.slice(0, Math.max(fit, Math.min(least, wanted.length)));
    return {
      blocks,
      actions: blocks.map(({ excerpt }, at) => ({
        label: say.open(first + at),
        command: "read",
        values: { id: excerptId(excerpt) },
      })),
      next: offset + blocks.length,
    };
  }
  throw new Error("the shortest form is always taken");
}

function fitting(blocks: readonly Block[], room: number): number {
  let left = room;
  const over = blocks.findIndex((block) => (left -= costOf(block)) < 0);
  return over === -1 ? blocks.length : over;
}
