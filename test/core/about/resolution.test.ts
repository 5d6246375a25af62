import { describe, expect, it } from "vitest";
import { resolutionOf } from "../../../src/core/about/resolution.ts";

describe("resolutionOf", () => {
  it.each([
    "2397",
    "S/RES/2397",
    "s/res/2397 (2017)",
    "UNSCR 2397",
    "UNSCR2397",
    "Resolution 2397",
    "UN Security Council Resolution 2397",
    "UN Security Council Resolution 2397 (2017): Hwasong-15 ICBM test",
    "안보리 결의 2397호",
    "유엔 안전보장이사회 결의 제2397호",
    "결의안 2397",
    "联合国安理会第2397号决议",
  ])("reads %j", (text) => expect(resolutionOf(text)).toBe("2397"));

  it.each([
    "",
    "resolution",
    "🚀",
    "Hwasong-15",
    "2397 of 2017",
    "12345",
    "in 2017",
    "1718 Committee",
    "S/PV.8151",
    "9999999999999999",
  ])("reads none in %j", (text) => expect(resolutionOf(text)).toBeNull());
});
