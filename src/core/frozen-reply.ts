import type { DocumentVersion } from "./document.ts";
import { MisquoteError, excerptId, excerptOf, type Excerpt } from "./excerpt.ts";
import type { Range } from "./range.ts";
import type { Block, Reply } from "./reply.ts";

/** An excerpt by where it stands: its words stay with its document, which alone can give them. */
interface FrozenExcerpt extends Range {
  readonly documentId: string;
  readonly sha256: string;
  readonly highlights: readonly Range[];
}

type Quote = Extract<Block, { type: "quote" }>;
type FrozenBlock = Exclude<Block, Quote> | (Omit<Quote, "excerpt"> & { readonly excerpt: FrozenExcerpt });

/** A reply as text that can be kept: excerpts are named, not copied. */
export function freezeReply(reply: Reply): string {
  const blocks = reply.blocks.map((block): FrozenBlock =>
    block.type === "quote" ? { ...block, excerpt: frozenExcerpt(block.excerpt) } : block,
  );
  return JSON.stringify({ ...reply, blocks });
}

/**
 * The reply that was frozen, with its excerpts made anew from the versions they were taken from, so that they are
 * verified like any other.
 *
 * @throws {MisquoteError} where a version is not to be had any more or has no such run.
 */
export function thawReply(
  frozen: string,
  versionOf: (documentId: string, sha256: string) => DocumentVersion | null,
): Reply {
  const { blocks, ...rest } = JSON.parse(frozen) as Omit<Reply, "blocks"> & { blocks: FrozenBlock[] };
  const thawed = blocks.map((block): Block => {
    if (block.type !== "quote") return block;
    const { documentId, sha256, start, end, highlights } = block.excerpt;
    const version = versionOf(documentId, sha256);
    if (version === null) throw new MisquoteError(`${documentId}@${sha256} is not kept`);
    return { ...block, excerpt: excerptOf(version, start, end, highlights) };
  });
  return { ...rest, blocks: thawed };
}

function frozenExcerpt(excerpt: Excerpt): FrozenExcerpt {
  const { version, start, end, highlights, text } = excerpt;
  if (version.body.slice(start, end) !== text) throw new MisquoteError(`${excerptId(excerpt)} differs`);
  return { documentId: version.documentId, sha256: version.sha256, start, end, highlights };
}
