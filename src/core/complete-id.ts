import type { Context } from "./command.ts";
import { COMPLETIONS_MAX } from "./option.ts";

/** UTF-16 units a completed value may have, as Discord takes it. */
const VALUE_MAX = 100;

/** Ids of documents that begin with what is typed, then those that have it inside, or in the title. */
export function completeDocumentId(typed: string, { library }: Context): string[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [];
  const begin: string[] = [];
  const contain: string[] = [];
  for (const { id, title } of library.documents()) {
    if (id.length > VALUE_MAX) continue;
    if (id.toLowerCase().startsWith(wanted)) begin.push(id);
    else if (id.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted)) contain.push(id);
    if (begin.length === COMPLETIONS_MAX) break;
  }
  return [...begin, ...contain].slice(0, COMPLETIONS_MAX);
}
