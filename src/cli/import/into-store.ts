import { openCopyOfOwnStore, openOwnStore, unavailable } from "../../compose.ts";
import type { Config } from "../../config.ts";
import type { Entry } from "../../core/document.ts";
import { underKnownId } from "../../ingest/import/same-document.ts";
import { morphemesOf } from "../../ingest/morphemes.ts";
import { addressesIn, underOwnId } from "../../ingest/own-id.ts";
import { overruled, withTold } from "../../ingest/with-told.ts";
import { analyseIn } from "../../ingest/workshop/analyse.ts";
import type { Workshop } from "../../ingest/workshop/workshop.ts";
import type { Store } from "../../store/store.ts";
import type { Keeper, Kept } from "./keeper.ts";

/** How documents are saved. */
export interface StoreOptions {
  /** Whether they are news for digests. */
  announce: boolean;
  /** Analyses Korean. */
  workshop: Workshop;
  /** Whether only a copy of the store takes them, to see what would become of them. */
  dryRun: boolean;
}

/**
 * Puts documents into the store.
 *
 * @throws {StoreUnavailableError} where it cannot be opened; so does keeping.
 */
export async function keepInStore(config: Config, options: StoreOptions): Promise<Keeper> {
  const store = await (options.dryRun ? openCopyOfOwnStore(config) : openOwnStore(config));
  return {
    async keep(entry, identified) {
      try {
        const own = await (identified ? underOwnId(entry, addressesIn(store)) : underKnownId(entry, store));
        const whole = await toldBefore(own, store);
        const kept = await saveInto(store, whole, options);
        return { ...kept, overruled: overruled(own.document, whole.document) };
      } catch (error) {
        throw unavailable(config, error);
      }
    },
    close: () => store.close(),
  };
}

/** What a person told of a document stays when it is imported again without that. */
async function toldBefore(entry: Entry, store: Store): Promise<Entry> {
  const known = (await store.versions(entry.document.id)).at(-1)?.document;
  return known === undefined ? entry : { ...entry, document: withTold(entry.document, known) };
}

async function saveInto(
  store: Store,
  entry: Entry,
  { announce, workshop, dryRun }: StoreOptions,
): Promise<Kept> {
  // Slow work, which is done here and before a bot that has to answer sees the document.
  if (!dryRun) await morphemesOf(entry, store, analyseIn(workshop));
  const [saved] = await store.save("import", [entry], { announce });
  const { id } = entry.document;
  if (saved === "refused") {
    return { saved, detail: `${id} is a built-in document; give another --set id=…`, entry };
  }
  return { saved: saved!, detail: dryRun ? `would be ${id}` : id, entry };
}
