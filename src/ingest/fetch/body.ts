import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import zlib from "node:zlib";
import { notNow } from "./refusal.ts";

/** The content codings that are asked for: https://www.iana.org/assignments/http-parameters#content-coding */
export const CODINGS = "gzip, deflate, br, zstd";

/** Windows of zstd on the web are of 8 MB at most: https://www.rfc-editor.org/rfc/rfc9659 */
const ZSTD_WINDOW_LOG = 23;

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: zlib.createGunzip,
  "x-gzip": zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
  zstd: () =>
    zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
};

/** Stops reading; not an error of anybody's. */
const ENOUGH = new Error("enough");

/**
 * Reads a body and undoes its content coding, `limit` bytes of it at most: decoding stops there, so that a few bytes
 * which would become hundreds of megabytes never do. `complete` tells whether that was all. One coding only: several
 * on top of each other are of use to nobody but an attacker.
 *
 * @throws {Refusal} where the coding is unknown
 */
export async function readBody(
  body: Readable,
  coding: string | null,
  limit: number,
): Promise<{ bytes: Buffer; complete: boolean }> {
  const name = coding?.trim().toLowerCase() ?? "";
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (decoder === undefined && name !== "" && name !== "identity") {
    throw notNow("it comes compressed in a way that was not asked for");
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) throw ENOUGH;
    }
  };
  try {
    if (decoder === undefined) await pipeline(body, collect);
    else await pipeline(body, meter(limit), decoder(), collect);
  } catch (error) {
    if (error !== ENOUGH) throw error;
    return { bytes: Buffer.concat(chunks).subarray(0, limit), complete: false };
  }
  return { bytes: Buffer.concat(chunks), complete: true };
}

/** Lets no more through than may come out: empty blocks without end would be read for as long as they are sent. */
function meter(limit: number) {
  return async function* bounded(source: AsyncIterable<Buffer>) {
    let length = 0;
    for await (const chunk of source) {
      length += chunk.length;
      if (length > limit) throw ENOUGH;
      yield chunk;
    }
  };
}
