/**
 * The http or https address that a reference stands for, each base resolved against the one before it; `null` where it is
 * none, or has a password in it.
 */
export function resolveAddress(reference: string | null, bases: readonly string[]): string | null {
  if (reference === null) return null;
  let base: string | undefined;
  for (const next of bases) {
    if (URL.canParse(next, base)) base = new URL(next, base).href;
  }
  const text = reference.trim();
  if (!URL.canParse(text, base)) return null;
  const { protocol, username, password, href } = new URL(text, base);
  const web = protocol === "http:" || protocol === "https:";
  return web && username === "" && password === "" && href.length <= 2_000 ? href : null;
}
