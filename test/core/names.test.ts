import { describe, expect, it } from "vitest";
import { countryName, formatDate, hostOf, languageName } from "../../src/core/names.ts";
import { dateOf } from "./samples.ts";

describe("formatDate", () => {
  it.each([
    ["2018-03-28", "28 March 2018", "2018년 3월 28일"],
    ["2018-03", "March 2018", "2018년 3월"],
    ["2018", "2018", "2018년"],
    ["2024-02-29", "29 February 2024", "2024년 2월 29일"],
  ])("writes %s as %s and %s", (date, en, ko) => {
    expect([formatDate(dateOf(date), "en"), formatDate(dateOf(date), "ko")]).toEqual([en, ko]);
  });
});

describe("names", () => {
  it("of countries", () => {
    expect([countryName("KP", "en"), countryName("KP", "ko")]).toEqual(["North Korea", "북한"]);
    expect([countryName("KR", "en"), countryName("KR", "ko")]).toEqual(["South Korea", "대한민국"]);
    expect([countryName("XX", "en"), countryName("no code", "en")]).toEqual(["XX", "no code"]);
  });

  it("of languages", () => {
    expect([languageName("ko", "en"), languageName("ko", "ko")]).toEqual(["Korean", "한국어"]);
    expect(languageName("zh-Hans", "en")).toBe("Simplified Chinese");
    expect(languageName("not a tag", "en")).toBe("not a tag");
  });

  it("of hosts", () => {
    expect(hostOf("https://www.donga.com/news/1")).toBe("donga.com");
    expect(hostOf("http://www2.example:8080/")).toBe("www2.example:8080");
    expect(hostOf("https://한국.example/")).toBe("xn--3e0b707e.example");
  });
});
