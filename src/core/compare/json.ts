import type { Context } from "../command.ts";
import { excerptJson, type ExcerptJson } from "../excerpt-json.ts";
import { positionJson, type PositionJson } from "../record-json.ts";
import type { By } from "./group.ts";
import type { Comparison } from "./compare.ts";

/** A comparison as `korea compare --json` prints it: every side shown, in order, silent ones with neither. */
export interface CompareJson {
  topic: string;
  by: By;
  groups: {
    key: string;
    label: string;
    excerpt: ExcerptJson | null;
    positions: PositionJson[];
  }[];
}

/** Turns a comparison into its JSON shape, with labels in the language of `m`. */
export function compareJson(
  { request, sides }: Comparison,
  ctx: Pick<Context, "library" | "m">,
): CompareJson {
  const { m } = ctx;
  const { reference } = ctx.library;
  return {
    topic: request.topic,
    by: request.by,
    groups: sides.map(({ group, excerpt, positions }) => ({
      key: group.key,
      label: group.label(m),
      excerpt: excerpt === null ? null : excerptJson(excerpt.excerpt, excerpt.document, ctx),
      positions: positions.map((position) => positionJson(position, reference)),
    })),
  };
}
