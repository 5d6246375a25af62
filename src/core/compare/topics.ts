import type { Context } from "../command.ts";
import { completeNames } from "../complete-names.ts";
import { COMPLETIONS_MAX } from "../option.ts";

/**
 * Topics on which positions are recorded, those of most first: that begin like what is typed, then that contain it; then
 * names, as {@link completeNames} gives them.
 */
export function topicsLike(typed: string, ctx: Context): string[] {
  const counts = new Map<string, number>();
  for (const { topic } of ctx.library.reference.positions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const topics = [...counts.keys()].toSorted((a, b) => counts.get(b)! - counts.get(a)!);
  const wanted = typed.trim().normalize("NFC").toLowerCase();
  const begins = topics.filter((topic) => topic.toLowerCase().startsWith(wanted));
  const contains = topics.filter((topic) => topic.toLowerCase().includes(wanted));
  // An id, which stands for a name that is not one's alone, is no word to search for.
  const names = completeNames(typed, ctx).filter((name) => !/^(?:entity|term)\//u.test(name));
  return [...new Set([...begins, ...contains, ...names])].slice(0, COMPLETIONS_MAX);
}
