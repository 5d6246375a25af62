import type { AgreementRecord, EntityRecord } from "../reference.ts";
import { joined, spaced } from "./fold.ts";
import { resolutionOf } from "./resolution.ts";

/**
 * Which entity is the name of which agreement: id of the agreement → id of the entity. Certain ways come first (the same
 * id, title or number of resolution); then a document one of whose names has all its telling words in the title or in
 * the id of the agreement, where only one does. No entity stands for two agreements.
 */
export function entityOfAgreements(
  agreements: readonly AgreementRecord[],
  entities: readonly EntityRecord[],
): ReadonlyMap<string, string> {
  const byTitle = new Map<string, string>();
  const byNumber = new Map<string, string>();
  for (const { id, name, aliases } of entities) {
    for (const form of [name, ...aliases]) addNew(byTitle, joined(form), id);
    addNew(byNumber, resolutionOf(name) ?? "", id);
  }
  const ids = new Set(entities.map(({ id }) => id));
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const take = (agreement: AgreementRecord, id: string | undefined) => {
    if (id === undefined || taken.has(id)) return;
    found.set(agreement.id, id);
    taken.add(id);
  };
  for (const agreement of agreements) {
    const number = agreement.kind === "unsc-resolution" ? resolutionOf(agreement.title) : null;
    take(
      agreement,
      ids.has(agreement.id)
        ? agreement.id
        : (titlesOf(agreement)
            .map((title) => byTitle.get(joined(title)))
            .find((id) => id !== undefined) ?? byNumber.get(number ?? " ")),
    );
  }
  const told = entities
    .filter(({ type, id }) => type === "document" && !taken.has(id))
    .map(({ id, name, aliases }) => ({ id, telling: [name, ...aliases].map(tellingWords) }));
  for (const agreement of agreements.filter(({ id }) => !found.has(id))) {
    const places = [agreement.title, agreement.id].map((words) => new Set(spaced(words).split(" ")));
    const candidates = told.filter(
      ({ id, telling }) =>
        !taken.has(id) &&
        telling.some(
          (words) => words.length > 1 && places.some((place) => words.every((word) => place.has(word))),
        ),
    );
    if (candidates.length === 1) take(agreement, candidates[0]!.id);
  }
  return found;
}

function addNew(map: Map<string, string>, key: string, id: string): void {
  if (key !== "" && !map.has(key)) map.set(key, id);
}

/** The title, without what stands in brackets at its end, and that alone: `… in the Military Domain (CMA)`. */
export function titlesOf({ title }: AgreementRecord): string[] {
  const match = /^(.*?)\s*\(([^()]+)\)$/u.exec(title);
  return match === null ? [title] : [title, match[1]!, match[2]!];
}

/** Words that many names of agreements have. */
const COMMON = new Set(
  "a and between for in of on the to accord agreement communique deal declaration pact statement treaty understanding".split(
    " ",
  ),
);

function tellingWords(form: string): string[] {
  return spaced(form)
    .split(" ")
    .filter((word) => !COMMON.has(word));
}
