import { describe, expect, test } from "vitest";
import { formatProblem } from "../../src/ingest/problem.ts";
import { referenceDocuments } from "../../src/ingest/reference/documents.ts";
import { emptyBase, readReferenceFile } from "../../src/ingest/reference/read.ts";
import { OUTLETS, dateOf, documentOf } from "../core/samples.ts";

const FILES: Record<string, string> = {
  "events.yaml": `
- id: talks
  date: "2018-03-25"
  end: "2018-03-28"
  title: Talks in a city
  summary: Two leaders talked
  places: [City, Town]
  place_ids: [city, null]
  actors: [Leader]
  actor_ids: [leader]
  topics: [summit]
  sources:
    - {key: k, title: A report, publisher: A paper, date: "2018-03-28", url: "https://paper.example/1"}
  confidence: verified
`,
  "agreements.yaml": `
- id: pact
  title: A pact
  date: "2018-04"
  effective: "2018-05-01"
  kind: joint-statement
  parties: [Leader, Other]
  party_ids: [leader, null]
  event: talks
  provisions: [Peace, "No war."]
  status: In force
  sources: []
  confidence: known
`,
  "entities.yaml": `
meta: {as_of: 2026-03}
entities:
  - {id: leader, type: person, name: Leader, aliases: [The Boss], ko: 지도자, zh: 领导人, role: Leads., country: KP, confidence: known}
  - {id: city, type: place, name: City, aliases: [], ko: 도시, role: A place, country: KP, confidence: known}
`,
  "positions.yaml": `
meta: {as_of: 2026-03}
positions:
  - {id: for, who: leader, topic: talks, date: 2018, end: 2019, statement: Wants talks, kind: official, opposing: [against], sources: [{key: text1, title: A text, publisher: A paper}], confidence: verified}
  - {id: against, who: Somebody, topic: talks, date: "2018-06", statement: Wants none., kind: opinion, outlet: A paper, opposing: [for], sources: [], confidence: verified, note: Said once.}
checked_claims:
  - {id: c, text: text1, claim: They talked, result: supported, check: They did., sources: []}
`,
  "glossary.yaml": `
meta: {as_of: 2026-03}
terms:
  - {id: detente, term: détente, synonyms: [thaw], ko: 해빙, zh: 缓和, definition: Fewer tensions, related: [leader]}
`,
};

function build(files: Record<string, string>) {
  const base = emptyBase();
  const problems = Object.entries(files).flatMap(([name, text]) => readReferenceFile(base, name, text, name));
  const built = referenceDocuments(base, OUTLETS);
  return {
    problems: [...problems, ...built.problems].map(formatProblem),
    documents: new Map(built.documents.map(({ entry }) => [entry.document.id, entry])),
  };
}

test("each record becomes a readable document with its own date, sources and links", () => {
  const { documents, problems } = build(FILES);
  expect(problems).toEqual([]);
  const shown = Object.fromEntries(
    Array.from(documents, ([id, { document, version }]) => [
      id,
      [document.title, document.date, version.body, document.links],
    ]),
  );
  expect(shown).toEqual({
    "event/talks": [
      "Talks in a city",
      "2018-03-25",
      "25 March 2018 to 28 March 2018, City and Town: Two leaders talked. Involved: Leader.",
      ["entity/leader", "entity/city", "agreement/pact"],
    ],
    "agreement/pact": [
      "A pact",
      "2018-04",
      "A pact. Joint statement of April 2018, in force from 1 May 2018; parties: Leader, Other. In force.\n\nProvisions in our summary: Peace. No war.",
      ["event/talks", "entity/leader"],
    ],
    "entity/leader": ["Leader", "2026-03", "Leader (지도자, 领导人): Leads. Also called The Boss.", []],
    "entity/city": ["City", "2026-03", "City (도시): A place.", []],
    "position/for": [
      "Leader: talks",
      "2018",
      "Leader, official position, 2018 to 2019, in our paraphrase: Wants talks.",
      ["entity/leader", "position/against"],
    ],
    "position/against": [
      "Somebody: talks",
      "2018-06",
      "Somebody, opinion in A paper, June 2018, in our paraphrase: Wants none.",
      ["position/for"],
    ],
    "claim/c": [
      "Checked claim: They talked",
      "2026-03",
      "Checked, supported: They talked. The claim, in our words, is from “A text” (A paper). They did.",
      [],
    ],
    "term/detente": [
      "détente",
      "2026-03",
      "Détente (해빙, 缓和): Fewer tensions. Also called: thaw.",
      ["entity/leader"],
    ],
  });
  expect(documents.get("event/talks")?.document.sources).toEqual([
    { title: "A report", publisher: "A paper", date: "2018-03-28", url: "https://paper.example/1" },
  ]);
  for (const { document } of documents.values()) expect(document.kind).toBe("reference");
});

test("paraphrases are searched with the document they are of, and never stand in its words", () => {
  const table =
    "# a remark\n\nevent/talks\tthe big meeting; when  they met\nevent/talks\tthird\nposition/for\tdove\n";
  const { documents, problems } = build({ ...FILES, "paraphrases.tsv": table });
  const of = (id: string) => documents.get(id)?.document.paraphrases;
  expect(problems).toEqual([]);
  expect(of("event/talks")).toEqual(["the big meeting", "when  they met", "third"]);
  expect(of("position/for")?.[0]).toBe("dove");
  // Who asks what somebody thinks asks for positions, whatever else they are called.
  expect(of("position/for")?.slice(1)).toEqual(of("position/against"));
  expect(of("position/against")?.join(" ")).toMatch(/\bopposes\b/u);
  expect(of("entity/leader")).toBeUndefined();
  expect(documents.get("event/talks")?.version.body).not.toContain("meeting");
});

test("vocabulary is read as groups of words that mean the same", () => {
  const base = emptyBase();
  const table = "# a remark\ntrade war; trade dispute\t무역 전쟁;무역전쟁\t贸易战\r\n";
  expect(readReferenceFile(base, "vocabulary.tsv", table, "vocabulary.tsv")).toEqual([]);
  expect(base.vocabulary).toEqual([
    { en: ["trade war", "trade dispute"], ko: ["무역 전쟁", "무역전쟁"], zh: ["贸易战"] },
  ]);
});

test("a line of a table that is wrong is left out, with its number; the others stay", () => {
  const base = emptyBase();
  const table = "nuclear\t핵\nwar\t전쟁\t战争\n\tx\ty\na\tb\tc\td\n";
  const problems = readReferenceFile(base, "vocabulary.tsv", table, "vocabulary.tsv").map(formatProblem);
  const wrong = (line: number) =>
    `vocabulary.tsv:${line}: no 3 columns (English, Korean, Chinese) parted by tabs. Mend it; this line was left out.`;
  expect(problems).toEqual([wrong(1), wrong(3), wrong(4)]);
  expect(base.vocabulary).toEqual([{ en: ["war"], ko: ["전쟁"], zh: ["战争"] }]);
  expect(build({ ...FILES, "paraphrases.tsv": "event/none\tx\nno tab" }).problems).toEqual([
    "paraphrases.tsv:2: no 2 columns (id, phrases) parted by tabs. Mend it; this line was left out.",
    "paraphrases.tsv:1: of: there is no document event/none to be paraphrased. Mend the id; this record was left out.",
  ]);
});

test("a document of ours says so: outlet, kind, language, and how sure we are", () => {
  const { documents } = build(FILES);
  expect(documents.get("event/talks")?.document).toEqual(
    documentOf({
      id: "event/talks",
      title: "Talks in a city",
      outlet: "korea-desk",
      date: dateOf("2018-03-25"),
      kind: "reference",
      topics: ["summit"],
      notes: ["Verified: the main fact stands in at least one listed source."],
      sources: [
        { title: "A report", publisher: "A paper", date: "2018-03-28", url: "https://paper.example/1" },
      ],
      links: ["entity/leader", "entity/city", "agreement/pact"],
    }),
  );
  expect(documents.get("agreement/pact")?.document.notes).toEqual([
    "Known: well established, but the listed sources support it only in part.",
  ]);
  expect(documents.get("position/against")?.document.notes).toEqual([
    "Verified: the main fact stands in at least one listed source.",
    "Said once.",
  ]);
});

test("a link told of on one side holds on both, but an entity does not link back to what mentions it", () => {
  const terms = `terms:
  - {id: one, term: one, ko: 일, definition: First, related: [two, leader, two]}
  - {id: two, term: two, ko: 이, definition: Second, related: []}
`;
  const oneSided = FILES["positions.yaml"]!.replace("opposing: [for]", "opposing: []");
  const { documents, problems } = build({ ...FILES, "glossary.yaml": terms, "positions.yaml": oneSided });
  const linksOf = (id: string) => documents.get(id)?.document.links;
  expect(problems).toEqual([]);
  expect(linksOf("term/one")).toEqual(["term/two", "entity/leader"]);
  expect(linksOf("term/two")).toEqual(["term/one"]);
  expect(linksOf("position/against")).toEqual(["position/for"]);
  expect(linksOf("entity/leader")).toEqual([]);
});

test("what a record leaves out leaves no gap in its words", () => {
  const agreement = `
- {id: r1, title: Resolution 1, date: 2017, kind: unsc-resolution, parties: [Council], party_ids: [null], event: e, provisions: [], status: In force, sources: [], confidence: known}
`;
  const event = `
- {id: e, date: "2017", end: "2017", title: E, summary: "It was adopted!", places: [], place_ids: [], actors: [], actor_ids: [], topics: [], sources: [], confidence: known}
`;
  const positions = `
positions:
  - {id: p, who: A paper, also: [leader], topic: t, date: 2018, statement: Says so, kind: reported, outlet: A paper, opposing: [], sources: [], confidence: known}
checked_claims:
  - {id: c, text: nowhere, claim: It was so., result: disputed, check: Perhaps, sources: []}
`;
  const { documents, problems } = build({
    "events.yaml": event,
    "agreements.yaml": agreement,
    "positions.yaml": positions,
    "entities.yaml": FILES["entities.yaml"]!,
  });
  const bodyOf = (id: string) => documents.get(id)?.version.body;
  expect(problems).toEqual([]);
  expect(bodyOf("event/e")).toBe("2017: It was adopted!");
  expect(bodyOf("agreement/r1")).toBe(
    "Resolution 1. Resolution of the UN Security Council of 2017; parties: Council. In force.",
  );
  expect(bodyOf("position/p")).toBe("A paper, Leader, reported position, 2018, in our paraphrase: Says so.");
  expect(bodyOf("claim/c")).toBe(
    "Checked, disputed: It was so. The claim, in our words, is from a published text. Perhaps.",
  );
  // Neither a date of its own nor one of its file.
  expect(documents.get("claim/c")?.document.date).toBeNull();
});

test("a record that is wrong is left out, with file, line and what to do; the others stay", () => {
  const broken = `${FILES["events.yaml"]}
- id: nowhere
  date: "2018-03-25"
  title: No summary
  places: []
  place_ids: []
  actors: []
  actor_ids: []
  topics: []
  sources: []
  confidence: maybe
`;
  const { documents, problems } = build({ ...FILES, "events.yaml": broken });
  expect(documents.has("event/talks")).toBe(true);
  expect(documents.has("event/nowhere")).toBe(false);
  expect(problems.map((problem) => problem.replace(/Invalid[^.]*/u, "…"))).toEqual([
    "events.yaml:16: summary: …. Mend it; this record was left out.",
    "events.yaml:25: confidence: …. Mend it; this record was left out.",
  ]);
});

test("a link to nowhere and a date that is none are told of, and the document stays", () => {
  const { documents, problems } = build({
    "agreements.yaml": FILES["agreements.yaml"]!.replace('"2018-04"', '"April 2018"').replace(
      "leader, null",
      "null, null",
    ),
  });
  expect(documents.get("agreement/pact")?.document).toMatchObject({ links: [], date: null });
  expect(problems).toEqual([
    "agreements.yaml:2: agreement/pact links to event/talks, which is not there. Mend the id.",
    "agreements.yaml:2: date: “April 2018” of agreement/pact is no date. Write 2018, 2018-03 or 2018-03-28; the record has no date now.",
  ]);
});

describe("what could not be read is told of once", () => {
  const paraphrases = "term/detente\teasing of tension\nterm/nowhere\tnothing\n";

  test.each(Object.entries(FILES))(
    "a %s with mistakes of syntax: the first, and no link that led into it",
    (name, text) => {
      const { problems } = build({
        ...FILES,
        [name]: `${text}\n  - {x: "abc: [\n  - y: "]\n`,
        "paraphrases.tsv": paraphrases,
      });
      // What links to nowhere is a mistake all the same, where it can be told.
      const told = name === "glossary.yaml" ? [name] : [name, "paraphrases.tsv"];
      expect(problems.map((problem) => problem.replace(/:\d+: .*/u, ""))).toEqual(told);
      expect(problems[0]).toContain("invalid YAML: ");
    },
  );

  test("a record with a mistake, and no link that led to it", () => {
    const { problems } = build({
      ...FILES,
      "events.yaml": FILES["events.yaml"]!.replace("confidence: verified", "confidence: sure"),
      "glossary.yaml": FILES["glossary.yaml"]!.replace("definition:", "define:"),
      "paraphrases.tsv": paraphrases,
    });
    expect(problems.map((problem) => problem.replace(/: .*/u, ""))).toEqual([
      expect.stringMatching(/^events\.yaml:/u),
      expect.stringMatching(/^glossary\.yaml:/u),
      "paraphrases.tsv:2",
    ]);
  });
});

test("a file that is no YAML, or holds no list, is told of", () => {
  expect(build({ "glossary.yaml": "terms: [" }).problems[0]).toMatch(/^glossary\.yaml:1: invalid YAML: /u);
  expect(build({ "glossary.yaml": "meta: {}" }).problems).toEqual([
    "glossary.yaml:1: no list under terms. Write one `- id: …` entry for each record.",
  ]);
});

describe("where a claim is made", () => {
  const PASSAGE = "passage: {outlet: dong-a-ilbo, date: 2019-01, title: A text, words: [the talks, 2019]}, ";
  const withClaim = (passage: string, result = "supported") =>
    FILES["positions.yaml"]!.replace("result: supported, ", `result: ${result}, ${passage}`);
  const claimsIn = (text: string) => {
    const base = emptyBase();
    const problems = readReferenceFile(base, "positions.yaml", text, "positions.yaml");
    return { claims: base.claims.map(({ record }) => record), problems: problems.map(formatProblem) };
  };

  test("is read with it, and changes nothing of its words", () => {
    const { claims, problems } = claimsIn(withClaim(PASSAGE));
    expect(problems).toEqual([]);
    expect(claims).toEqual([
      {
        id: "c",
        text: "text1",
        claim: "They talked",
        result: "supported",
        check: "They did.",
        passage: { outlet: "dong-a-ilbo", date: "2019-01", title: "A text", words: ["the talks", "2019"] },
        sources: [],
      },
    ]);
    const bodyOf = (text: string) => build({ ...FILES, "positions.yaml": text }).documents.get("claim/c");
    expect(bodyOf(withClaim(PASSAGE))).toEqual(bodyOf(withClaim("")));
  });

  const tooMany = (what: string) => `has more than ${what}; give the few that tell the passage apart`;
  test.each([
    ["words: [the talks, 2019]", "words: []", "passage.words: is empty"],
    ["words: [the talks, 2019]", "words: [a, b, c, d, e]", `passage.words: ${tooMany("4 entries")}`],
    ["the talks", "and so they talked", `passage.words.0: ${tooMany("3 words in a row")}`],
    ["the talks", '"…"', "passage.words.0: has no word"],
    ["2019-01,", "January,", "passage.date: is no date: write 2018-04-03"],
    ["title: A text, ", "", "passage.title: Invalid input: expected string, received undefined"],
    ["word", "werd", "passage.words: Invalid input: expected array, received undefined"],
  ])("%s → %s is told of", (from, to, message) => {
    const { claims, problems } = claimsIn(withClaim(PASSAGE.replace(from, to)));
    expect(claims).toEqual([]);
    expect(problems).toEqual([`positions.yaml:7: ${message}. Mend it; this record was left out.`]);
  });

  test("a result that is none is told of", () => {
    expect(claimsIn(withClaim("", "true")).problems).toEqual([
      "positions.yaml:7: result: is none of refuted, imprecise, disputed, supported with nuance, opinion, byline only, " +
        "supported. Mend it; this record was left out.",
    ]);
  });

  test.each([
    ["Donga", "Write dong-a-ilbo"],
    ["dong-a", "Add the outlet to outlets.yaml, or mend the id"],
  ])("an outlet %s that is no id is told of, and the claim stays", (outlet, remedy) => {
    const positions = withClaim(PASSAGE.replace("dong-a-ilbo", outlet));
    const { documents, problems } = build({ ...FILES, "positions.yaml": positions });
    expect(problems).toEqual([
      `positions.yaml:7: passage.outlet: “${outlet}” of claim/c is no id of an outlet. ${remedy}; no excerpt shows the note now.`,
    ]);
    expect(documents.has("claim/c")).toBe(true);
  });
});
