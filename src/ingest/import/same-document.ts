import { makeVersion, type Entry, type Document } from "../../core/document.ts";
import type { Store } from "../../store/store.ts";
import { withKnown } from "../with-known.ts";

/**
 * The entry under the id of an imported document that has the very same words, where there is one. For what has no
 * address: its id is made of outlet, date and title, which may be told better the second time. What the new entry does
 * not know stays as it was known. Another outlet or date is another document: papers print the words of one wire.
 */
export async function underKnownId(
  entry: Entry,
  store: Pick<Store, "idsWithWords" | "versions">,
): Promise<Entry> {
  const ids = await store.idsWithWords("import", entry.version.sha256);
  const found = await Promise.all(ids.map(async (id) => (await store.versions(id)).at(-1)?.document));
  const candidates = found.filter((known) => known !== undefined && agree(entry.document, known));
  const known =
    candidates.find((one) => one!.id === entry.document.id) ??
    candidates.find((one) => outletOf(one!) === outletOf(entry.document)) ??
    candidates[0];
  if (known === undefined) return entry;
  return {
    document: { ...withKnown(entry.document, known), id: known.id },
    version: makeVersion(known.id, entry.version.body),
  };
}

/** Whether outlet and date may be those of one document: the same, or known of one alone. */
function agree(one: Document, other: Document): boolean {
  const [first, second] = [outletOf(one), outletOf(other)];
  if (first !== null && second !== null && first !== second) return false;
  // One date may say more than the other: 2018-03 and 2018-03-28.
  const { date } = one;
  return date === null || other.date === null || date.startsWith(other.date) || other.date.startsWith(date);
}

function outletOf({ outletId, outlet }: Document): string | null {
  return outletId ?? outlet?.toLowerCase() ?? null;
}
