import { describe, expect, it } from "vitest";
import { authorsIn } from "../../../src/core/cite/authors.ts";

describe("the authors of a byline", () => {
  it.each([
    ["Jane Doe and John Roe", ["Jane Doe", "John Roe"]],
    ["Jane Doe & John Roe", ["Jane Doe", "John Roe"]],
    ["Jane Doe, Kim Jong-un, and J. R. O'Neil", ["Jane Doe", "Kim Jong-un", "J. R. O'Neil"]],
    ["Jane Doe, John Roe and 홍길동", ["Jane Doe", "John Roe", "홍길동"]],
    ["김철수·리용호", ["김철수", "리용호"]],
    ["김철수 · 리용호 · 남궁민수", ["김철수", "리용호", "남궁민수"]],
  ])("%s are several", (byline, authors) => expect(authorsIn(byline)).toEqual(authors));

  it.each([
    "Jane Doe",
    "Kim, Jong Un",
    "Jane Doe, John Roe",
    "Ministry of Foreign Affairs and Trade",
    "Foreign Affairs and Defence Committee",
    "Arms Control Association and Nuclear Watch",
    "Smith and Sons",
    "Jane Doe, Seoul and Tokyo",
    "정책·전략연구소",
    "Alexander",
    "",
  ])("%j stays whole", (byline) => expect(authorsIn(byline)).toEqual([byline]));
});
