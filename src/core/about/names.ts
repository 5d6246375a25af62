import type { Subject } from "./subject.ts";
import { titlesOf } from "./same-agreement.ts";

/** The names of a subject: one in each script, `null` where there is none, and every other one. */
export interface Names {
  readonly name: string;
  readonly ko: string | null;
  readonly zh: string | null;
  readonly hanja: string | null;
  readonly ja: string | null;
  readonly ru: string | null;
  /** Aliases and synonyms, in any script, each once. */
  readonly others: readonly string[];
}

/** The names of a subject, from all its records; the leading record's come first. */
export function namesOf({ entity, agreement, term }: Subject): Names {
  const name = entity?.name ?? agreement?.title ?? term!.term;
  const main = {
    name,
    ko: entity?.ko ?? term?.ko ?? null,
    zh: entity?.zh ?? term?.zh ?? null,
    hanja: entity?.hanja ?? null,
    ja: entity?.ja ?? null,
    ru: entity?.ru ?? null,
  };
  const others = new Set([
    ...(entity === null ? [] : [...entity.aliases, ...entity.ko_aliases, ...entity.zh_aliases]),
    ...(agreement === null ? [] : [agreement.title]),
    ...(term === null ? [] : [term.term, term.ko, term.zh ?? "", ...term.synonyms, ...term.ko_synonyms]),
  ]);
  for (const one of ["", ...Object.values(main)]) others.delete(one ?? "");
  return { ...main, others: [...others] };
}

/** Every form under which a subject can be typed, its main names first. */
export function formsOf(subject: Subject): string[] {
  const { others, ...main } = namesOf(subject);
  const titles = subject.agreement === null ? [] : titlesOf(subject.agreement);
  return [...new Set([...Object.values(main).filter((name) => name !== null), ...others, ...titles])];
}

/** The name by which a subject is called in a language: its Korean one in Korean, where it has one. */
export function nameOf(subject: Subject, language: string): string {
  const { name, ko } = namesOf(subject);
  return language === "ko" ? (ko ?? name) : name;
}

/** What a subject is, in one line of the record's own words. */
export function roleOf({ entity, agreement, term }: Subject): string {
  return entity?.role ?? agreement?.status ?? term!.definition;
}
