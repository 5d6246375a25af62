import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import type { TypedFilters } from "../../../src/core/search/read-filters.ts";
import { readQuery, withoutFields, withoutQuotes } from "../../../src/core/search/read-query.ts";
import { messagesFor } from "../../../src/messages/index.ts";
import { dateOf, entryOf, libraryOf } from "../samples.ts";

const library = libraryOf([entryOf("One.", { author: "Anna Writer" })], {
  analyser: new Analyser({ lexicon: new Lexicon([{ id: "entity/kju", forms: ["Kim Jong Un", "김정은"] }]) }),
});

function mistake(query: string, given: TypedFilters = {}): [string, string] {
  try {
    readQuery(query, given, library);
  } catch (error) {
    if (error instanceof UserError) return [error.say(messagesFor("en")), error.say(messagesFor("ko"))];
    throw error;
  }
  throw new Error("no mistake");
}

describe("readQuery", () => {
  it("reads the fields of a query as filters", () => {
    const query = `talks by:writer about:"Kim Jong Un" kind:Opinion since:2018-03 until:2019 lang:Korean outlet:동아일보 country:한국`;
    const { parsed, filters } = readQuery(query, {}, library);
    expect(parsed.words).toBe("talks");
    expect(filters).toEqual({
      author: "writer",
      about: ["entity/kju"],
      kind: "opinion",
      from: "2018-03",
      to: "2019",
      language: "ko",
      outlet: "dong-a-ilbo",
      country: "KR",
    });
  });

  it("puts them together with those given beside it", () => {
    const given: TypedFilters = { to: dateOf("2019"), kind: "news" };
    expect(readQuery("talks since:2018", given, library).filters).toEqual({
      from: "2018",
      to: "2019",
      kind: "news",
    });
    expect(readQuery("talks", {}, library).filters).toEqual({});
    expect(mistake("since:2020 talks", given)[0]).toBe(
      "from:2020 comes after to:2019, so nothing can lie between. Exchange them.",
    );
  });

  it.each<[string, TypedFilters, string]>([
    ["kind:news talks", { kind: "news" }, "kind"],
    ["until:2018 talks", { to: dateOf("2018") }, "to"],
    ["by:writer talks", { author: "writer" }, "author"],
  ])("refuses a filter given twice: %j beside %j", (query, given, name) => {
    expect(mistake(query, given)).toEqual([
      `${name}: is given twice. Give it once.`,
      `${name}: 옵션이 두 번 쓰였습니다. 한 번만 적어 주세요.`,
    ]);
  });

  it("does not take a filter for given that is undefined", () => {
    expect(readQuery("kind:news talks", { kind: undefined }, library).filters).toEqual({ kind: "news" });
  });

  const FIELDS = "outlet, country, kind, language, author, about, from, to";

  it.each<[string, string, string]>([
    [
      'Kim "end of',
      'The quotation mark at “"end” (at character 5) is never closed. Close it, as in "end of war", or leave it out.',
      '‘"end’(5번째 글자)에서 연 따옴표가 닫히지 않았습니다. "종전선언"처럼 닫거나 따옴표를 빼 주세요.',
    ],
    [
      "Kim outlt:xinhua",
      `There is no filter “outlt” (at character 5). Did you mean outlet:? Filters: ${FIELDS}. To search for the word itself, put a space after the colon.`,
      `‘outlt’(5번째 글자) 필터는 없습니다. 혹시 outlet:인가요? 필터: ${FIELDS}. 낱말 자체를 찾으려면 쌍점 뒤를 한 칸 띄워 주세요.`,
    ],
    [
      "zzzzzz:x",
      `There is no filter “zzzzzz” (at character 1). Filters: ${FIELDS}. To search for the word itself, put a space after the colon.`,
      `‘zzzzzz’(1번째 글자) 필터는 없습니다. 필터: ${FIELDS}. 낱말 자체를 찾으려면 쌍점 뒤를 한 칸 띄워 주세요.`,
    ],
    [
      "Kim -kind:news",
      '“-kind” (at character 5) excludes by a filter, which cannot be done. Exclude words instead, as in -summit or -"trade war".',
      '‘-kind’(5번째 글자): 필터로는 제외할 수 없습니다. -정상회담 또는 -"무역 전쟁"처럼 낱말을 제외해 주세요.',
    ],
    [
      "from:2018 Kim since:2019",
      "The filter “since” (at character 15) is there twice. Give it once.",
      "‘since’(15번째 글자) 필터가 두 번 쓰였습니다. 한 번만 적어 주세요.",
    ],
    [
      'Kim about:""',
      'The filter “about:""” (at character 5) has no value. Write one right behind the colon, as in kind:opinion or about:"Kim Yo Jong".',
      '‘about:""’(5번째 글자) 필터에 값이 없습니다. kind:opinion 또는 about:"김여정"처럼 쌍점 바로 뒤에 적어 주세요.',
    ],
  ])("tells what is wrong with %j, and where", (query, en, ko) => expect(mistake(query)).toEqual([en, ko]));

  it("counts characters, not the units of which some have two", () => {
    expect(mistake('👍𠮷 "end')[0]).toContain("(at character 4)");
  });

  it("repeats only the beginning of a spot", () => {
    expect(mistake(`"${"x".repeat(250)}`)[0]).toContain(`“"${"x".repeat(118)}…” (at character 1)`);
  });

  it("takes what is long for prose, whose marks ask for nothing", () => {
    const long = `He said: "it kind:news -not until:never OR ${"x".repeat(300)}`;
    expect(readQuery(long, { kind: "news" }, library)).toEqual({
      parsed: { type: "query", words: long, phrases: [], without: [], either: [], fields: {} },
      filters: { kind: "news" },
    });
    expect([withoutFields(long), withoutQuotes(long)]).toEqual([long, null]);
  });

  it.each<[string, string]>([
    [
      "since:soon x",
      "from: “soon” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28.",
    ],
    ["until:30 x", "to: “30” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28."],
    ["about:nobody x", "“nobody” is no name that I know. Write it without about: to search for the words."],
    ["by:nobody x", "No text here is by “nobody”. Leave the filter out to search all authors."],
    [
      "outlet:nowhere-at-all x",
      "No outlet is called “nowhere-at-all”. Leave the filter out to search all outlets.",
    ],
  ])("tells what is wrong with a value: %j", (query, en) => expect(mistake(query)[0]).toBe(en));

  it("names the kind that a misspelt one, or one in the person's language, may be", () => {
    expect(mistake("kind:opinon x")[0]).toContain("Did you mean opinion?");
    expect(mistake("kind:의견 x")[1]).toContain("opinion");
    expect(mistake("kind:constructor x")[0]).toContain("“constructor”");
  });
});

describe("withoutFields", () => {
  it.each([
    ["Kim kind:news Xi", "Kim Xi"],
    ["kind:news", ""],
    ['Kim about:"Kim Jong Un" Xi since:2018', "Kim Xi"],
    ['about:"  Kim Jong Un  " Xi', "Xi"],
    ["about:「김정은」 회담", "회담"],
    ["kind：news Kim", "Kim"],
    ["kind kind:news kind", "kind kind"],
    ["by by:by by", "by by"],
    ['"end of war" -Trump A OR B kind:news', '"end of war" -Trump A OR B'],
    ["Kim", "Kim"],
    ["", ""],
    ["İstanbul İİİ kind:news Kim", "İstanbul İİİ Kim"],
    // What cannot be read stays as it is.
    ['kind:news "Kim', 'kind:news "Kim'],
  ])("of %j is %j", (query, rest) => expect(withoutFields(query)).toBe(rest));
});

describe("withoutQuotes", () => {
  it.each([
    ['"end of war"', "end of war"],
    ['Kim "end of war" Xi', "Kim Xi end of war"],
    // Only the quotation marks are taken away: what is excluded stays excluded, alternatives stay.
    ['"end of war" -Trump', "end of war -Trump"],
    ['"end of war" summit OR talks', "end of war summit OR talks"],
  ])("of %j asks for the same words: %j", (query, expected) => {
    const parts = (text: string | null) => text?.split(" ").toSorted();
    expect(parts(withoutQuotes(query))).toEqual(parts(expected));
  });

  it.each(["Kim Xi", "", '"Kim', '"said:never zzz"', '"sort-of -summit" Kim', '"A OR B" Kim'])(
    "is not to be had of %j: there are none, or its words would mean something else",
    (query) => expect(withoutQuotes(query)).toBe(null),
  );
});
