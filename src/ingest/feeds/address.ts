/** Parameters that tell who sent a reader, not what is read. */
const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src)$/iu;

/** The address without a fragment and without the parameters of those who count clicks. */
export function cleanAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Only where there is something to take out: writing the parameters again changes how they are encoded.
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

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
