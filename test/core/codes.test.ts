import { describe, expect, it } from "vitest";
import { countryCodes, languageCodes } from "../../src/core/codes.ts";

describe("countryCodes", () => {
  it.each([
    ["kr", "KR"],
    ["south korea", "KR"],
    ["대한민국", "KR"],
    ["한국", "KR"],
    ["남한", "KR"],
    ["korea", "KR"],
    ["rok", "KR"],
    ["republic of korea", "KR"],
    ["kp", "KP"],
    ["north korea", "KP"],
    ["북한", "KP"],
    ["조선", "KP"],
    ["북조선", "KP"],
    ["dprk", "KP"],
    ["democratic people's republic of korea", "KP"],
    ["china", "CN"],
    ["중국", "CN"],
    ["prc", "CN"],
    ["us", "US"],
    ["usa", "US"],
    ["u.s.", "US"],
    ["america", "US"],
    ["united states", "US"],
    ["미국", "US"],
    ["uk", "GB"],
    ["britain", "GB"],
    ["영국", "GB"],
    ["japan", "JP"],
    ["일본", "JP"],
    ["러시아", "RU"],
    ["tw", "TW"],
  ])("knows %s as %s", (name, code) => expect(countryCodes().get(name)).toBe(code));

  it.each(["eu", "european union", "zz", "xa", "un", "united nations", "su", "KR", "", "constructor"])(
    "knows no country as %j",
    (name) => expect(countryCodes().get(name)).toBeUndefined(),
  );

  it("has a code for each country of ISO 3166-1, and for Kosovo, which Unicode lists with them", () => {
    const codes = new Set(countryCodes().values());
    // 249 officially assigned codes (https://www.iso.org/iso-3166-country-codes.html) and XK.
    expect(codes.size).toBe(250);
    expect(codes.has("XK")).toBe(true);
  });
});

describe("languageCodes", () => {
  it.each([
    ["ko", "ko"],
    ["korean", "ko"],
    ["한국어", "ko"],
    ["en", "en"],
    ["영어", "en"],
    ["chinese", "zh"],
    ["중국어", "zh"],
    ["japanese", "ja"],
  ])("knows %s as %s", (name, code) => expect(languageCodes().get(name)).toBe(code));

  it.each(["zz", "klingon", "KO", ""])("knows no language as %j", (name) =>
    expect(languageCodes().get(name)).toBeUndefined(),
  );
});
