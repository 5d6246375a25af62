import type { Entry } from "../../../src/core/document.ts";
import type { OpenedDesk } from "../samples.ts";
import { entryOf } from "../samples.ts";

/** Revises the first document of a desk: every fifth word changed, with the last document's words and metadata beside. */
export async function reviseFirst(
  { store, library }: Pick<OpenedDesk, "store" | "library">,
  documents: readonly Entry[],
): Promise<void> {
  const [first, last] = [documents[0]!, documents.at(-1)!];
  let count = 0;
  const words = first.version.body.replace(/\S+/gu, (word) => ((count += 1) % 5 === 0 ? `${word}~` : word));
  const { id } = first.document;
  const revised = entryOf(`${words}\n\n${last.version.body}`, { ...last.document, id });
  await store.save("import", [revised]);
  library.add(revised);
}
