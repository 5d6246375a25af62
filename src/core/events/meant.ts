import { nameOf } from "../about/names.ts";
import { nameBookOf } from "../about/name-book.ts";
import { resolveName } from "../about/resolve.ts";
import { idsOf, type Subject } from "../about/subject.ts";
import { echo } from "../budget.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import { namedByEvents } from "./naming.ts";

/** Whom or what a name may mean, and how many events are about it. */
export interface Candidate {
  readonly subject: Subject;
  readonly events: number;
}

/** What a typed name may mean. */
export interface Meant {
  /** One, or several to choose from, those with most events first. */
  readonly candidates: readonly Candidate[];
  /** Whether the name is written so by nobody else; else it is to be said what it was taken for. */
  readonly certain: boolean;
}

/**
 * Whom or what a name means, as in `/korea about`; of several, those with events where there is still a choice among
 * them.
 *
 * @throws {UserError} where nothing is named so, with the nearest name.
 */
export function meantBy(typed: string, library: Library): Meant {
  const resolved = resolveName(typed, library);
  switch (resolved.type) {
    case "one":
      return { candidates: counted([resolved.subject], library), certain: !resolved.heard };
    case "several": {
      const all = counted(resolved.subjects, library).sort((a, b) => b.events - a.events);
      const some = all.filter(({ events }) => events > 0);
      return { candidates: some.length > 1 ? some : all, certain: false };
    }
    case "none": {
      const [near] = resolved.near;
      throw new UserError((m) =>
        m.timeline.unknownAbout(echo(typed), near === undefined ? null : nameOf(near, m.language)),
      );
    }
  }
}

/** The name of a subject, by the id of one of its records, in the language where it is known in it. */
export function subjectName(id: string, { reference }: Library, language = "en"): string {
  const subject = nameBookOf(reference).withId(id);
  return subject === null ? id : nameOf(subject, language);
}

function counted(subjects: readonly Subject[], library: Library): Candidate[] {
  const named = [...namedByEvents(library).values()];
  return subjects.map((subject) => {
    const ids = idsOf(subject);
    return { subject, events: named.filter((about) => ids.some((id) => about.has(id))).length };
  });
}
