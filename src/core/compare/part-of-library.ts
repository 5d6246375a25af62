import type { Document } from "../document.ts";
import type { Library } from "../library.ts";
import type { SearchIndex } from "../search/index.ts";

/**
 * The library as a search sees it where only these documents may answer: what is rare, what is a name and what is a known
 * author stay those of the whole library, so that each part is judged alike.
 */
export function partOf(library: Library, holds: (document: Document) => boolean): Library {
  const whole = library.index;
  const index = Object.create(whole, {
    search: {
      value: ((query) =>
        whole.search({
          ...query,
          accepts: (document) => holds(document) && query.accepts?.(document) !== false,
        })) satisfies SearchIndex["search"],
    },
  }) as SearchIndex;
  const { outlets, analyser, translations, reference, size } = library;
  const part: Pick<Library, keyof Library> = {
    outlets,
    analyser,
    translations,
    reference,
    size,
    index,
    get: (id) => library.get(id),
    storyOf: (id) => library.storyOf(id),
    sameStory: (id) => library.sameStory(id),
    documents: () => library.documents(),
    entries: () => library.entries(),
    add: (entry) => library.add(entry),
    adding: (entry) => library.adding(entry),
    removing: (id) => library.removing(id),
  };
  // The class has a private field, which TypeScript holds against everything that is not made by it.
  return part as Library;
}
