import { describe, expect, it } from "vitest";
import { completeZones } from "../../../src/core/digest/complete-zones.ts";
import { dueOn } from "../../../src/core/digest/schedule.ts";
import { zoneBook, zonesOfCountry } from "../../../src/core/digest/zone-book.ts";
import { ZONE_CITIES } from "../../../src/core/digest/zone-cities.ts";
import { ABBREVIATIONS, IANA_NAMES, PRIMARY_ZONES } from "../../../src/core/digest/zone-names.ts";
import { parseOffset, showOffset } from "../../../src/core/digest/zone-offset.ts";
import { parseZone } from "../../../src/core/digest/zones.ts";
import { COMPLETIONS_MAX } from "../../../src/core/option.ts";
import { en } from "../../../src/messages/en.ts";
import { ko } from "../../../src/messages/ko.ts";
import { mistakeOf } from "./mistake.ts";
import { ms, scheduleOf } from "./schedules.ts";

const SUMMER = ms("2026-07-01T00:00Z");
const WINTER = ms("2026-01-01T00:00Z");

describe("parseZone", () => {
  it.each([
    ["Seoul", "Asia/Seoul"],
    ["  seoul ", "Asia/Seoul"],
    ["서울", "Asia/Seoul"],
    ["서울".normalize("NFD"), "Asia/Seoul"],
    ["부산", "Asia/Seoul"],
    ["New York", "America/New_York"],
    ["new_york", "America/New_York"],
    ["뉴욕", "America/New_York"],
    ["Washington, D.C.", "America/New_York"],
    ["LA", "America/Los_Angeles"],
    ["Sao Paulo", "America/Sao_Paulo"],
    ["Beijing", "Asia/Shanghai"],
    ["Lord Howe", "Australia/Lord_Howe"],
    ["Korea", "Asia/Seoul"],
    ["한국", "Asia/Seoul"],
    ["KR", "Asia/Seoul"],
    ["North Korea", "Asia/Pyongyang"],
    ["북한", "Asia/Pyongyang"],
    ["Japan", "Asia/Tokyo"],
    ["China", "Asia/Shanghai"],
    ["독일", "Europe/Berlin"],
    ["Ukraine", "Europe/Kyiv"],
    ["KST", "Asia/Seoul"],
    ["jst", "Asia/Tokyo"],
    ["UTC", "UTC"],
    ["GMT", "UTC"],
    ["UTC+0", "UTC"],
    ["Etc/UTC", "UTC"],
    ["asia/SEOUL", "Asia/Seoul"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["US/Eastern", "America/New_York"],
    ["America/Indianapolis", "America/Indiana/Indianapolis"],
    ["ROK", "Asia/Seoul"],
    ["Seoul time", "Asia/Seoul"],
    ["Korea Standard Time", "Asia/Seoul"],
    ["Eastern Time", "America/New_York"],
    ["한국 시간", "Asia/Seoul"],
    ["한국 표준시", "Asia/Seoul"],
    ["Seoul (Asia/Seoul, UTC+09:00)", "Asia/Seoul"],
    ["서울 (Asia/Seoul, UTC+09:00)", "Asia/Seoul"],
    ["서울시", "Asia/Seoul"],
    ["서울특별시", "Asia/Seoul"],
    ["부산 광역시", "Asia/Seoul"],
    ["세종특별자치시", "Asia/Seoul"],
    ["제주도", "Asia/Seoul"],
    ["뉴욕시", "America/New_York"],
    ["서울시 시간", "Asia/Seoul"],
    ["인도", "Asia/Kolkata"],
  ])("%s → %s", (typed, zone) => expect(parseZone(typed, SUMMER)).toEqual({ zone, say: null }));

  it.each([
    ["EST", "America/New_York"],
    ["cst", "America/Chicago"],
    ["IST", "Asia/Kolkata"],
    ["BST", "Europe/London"],
  ])("tells that %s was read as %s", (typed, zone) => {
    const meant = parseZone(typed, SUMMER);
    expect(meant.zone).toBe(zone);
    for (const m of [en, ko]) {
      expect(meant.say!(m)).toContain(zone);
      expect(meant.say!(m)).toContain(typed);
    }
  });

  it("asks which zone of an offset is meant, by the season", () => {
    expect(mistakeOf(() => parseZone("UTC+9", SUMMER))).toEqual({
      en: "timezone: “UTC+9” is no single time zone. Write a place in the one you mean, such as Seoul, Tokyo, Pyongyang, Yakutsk, Chita.",
      ko: expect.stringContaining("서울, 도쿄, 평양") as string,
    });
    expect(mistakeOf(() => parseZone("GMT-4", SUMMER)).en).toContain("such as New York");
    expect(mistakeOf(() => parseZone("GMT-4", WINTER)).en).not.toContain("New York");
    expect(mistakeOf(() => parseZone("+05:45", SUMMER)).en).toContain("such as Kathmandu.");
    expect(mistakeOf(() => parseZone("UTC+1:11", SUMMER)).en).toContain("I know no place or zone");
  });

  it("asks which zone of a country is meant", () => {
    expect(mistakeOf(() => parseZone("USA", SUMMER)).en).toContain("New York, Los Angeles, Chicago");
    expect(mistakeOf(() => parseZone("미국", SUMMER)).ko).toContain("뉴욕, 로스앤젤레스, 시카고");
  });

  it.each([
    ["Seol", "Seoul"],
    ["서욼", "서울"],
    ["Germny", "Germany"],
    ["Asia/Soeul", "Asia/Seoul"],
    ["Pyongyng", "Pyongyang"],
  ])("names what may be meant by %s: %s, which it takes", (typed, near) => {
    const said = mistakeOf(() => parseZone(typed, SUMMER));
    for (const one of [said.en, said.ko]) expect(one.replace(typed, "")).toContain(near);
    expect(() => parseZone(near, SUMMER)).not.toThrow();
  });

  it("names one or several that may be meant as a person would", () => {
    expect(mistakeOf(() => parseZone("서욼", SUMMER)).ko).toBe(
      "timezone: ‘서욼’(이)라는 지역이나 시간대를 찾을 수 없습니다. 혹시 서울인가요? 서울, 뉴욕처럼 그 시간대의 큰 도시나 Asia/Seoul 같은 이름을 적어 주세요.",
    );
    const near = ["Seoul", "Asia/Seoul"];
    expect(ko.digest.unknownZone("x", near)).toContain("혹시 Seoul, Asia/Seoul 중 하나인가요?");
    expect(en.digest.unknownZone("x", near)).toContain("Did you mean Seoul or Asia/Seoul?");
    expect(en.digest.unknownZone("x", ["Seoul"])).toContain("Did you mean Seoul?");
  });

  it.each([
    "",
    " ",
    "시",
    "없는곳시",
    "!!",
    "Atlantis-on-Sea",
    "()",
    "+",
    "a/b",
    "x".repeat(5000),
    "__proto__",
    "constructor",
    "+25:00",
  ])("does not know %j, and says so shortly", (typed) => {
    const said = mistakeOf(() => parseZone(typed, SUMMER));
    expect(said.en).toMatch(/^timezone: .*Seoul or New York/u);
    expect(said.en.length).toBeLessThan(500);
  });
});

describe("completeZones", () => {
  const first = (typed: string, language = "en") => completeZones(typed, SUMMER, language)[0];

  it.each([
    ["seo", "en", "Seoul (Asia/Seoul, UTC+09:00)"],
    ["서", "ko", "서울 (Asia/Seoul, UTC+09:00)"],
    ["KST", "en", "Seoul (Asia/Seoul, UTC+09:00)"],
    ["KST", "ko", "서울 (Asia/Seoul, UTC+09:00)"],
    ["New Y", "en", "New York (America/New_York, UTC-04:00)"],
    ["뉴", "ko", "뉴욕 (America/New_York, UTC-04:00)"],
    ["est", "en", "New York (America/New_York, UTC-04:00)"],
    ["korea", "en", "Seoul (Asia/Seoul, UTC+09:00)"],
    ["north kor", "en", "Pyongyang (Asia/Pyongyang, UTC+09:00)"],
    ["ind", "en", "Delhi (Asia/Kolkata, UTC+05:30)"],
    ["독", "ko", "베를린 (Europe/Berlin, UTC+02:00)"],
    ["york", "en", "New York (America/New_York, UTC-04:00)"],
    ["asia/cal", "en", "Delhi (Asia/Kolkata, UTC+05:30)"],
    ["Australia/L", "en", "Lindeman (Australia/Lindeman, UTC+10:00)"],
    ["lord", "en", "Lord Howe (Australia/Lord_Howe, UTC+10:30)"],
    ["UTC+9", "en", "Seoul (Asia/Seoul, UTC+09:00)"],
    ["-3:30", "en", undefined],
    ["", "en", "Seoul (Asia/Seoul, UTC+09:00)"],
  ])("%j (%s) → %s", (typed, language, label) => expect(first(typed, language)).toBe(label));

  it("offers each zone once, no more than a platform shows, and what parseZone takes", () => {
    for (const typed of ["", "a", "s", "미국", "UTC+1", "asia", "america/", "n", "리", "usa"]) {
      const offered = completeZones(typed, WINTER, "ko");
      expect(offered.length).toBeGreaterThan(1);
      expect(offered.length).toBeLessThanOrEqual(COMPLETIONS_MAX);
      const zones = offered.map((label) => parseZone(label, SUMMER).zone);
      expect(new Set(zones).size).toBe(offered.length);
      for (const [index, label] of offered.entries()) {
        expect(label.length).toBeLessThanOrEqual(100);
        expect(label).toContain(`(${zones[index]}, UTC`);
      }
    }
  });

  it("offers what begins with a whole syllable before what begins with a part of another", () => {
    const offered = completeZones("부", WINTER, "ko");
    const at = (name: string) => offered.findIndex((label) => label.startsWith(name));
    expect(at("부산")).toBe(0);
    expect(at("부다페스트")).toBeLessThan(at("북경"));
    expect(at("북경")).toBeGreaterThan(0);
    const inside = completeZones("서", WINTER, "ko");
    expect(inside.findIndex((label) => label.startsWith("미국 서부"))).toBeGreaterThan(
      inside.findIndex((label) => label.startsWith("선전")),
    );
  });

  it("shows UTC as it is", () => {
    for (const language of ["en", "ko"]) expect(completeZones("utc", WINTER, language)[0]).toBe("UTC");
    expect(parseZone("UTC", SUMMER).zone).toBe("UTC");
  });

  it("offers nothing for what names nothing", () => {
    for (const typed of ["!!", "zzzz", "UTC+1:11", "+99"])
      expect(completeZones(typed, SUMMER, "en")).toEqual([]);
  });
});

describe("the tables of zones", () => {
  it("have zones that there are, under their names in the database", () => {
    const known = new Set(zoneBook().zones);
    const intl = new Set(Intl.supportedValuesOf("timeZone").map((zone) => IANA_NAMES.get(zone) ?? zone));
    const named = [
      ...ZONE_CITIES.map(({ zone }) => zone),
      ...[...ABBREVIATIONS.values()].map(({ zone }) => zone),
      ...Object.values(PRIMARY_ZONES),
      ...IANA_NAMES.values(),
    ];
    expect(named.filter((zone) => zone !== "UTC" && !intl.has(zone))).toEqual([]);
    expect(zoneBook().zones).toHaveLength(known.size);
  });

  it("have each city once, and each zone is found by its names and can be reckoned with", () => {
    const keys = ZONE_CITIES.flatMap(({ en, ko }) => [...en, ...ko]);
    expect(keys.filter((name, index) => keys.indexOf(name) !== index)).toEqual([]);
    const cities = ZONE_CITIES.flatMap(({ zone, en, ko }) => [...en, ...ko].map((name) => ({ zone, name })));
    for (const { zone, name } of cities) {
      expect([name, parseZone(name, SUMMER).zone]).toEqual([name, zone]);
    }
    for (const zone of zoneBook().zones) {
      expect(parseZone(zone, SUMMER).zone).toBe(zone);
      expect(dueOn(scheduleOf("09:00", zone), "2026-03-10")).toBeTypeOf("number");
    }
  });

  it("give a primary zone that lies in its country", () => {
    for (const [code, zone] of Object.entries(PRIMARY_ZONES)) expect(zonesOfCountry(code)).toEqual([zone]);
  });
});

describe("offsets", () => {
  it.each([
    ["UTC+9", 540],
    ["utc +09:00", 540],
    ["GMT-3:30", -210],
    ["+0545", 345],
    ["UTC−5", -300],
    ["+14", 840],
    ["-0", 0],
    ["+15", null],
    ["9", null],
    ["UTC", null],
    ["+9:75", null],
  ])("%s is %s minutes", (typed, minutes) => expect(parseOffset(typed)).toBe(minutes));

  it("are shown with sign, hours and minutes", () => {
    expect([0, 540, -210, 345].map(showOffset)).toEqual(["UTC+00:00", "UTC+09:00", "UTC-03:30", "UTC+05:45"]);
  });
});
