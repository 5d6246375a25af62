import { errors } from "undici";
import { notNow, Refusal } from "./refusal.ts";

/** What the codes of Node.js and undici mean; behind the name of the host. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOTFOUND: "is not found: no such name",
  ENODATA: "is not found: no such name",
  EAI_AGAIN: "could not be looked up",
  EAI_FAIL: "could not be looked up",
  ECONNREFUSED: "refuses connections",
  ECONNRESET: "broke the connection off",
  EPIPE: "broke the connection off",
  UND_ERR_SOCKET: "broke the connection off",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "broke the connection off",
  ETIMEDOUT: "does not answer",
  EHOSTUNREACH: "cannot be reached",
  ENETUNREACH: "cannot be reached",
  EADDRNOTAVAIL: "cannot be reached",
  UND_ERR_HEADERS_OVERFLOW: "sends too many headers",
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another name",
  DEPTH_ZERO_SELF_SIGNED_CERT: "has a certificate that nobody vouches for",
  SELF_SIGNED_CERT_IN_CHAIN: "has a certificate that nobody vouches for",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "has a certificate that nobody vouches for",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "has a certificate that nobody vouches for",
};

function meaningOf(code: string): string {
  const known = MEANINGS[code];
  if (known !== undefined) return known;
  if (code.startsWith("HPE_")) return "answers in something other than HTTP";
  if (/^(?:Z_|ERR_|ZSTD_)/u.test(code) && /Z_|BROTLI|ZSTD|PADDING/u.test(code)) {
    return "sends compressed data that is broken";
  }
  if (/SSL|TLS|CERT|EPROTO/u.test(code)) return `cannot be talked to safely (${code})`;
  return `cannot be fetched (${code})`;
}

/** The code of the system, of undici or of zlib: the far side's doing. `null` where there is none. */
function codeOf(error: unknown): string | null {
  // Has a code only where the parser's own are told apart.
  if (error instanceof errors.HTTPParserError) return "HPE_ERROR";
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  return error.code;
}

/**
 * The refusal that an error of the network stands for. Where the signal fell, that is the reason, whatever it broke.
 *
 * @throws the error itself where it is no such error but a defect of ours
 */
export function networkRefusal(error: unknown, host: string, signal: AbortSignal): Refusal {
  if (error instanceof Refusal) return error;
  if (signal.aborted && signal.reason instanceof Refusal) return signal.reason;
  const code = codeOf(error);
  if (code === null) throw error;
  return notNow(`${host} ${meaningOf(code)}`, "Check the address, or try again later");
}
