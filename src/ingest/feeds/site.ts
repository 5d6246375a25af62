import type { OutletBook } from "../../core/outlet.ts";
import type { Feed } from "./feed.ts";

/**
 * Whether two addresses are of one publisher: of one host, of a host and one below it, or of hosts of one outlet in the
 * book. Two hosts below a third are not: they may be two customers of whoever owns that.
 */
export function isSamePublisher(one: string, other: string, outlets: OutletBook): boolean {
  const [a, b] = [hostOf(one), hostOf(other)];
  if (a === b) return true;
  const [ours, theirs] = [outlets.atHost(a), outlets.atHost(b)];
  if (ours !== null && theirs !== null) return ours.id === theirs.id;
  return isBelow(a, b) || isBelow(b, a);
}

/**
 * Whether what a feed says of a page may stand as that page's words: the feed is of the page's own site, or the operator
 * set the feed's outlet to the one at the page's host. Anybody may link to anybody. `from` is where the feed was found
 * in the end.
 */
export function speaksFor(feed: Feed, from: string, link: string, outlets: OutletBook): boolean {
  if (isSamePublisher(feed.url, link, outlets) || isSamePublisher(from, link, outlets)) return true;
  const set = feed.outlet === null ? null : outlets.named(feed.outlet);
  return set !== null && outlets.atHost(hostOf(link))?.id === set.id;
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./u, "").replace(/\.$/u, "");
}

function isBelow(host: string, parent: string): boolean {
  return parent.includes(".") && host.endsWith(`.${parent}`);
}
