import type { EntityRecord, Reference } from "../reference.ts";
import { joined, spaced } from "./fold.ts";
import { formsOf } from "./names.ts";
import { resolutionOf } from "./resolution.ts";
import { idsOf, subjectsOf, type Subject } from "./subject.ts";

/** A form of a subject, folded. */
export interface BookedForm {
  readonly subject: Subject;
  readonly form: string;
  /** See `fold.ts`. */
  readonly spaced: string;
  readonly joined: string;
}

/** The names of a reference base, looked up in whatever way a person writes them. */
export class NameBook {
  readonly forms: readonly BookedForm[];
  readonly #byForm = new Map<string, Set<Subject>>();
  readonly #byId = new Map<string, Subject>();
  readonly #byBareId = new Map<string, Set<Subject>>();
  readonly #ambiguous = new Map<string, Set<Subject>>();
  readonly #resolutions = new Map<string, Subject>();

  constructor(reference: Reference) {
    const forms: BookedForm[] = [];
    for (const subject of subjectsOf(reference)) {
      for (const form of formsOf(subject)) {
        const booked = { subject, form, spaced: spaced(form), joined: joined(form) };
        forms.push(booked);
        put(this.#byForm, booked.joined, subject);
      }
      for (const id of idsOf(subject)) {
        this.#byId.set(id, subject);
        put(this.#byBareId, id.slice(id.indexOf("/") + 1), subject);
      }
      if (subject.agreement?.kind === "unsc-resolution") {
        const number = resolutionOf(subject.agreement.title);
        if (number !== null) this.#resolutions.set(number, subject);
      }
    }
    this.forms = forms;
    for (const { form, ids } of reference.ambiguous) {
      for (const id of ids)
        for (const subject of this.#withBareId(id)) put(this.#ambiguous, joined(form), subject);
    }
    this.#addFamilyNames(reference);
  }

  /** A family name that is open in Latin letters is so in Hangul and in Chinese characters: `Kim`, `김`, `金`. */
  #addFamilyNames(reference: Reference): void {
    const byId = new Map(reference.entities.map((entity) => [entity.id, entity]));
    for (const { form, ids } of reference.ambiguous) {
      const families = new Set(ids.flatMap((id) => familyNames(byId.get(id), joined(form))));
      for (const family of families)
        if (!this.#byForm.has(family))
          for (const id of ids)
            for (const subject of this.#withBareId(id)) put(this.#ambiguous, family, subject);
    }
  }

  /** By the id of a record's document, such as `entity/kim-jong-un`. */
  withId(id: string): Subject | null {
    return this.#byId.get(id) ?? null;
  }

  /** By the id of a record without its kind. */
  withBareId(id: string): readonly Subject[] {
    return [...this.#withBareId(id)];
  }

  /** Those who have the form. */
  named(form: string): readonly Subject[] {
    return [...(this.#byForm.get(joined(form)) ?? [])];
  }

  /** Those who may be meant by a form that is nobody's alone, the likeliest first. */
  maybeNamed(form: string): readonly Subject[] {
    return [...(this.#ambiguous.get(joined(form)) ?? [])];
  }

  /** A resolution of the UN Security Council, by its number. */
  resolution(number: string): Subject | null {
    return this.#resolutions.get(number) ?? null;
  }

  #withBareId(id: string): ReadonlySet<Subject> {
    return this.#byBareId.get(id) ?? new Set();
  }
}

/** The book of a reference base, made once. */
export function nameBookOf(reference: Reference): NameBook {
  const known = books.get(reference);
  if (known !== undefined) return known;
  const book = new NameBook(reference);
  books.set(reference, book);
  return book;
}

/** The family name of a person whose name in Latin letters begins with it: one character, where a Korean name has one. */
function familyNames(entity: EntityRecord | undefined, latin: string): string[] {
  if (entity === undefined || entity.type !== "person") return [];
  const { name, ko, hanja, zh } = entity;
  if (spaced(name).split(" ")[0] !== latin || !/^\p{Script=Hangul}{2,3}$/u.test(ko)) return [];
  return [ko, hanja, zh].flatMap((whole) =>
    whole === undefined ? [] : [joined(/^./u.exec(whole)?.[0] ?? "")],
  );
}

const books = new WeakMap<Reference, NameBook>();

function put(into: Map<string, Set<Subject>>, key: string, subject: Subject): void {
  if (key === "") return;
  const known = into.get(key);
  if (known === undefined) into.set(key, new Set([subject]));
  else known.add(subject);
}
