import { createHash } from "node:crypto";
import type { Morpheme, Morphology } from "./morphology.ts";

/** A {@link Morphology} that need not analyse what it knows, and tells what it found out. */
export interface RememberedMorphology {
  readonly morphology: Morphology;
  /** What was analysed anew since the last call, by the hash of the text, for the store to keep. */
  takeNew(): ReadonlyMap<string, readonly Morpheme[]>;
  /** From now on nothing is remembered: questions come and go. */
  forget(): void;
  /** After {@link forget}: what was analysed elsewhere, by hash; takes the place of what was lent before. */
  lend(found: ReadonlyMap<string, readonly Morpheme[]>): void;
}

/** Wraps an analysis with what is known from earlier: texts are analysed when they come in, not at every start. */
export function remembered(
  analyse: Morphology,
  known: ReadonlyMap<string, readonly Morpheme[]>,
): RememberedMorphology {
  let kept: ReadonlyMap<string, readonly Morpheme[]> | null = known;
  let found = new Map<string, readonly Morpheme[]>();
  let lent: ReadonlyMap<string, readonly Morpheme[]> = new Map();
  return {
    morphology: (text) => {
      if (kept === null) return (lent.size === 0 ? undefined : lent.get(hashOf(text))) ?? analyse(text);
      const hash = hashOf(text);
      const morphemes = kept.get(hash) ?? found.get(hash) ?? analyse(text);
      if (!kept.has(hash)) found.set(hash, morphemes);
      return morphemes;
    },
    takeNew: () => {
      const taken = found;
      found = new Map();
      return taken;
    },
    forget: () => {
      kept = null;
    },
    lend: (elsewhere) => {
      lent = elsewhere;
    },
  };
}

/** By which a text is known. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64url").slice(0, 22);
}
