import { readBody } from "./body.ts";
import { typeFlaw } from "./content-type.ts";
import { header, type Answer } from "./exchange.ts";
import { never, Refusal } from "./refusal.ts";
import { statusRefusal } from "./status.ts";
import type { Target } from "./target.ts";
import type { Fetched, FetchRequest } from "./types.ts";

/** Bytes of a page or feed, decoded. */
const MAX_BYTES = 5_000_000;

/** How an answer is to be read. */
export interface Reading {
  accept: FetchRequest["accept"];
  target: Target;
  movedTo: string | null;
  /** Whether validators were sent: only then can an answer be 304. */
  conditional: boolean;
  /** Milliseconds of the epoch. */
  now: number;
}

/**
 * Reads the answer at the end of the redirects. Content is taken from 200 and 203 only: 206 is a part nobody asked for,
 * the others have none.
 *
 * @throws {Refusal} where there is nothing to take, or what must not be taken
 */
export async function readAnswer(answer: Answer, reading: Reading): Promise<Fetched> {
  const { target, accept } = reading;
  const { statusCode: status } = answer;
  if (status === 304 && reading.conditional) return { outcome: "unchanged" };
  if (status === 410) return { outcome: "gone" };
  if (status !== 200 && status !== 203) throw statusRefusal(answer, target.host, reading.now);
  const contentType = header(answer, "content-type");
  const flaw = typeFlaw(contentType, accept);
  if (flaw !== null) {
    const remedy =
      accept === "feed" ? "Give the address of an RSS, Atom or JSON feed" : "Give the address of a page";
    throw withStatus(never(`${target.host} sends ${flaw}`, remedy), status);
  }
  const coding = codingOf(answer);
  const { bytes, complete } = await readBody(answer.body, coding, MAX_BYTES);
  if (!complete) {
    const message = `what ${target.host} sends is larger than ${MAX_BYTES / 1_000_000} MB`;
    throw withStatus(never(message, "Give the address of a smaller one"), status);
  }
  return {
    outcome: "ok",
    url: target.url.href,
    movedTo: reading.movedTo,
    bytes,
    contentType,
    etag: readValidator(header(answer, "etag")),
    lastModified: readValidator(header(answer, "last-modified")),
  };
}

/** All content codings of an answer, of several header lines too. */
export function codingOf(answer: Answer): string | null {
  const coding = answer.headers["content-encoding"];
  return Array.isArray(coding) ? coding.join(",") : (coding ?? null);
}

/** A validator that can be sent back as it came: others are as good as none. */
export function readValidator(value: string | null | undefined): string | null {
  return typeof value === "string" && /^[\x20-\x7E]{1,1000}$/u.test(value) ? value : null;
}

function withStatus({ refused }: Refusal, status: number): Refusal {
  return new Refusal({ ...refused, status });
}
