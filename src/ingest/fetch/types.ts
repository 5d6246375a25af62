/** What to fetch, and for what. */
export interface FetchRequest {
  /** Address as somebody wrote it; checked before anything is sent. */
  url: string;
  /** Decides which content types are taken, and whether robots.txt is asked (pages only: a feed is there to be polled). */
  accept: "page" | "feed";
  /**
   * Whether the operator wrote the address, or what it came from stands on the same host. Only then may its host be a
   * private one that they allowed: others could publish what such a host says. Default: no.
   */
  trusted?: boolean;
  /** Validators of the last answer, for a conditional request (RFC 9110 section 13). */
  etag?: string | null;
  lastModified?: string | null;
  signal?: AbortSignal;
}

/** The answer, whole and decoded. */
export interface FetchedBody {
  outcome: "ok";
  /** Where it was found in the end, without a fragment. */
  url: string;
  /**
   * Where permanent redirects (301, 308) alone lead from the address asked for; `null` where there are none, where a
   * temporary one comes first, or where the first leads from https to http.
   */
  movedTo: string | null;
  /** At most 5 MB. */
  bytes: Uint8Array;
  /** The whole header, with its parameters. */
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
}

/** Why nothing came, for whoever asked. */
export interface Refused {
  outcome: "refused";
  /** What is wrong, without a full stop at the end. */
  message: string;
  /** What to do about it, without a full stop at the end. */
  remedy: string;
  /** Status of the answer; `null` where there was none. */
  status: number | null;
  /** How long the server asks to be left alone, in milliseconds; a week at most. */
  retryAfter: number | null;
  /** Whether it may go another time. */
  temporary: boolean;
  /** Nothing was sent: the host wants to be left alone for a while, and the address is not at fault. */
  unasked?: true;
}

/** What came of a request; `unchanged` is 304 and `gone` is 410. */
export type Fetched = FetchedBody | { outcome: "unchanged" } | { outcome: "gone" } | Refused;

/** An address of a host, as the system's resolver gives it. */
export interface HostAddress {
  address: string;
  family: 4 | 6;
}

/** All addresses of a host; rejects with a `code` such as ENOTFOUND where it has none. */
export type Lookup = (host: string) => Promise<readonly HostAddress[]>;
