import type { OutletBook } from "../../core/outlet.ts";
import { authorOf } from "../saved-page/byline.ts";

/** Accounts of content systems, and desks: nobody's name. */
const NOBODY =
  /^(?:admin(?:istrator)?|editors?|editorial(?: board| team)?|staff(?: writer| reporter)?|web ?master|news ?room|.{0,60} (?:staff|desk|team|bureau|newsroom)|관리자|운영자|편집(?:부|국)|.{0,20}(?:뉴스팀|취재팀|편집팀)|编辑|本报记者|本报讯)$/iu;

/**
 * The people whom a feed names for an item, joined with ", "; `null` where it names none. No titles, agencies, accounts or
 * addresses.
 */
export function authorIn(names: readonly string[], outlets: OutletBook): string | null {
  const people = names.flatMap((name) => {
    const person = personIn(name.slice(0, 200), outlets);
    return person === null ? [] : [person];
  });
  return people.length === 0 ? null : [...new Set(people)].join(", ");
}

/** `jane@example.com (Jane Doe)` is how RSS wants authors. */
function personIn(text: string, outlets: OutletBook): string | null {
  const inBrackets = /^\S+@\S+ \(([^()]{1,100})\)$/u.exec(text.trim());
  const name = (inBrackets?.[1] ?? text.replace(/\s?[<([]?[^\s<([]+@[^\s>)\]]+[>)\]]?\s?/gu, " ")).trim();
  if (name === "" || NOBODY.test(name) || outlets.named(name) !== null || /https?:|www\./iu.test(name)) {
    return null;
  }
  const byline = authorOf(name, outlets) ?? authorOf(`By ${name}`, outlets);
  if (byline === "") return null;
  return byline ?? name;
}
