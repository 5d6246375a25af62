import { Temporal } from "temporal-polyfill";
import { openCopyOfOwnStore, openOwnStore, unavailable } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { NEWS_DAYS, isStillNews } from "../../core/digest/window.ts";
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
        const known = (await store.versions(own.document.id)).at(-1)?.document;
        // What a person told of a document stays when it is imported again without that.
        const whole = known === undefined ? own : { ...own, document: withTold(own.document, known) };
        const kept = await saveInto(store, whole, options);
        const told = { ...kept, overruled: overruled(own.document, whole.document) };
        return options.announce
          ? { ...told, noNews: whyNoNews(kept, known !== undefined, config.zone) }
          : told;
      } catch (error) {
        throw unavailable(config, error);
      }
    },
    close: () => store.close(),
  };
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

/** Why a digest will not take it, by the rules of {@link Store.newsSince}; `null` where one will. */
function whyNoNews({ saved, entry }: Kept, cameBefore: boolean, zone: string): string | null {
  if (saved === "refused") return null;
  if (cameBefore) return "it came in before, and only first versions are news";
  const { date } = entry.document;
  return date === null || isStillNews(date, Temporal.Now.plainDateISO(zone).toString())
    ? null
    : `published more than ${NEWS_DAYS} days ago`;
}
