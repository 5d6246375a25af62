import { isIPv6 } from "node:net";

/** A host, or one port of it, that the operator calls their own. */
export interface AllowedHost {
  /** As {@link hostOf} gives it. */
  host: string;
  /** `null` for every port. */
  port: string | null;
}

/** Name or literal address in an address, as the URL standard writes it, without brackets or the dot of the root. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/u, "$1").replace(/\.$/u, "");
}

function portOf(url: URL): string {
  return url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
}

/** Reads `host`, `host:port`, a literal address (IPv6 with or without brackets) or one with a port; `null` if it is none. */
export function readAllowedHost(text: string): AllowedHost | null {
  const written = isIPv6(text) ? `[${text}]` : text;
  const parts = /^(\[[\d:.a-f]+\]|[^\s:/?#@[\]\\%,*]+)(?::(\d{1,5}))?$/iu.exec(written);
  if (parts === null || !URL.canParse(`http://${written}/`)) return null;
  const host = hostOf(new URL(`http://${written}/`));
  return host === "" ? null : { host, port: parts[2] === undefined ? null : String(Number(parts[2])) };
}

/** Whether the address names exactly one of these hosts. What a name resolves to is not compared: names are anybody's. */
export function isAllowed(url: URL, allowed: readonly AllowedHost[]): boolean {
  return allowed.some(({ host, port }) => host === hostOf(url) && (port === null || port === portOf(url)));
}
