import type { Entry } from "../core/document.ts";
import { passagesOf } from "../core/passage.ts";
import { textOfPassage } from "../core/search/passage-text.ts";
import { isKorean, type Morpheme } from "../core/search/morphology.ts";
import { hashOf } from "../core/search/remembered.ts";
import type { Store } from "../store/store.ts";
import { MORPHOLOGY } from "./korean.ts";

/**
 * Analyses Korean texts, in order; where that takes long, away from everything that must answer. Rejects with
 * {@link AnalysisError} where it gives up.
 */
export type AnalyseTexts = (texts: readonly string[]) => Promise<readonly (readonly Morpheme[])[]>;

/** Texts that could not be analysed. */
export class AnalysisError extends Error {
  override name = "AnalysisError";
}

/** The texts of an entry that an index will have analysed for morphemes, by their hashes. */
export function koreanTextsOf({ document, version }: Entry): Map<string, string> {
  const texts = passagesOf(document, version).map((passage) =>
    textOfPassage(document.title, version.body, passage),
  );
  return new Map(texts.filter(isKorean).map((text) => [hashOf(text), text]));
}

/**
 * The morphemes of an entry's Korean texts, by their hashes: those that the store has, and the others analysed and kept.
 * Where the analysis gives up they have none: the texts are found by their characters all the same.
 */
export async function morphemesOf(
  entry: Entry,
  store: Pick<Store, "morphemesOf" | "keepMorphemes">,
  analyse: AnalyseTexts,
): Promise<ReadonlyMap<string, readonly Morpheme[]>> {
  const texts = koreanTextsOf(entry);
  if (texts.size === 0) return new Map();
  const kept = await store.morphemesOf(MORPHOLOGY, [...texts.keys()]);
  const missing = [...texts].filter(([hash]) => !kept.has(hash));
  if (missing.length === 0) return kept;
  const analysed = await analyse(missing.map(([, text]) => text)).catch((error: unknown) => {
    if (error instanceof AnalysisError) return null;
    throw error;
  });
  if (analysed === null) return new Map([...kept, ...missing.map(([hash]) => [hash, []] as const)]);
  const found = new Map(missing.map(([hash], at) => [hash, analysed[at] ?? []]));
  // What cannot be kept now is found out again at the next start; the document is not to wait for it.
  await store.keepMorphemes(MORPHOLOGY, found).catch(() => undefined);
  return new Map([...kept, ...found]);
}
