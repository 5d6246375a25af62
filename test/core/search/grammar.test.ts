import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  FIELD_NAMES,
  parseQuery,
  type Located,
  type ParsedQuery,
  type QueryMistake,
} from "../../../src/core/search/grammar.ts";

const NOTHING: ParsedQuery = { type: "query", words: "", phrases: [], without: [], either: [], fields: {} };

/** A parse by its texts: `-` before what is taken away, quotation marks around phrases. */
function brief(text: string): Record<string, unknown> | string {
  const parsed = parseQuery(text);
  if (parsed.type === "mistake") return [parsed.reason, parsed.typed, parsed.meant].join(" | ");
  const { words, phrases, without, either, fields } = parsed;
  const shown = (operand: Located & { phrase: boolean }) =>
    operand.phrase ? `"${operand.text}"` : operand.text;
  return {
    ...(words === "" ? {} : { words }),
    ...(phrases.length === 0 ? {} : { phrases: phrases.map(({ text }) => text) }),
    ...(without.length === 0 ? {} : { without: without.map(shown) }),
    ...(either.length === 0 ? {} : { either: either.map((group) => group.map(shown)) }),
    ...Object.fromEntries(Object.entries(fields).map(([name, { text }]) => [name, text])),
  };
}

function expectBrief(cases: readonly (readonly [string, Record<string, unknown> | string])[]): void {
  expect(cases.map(([text]) => [text, brief(text)])).toEqual(cases);
}

describe("parseQuery", () => {
  it("tells where everything stands, without its marks", () => {
    const text = `talks " Hanoi summit" -Trump −「北京」 outlet:"Dong-A Ilbo" Since：2018 Kim OR "Moon Jae-in"?`;
    const at = (text_: string) => ({
      text: text_,
      start: text.indexOf(text_),
      end: text.indexOf(text_) + text_.length,
    });
    expect(parseQuery(text)).toEqual({
      type: "query",
      words: "talks",
      phrases: [at("Hanoi summit")],
      without: [
        { ...at("Trump"), phrase: false },
        { ...at("北京"), phrase: true },
      ],
      either: [
        [
          { ...at("Kim"), phrase: false },
          { ...at("Moon Jae-in"), phrase: true },
        ],
      ],
      fields: {
        outlet: { ...at("Dong-A Ilbo"), typed: "outlet" },
        from: { ...at("2018"), typed: "Since" },
      },
    });
  });

  it("finds nothing in nothing", () => {
    for (const text of ["", " \n\t\u3000", '""', '  “ ”  ("") -"" '])
      expect(parseQuery(text)).toEqual(NOTHING);
  });

  it("keeps free words as they are, with one space for what stood between them", () => {
    expectBrief([
      ["  what did\n\nKim  say?  ", { words: "what did\n\nKim  say?" }],
      ["문재인 대통령은  무엇을 말했나요?", { words: "문재인 대통령은  무엇을 말했나요?" }],
      ["朝鲜半岛无核化，特朗普说了什么？", { words: "朝鲜半岛无核化，特朗普说了什么？" }],
      ['Kim  in   "the summit"   at  Hanoi', { words: "Kim  in at  Hanoi", phrases: ["the summit"] }],
      ["one  -two  three", { words: "one three", without: ["two"] }],
      ["one kind:opinion two lang:ko", { words: "one two", kind: "opinion", language: "ko" }],
      ['one  ""  two', { words: "one two" }],
      ["don't 'quote' ‘this’ Kim’s", { words: "don't 'quote' ‘this’ Kim’s" }],
    ]);
  });

  it("reads phrases in any quotation marks", () => {
    expectBrief([
      ['"a b"', { phrases: ["a b"] }],
      ["“a b”", { phrases: ["a b"] }],
      ["„a b“", { phrases: ["a b"] }],
      ["«a b»", { phrases: ["a b"] }],
      ["「无 核化」", { phrases: ["无 核化"] }],
      ["『완전한 비핵화』", { phrases: ["완전한 비핵화"] }],
      ['“a "b" c”', { phrases: ['a "b" c'] }],
      ['"-a OR outlet:b"', { phrases: ["-a OR outlet:b"] }],
      ['"완전한 비핵화"의 의미', { words: "의 의미", phrases: ["완전한 비핵화"] }],
    ]);
  });

  it("lets a quotation mark open only where a word begins", () => {
    expectBrief([
      ['a 5" or 30" gun', { words: 'a 5" or 30" gun' }],
      ['say "5" and 30"', { words: 'say and 30"', phrases: ["5"] }],
      ['a"b c"', { words: 'a"b c"' }],
      ["他说“无核化”", { words: "他说“无核化”" }],
      ['non-"b c"', { words: 'non-"b c"' }],
      ['(see "a b", ["c d"]; （「e」）) f("g h")', { words: "(see f(", phrases: ["a b", "c d", "e", "g h"] }],
      ['"a""b"', { words: '"b"', phrases: ["a"] }],
      ["a ” b » c", { words: "a ” b » c" }],
    ]);
  });

  it("does without a word or a phrase", () => {
    expectBrief([
      ["-Trump", { without: ["Trump"] }],
      ["summit −트럼프 -2018", { words: "summit", without: ["트럼프", "2018"] }],
      ['-"Bolton memoir" -“특사 방문”은', { words: "은", without: ['"Bolton memoir"', '"특사 방문"'] }],
      ["-특朗普, -𠀀 -C-3?!", { without: ["특朗普", "𠀀", "C-3"] }],
      ["summit -U.S.", { words: "summit", without: ["U.S."] }],
      ["-from: 2018", { words: "2018", without: ["from"] }],
    ]);
  });

  it("leaves a hyphen inside, between and beside words alone", () => {
    for (const words of [
      "Kim Jong-un",
      "2018-2019",
      "a - b",
      "a -",
      "--",
      "--a",
      "-> b",
      "- 北京",
      "(-a)",
      "–a —b",
    ])
      expect(parseQuery(words)).toEqual({ ...NOTHING, words });
    expect(brief('"a"-b')).toEqual({ phrases: ["a"], words: "-b" });
  });

  it("takes one or the other", () => {
    expectBrief([
      ["A OR B", { either: [["A", "B"]] }],
      ["one Seoul OR 평양 two", { words: "one two", either: [["Seoul", "평양"]] }],
      ['x A OR "b c" OR 「d」 y', { words: "x y", either: [["A", '"b c"', '"d"']] }],
      [
        "A OR B C OR D",
        {
          either: [
            ["A", "B"],
            ["C", "D"],
          ],
        },
      ],
      ['("a b" OR (Seoul OR Busan)?', { either: [['"a b"', "Seoul", "Busan"]] }],
      ['"비핵화" OR "핵 동결"의 뜻', { words: "의 뜻", either: [['"비핵화"', '"핵 동결"']] }],
      ['"z" A OR B', { phrases: ["z"], either: [["A", "B"]] }],
    ]);
  });

  it("takes OR for a word wherever it does not stand between two", () => {
    expectBrief([
      ["OR", { words: "OR" }],
      ["OR A", { words: "OR A" }],
      ["A OR", { words: "A OR" }],
      ["A or B Or C", { words: "A or B Or C" }],
      ["A OR OR B", { words: "A OR OR B" }],
      ["OR OR OR", { words: "OR OR OR" }],
      ["OR A OR B", { words: "OR", either: [["A", "B"]] }],
      ["A OR -B", { words: "A OR", without: ["B"] }],
      ["-A OR B", { words: "OR B", without: ["A"] }],
      ["A OR kind:opinion", { words: "A OR", kind: "opinion" }],
      ["A OR B OR -C", { words: "OR", either: [["A", "B"]], without: ["C"] }],
      ['A OR "" B', { either: [["A", "B"]] }],
      ['"A"의 OR B', { words: "의 OR B", phrases: ["A"] }],
      ["A OR ?", { words: "A OR ?" }],
      ["FOR ORB", { words: "FOR ORB" }],
    ]);
  });

  it("reads fields under all their names, in any case", () => {
    for (const [name, aliases] of Object.entries(FIELD_NAMES)) {
      for (const alias of [...aliases, ...aliases.map((alias) => alias.toUpperCase())]) {
        for (const colon of [":", "："]) {
          const start = alias.length + 1;
          expect(parseQuery(`${alias}${colon}신화사 x`)).toEqual({
            ...NOTHING,
            words: "x",
            fields: { [name]: { text: "신화사", start, end: start + 3, typed: alias } },
          });
        }
      }
    }
  });

  it("reads a field's value to the next white space or closing mark", () => {
    expectBrief([
      ["outlet:新华社\u3000核", { words: "核", outlet: "新华社" }],
      ["outlet:「조선 중앙 통신」의", { words: "의", outlet: "조선 중앙 통신" }],
      ["by:O'Neil,-x:y", { author: "O'Neil,-x:y" }],
      ['about:a"b c', { words: "c", about: 'a"b' }],
      ["from:2018-03 before:2019", { from: "2018-03", to: "2019" }],
      ["to::x", { to: ":x" }],
    ]);
  });

  it("takes for text what is no field", () => {
    for (const words of [
      "https://example.org/a:b",
      "outlet:/x",
      "from: 2018",
      "in short about:",
      "about： 核",
      "12:30 a:b 2:1",
      "Re:view S/RES/1718:para NK:US foreignMinister:x",
      "(outlet:x)",
      "他说：无核化 외무성:담화",
      "x-outlet:y",
      "abcdefghijklmnopqrstu:x",
    ])
      expect(parseQuery(words)).toEqual({ ...NOTHING, words });
  });

  it.each<[string, QueryMistake["reason"], number, string, (string | null)?]>([
    ['talks "Hanoi summit', "unclosed-quote", 6, '"Hanoi'],
    ['a " b', "unclosed-quote", 2, '"'],
    ["“북한”은 “핵", "unclosed-quote", 6, "“핵"],
    ["-「无核化", "unclosed-quote", 1, "「无核化"],
    ["outlet:“Dong-A Ilbo", "unclosed-quote", 7, "“Dong-A"],
    ["talks outlte:x", "unknown-field", 6, "outlte", "outlet"],
    ["contry：KR", "unknown-field", 0, "contry", "country"],
    ["untl:2018", "unknown-field", 0, "untl", "until"],
    ["mailto:x", "unknown-field", 0, "mailto", null],
    ["constructor:x", "unknown-field", 0, "constructor", null],
    ["-autor:x", "unknown-field", 1, "autor", "author"],
    ["a -outlet:x", "excluded-field", 2, "-outlet"],
    ['−Lang："ko"', "excluded-field", 0, "−Lang"],
    ["lang:ko a Language:en", "field-twice", 10, "Language"],
    ["since:2018 after:2018", "field-twice", 11, "after"],
    ['a outlet:"" b', "empty-field", 2, 'outlet:""'],
    ["by:「\u3000」", "empty-field", 0, "by:「\u3000」"],
    ['outlte:x "open', "unknown-field", 0, "outlte", "outlet"],
  ])("refuses %j: %s", (text, reason, start, typed, meant = null) => {
    const end = start + typed.length;
    expect(parseQuery(text)).toEqual({ type: "mistake", reason, start, end, typed, meant });
  });
});

const SIGNS = Array.from(`"“”„«»「」『』()[（-−:：/?,`);
const piece = fc.oneof(
  fc.constantFrom(...SIGNS, "OR", " ", " ", "\u3000", "\n", " OR ", " -", "\ud800"),
  fc.constantFrom("outlet:", "lang:", "Since：", "outlte:", "Kim", "비핵화", "无核化", "a b", "𠀀", "5"),
  fc.constantFrom(
    '"a b"',
    "「핵」",
    ' "',
    " “无 核”",
    ' -"c"',
    " -d",
    "A OR B",
    ' OR "',
    "kind:e",
    'by:" f g "',
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const query = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
const MANY = { numRuns: 2_000 };

/** Every piece that a parse tells the place of. */
function piecesOf(parsed: ParsedQuery | QueryMistake): Located[] {
  if (parsed.type === "mistake") return [{ text: parsed.typed, start: parsed.start, end: parsed.end }];
  const { phrases, without, either, fields } = parsed;
  return [...phrases, ...without, ...either.flat(), ...Object.values(fields)];
}

/** The letters and digits of texts, whatever their order. */
function lettersOf(...texts: readonly string[]): string {
  return Array.from(texts.join("").replace(/[^\p{L}\p{N}]/gu, ""))
    .toSorted()
    .join("");
}

describe("whatever is typed", () => {
  test("every piece stands where it is said to stand, and no two in one place", () => {
    fc.assert(
      fc.property(query, (text) => {
        const pieces = piecesOf(parseQuery(text)).toSorted((a, b) => a.start - b.start);
        for (const [index, { text: found, start, end }] of pieces.entries()) {
          expect(found).not.toBe("");
          expect(found).toBe(found.trim());
          expect(text.slice(start, end)).toBe(found);
          expect(end).toBe(start + found.length);
          expect(start).toBeGreaterThan(pieces[index - 1]?.end ?? -1);
        }
      }),
      MANY,
    );
  });

  test("no letter is lost or made up, and words keep their order", () => {
    fc.assert(
      fc.property(query, (text) => {
        const parsed = parseQuery(text);
        if (parsed.type === "mistake") return true;
        const { words, either, fields } = parsed;
        let at = 0;
        for (const word of words.split(/\s+/u)) {
          const found = text.indexOf(word, at);
          if (found === -1) return false;
          at = found + word.length;
        }
        const names = Object.values(fields).map(({ typed }) => typed);
        const ors = either.flatMap((group) => group.slice(1).map(() => "OR"));
        const kept = lettersOf(words, ...piecesOf(parsed).map(({ text }) => text), ...names, ...ors);
        return words === words.trim() && kept === lettersOf(text);
      }),
      MANY,
    );
  });

  test.each(["-a", "−a", '"a"', "“a”", "„a“", "«a»", "「a」", "『a』", "from:2018", "from：2018", "a OR b"])(
    "%s alone is a sign of the language",
    (words) => {
      const query = parseQuery(words);
      expect(query.type === "mistake" || query.words !== words).toBe(true);
    },
  );

  test("text without any sign of the language is free words", () => {
    const plain = fc
      .oneof(query, fc.string({ unit: "grapheme" }))
      .map((text) => text.replace(/["“„«「『\-−:：]/gu, ""))
      .filter((text) => !text.includes("OR"));
    fc.assert(
      fc.property(plain, (text) => {
        expect(parseQuery(text)).toEqual({ ...NOTHING, words: text.trim() });
        // A sign behind it changes nothing of it.
        expect(parseQuery(`${text} "x y"`)).toMatchObject({ words: text.trim(), phrases: [{ text: "x y" }] });
      }),
      MANY,
    );
  });
});
