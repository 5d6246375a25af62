/** Steps of a connection that come before the first byte of a request. */
const BEFORE_WRITING: ReadonlySet<unknown> = new Set(["connect", "getaddrinfo"]);
const CODES: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Whether a request failed before any of it was written, so that it had no effect: nobody listens, the name is not
 * known, no connection came about. Anything else may have been read by the other side, such as a connection that is
 * reset while the request is on its way. Looks at the error and at what caused it.
 */
export function isUnwritten(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ("code" in at && CODES.has(at.code)) return true;
    if ("syscall" in at && BEFORE_WRITING.has(at.syscall)) return true;
  }
  return false;
}
