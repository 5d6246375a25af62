import type { PageTree } from "./tree.ts";

/** An object of a page's JSON-LD. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** Longest block that is read, and how many objects are looked at. */
const LENGTH_MAX = 500_000;
const OBJECTS_MAX = 500;

const ARTICLE = /(?:Article|Posting|Report|PressRelease|Review)$/u;

/**
 * The objects of all JSON-LD blocks, articles first. Arrays and `@graph` are opened; a block that is no JSON is left out, as
 * are objects beyond the first few hundred.
 */
export function linkedDataOf(tree: PageTree): LinkedData[] {
  const found: LinkedData[] = [];
  for (const { tag, attributes, children } of tree.elements) {
    const type = attributes.get("type")?.trim().toLowerCase() ?? "";
    if (tag !== "script" || !type.startsWith("application/ld+json")) continue;
    collect(parse(children.filter((node) => typeof node === "string").join("")), found, 0);
  }
  return [...found.filter((data) => isArticle(data)), ...found.filter((data) => !isArticle(data))];
}

export function isArticle(data: LinkedData): boolean {
  return typesOf(data).some((type) => ARTICLE.test(type));
}

/** Names of schema.org types, without address or prefix. */
export function typesOf(data: LinkedData): string[] {
  return strings(data["@type"]).map((type) => type.replace(/^.*[/:#]/u, ""));
}

/** The strings a property has: its own, or those in an array. */
export function strings(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value.slice(0, OBJECTS_MAX) : [value];
  return all.filter((one): one is string => typeof one === "string");
}

/** The objects a property has: its own, or those in an array. */
export function objects(value: unknown): LinkedData[] {
  const all: unknown[] = Array.isArray(value) ? value.slice(0, OBJECTS_MAX) : [value];
  return all.filter(
    (one): one is LinkedData => typeof one === "object" && one !== null && !Array.isArray(one),
  );
}

function parse(text: string): unknown {
  if (text.length > LENGTH_MAX) return null;
  const bare = text
    .trim()
    .replace(/^<!--|^(?:\/\*\s?)?<!\[CDATA\[(?:\s?\*\/)?/u, "")
    .replace(/-->$|(?:\/\*\s?)?\]\]>(?:\s?\*\/)?$/u, "")
    .replace(/;$/u, "");
  for (const attempt of [bare, bare.replace(/\p{Cc}/gu, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Raw line ends in strings are a common mistake; anything else is no JSON.
    }
  }
  return null;
}

function collect(value: unknown, found: LinkedData[], depth: number): void {
  if (depth > 5 || found.length >= OBJECTS_MAX) return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, OBJECTS_MAX)) collect(one, found, depth + 1);
    return;
  }
  for (const data of objects(value)) {
    if ("@graph" in data) collect(data["@graph"], found, depth + 1);
    if ("@type" in data && found.length < OBJECTS_MAX) found.push(data);
    // A page may hold its article under what it is about.
    if (!isArticle(data)) for (const key of ["mainEntity", "hasPart"]) collect(data[key], found, depth + 1);
  }
}
