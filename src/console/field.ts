import type { FormField } from "../core/reply.ts";
import { visible } from "../core/visible.ts";
import type { Messages } from "../messages/messages.ts";

/** What is typed to leave blank a field in which something stands. */
const BLANK = "-";

/** The question of a form's field, with what stands in it: `What [Kim; - for nothing]: `. */
export function promptOf({ label, value = "", optional }: FormField, m: Messages): string {
  const blank = optional === true ? m.consoleBlank(BLANK) : "";
  const told = value === "" ? "" : ` [${visible(value)}${blank === "" ? "" : `; ${blank}`}]`;
  return `${visible(label)}${told}: `;
}

/** What the field becomes by the line that was typed; `null` where an answer is needed and none was given. */
export function answerOf({ value = "", optional }: FormField, typed: string): string | null {
  if (optional === true && typed === BLANK && value !== "") return "";
  const answer = typed === "" ? value : typed;
  return answer === "" && optional !== true ? null : answer;
}
