import type { Entry } from "../../../src/core/document.ts";
import type { Library } from "../../../src/core/library.ts";
import type { Reference } from "../../../src/core/reference.ts";
import { dateOf, entryOf } from "../samples.ts";
import { libraryWith } from "../libraries.ts";

const NOTHING = { ko_aliases: [], zh_aliases: [], places: [], place_ids: [], topics: [], sources: [] };

const REFERENCE: Partial<Reference> = {
  entities: [
    {
      ...NOTHING,
      id: "ana-kim",
      type: "person",
      name: "Ana Kim",
      aliases: [
        "Ana-Kim",
        ...Array.from({ length: 12 }, (_, index) => `Envoy Kim of the year ${1990 + index}`),
      ],
      ko: "김아나",
      zh: "金阿娜",
      hanja: "金阿娜",
      role: "Envoy since 2017",
      country: "KR",
      sources: [
        { title: "Who is who", publisher: "A Press", date: "2019-05", url: "https://www.example.org/who" },
      ],
      confidence: "verified",
    },
    {
      ...NOTHING,
      id: "pact",
      type: "document",
      name: "Lake Pact",
      aliases: ["Pact of the Lake"],
      ko: "호수 협정",
      role: "Pact about the lake",
      country: "INT",
      confidence: "known",
    },
  ],
  agreements: [
    {
      id: "pact-2018",
      title: "Pact of the Lake",
      date: "2018-04-27",
      effective: "2019",
      kind: "agreement",
      parties: ["Ana Kim", "The Lake"],
      party_ids: ["ana-kim", null],
      event: "signing",
      provisions: ["No boats", "Fish for all"],
      status: "In force.",
      sources: [{ title: "Text", publisher: "Lake Office" }],
      confidence: "verified",
    },
    {
      id: "unsc-9999",
      title: "UN Security Council Resolution 9999 (2018): Boats on the lake",
      date: "2018-05",
      kind: "unsc-resolution",
      parties: ["UN Security Council"],
      party_ids: [null],
      event: "vote",
      provisions: [],
      status: "In force.",
      sources: [],
      confidence: "known",
    },
  ],
  terms: [
    {
      id: "freeze",
      term: "freeze",
      synonyms: ["frozen"],
      ko: "동결",
      ko_synonyms: [],
      definition: "A stop.",
      related: ["pact", "ana-kim"],
    },
  ],
  positions: [
    position("yes", "ana-kim", "2018-04", "Wants a freeze.", ["no", "later"]),
    position("later", "ana-kim", "2019-01-02", "Wants none any more.", ["yes"]),
    position("no", "The Lake", "2018", "Wants boats.", ["yes"]),
  ],
  events: [event("signing", "2018-04-27", "Lake Pact signed"), event("vote", "2018-05", "A vote")],
  ambiguous: [{ form: "Kim", ids: ["ana-kim"] }],
};

/** A small world of our own making: a person, an agreement with its name, one without, a term, and one article. */
export const SMALL = smallWorld([]);

/** The same, with these documents beside. */
export function smallWorld(others: readonly Entry[]): Library {
  const entries = [
    ...others,
    ...["event/signing", "event/vote", "position/yes", "agreement/pact-2018"].map((id) =>
      entryOf("A record of the Lake Pact and Ana Kim.", { id, kind: "reference", outletId: "korea-desk" }),
    ),
    entryOf("Ana Kim signed the Lake Pact. Resolution 9999 came later.", {
      id: "news",
      title: "Signed",
      outlet: "Paper",
      date: dateOf("2018-04-28"),
    }),
  ];
  const forms = {
    "entity/ana-kim": ["Ana Kim", "김아나"],
    "entity/pact": ["Lake Pact", "호수 협정", "Pact of the Lake"],
    "term/freeze": ["freeze", "frozen", "동결"],
  };
  return libraryWith(REFERENCE, { forms, entries });
}

function position(id: string, who: string, date: string, statement: string, opposing: string[]) {
  return {
    id,
    who,
    also: [],
    topic: "freeze",
    date,
    statement,
    kind: "official" as const,
    opposing,
    sources: [],
    confidence: "verified" as const,
  };
}

function event(id: string, date: string, title: string) {
  return {
    ...NOTHING,
    id,
    date,
    title,
    summary: "It happened.",
    actors: ["Ana Kim"],
    actor_ids: ["ana-kim"],
    confidence: "verified" as const,
  };
}
