import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import { describeFilters, readFilters, type TypedFilters } from "../../../src/core/search/read-filters.ts";
import { messagesFor } from "../../../src/messages/index.ts";
import { dateOf, entryOf, libraryOf } from "../samples.ts";

const lexicon = new Lexicon([
  { id: "entity/kju", forms: ["Kim Jong Un", "김정은"] },
  { id: "entity/thaad", forms: ["THAAD", "사드"] },
  { id: "term/thaad", forms: ["THAAD", "사드"] },
]);
const library = libraryOf(
  [
    entryOf("One.", { id: "1", outlet: "The Village Post", author: "Anna Writer" }),
    entryOf("Two.", { id: "2", outlet: "Xinhua", outletId: "xinhua", author: "김기자" }),
  ],
  { analyser: new Analyser({ lexicon }) },
);

function mistake(typed: TypedFilters): [string, string] {
  try {
    readFilters(typed, library);
  } catch (error) {
    if (error instanceof UserError) return [error.say(messagesFor("en")), error.say(messagesFor("ko"))];
    throw error;
  }
  throw new Error("no mistake");
}

describe("readFilters", () => {
  it.each<[TypedFilters, object]>([
    [{}, {}],
    [{ from: undefined, outlet: undefined }, {}],
    [{ outlet: "동아일보" }, { outlet: "dong-a-ilbo" }],
    [{ outlet: "XINHUA" }, { outlet: "xinhua" }],
    [{ outlet: "the village POST" }, { outlet: "the village post" }],
    [{ country: "한국" }, { country: "KR" }],
    [{ country: "North Korea" }, { country: "KP" }],
    [{ country: "cn" }, { country: "CN" }],
    [{ language: "한국어" }, { language: "ko" }],
    [{ language: "EN" }, { language: "en" }],
    [{ language: "zh-Hans" }, { language: "zh-Hans" }],
    [{ language: "Chinese" }, { language: "zh" }],
    [{ kind: "opinion" }, { kind: "opinion" }],
    [{ author: "WRITER" }, { author: "writer" }],
    [{ author: "김기자" }, { author: "김기자" }],
    [{ about: "kim jong un" }, { about: ["entity/kju"] }],
    [{ about: "김정은" }, { about: ["entity/kju"] }],
    [{ about: "Kim Jung Oon" }, { about: ["entity/kju"] }],
    [{ about: "사드" }, { about: ["entity/thaad", "term/thaad"] }],
    [
      { from: dateOf("2018"), to: dateOf("2018-03") },
      { from: "2018", to: "2018-03" },
    ],
    [
      { from: dateOf("2018-03-28"), to: dateOf("2018") },
      { from: "2018-03-28", to: "2018" },
    ],
  ])("reads %j as %j", (typed, filters) => expect(readFilters(typed, library)).toEqual(filters));

  it("refuses an outlet that nobody knows, naming the nearest", () => {
    expect(mistake({ outlet: "Dong-A Ilbi" })).toEqual([
      "No outlet is called “Dong-A Ilbi”. Did you mean Dong-A Ilbo?",
      "‘Dong-A Ilbi’ 매체를 찾을 수 없습니다. 혹시 Dong-A Ilbo인가요?",
    ]);
    expect(mistake({ outlet: "Pravda Weekly" })).toEqual([
      "No outlet is called “Pravda Weekly”. Leave the filter out to search all outlets.",
      "‘Pravda Weekly’ 매체를 찾을 수 없습니다. 필터를 빼면 모든 매체에서 찾습니다.",
    ]);
    expect(mistake({ outlet: "Vilage Post" })[0]).toBe(
      "No outlet is called “Vilage Post”. Did you mean Village Post?",
    );
  });

  it("refuses a country that nobody knows, naming the nearest in the person's language", () => {
    expect(mistake({ country: "Nort Korea" })).toEqual([
      "“Nort Korea” is no country that I know. Write its name or its two-letter code, such as KR or China. " +
        "Did you mean North Korea?",
      "‘Nort Korea’ 국가를 알 수 없습니다. 이름이나 두 글자 코드로 적어 주세요. 예: KR, 중국. 혹시 북한인가요?",
    ]);
    expect(mistake({ country: "Wonderland-on-Sea" })).toEqual([
      "“Wonderland-on-Sea” is no country that I know. Write its name or its two-letter code, such as KR or China.",
      "‘Wonderland-on-Sea’ 국가를 알 수 없습니다. 이름이나 두 글자 코드로 적어 주세요. 예: KR, 중국.",
    ]);
  });

  it.each(["Klingon", "zh_Hans", "zh-Häns", "-ko"])("refuses the language %s", (language) => {
    expect(mistake({ language })).toEqual([
      `“${language}” is no language that I know. Write its name or its code, such as en, ko or Korean.`,
      `‘${language}’ 언어를 알 수 없습니다. 이름이나 코드로 적어 주세요. 예: en, ko, 한국어`,
    ]);
  });

  it("refuses an author that no text is by, naming the nearest", () => {
    expect(mistake({ author: "Ana Writer" })).toEqual([
      "No text here is by “Ana Writer”. Did you mean Anna Writer?",
      "‘Ana Writer’ 필자의 글이 없습니다. 혹시 Anna Writer인가요?",
    ]);
    expect(mistake({ author: "Nobody Whatsoever" })).toEqual([
      "No text here is by “Nobody Whatsoever”. Leave the filter out to search all authors.",
      "‘Nobody Whatsoever’ 필자의 글이 없습니다. 필터를 빼면 모든 필자의 글에서 찾습니다.",
    ]);
  });

  it.each(["Kim Jong Un and others", "?!", "", " "])("refuses the name %j", (about) => {
    expect(mistake({ about })[0]).toBe(
      `“${about}” is no name that I know. Write it without about: to search for the words.`,
    );
  });

  it("refuses a name that nobody has, naming the nearest", () => {
    expect(mistake({ about: "Kim Jong Umm" })).toEqual([
      "“Kim Jong Umm” is no name that I know. Did you mean Kim Jong Un?",
      "‘Kim Jong Umm’(이)라는 이름을 알 수 없습니다. 혹시 Kim Jong Un인가요?",
    ]);
  });

  it("refuses dates between which no day lies", () => {
    expect(mistake({ from: dateOf("2018-04"), to: dateOf("2018-03") })).toEqual([
      "from:2018-04 comes after to:2018-03, so nothing can lie between. Exchange them.",
      "from:2018-04 날짜가 to:2018-03 날짜보다 늦어 해당하는 글이 없습니다. 서로 바꿔 주세요.",
    ]);
  });

  it("repeats only the beginning of what was typed", () => {
    const long = "x".repeat(5_000);
    const short = `${"x".repeat(119)}…`;
    expect(mistake({ outlet: long })[0]).toBe(
      `No outlet is called “${short}”. Leave the filter out to search all outlets.`,
    );
    expect(mistake({ country: long })[1].slice(0, 130)).toContain(short);
    expect(mistake({ language: long })[1].slice(0, 130)).toContain(short);
    expect(mistake({ author: long })[0]).toContain(`“${short}”`);
    expect(mistake({ about: long })[0]).toContain(`“${short}”`);
  });
});

describe("describeFilters", () => {
  const filters = readFilters(
    { outlet: "donga", country: "KR", language: "ko", kind: "opinion", from: dateOf("2018") },
    library,
  );

  it("names them in the person's language", () => {
    expect(describeFilters(filters, library, messagesFor("en"))).toBe(
      "from: 2018, kind: opinion, outlet: The Dong-A Ilbo, country: South Korea, language: Korean",
    );
    expect(describeFilters(filters, library, messagesFor("ko"))).toBe(
      "from: 2018, kind: 의견, outlet: The Dong-A Ilbo, country: 대한민국, language: 한국어",
    );
  });

  it("names who is meant by about:, and the author", () => {
    expect(
      describeFilters(
        readFilters({ about: "김정은", author: "Writer" }, library),
        library,
        messagesFor("en"),
      ),
    ).toBe("author: writer, about: Kim Jong Un");
  });

  it("is null where there are none", () => {
    expect(describeFilters({}, library, messagesFor("en"))).toBeNull();
  });
});
