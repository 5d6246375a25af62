import { hashBody, isDocumentId, makeVersion, type Entry } from "../core/document.ts";
import { withoutTracking } from "./tracking.ts";
import { idOfAddress } from "./metadata.ts";

/**
 * The address of the document that has an id now: `null` where it has none, `undefined` where no document has the id.
 */
export type AddressById = (id: string) => Promise<string | null | undefined>;

/** What says the address of a document that is kept. */
interface Kept {
  versions(id: string): Promise<readonly { document: { url: string | null } }[]>;
}

/** Looks up addresses in a store. */
export function addressesIn(store: Kept): AddressById {
  return async (id) => (await store.versions(id)).at(-1)?.document.url;
}

/**
 * The entry under an id that no document of another address has. Ids made from addresses leave out case and punctuation,
 * so `/s/aBcD` and `/s/AbCd` give one: whoever comes second has a hash of the address behind it, the same each time.
 */
export async function underOwnId(entry: Entry, addressOf: AddressById): Promise<Entry> {
  const { id, url } = entry.document;
  if (url === null || id !== idOfAddress(url)) return entry;
  const taken = await addressOf(id);
  if (taken === undefined || taken === null || isSameAddress(taken, url)) return entry;
  const own = hashedId(id, url);
  return { document: { ...entry.document, id: own }, version: makeVersion(own, entry.version.body) };
}

/**
 * Whether two addresses are of one page: without regard to http or https, `www.`, fragment, tracking parameters, slashes
 * at the end, and how letters are escaped.
 */
export function isSameAddress(one: string, other: string): boolean {
  return one === other || keyOf(one) === keyOf(other);
}

function hashedId(id: string, url: string): string {
  const hash = hashBody(keyOf(url)).slice(0, 8);
  const own = `${id}-${hash}`;
  return isDocumentId(own) ? own : `${id.split("/", 1)[0]!}/${hash}`;
}

function keyOf(address: string): string {
  const { host, pathname, search } = new URL(withoutTracking(new URL(address)));
  let end = pathname.length;
  while (pathname[end - 1] === "/") end -= 1;
  return unescaped(`${host.replace(/^www\./u, "")}${pathname.slice(0, end)}${search}`);
}

/** Letters as themselves, what must stay escaped in upper case. */
function unescaped(text: string): string {
  const upper = text.replace(/%[0-9a-f]{2}/giu, (escape) => escape.toUpperCase());
  try {
    return decodeURI(upper).normalize("NFC");
  } catch {
    // A stray % is no encoding.
    return upper;
  }
}
