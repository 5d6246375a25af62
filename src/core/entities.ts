import type { EntityRecord, Reference } from "./reference.ts";

const byId = new WeakMap<Reference, ReadonlyMap<string, EntityRecord>>();

/** The entity with this id; `null` where there is none, as for a plain name. */
export function entityOf(reference: Reference, id: string): EntityRecord | null {
  const known =
    byId.get(reference) ?? new Map(reference.entities.map((entity) => [entity.id, entity] as const));
  byId.set(reference, known);
  return known.get(id) ?? null;
}

/** The name to show for an id of an entity; what is no such id is a name already. */
export function nameOf(reference: Reference, id: string, language: "en" | "ko"): string {
  const entity = entityOf(reference, id);
  if (entity === null) return id;
  return language === "ko" ? entity.ko : entity.name;
}
