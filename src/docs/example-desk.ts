import { commands } from "../../commands/index.ts";
import { BUILT_IN, languagesWith } from "../compose.ts";
import { createDesk, type Desk } from "../core/desk.ts";
import { Library } from "../core/library.ts";
import { loadCorpus, loadOutlets } from "../ingest/corpus.ts";
import { loadMorphology } from "../ingest/korean.ts";
import { openStore } from "../store/sqlite.ts";

/** Midday of 15 March 2026 in Seoul: examples must not change from one day to the next. */
const NOW = Date.UTC(2026, 2, 15, 3);

/** The desk over the built-in documents alone, at a fixed time in Seoul. A defect is thrown, not apologised for. */
export async function openExampleDesk(): Promise<{ desk: Desk; close(): void }> {
  const now = () => NOW;
  const { outlets } = await loadOutlets(BUILT_IN);
  const builtIn = await loadCorpus(BUILT_IN, outlets);
  const library = new Library(outlets, {
    ...languagesWith(builtIn, await loadMorphology()),
    reference: builtIn.reference,
  });
  const store = await openStore({ path: ":memory:", now });
  await store.save("builtin", builtIn.entries, { complete: true });
  for (const entry of await store.entries()) library.add(entry);
  const report = (error: unknown): never => {
    throw error;
  };
  return {
    desk: createDesk({ library, commands, store, report, now, zone: "Asia/Seoul" }),
    close: () => store.close(),
  };
}
