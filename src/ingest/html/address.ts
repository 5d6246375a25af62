import { withoutTracking } from "../tracking.ts";
import { objects, strings, type LinkedData } from "./json-ld.ts";
import { firstOf, type Meta } from "./meta.ts";
import type { PageTree } from "./tree.ts";

/** Longest address that is taken. */
const LENGTH_MAX = 2_000;

/** Prefixes of hosts that show the same pages in another dress. */
const DRESS = /^(?:www\d?|m|mobile|amp)\./u;

/** Second-level domains under which names are registered in many countries. */
const SHARED = /^(?:com?|org?|net|gov?|ac|edu|ne|re|mil|gouv|nic)$/u;

/** Sites at which anybody gets a host of his own. */
const PLATFORMS: ReadonlySet<string> = new Set(
  (
    "blogspot.com wordpress.com substack.com medium.com tumblr.com livejournal.com tistory.com egloos.com weebly.com wixsite.com " +
    "ghost.io github.io gitlab.io netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com"
  ).split(" "),
);

/**
 * The address a page says is its own, without tracking parameters: the canonical link where it leads to a page of the same
 * site, else what else says so, else the address it came from. A page whose `address` is not known may claim any.
 */
export function urlOf(
  tree: PageTree,
  meta: Meta,
  linked: readonly LinkedData[],
  address: string | null,
): string | null {
  const from = parse(address);
  const shared = parse(firstOf(meta, "og:url"));
  // Whatever a page says, it cannot be a page of another site than the one it came from.
  const own = from ?? shared;
  const canonical = tree.elements
    .filter(
      ({ tag, attributes }) =>
        tag === "link" && /(?:^|\s)canonical(?:\s|$)/iu.test(attributes.get("rel") ?? ""),
    )
    .map(({ attributes }) => parse(attributes.get("href") ?? null))
    .find((url) => isPage(url) && (own === null || isSameSite(url, own)));
  const told = linked
    .flatMap((data) => [...pagesOf(data["mainEntityOfPage"]), ...strings(data["url"])])
    .map(parse)
    .find((url) => isPage(url) && (from === null || isSameSite(url, from)));
  const shareable = isPage(shared) && (from === null || isSameSite(shared, from)) ? shared : null;
  const url = canonical ?? shareable ?? told ?? from;
  return url === null || url === undefined ? null : withoutTracking(url);
}

function pagesOf(value: unknown): string[] {
  return [
    ...strings(value),
    ...objects(value).flatMap((page) => [...strings(page["@id"]), ...strings(page["url"])]),
  ];
}

/** An absolute http or https address; `null` for anything else. */
export function parse(text: string | null): URL | null {
  if (text === null || text.length > LENGTH_MAX || !/^\s*https?:\/\//iu.test(text)) return null;
  const url = URL.parse(text.trim());
  return url !== null && url.username === "" && url.password === "" ? url : null;
}

/** Whether it leads to a page rather than to the front of a site. */
function isPage(url: URL | null): url is URL {
  return url !== null && (url.pathname !== "/" || url.search !== "");
}

function isSameSite(one: URL, other: URL | null): boolean {
  return other !== null && siteOf(one.hostname) === siteOf(other.hostname);
}

/** The registered name of a host, as far as can be told without the list of public suffixes. */
function siteOf(host: string): string {
  const labels = host.toLowerCase().replace(DRESS, "").split(".");
  if (/^[\d.]+$|:/u.test(host)) return host;
  if (PLATFORMS.has(labels.slice(-2).join("."))) return labels.slice(-3).join(".");
  return labels
    .slice(labels.length > 2 && SHARED.test(labels.at(-2)!) && labels.at(-1)!.length === 2 ? -3 : -2)
    .join(".");
}
