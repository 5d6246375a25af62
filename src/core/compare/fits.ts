import { EXCERPTS_MAX, REPLY_MAX, costOfAll } from "../budget.ts";
import type { Block, Reply } from "../reply.ts";

/** Components of one reply: each run of text, each row of buttons and each button is one. */
export const COMPONENTS_MAX = 30;
/** Buttons in a row (https://docs.discord.com/developers/components/reference#action-row). */
const ROW_MAX = 5;

/** Whether a reply fits every platform; `actions` are those it will have, of which only the number matters. */
export function fits(blocks: readonly Block[], actions: number): boolean {
  const quotes = blocks.filter(({ type }) => type === "quote").length;
  return (
    quotes <= EXCERPTS_MAX &&
    costOfAll(blocks) <= REPLY_MAX &&
    componentsOf(blocks, actions) <= COMPONENTS_MAX
  );
}

/** Components that Discord makes of a reply, which joins neighbouring texts. */
export function componentsOf(blocks: Reply["blocks"], actions: number): number {
  let components = rowsOf(actions);
  let isText = false;
  for (const block of blocks) {
    if (!isText) components += 1;
    const buttons = block.type === "quote" ? block.actions.length : 0;
    components += rowsOf(buttons);
    isText = buttons === 0;
  }
  return components;
}

function rowsOf(buttons: number): number {
  return buttons + Math.ceil(buttons / ROW_MAX);
}
