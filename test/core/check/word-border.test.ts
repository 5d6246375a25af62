import { describe, expect, it } from "vitest";
import { isInsideWord } from "../../../src/core/check/word-border.ts";

const at = (marked: string) => isInsideWord(marked.replace("|", ""), marked.indexOf("|"));

describe("inside a word", () => {
  it.each([
    "den|uke", "can|'t", "can’|t", "Kim|’s", "non-|nuclear", "non|-nuclear", "비핵화|를", "2018|년", "Trump|와", "북|-미",
    "U.|S.", "korea|.net", "can\u200B|not", "can|\u2060not", "무핵|화", "双|方", "我们不|同意", "3000|万", "F|16",
    "1|,000", "3.|5", "20|:15", "2017–|2018", "$|5", "-|5", "5|%", "e|\u0301",
    "non–|nuclear", "non−|nuclear", "–|5", "－|5", "6|·15", "6·|15", "6ㆍ|15", "10| 000", "10 |000", "1 000\u202F|000",
    "HK|$5", "US$|5", "<|5", "≥|5", "~|5", "5|€", "5|+", "5|″",
  ])("%s", (marked) => expect(at(marked)).toBe(true)); // prettier-ignore

  it.each([
    "we| go", "|we", "we|", "“|we", "we|”", "we|.", "end.| Next", "end.|Next", "peace—|real", "peace|—real", "boys|’ toys",
    "Kim|, who", "(|we", "双方|同意", "进程|，并", "5| %", "비핵화| 의지", "war|/peace", "😀|we", "2018| 300", "5 |0000", "남|·북", "a| $5",
  ])("not %s", (marked) => expect(at(marked)).toBe(false)); // prettier-ignore
});
