import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { addressFlaw } from "./address.ts";
import { orAborted } from "./deadline.ts";
import { networkRefusal } from "./network-refusal.ts";
import { notPublic, type Target } from "./target.ts";
import type { HostAddress, Lookup } from "./types.ts";

/** The system's resolver, so that /etc/hosts and the like hold; every address, not only the first. */
export const lookupBySystem: Lookup = async (host) => {
  const found = await systemLookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

const NOT_FOUND = Object.assign(new Error("no address"), { code: "ENOTFOUND" });

/**
 * The addresses that may be connected to. A name is resolved once for each connection: what was checked is what is
 * connected to. Where a name has public and other addresses (split horizon, a NAT64 beside the real one) the public ones
 * are used: the others are never touched, and nobody gains by the site being out of reach.
 *
 * @throws {Refusal} where no address is left
 */
export async function resolve(
  { host, allowed }: Target,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly HostAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family: family === 6 ? 6 : 4 }];
  let found: readonly HostAddress[];
  try {
    found = await orAborted(lookup(host), signal);
  } catch (error) {
    throw networkRefusal(error, host, signal);
  }
  if (found.length === 0) throw networkRefusal(NOT_FOUND, host, signal);
  if (allowed) return found;
  const usable = found.filter(({ address }) => addressFlaw(address) === null);
  const [first] = found;
  if (usable.length === 0 && first !== undefined) {
    const flaw = addressFlaw(first.address) ?? "a special address";
    throw notPublic(`${host} (${first.address})`, flaw);
  }
  return usable;
}
