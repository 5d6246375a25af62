import { commands } from "../../commands/index.ts";
import { BUILT_IN } from "../../src/compose.ts";
import type { Context } from "../../src/core/command.ts";
import type { Entry } from "../../src/core/document.ts";
import { Library } from "../../src/core/library.ts";
import { OutletBook } from "../../src/core/outlet.ts";
import { NO_REFERENCE, type Reference } from "../../src/core/reference.ts";
import { Analyser } from "../../src/core/search/analyse.ts";
import { Lexicon } from "../../src/core/search/lexicon.ts";
import { Translations } from "../../src/core/search/translations.ts";
import { loadCorpus, loadOutlets } from "../../src/ingest/corpus.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { NOW, OUTLETS } from "./samples.ts";
import { subscriptionsOfTenant } from "../../src/core/tenant-subscriptions.ts";
import { NO_SUBSCRIPTIONS } from "../no-subscriptions.ts";

/** The built-in corpus as a library, without the analysis of Korean: no name needs it. */
export async function builtInLibrary(): Promise<Library> {
  const { outlets } = await loadOutlets(BUILT_IN);
  const { entries, lexicon, reference, vocabulary } = await loadCorpus(BUILT_IN, outlets);
  return fill(
    new Library(outlets, {
      analyser: new Analyser({ lexicon }),
      translations: new Translations(vocabulary),
      reference,
    }),
    entries,
  );
}

/** A library of these documents with the names and records of another one, as `--corpus FOLDER` makes it. */
export function libraryBeside(
  { outlets, analyser, translations, reference }: Library,
  entries: readonly Entry[],
) {
  return fill(new Library(outlets, { analyser, translations, reference }), entries);
}

/** What stands beside the records of a library. */
interface Beside {
  /** Forms by id of entry; without them, the names of the records. */
  readonly forms?: Readonly<Record<string, string[]>>;
  readonly entries?: readonly Entry[];
  readonly outlets?: OutletBook;
}

/** A library with these records and names, and these documents alone. */
export function libraryWith(given: Partial<Reference>, beside: Beside = {}): Library {
  const reference = { ...NO_REFERENCE, ...given };
  const { entries = [], outlets = new OutletBook(OUTLETS.all), forms = formsIn(reference) } = beside;
  const lexicon = new Lexicon(
    Object.entries(forms).map(([id, all]) => ({ id, forms: all })),
    reference.ambiguous.map(({ form }) => form),
  );
  return fill(new Library(outlets, { analyser: new Analyser({ lexicon }), reference }), entries);
}

function formsIn({ entities }: Reference): Record<string, string[]> {
  return Object.fromEntries(
    entities.map(({ id, name, aliases, ko, ko_aliases, zh_aliases }) => [
      `entity/${id}`,
      [name, ...aliases, ko, ...ko_aliases, ...zh_aliases],
    ]),
  );
}

/** What a command knows of a call in this language. */
export function contextOf(library: Library, locale = "en"): Context {
  return {
    tenant: "console",
    locale,
    name: null,
    mayPost: true,
    user: null,
    channel: null,
    channelTrouble: () => Promise.resolve(null),
    botAbsent: false,
    mayManage: false,
    subscriptions: subscriptionsOfTenant("console", NO_SUBSCRIPTIONS, () => NOW),
    m: messagesFor(locale),
    library,
    commands,
    version: async () => null,
    versions: async () => [],
    newsSince: async (cursor) => ({ news: [], cursor }),
    failures: [],
    now: () => NOW,
    zone: "UTC",
  };
}

function fill(library: Library, entries: readonly Entry[]): Library {
  for (const entry of entries) library.add(entry);
  return library;
}
