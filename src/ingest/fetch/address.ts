import ipaddr from "ipaddr.js";

/** What people call the ranges that operators meet; the others are "special". */
const NAMES: Readonly<Record<string, string>> = {
  private: "a private address",
  uniqueLocal: "a private address",
  loopback: "a loopback address",
  linkLocal: "a link-local address",
};

/** The only block from which global unicast addresses are given out: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * What keeps an address from being a public one, such as "a private address"; `null` where nothing does. Anything in the
 * registries https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry is special,
 * the few globally reachable services in them (AS112, AMT) as well: no news comes from there. ipaddr.js knows those
 * registries but counts `::/96` (IPv4-compatible) and all of the unassigned space (`100:0:0:1::/64` of RFC 9780 among it) as
 * unicast, so IPv6 must come out of 2000::/3 besides. That shuts out every form with an IPv4 address in it: mapped,
 * compatible, translated (64:ff9b::/96, 64:ff9b:1::/48); 6to4 and Teredo are in the registry.
 */
export function addressFlaw(text: string): string | null {
  // A zone id names an interface of this machine: whatever follows is local to it.
  if (text.includes("%") || !ipaddr.isValid(text)) return "a special address";
  const address = ipaddr.parse(text);
  const range = address.range();
  if (range !== "unicast") return NAMES[range] ?? "a special address";
  if (address instanceof ipaddr.IPv6 && !address.match(GLOBAL_UNICAST)) return "a special address";
  return null;
}
