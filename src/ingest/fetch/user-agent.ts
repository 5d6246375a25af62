import manifest from "../../../package.json" with { type: "json" };

/** The name that a robots.txt may address. */
export const PRODUCT = "KoreaDesk";

/** Who asks, and whom to write to. The contact is of printable ASCII without brackets, as the configuration checks. */
export function userAgent(contact: string): string {
  return `${PRODUCT}/${manifest.version} (${contact.includes(" ") ? "" : "+"}${contact})`;
}
