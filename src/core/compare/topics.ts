import type { Context } from "../command.ts";
import { COMPLETIONS_MAX } from "../option.ts";

/** Topics on which positions are recorded, and terms: those that begin like what is typed, then those that contain it. */
export function topicsLike(typed: string, { library: { reference }, m }: Context): string[] {
  const counts = new Map<string, number>();
  for (const { topic } of reference.positions) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const topics = [...counts.keys()].toSorted((a, b) => counts.get(b)! - counts.get(a)!);
  const english = [...topics, ...reference.terms.map(({ term }) => term)];
  const korean = reference.terms.map(({ ko }) => ko);
  const all = [...new Set(m.language === "ko" ? [...korean, ...english] : [...english, ...korean])];
  const wanted = typed.trim().normalize("NFC").toLowerCase();
  const begins = all.filter((topic) => topic.toLowerCase().startsWith(wanted));
  const contains = all.filter((topic) => topic.toLowerCase().includes(wanted));
  return [...new Set([...begins, ...contains])].slice(0, COMPLETIONS_MAX);
}
