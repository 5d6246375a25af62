import type { Morpheme } from "../../../core/search/morphology.ts";
import { loadMorphology } from "../../korean.ts";

/** The analysis of Korean, loaded once in a thread. */
export async function loadMorphemes(): Promise<(input: { texts: readonly string[] }) => Morpheme[][]> {
  const morphology = await loadMorphology();
  return ({ texts }) => texts.map((text) => [...morphology(text)]);
}
