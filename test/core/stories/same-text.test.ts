import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sketchOf } from "../../../src/core/stories/minhash.ts";
import { coverageOf, isSameText, mayBeSame } from "../../../src/core/stories/same-text.ts";
import { readStoryText } from "../../../src/core/stories/text.ts";
import {
  CHINESE_GREETING,
  GREETING,
  KOREAN,
  KOREAN_GREETING,
  NOTICE,
  OTHER_CHINESE_GREETING,
  OTHER_GREETING,
  OTHER_KOREAN_GREETING,
  OTHER_NOTICE,
  OTHER_REPORT,
  OTHER_STATEMENT,
  REPORT,
  STATEMENT,
  edited,
  without,
} from "./texts.ts";

/** The judgement on two texts, which must be the same from either side. */
function same(a: string, b: string): boolean {
  const [one, other] = [readStoryText(a), readStoryText(b)];
  const judged = isSameText(one, other);
  expect(isSameText(other, one)).toBe(judged);
  return judged;
}

/** Whether the sketches let two texts come to be compared. */
function meets(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => sketchOf(readStoryText(text).distinct));
  return mayBeSame(one!, other!);
}

const NAMED_LEAD = "PYONGYANG, Oct. 9 (Example Agency) -- Delegates";
const HALF = REPORT.slice(0, REPORT.length / 2);

describe("one text", () => {
  test.each([
    ["under another headline", REPORT, `Koreas to reopen telephone line\n\n${REPORT}`],
    [
      "with the lead of another agency",
      REPORT,
      REPORT.replace(NAMED_LEAD, "By Jo Writer in SEOUL\n\nDelegates"),
    ],
    ["without a paragraph in the middle", REPORT, without(REPORT, 3)],
    ["without two paragraphs", REPORT, without(REPORT, 2, 5)],
    ["cut to its first half", REPORT, HALF],
    ["cut to a third", REPORT, REPORT.slice(0, REPORT.length * 0.36)],
    ["in capitals and with other marks", REPORT, REPORT.toUpperCase().replaceAll(",", ";")],
    [
      "with a note of the editors at its end",
      REPORT,
      `${REPORT}\n\n(END) Reporting by A. Writer; editing by B. Reader`,
    ],
    ["cut to its first half, in Korean", KOREAN, KOREAN.slice(0, KOREAN.length / 2)],
    ["without a paragraph, in Korean", KOREAN, without(KOREAN, 1)],
    ["spaced otherwise, in Korean", KOREAN, KOREAN.replaceAll("있다", " 있다").replaceAll("두 주", "두주")],
    [
      "with another word for the sides, in Korean",
      KOREAN,
      KOREAN.replaceAll("북측", "북한").replaceAll("남측", "남한"),
    ],
    [
      "in traditional characters",
      CHINESE_GREETING,
      CHINESE_GREETING.replaceAll("国", "國").replaceAll("贺", "賀"),
    ],
  ])("%s", (_, text, copy) => {
    expect(same(text, copy)).toBe(true);
    expect(meets(text, copy)).toBe(true);
  });

  test("with every tenth word changed, whichever they are", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      for (const text of [REPORT, KOREAN]) {
        expect([seed, same(text, edited(text, 0.1, seed))]).toEqual([seed, true]);
        expect([seed, meets(text, edited(text, 0.1, seed))]).toEqual([seed, true]);
      }
    }
  });

  test("with every twentieth word changed and cut to a half", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      expect([seed, same(REPORT, edited(HALF, 0.05, seed))]).toEqual([seed, true]);
    }
  });
});

describe("two texts", () => {
  test.each([
    ["reports of one event", REPORT, OTHER_REPORT],
    ["greetings of one pattern to two people", GREETING, OTHER_GREETING],
    ["the same in Korean", KOREAN_GREETING, OTHER_KOREAN_GREETING],
    ["the same in Chinese", CHINESE_GREETING, OTHER_CHINESE_GREETING],
    ["editions of a routine notice", NOTICE, OTHER_NOTICE],
    ["statements that quote one paragraph", STATEMENT, OTHER_STATEMENT],
    [
      "a statement and a report that quotes all of it",
      GREETING,
      `${GREETING}\n\n${REPORT}\n\n${OTHER_REPORT}`,
    ],
    ["a text and the same with half of the words changed", REPORT, edited(REPORT, 0.5, 1)],
    ["a text and its first fifty words", REPORT, REPORT.split(" ").slice(0, 50).join(" ")],
  ])("%s", (_, one, other) => {
    expect(same(one, other)).toBe(false);
  });
});

test.each([
  [REPORT, HALF, 1],
  [GREETING, OTHER_GREETING, 0.81],
  [KOREAN_GREETING, OTHER_KOREAN_GREETING, 0.83],
  [CHINESE_GREETING, OTHER_CHINESE_GREETING, 0.78],
  [NOTICE, OTHER_NOTICE, 0.76],
  [STATEMENT, OTHER_STATEMENT, 0.43],
  [REPORT, OTHER_REPORT, 0.03],
])("the figures in docs/corpus.md are those of these texts: case %#", (a, b, figure) => {
  const [shorter, longer] = [readStoryText(a), readStoryText(b)].sort(
    (one, other) => one.length - other.length,
  );
  expect(Math.round(coverageOf(shorter!, longer!) * 100) / 100).toBe(figure);
});

describe("short texts", () => {
  const notice = "The ministry said on Friday that it had nothing to add to what was published in March.";

  test("are one only where all words are the same", () => {
    expect(same(notice, notice.toUpperCase().replace("Friday that", "Friday, that"))).toBe(true);
    expect(same(notice, notice.replace("March", "April"))).toBe(false);
    const long = REPORT.split(" ").slice(0, 39).join(" ");
    expect(same(long, `${long} more`)).toBe(false);
  });

  test("of a few words are never one", () => {
    expect(same("Read more on our site.", "Read more on our site.")).toBe(false);
    expect(same("", "")).toBe(false);
    expect(same("계속 읽기", "계속 읽기")).toBe(false);
  });
});

describe("whatever the texts are", () => {
  const word = fc.constantFrom(
    "Kim",
    "met",
    "Xi",
    "in",
    "9",
    "평양",
    "国务委员",
    "a.b",
    "𠀀",
    "\ud800",
    "é",
    "\n\n",
  );
  const words = fc.array(word, { maxLength: 300 }).map((all) => all.join(" "));

  test("neither side is another than the other, and a text is the same as itself", () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ maxLength: 500 })), words, (a, b) => {
        same(a, b);
        const text = readStoryText(a);
        expect(isSameText(text, text)).toBe(text.length >= 12);
      }),
      { numRuns: 300 },
    );
  });

  test("a million characters are read by their beginning", () => {
    const long = Array.from({ length: 150_000 }, (_, at) => `w${at % 15_013}`).join(" ");
    const { words: read, shingles } = readStoryText(long);
    expect([read.length, shingles.length]).toEqual([20_000, 19_996]);
    expect(readStoryText("x".repeat(2_000_000)).words).toHaveLength(1);
  });
});
