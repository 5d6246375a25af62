import { describe, expect, it, test } from "vitest";
import { soundOf } from "../../../src/core/search/sound.ts";

describe("names that sound alike", () => {
  it.each([
    ["Kim Jong Un", "Kim Jung Oon", "Kim Jong-eun", "Kim Jungun", "KIM JONG UN", "Kim Chong-un"],
    ["Kim Jong Il", "Kim Jong-il", "Kim Chong-il", "Kim Jeong-il", "Kim Jong Ill"],
    ["Kim Il Sung", "Kim Il-seong", "Kim Ilsung"],
    ["Kim Yo Jong", "Kim Yeo-jeong", "Kim Yojong"],
    ["Kim Dae-jung", "Kim Tae-chung", "Kim Daejoong"],
    ["Moon Jae-in", "Mun Jae In", "Moon Jaein"],
    ["Kim Yong Chol", "Kim Yeong-cheol", "Kim Young Chul"],
    ["Ri Yong Ho", "Lee Yong-ho"],
    ["Choe Son Hui", "Choe Seon-hui"],
    ["Chung Eui-yong", "Jeong Ui-yong"],
    ["Pyongyang", "Pyeongyang", "Pyoungyang"],
    ["Panmunjom", "Panmunjeom"],
    ["Kaesong", "Gaeseong"],
  ])("%s", (name, ...others) => {
    expect(others.map(soundOf)).toEqual(others.map(() => soundOf(name)));
  });
});

test.each([
  ["Kim Jong Un", "Kim Jong Il"],
  ["Kim Jong Il", "Kim Il Sung"],
  ["Kim Jong Un", "Kim Yo Jong"],
  ["Kim Jong Un", "Kim Jong Nam"],
  ["Moon Jae-in", "Moon Chung-in"],
  ["Kim Yong Chol", "Kim Yong Nam"],
  ["Pyongyang", "Pyongchang"],
  ["Kaesong", "Kumgang"],
])("%s does not sound like %s", (a, b) => expect(soundOf(a)).not.toBe(soundOf(b)));

test.each(["", "김정은", "2018", "!?"])("%j has no sound", (text) => expect(soundOf(text)).toBe(""));
