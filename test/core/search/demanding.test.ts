import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { verifyExcerpt } from "../../../src/core/excerpt.ts";
import type { Library } from "../../../src/core/library.ts";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import type { Morphology } from "../../../src/core/search/morphology.ts";
import { search } from "../../../src/core/search/search.ts";
import { Translations } from "../../../src/core/search/translations.ts";
import { loadMorphology } from "../../../src/ingest/korean.ts";
import { dateOf, entryOf, libraryOf } from "../samples.ts";

const lexicon = new Lexicon([
  { id: "entity/kju", forms: ["Kim Jong Un", "김정은", "金正恩"] },
  { id: "entity/us", forms: ["US", "United States", "미국"] },
  { id: "entity/hanoi", forms: ["Hanoi", "하노이"] },
]);
const translations = new Translations([{ en: ["summit"], ko: ["정상회담"], zh: ["峰会"] }]);

let morphology: Morphology;
let library: Library;
beforeAll(async () => {
  morphology = await loadMorphology();
  const entry = (id: string, body: string, more = {}) => entryOf(body, { id, title: id, ...more });
  library = libraryOf(
    [
      entry("hanoi", "Kim Jong Un left the Hanoi summit without a declaration on the end of war.", {
        date: dateOf("2019-02-28"),
      }),
      entry("singapore", "The Singapore summit ended with a joint declaration.", {
        date: dateOf("2018-06-12"),
      }),
      entry("war", "The war came to an end in an armistice, not in a peace treaty.", {
        date: dateOf("1953"),
      }),
      entry("korean", "김정은 위원장은 하노이 정상회담에서 비핵화를 논의했다.", {
        language: "ko",
        date: dateOf("2019-02"),
      }),
      entry("us", "The United States proposed talks about missiles.", {
        kind: "official",
        author: "A. Writer",
      }),
      entry("zh", "金正恩访问了北京。", { language: "zh" }),
    ],
    { analyser: new Analyser({ lexicon, morphology }), translations },
  );
});

/** Ids of the documents that are found. */
const found = (query: string) =>
  search(library, { query, limit: 20 })
    .excerpts.map(({ document }) => document.id)
    .toSorted();

describe("a phrase in quotation marks", () => {
  it("is found word for word only", () => {
    expect(found('"end of war"')).toEqual(["hanoi"]);
    expect(found('"war end"')).toEqual([]);
    expect(found('"joint declaration"')).toEqual(["singapore"]);
    expect(found('"Joint DECLARATION"')).toEqual(["singapore"]);
    expect(found('"joint declarations"')).toEqual([]);
    expect(found('"비핵화를 논의"')).toEqual(["korean"]);
    expect(found('"논의 비핵화"')).toEqual([]);
    expect(found('"北京"')).toEqual(["zh"]);
  });

  it("is found under no other name", () => {
    expect(found('"Kim Jong Un"')).toEqual(["hanoi"]);
    expect(found('"김정은"')).toEqual(["korean"]);
  });

  it("is demanded beside free words", () => {
    expect(found('summit "joint declaration"')).toEqual(["singapore"]);
    expect(found('"Hanoi summit" "end of war"')).toEqual(["hanoi"]);
    expect(found('"Hanoi summit" "joint declaration"')).toEqual([]);
  });

  it("stands in what is quoted", () => {
    const { excerpts } = search(library, { query: '"end of war"', limit: 1 });
    expect(excerpts[0]!.excerpt.text).toContain("end of war");
  });

  it("is found however many words it has", () => {
    const syllables =
      "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우";
    const long = libraryOf([entryOf(`앞에 ${syllables} 뒤에`, { id: "long" })]);
    for (const count of [20, 33, 34, 52]) {
      const query = `"${syllables.slice(0, count)}"`;
      expect([count, search(long, { query, limit: 5 }).total]).toEqual([count, 1]);
    }
  });
});

describe("OR", () => {
  it("finds either", () => {
    expect(found("Hanoi OR Singapore")).toEqual(["hanoi", "korean", "singapore"]);
    expect(found("armistice OR missiles")).toEqual(["us", "war"]);
    expect(found('"joint declaration" OR armistice')).toEqual(["singapore", "war"]);
    expect(found("armistice OR 北京")).toEqual(["war", "zh"]);
  });

  it("finds a name under all its names", () => {
    expect(found("armistice OR 김정은")).toEqual(["hanoi", "korean", "war", "zh"]);
  });

  it("demands one of them beside free words", () => {
    expect(found("summit Hanoi OR armistice")).not.toContain("singapore");
    expect(found("summit Hanoi OR armistice")).toContain("hanoi");
  });

  it("is satisfied by one where nobody has the other", () => {
    expect(found("armistice OR volleyball")).toEqual(["war"]);
  });
});

describe("a minus sign", () => {
  it("excludes words in every form", () => {
    expect(found("summit")).toEqual(["hanoi", "korean", "singapore"]);
    expect(found("summit -declarations")).toEqual(["korean"]);
    expect(found('summit -"joint declaration"')).toEqual(["hanoi", "korean"]);
    expect(found("summit -비핵화")).toEqual(["hanoi", "singapore"]);
  });

  it("excludes an entity under all its names", () => {
    for (const name of ["Hanoi", "하노이"]) expect(found(`summit -${name}`)).toEqual(["singapore"]);
    expect(found("talks -미국")).toEqual([]);
    for (const name of ["김정은", "金正恩"]) expect(found(`summit -${name}`)).toEqual(["singapore"]);
  });
});

describe("fields", () => {
  it("narrow to what names somebody, under any name", () => {
    for (const name of ["김정은", "金正恩", '"Kim Jong Un"', '"Kim Jung Oon"']) {
      expect(found(`about:${name}`)).toEqual(["hanoi", "korean", "zh"]);
    }
    expect(found("about:김정은 summit")).toEqual(["hanoi", "korean", "zh"]);
    expect(found("about:US talks")).toEqual(["us"]);
  });

  it("narrow by date", () => {
    expect(found("summit since:2019")).toEqual(["hanoi", "korean"]);
    expect(found("summit until:2018-06")).toEqual(["singapore"]);
    expect(found("summit from:2019-02-28 to:2019-02-28")).toEqual(["hanoi", "korean"]);
    expect(found("summit before:2017")).toEqual([]);
    expect(search(library, { query: "summit after:2018 until:2018", limit: 5 }).filters).toEqual({
      from: "2018",
      to: "2018",
    });
  });

  it("narrow by kind, author and language", () => {
    expect([found("talks kind:official"), found("talks kind:news")]).toEqual([["us"], []]);
    expect([found("talks by:writer"), found("summit lang:ko")]).toEqual([["us"], ["korean"]]);
  });

  it("are put together with filters given beside", () => {
    expect(
      search(library, { query: "summit since:2019", filters: { language: "ko" }, limit: 5 }),
    ).toMatchObject({
      total: 1,
      filters: { from: "2019", language: "ko" },
    });
  });
});

describe("a question of 5,000 characters", () => {
  it.each([
    ["one word", "x".repeat(5_000)],
    ["many words", "Hanoi summit ".repeat(385).slice(0, 5_000)],
    ["Korean", "하노이 정상회담 비핵화 ".repeat(400).slice(0, 5_000)],
    ["no spaces", "비핵화".repeat(1_667).slice(0, 5_000)],
    [
      "different words",
      Array.from({ length: 1_000 }, (_, index) => `w${index}`)
        .join(" ")
        .slice(0, 5_000),
    ],
    ["marks", `"`.repeat(5_000)],
    ["combining marks", `a${"\u0301".repeat(4_999)}`],
    ["pairs of units", "👍".repeat(2_500)],
  ])("is answered, and its end is left out: %s", (_, query) => {
    expect(search(library, { query, limit: 5 }).shortened).toBe(true);
  });

  it("is answered by what it begins with", () => {
    expect(found(`Hanoi summit declaration ${"z".repeat(4_975)}`)[0]).toBe("hanoi");
  });
});

describe("no Korean word of one or two syllables is unfindable", () => {
  const syllable = fc.constantFrom(
    ...Array.from("가나다라마바사아자차카타파하핵북한미중일김정은이를의에서과화회담전쟁평말했"),
  );
  const body = fc
    .array(fc.string({ unit: syllable, minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })
    .map((words) => words.join(" "));
  const runsOf = (text: string) =>
    new Set(
      text
        .split(" ")
        .flatMap((word) =>
          Array.from(word, (_, at) => [word.slice(at, at + 1), word.slice(at, at + 2)]).flat(),
        ),
    );
  const missing = (text: string, languages: Parameters<typeof libraryOf>[1]) => {
    const korean = libraryOf(
      [entryOf(text, { title: "t", language: "ko" }), entryOf("Others speak English.", { id: "other" })],
      languages,
    );
    return [...runsOf(text)].filter((query) => search(korean, { query, limit: 1 }).excerpts.length === 0);
  };

  it("without knowledge of Korean", () => {
    fc.assert(
      fc.property(body, (text) => {
        expect(missing(text, {})).toEqual([]);
      }),
    );
  });

  it("with knowledge of Korean", () => {
    const analyser = new Analyser({ lexicon, morphology });
    fc.assert(
      fc.property(body, (text) => {
        expect(missing(text, { analyser, translations })).toEqual([]);
      }),
    );
  });
});

describe("any text at all", () => {
  it("is answered with excerpts that verify, or told what is wrong with it", () => {
    const marks = [
      '"',
      "“",
      "”",
      "「",
      "」",
      "-",
      "−",
      "OR",
      "kind:",
      "about:",
      "from:2018",
      "until:",
      "by:",
      " ",
      ":",
    ];
    const words = [
      "Hanoi",
      "summit",
      "김정은",
      "비핵화",
      "정상회담",
      "金正恩",
      "US",
      "end of war",
      "2019년 2월",
      "핵",
    ];
    const traps = [
      "\u0301",
      "\uD83D",
      "👍",
      "\u202E",
      "\u0000",
      "İ",
      "__proto__",
      "constructor",
      "x".repeat(400),
    ];
    const piece = fc.constantFrom(...marks, ...words, ...traps);
    const made = fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 20 });
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
      made.map((parts) => parts.join(" ")),
      made.map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (query) => {
        try {
          for (const { excerpt } of search(library, { query, limit: 5 }).excerpts) verifyExcerpt(excerpt);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("what a query asks for", () => {
  const desk = libraryOf([
    entryOf("Gate opened yesterday in the north.", { id: "title", title: "Talks about the Iron" }),
    entryOf("북한 미국 대화는 계속된다. Hanoi was the place.", { id: "ko", title: "대화" }),
    entryOf("UN sanctions stayed; they told us so.", { id: "un", title: "t" }),
  ]);
  const ids = (query: string) =>
    search(desk, { query, limit: 9 }).excerpts.map(({ document }) => document.id);

  it("is no word of the language that it is written in", () => {
    expect(ids("constructor OR Hanoi")).toEqual(["ko"]);
    expect(ids('"constructor" toString')).toEqual([]);
  });

  it("is no phrase that begins in a title and ends in the text", () => {
    expect(ids('"iron gate"')).toEqual([]);
    expect(ids('"about the iron"')).toEqual([]);
  });

  it("parts words where the text parts them", () => {
    expect(ids('대화 -"한미"')).toEqual(["ko"]);
    expect(ids('"북한 미국"')).toEqual(["ko"]);
  });

  it("may be written in parts of characters", () => expect(ids("대화".normalize("NFD"))).toEqual(["ko"]));

  it("keeps every group of alternatives that it searches, however many there are", () => {
    const groups = "a OR hanoi b OR place c OR hanoi d OR place e OR hanoi f OR place g OR hanoi";
    expect(ids(groups)).toEqual(["ko"]);
  });
});
