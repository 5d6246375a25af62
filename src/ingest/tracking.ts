/** Parameters that tell where a reader came from, and never which page it is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|ref_src|_ga)$/iu;

/** The address without its fragment and without the parameters of those who count clicks. */
export function withoutTracking(address: URL): string {
  const url = new URL(address);
  url.hash = "";
  const pairs = url.search.slice(1).split("&");
  const kept = pairs.filter((pair) => !TRACKING.test(pair.split("=", 1)[0]!));
  // Deleting through searchParams would rewrite the other parameters' escapes.
  if (kept.length < pairs.length) url.search = kept.join("&");
  return url.href;
}
