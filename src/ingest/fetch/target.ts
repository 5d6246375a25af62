import { isIP } from "node:net";
import { addressFlaw } from "./address.ts";
import { hostOf, isAllowed, type AllowedHost } from "./allowed-hosts.ts";
import { never, type Refusal } from "./refusal.ts";

/** An address that may be asked, as far as can be told by looking at it. */
export interface Target {
  /** Without a fragment, and without the dot of the root behind the host. */
  url: URL;
  host: string;
  /** Whether the operator named this host, and wants it asked: then it may be private. */
  allowed: boolean;
}

/** Longer than any real one; a bound on the work that an address can make. */
const MAX_LENGTH = 4096;

/** Refusal of a private or special address. */
export function notPublic(host: string, flaw: string): Refusal {
  return never(
    `${host} is ${flaw}`,
    "If it is yours, name its host, or host:port, in ALLOW_PRIVATE_FETCH in .env, and give its own address",
  );
}

/**
 * Reads an address, which may be relative to the one that redirected to it. The URL standard has already made
 * `0x7f.1`, `2130706433` and `①` ordinary addresses, so hosts are compared as they will be connected to. `allowedHosts`
 * are those that may be private this time.
 *
 * @throws {Refusal} where it cannot be asked
 */
export function readTarget(text: string, base: URL | null, allowedHosts: readonly AllowedHost[]): Target {
  const written = text.trim();
  if (written.length > MAX_LENGTH) {
    throw never(`the address has more than ${MAX_LENGTH} characters`, "Give a shorter one");
  }
  const url = URL.parse(written, base?.href);
  if (url === null) throw never("this is no address", "Write one that begins with https://");
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw never(`${url.protocol} addresses are not fetched`, "Write one that begins with https://");
  }
  if (url.username !== "" || url.password !== "") {
    throw never("the address has a user name or password in it", "Take it out");
  }
  url.hash = "";
  const host = hostOf(url);
  if (host === "") throw never("this is no address", "Write one that begins with https://");
  if (url.hostname.endsWith(".")) url.hostname = host;
  const allowed = isAllowed(url, allowedHosts);
  if (!allowed) {
    const flaw = literalFlaw(host);
    if (flaw !== null) throw notPublic(host, flaw);
  }
  return { url, host, allowed };
}

/** Names for this machine are never looked up: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
function literalFlaw(host: string): string | null {
  if (/(?:^|\.)localhost$/u.test(host)) return "a loopback address";
  return isIP(host) === 0 ? null : addressFlaw(host);
}
