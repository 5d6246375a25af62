import { spaced } from "../space.ts";
import type { PageTree } from "./tree.ts";

/** Longest value that is kept. */
const VALUE_MAX = 2_000;

/** The `<meta>` values of a page by lower-case name, property or itemprop, in document order. */
export type Meta = ReadonlyMap<string, readonly string[]>;

export function metaOf(tree: PageTree): Meta {
  const found = new Map<string, string[]>();
  for (const { tag, attributes } of tree.elements) {
    if (tag !== "meta") continue;
    const content = spaced((attributes.get("content") ?? "").slice(0, VALUE_MAX));
    if (content === "") continue;
    for (const key of ["property", "name", "itemprop"]) {
      const name = attributes.get(key)?.trim().toLowerCase();
      if (name === undefined || name === "" || name.length > 100) continue;
      const values = found.get(name);
      if (values === undefined) found.set(name, [content]);
      else values.push(content);
    }
  }
  return found;
}

/** The first value under the first of the names that has one. */
export function firstOf(meta: Meta, ...names: string[]): string | null {
  for (const name of names) {
    const [first] = meta.get(name) ?? [];
    if (first !== undefined) return first;
  }
  return null;
}
