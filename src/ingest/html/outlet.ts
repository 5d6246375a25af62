import type { Outlet, OutletBook } from "../../core/outlet.ts";
import { parse } from "./address.ts";
import { objects, strings, type LinkedData } from "./json-ld.ts";
import { firstOf, type Meta } from "./meta.ts";
import { isNamed, words } from "./marks.ts";
import type { Piece } from "./page.ts";
import type { PageElement, PageTree } from "./tree.ts";

/**
 * The outlet whose page it is: by the host of its address, else by the name the metadata gives the site, else by a dateline
 * that names one. Whom a text was taken from makes no difference.
 */
export function outletOf(
  addresses: readonly (string | null)[],
  linked: readonly LinkedData[],
  meta: Meta,
  tree: PageTree,
  pieces: readonly Piece[],
  outlets: OutletBook,
): Outlet | null {
  for (const address of addresses) {
    const host = parse(address)?.hostname;
    const outlet = host === undefined ? null : outlets.atHost(host);
    if (outlet !== null) return outlet;
  }
  const publishers = linked.flatMap((data) => [
    ...strings(data["publisher"]),
    ...objects(data["publisher"]).flatMap((publisher) => strings(publisher["name"])),
  ]);
  const names = [
    firstOf(meta, "og:site_name", "application-name", "publisher", "dc.publisher"),
    ...publishers,
  ];
  for (const name of names) {
    const outlet = name === null ? null : outlets.named(name);
    if (outlet !== null) return believed(outlet, addresses);
  }
  const told = pieces.find(({ dateline, element }) => dateline?.outlet && !namesSource(tree, element));
  return told === undefined ? null : believed(told.dateline!.outlet!, addresses);
}

/** Anybody can call a page that of a known outlet: one that has hosts of its own publishes there. */
function believed(outlet: Outlet, addresses: readonly (string | null)[]): Outlet | null {
  return outlet.domains.length === 0 || addresses.every((address) => address === null) ? outlet : null;
}

const SOURCE = words("source sources origin laiyuan");

/** Most elements of a dateline. */
const SIZE_MAX = 30;

/** Whether a line says, by the name of an element in it, whom the text was taken from. */
function namesSource({ elements }: PageTree, { index, last }: PageElement): boolean {
  return elements
    .slice(index, Math.min(last, index + SIZE_MAX) + 1)
    .some((element) => isNamed(element, SOURCE));
}
