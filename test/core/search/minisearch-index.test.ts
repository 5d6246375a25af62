import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/core/document.ts";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { BM25 } from "../../../src/core/search/bm25.ts";
import type { IndexQuery, SearchIndex } from "../../../src/core/search/index.ts";
import { createMiniSearchIndex } from "../../../src/core/search/minisearch-index.ts";
import { entryOf } from "../samples.ts";

const analyser = new Analyser();

function indexOf(entries: readonly Entry[]): SearchIndex {
  const index = createMiniSearchIndex(analyser);
  for (const entry of entries) index.add(entry);
  return index;
}

const termsOf = (...terms: string[]) => terms.map((term) => ({ term, weight: 1 }));

/** Ids of the documents that are found, best first. */
function found(index: SearchIndex, query: Partial<IndexQuery> & Pick<IndexQuery, "terms">): string[] {
  return index.search({ limit: 100, ...query }).hits.map(({ document }) => document.id);
}

const WORDS = "alpha beta gamma delta epsilon zeta eta theta".split(" ");
/** Twenty documents; of each word some have several. */
const MANY = Array.from({ length: 20 }, (_, index) =>
  entryOf(
    Array.from(
      { length: 3 + ((index * 7) % 11) },
      (_, at) => WORDS[(index * at + index) % WORDS.length]!,
    ).join(" "),
    { id: `d${index}`, title: `t${index}` },
  ),
);

describe("scores", () => {
  it("are those of MiniSearch, divided by the number of terms that match", () => {
    const plain = new MiniSearch<{ id: string; text: string }>({
      fields: ["text"],
      tokenize: (text) => text.split(" ").map((term, at) => `${term} ${at}`),
      processTerm: (token) => token.split(" ")[0]!,
      searchOptions: { bm25: BM25, tokenize: (text) => text.split(" "), processTerm: (term) => term },
    });
    plain.addAll(
      MANY.map(({ document, version }) => ({
        id: document.id,
        text: analyser
          .analyse(`${document.title}\n${version.body}`)
          .map(({ term }) => term)
          .join(" "),
      })),
    );
    const index = indexOf(MANY);
    for (const terms of [
      ["alpha"],
      ["alpha", "beta"],
      ["gamma", "zeta", "theta", "nowhere"],
      ["t3", "eta"],
    ]) {
      const expected = plain
        .search(terms.join(" "))
        .map(({ id, score, queryTerms }) => [id as string, score / queryTerms.length] as const);
      const { hits, matched } = index.search({ terms: termsOf(...terms), limit: 100 });
      expect(matched).toBe(expected.length);
      for (const { document, score } of hits) {
        expect(score).toBeCloseTo(expected.find(([id]) => id === document.id)![1], 10);
      }
      expect(hits.map(({ score }) => score)).toEqual(
        hits.map(({ score }) => score).toSorted((a, b) => b - a),
      );
    }
  });

  it("grow with the weight of a term", () => {
    const index = indexOf(MANY);
    const [one, two] = [1, 2].map((weight) =>
      index.search({ terms: [{ term: "alpha", weight }], limit: 100 }).hits.map(({ score }) => score),
    );
    expect(two!.map((score, at) => score / one![at]!)).toEqual(one!.map(() => 2));
  });

  it("that are equal leave passages in the order in which they came", () => {
    const same = ["c", "a", "b"].map((id) => entryOf("alpha beta", { id }));
    expect(found(indexOf(same), { terms: termsOf("alpha") })).toEqual(["c", "a", "b"]);
  });
});

describe("a document that is replaced", () => {
  const old = MANY.map((entry, index) =>
    index % 3 === 0
      ? entryOf("alpha alpha omega 핵 kappa", { ...entry.document, paraphrases: ["lambda"] })
      : entry,
  );
  const shown = (index: SearchIndex, terms: readonly string[]) =>
    index
      .search({ terms: termsOf(...terms), limit: 100 })
      .hits.map(({ document, score }) => [document.id, Number(score.toFixed(10))] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));

  /** All that was replaced is added anew, and nothing else. */
  const replaced = () => {
    const index = indexOf(old);
    for (const [at, entry] of MANY.entries()) if (at % 3 === 0) index.add(entry);
    return index;
  };

  it("leaves no trace in what is found and in the order", () => {
    for (const terms of [["alpha"], ["alpha", "beta", "omega"], ["gamma", "lambda"], ["핵", "theta"]]) {
      // Each time anew: what is asked first after a change must be right too.
      const index = replaced();
      expect(shown(index, terms)).toEqual(shown(indexOf(MANY), terms));
      expect(shown(index, terms)).toEqual(shown(indexOf(MANY), terms));
    }
  });

  it("leaves no trace in what is known of terms", () => {
    const index = replaced();
    const fresh = indexOf(MANY);
    const known = ({ size, averageLength, ...of }: SearchIndex) => [
      size,
      averageLength,
      ...[...WORDS, "omega", "핵", "lambda", "t3"].map((term) => [
        of.frequency(term),
        of.isParaphrase(term),
        of.numberOf(term) === null,
      ]),
    ];
    expect(known(index)).toEqual(known(fresh));
  });

  it("leaves no trace in what is completed and spelt", () => {
    const index = replaced();
    const fresh = indexOf(MANY);
    expect([index.respell("kapba"), index.complete("kap", 5)]).toEqual([
      fresh.respell("kapba"),
      fresh.complete("kap", 5),
    ]);
  });

  it("is found by its new words only, passage by passage", () => {
    const index = indexOf([entryOf("alpha one.\n\nalpha two.\n\nalpha three.", { id: "a" })]);
    index.add(entryOf("alpha four.", { id: "a" }));
    expect(index.size).toBe(1);
    expect([found(index, { terms: termsOf("alpha") }), found(index, { terms: termsOf("two") })]).toEqual([
      ["a"],
      [],
    ]);
  });
});

describe("what narrows a search", () => {
  const index = indexOf([
    entryOf("alpha beta", { id: "ab" }),
    entryOf("alpha gamma", { id: "ag", kind: "official" }),
    entryOf("beta gamma", { id: "bg" }),
    entryOf("alpha 핵", { id: "ah", language: "ko" }),
  ]);
  const all = termsOf("alpha", "beta", "gamma", "핵");

  it.each<[Omit<IndexQuery, "terms" | "limit">, string[]]>([
    [{}, ["ab", "ag", "ah", "bg"]],
    [{ required: [["alpha"]] }, ["ab", "ag", "ah"]],
    [{ required: [["alpha"], ["beta", "gamma"]] }, ["ab", "ag"]],
    [{ required: [["nowhere"]] }, []],
    [{ required: [[]] }, []],
    [{ required: [["핵"]] }, ["ah"]],
    [{ excluded: ["gamma"] }, ["ab", "ah"]],
    [{ excluded: ["핵", "beta"] }, ["ag"]],
    [{ excluded: ["nowhere"] }, ["ab", "ag", "ah", "bg"]],
    [{ required: [["alpha"]], excluded: ["alpha"] }, []],
    [{ accepts: ({ kind }) => kind === "official" }, ["ag"]],
    [{ verify: ({ documentId }) => documentId !== "ab" }, ["ag", "ah", "bg"]],
    [{ required: [["gamma"]], accepts: ({ kind }) => kind !== "official", excluded: ["핵"] }, ["bg"]],
  ])("%j", (narrowed, ids) => {
    expect(found(index, { terms: all, ...narrowed }).toSorted()).toEqual(ids);
    expect(index.search({ terms: all, ...narrowed, limit: 1 })).toMatchObject({ matched: ids.length });
  });

  it("is asked about a passage's own words only where everything else is met", () => {
    const asked: string[] = [];
    const verify = ({ documentId }: { documentId: string }) => asked.push(documentId) > 0;
    found(index, { terms: all, required: [["alpha"]], excluded: ["gamma"], verify });
    expect(asked.toSorted()).toEqual(["ab", "ah"]);
  });

  it("is no page: the limit cuts what is given, not what is counted", () => {
    const every = found(index, { terms: all });
    for (const limit of [0, 1, 3, 4, 9]) {
      const { hits, matched } = index.search({ terms: all, limit });
      expect([hits.map(({ document }) => document.id), matched]).toEqual([every.slice(0, limit), 4]);
    }
  });

  it("finds nothing for nothing, and for words that objects have by themselves", () => {
    expect(index.search({ terms: [], limit: 5 })).toEqual({ hits: [], matched: 0 });
    for (const term of ["constructor", "__proto__", "toString", "hasOwnProperty"])
      expect(found(index, { terms: termsOf(term) })).toEqual([]);
  });
});

describe("a hit", () => {
  it("tells its passage, its terms in order and which of those asked for it has", () => {
    const entry = entryOf("beta alpha.\n\ngamma beta beta.", { id: "a", title: "Top" });
    const index = indexOf([entry]);
    const { hits } = index.search({ terms: termsOf("beta", "gamma", "nowhere", "top"), limit: 1 });
    const { passage, document, terms, paraphrased, tokens } = hits[0]!;
    expect(entry.version.body.slice(passage.start, passage.end)).toBe("gamma beta beta.");
    expect(document).toBe(entry.document);
    expect(terms.toSorted()).toEqual(["beta", "gamma", "top"]);
    expect(paraphrased).toEqual([]);
    expect([...tokens]).toEqual(["top", "gamma", "beta", "beta"].map((term) => index.numberOf(term)));
    expect(index.frequencyOf(index.numberOf("beta")!)).toBe(2);
    expect([index.size, index.averageLength]).toEqual([2, 3.5]);
  });
});

describe("single characters", () => {
  const index = indexOf([
    entryOf("한반도 비핵화를 위한", { id: "ko" }),
    entryOf("无核化", { id: "zh" }),
    entryOf("サミット", { id: "ja" }),
    entryOf("nothing", { id: "en" }),
  ]);

  it.each([
    ["핵", ["ko"]],
    ["화", ["ko"]],
    ["한", ["ko"]],
    ["核", ["zh"]],
    ["ミ", ["ja"]],
    ["김", []],
  ])("%s is found wherever it stands", (character, ids) => {
    expect(found(index, { terms: termsOf(character) })).toEqual(ids);
    expect(index.frequency(character)).toBe(ids.length);
  });
});

describe("paraphrases", () => {
  const index = indexOf([
    entryOf("alpha beta", { id: "words" }),
    entryOf("gamma delta", { id: "hinted", paraphrases: ["alpha hermit", "recluse"] }),
  ]);
  const hits = (...terms: string[]) => index.search({ terms: termsOf(...terms), limit: 9 }).hits;

  it("count less than the passage's own words where a passage has them", () => {
    expect(hits("alpha").map(({ document }) => document.id)).toEqual(["words", "hinted"]);
  });

  it("are told apart from words", () => {
    const apart = hits("alpha", "gamma").map(({ document, terms, paraphrased }) => [
      document.id,
      terms,
      paraphrased,
    ]);
    expect(apart).toHaveLength(2);
    expect(apart).toContainEqual(["hinted", ["gamma"], ["alpha"]]);
    expect(apart).toContainEqual(["words", ["alpha"], []]);
    expect(["hermit", "alpha", "gamma", "beta"].map((term) => index.isParaphrase(term))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([index.frequency("hermit"), index.numberOf("hermit"), index.frequency("alpha")]).toEqual([
      0,
      null,
      1,
    ]);
  });

  it("neither meet a demand nor break one", () => {
    expect(found(index, { terms: termsOf("alpha"), required: [["alpha"]] })).toEqual(["words"]);
    expect(found(index, { terms: termsOf("alpha", "gamma"), excluded: ["alpha"] })).toEqual(["hinted"]);
    expect(found(index, { terms: termsOf("hermit") })).toEqual(["hinted"]);
  });
});

describe("words of the passages", () => {
  const index = indexOf([
    entryOf("The summit, summits and a summary. 비핵화", { id: "a", title: "Summary" }),
  ]);

  it("complete what is being typed, and spell what was typed", () => {
    expect(index.complete("sum", 2)).toEqual(["summary", "summit"]);
    expect(index.complete("su", 2)).toEqual([]);
    expect([index.respell("sumary"), index.respell("volleyball")]).toEqual(["summary", null]);
  });
});

describe("a word of a passage that paraphrases its document too", () => {
  const index = indexOf([entryOf("alpha gamma", { id: "both", paraphrases: ["alpha hermit"] })]);

  it("is told as the passage's own, and meets what is required", () => {
    const { hits } = index.search({ terms: termsOf("alpha"), required: [["alpha"]], limit: 10 });
    expect(hits.map(({ terms, paraphrased }) => [terms, paraphrased])).toEqual([[["alpha"], []]]);
  });
});
