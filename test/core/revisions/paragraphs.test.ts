import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeVersion } from "../../../src/core/document.ts";
import type { ParagraphChange } from "../../../src/core/revisions/moves.ts";
import { paragraphChanges } from "../../../src/core/revisions/paragraphs.ts";

function changesOf(before: string, after: string): ParagraphChange[] | null {
  return paragraphChanges(makeVersion("doc", before), makeVersion("doc", after));
}

/** A change in a line: what was removed in `[-…-]`, what was put in in `{+…+}`; whole paragraphs by their kind. */
function told(change: ParagraphChange): string {
  if (change.type === "removed") return `- ${change.before.text}`;
  if (change.type === "added") return `+ ${change.after.text}`;
  if (change.type === "moved") return `> ${change.after.text}`;
  const marks = { same: ["", ""], removed: ["[-", "-]"], inserted: ["{+", "+}"] } as const;
  return change.parts
    .map(({ type, text, space }) => `${space ? " " : ""}${marks[type][0]}${text}${marks[type][1]}`)
    .join("");
}

const tell = (before: string, after: string) => changesOf(before, after)?.map(told);

describe("what a revision changed", () => {
  it("is shown by words, in the paragraphs that changed alone", () => {
    expect(
      tell(
        "Both sides would freeze tests.\n\nThis stayed.\n\nThe talks ended at noon.",
        "Both sides should freeze tests.\n\nThis stayed.\n\nThe talks ended at noon in Beijing.",
      ),
    ).toEqual(["Both sides [-would-] {+should+} freeze tests.", "The talks ended at noon {+in Beijing+}."]);
  });

  it("keeps the spaces between words at the ends of a paragraph too", () => {
    expect(tell("Peace talks went on.", "Talks went on.")).toEqual(["[-Peace talks-] {+Talks+} went on."]);
    expect(tell("Peace talks went on.", "talks went on for hours.")).toEqual([
      "[-Peace-] talks went on {+for hours+}.",
    ]);
    expect(tell("talks went on.", "Peace talks went.")).toEqual(["{+Peace+} talks went [-on-]."]);
    expect(tell("위원장은 갔다.", "위원장이 갔다.")).toEqual(["[-위원장은-] {+위원장이+} 갔다."]);
  });

  it("is exact: capitals, marks and numbers count", () => {
    expect(tell("The North tested 1,000 “rockets”.", 'The north tested 1,001 "rockets".')).toEqual([
      'The [-North-] {+north+} tested [-1,000 “-] {+1,001 "+}rockets[-”-]{+"+}.',
    ]);
  });

  it("is shown by whole words in Korean, with particles and spaces", () => {
    expect(tell("김정은 위원장은 비핵화 의지를 밝혔다.", "김정은 위원장이 비핵화 의지를 밝혔다.")).toEqual([
      "김정은 [-위원장은-] {+위원장이+} 비핵화 의지를 밝혔다.",
    ]);
    expect(tell("남북은 종전 선언에 합의했다.", "남북은 종전선언에 합의했다.")).toEqual([
      "남북은 [-종전 선언에-] {+종전선언에+} 합의했다.",
    ]);
  });

  it("is shown by words of Chinese, a negation with what it turns", () => {
    expect(tell("中方对此表示欢迎。", "中方对此不表示欢迎。")).toEqual(["中方对此[-表示-]{+不表示+}欢迎。"]);
  });

  it("never parts a character that is seen as one", () => {
    expect(tell("Here 👩‍👩‍👧 they are all.", "Here 👩‍👩‍👦 they are all.")).toEqual([
      "Here [-👩‍👩‍👧-] {+👩‍👩‍👦+} they are all.",
    ]);
  });

  it("is shown as one change where next to nothing stands between", () => {
    expect(
      tell("The speaker of the house met the press today.", "The chair of a party met the press today."),
    ).toEqual(["The [-speaker of the house-] {+chair of a party+} met the press today."]);
  });

  it("tells paragraphs that went and came, and those that were moved, with changes or without", () => {
    const [one, two, three] = [
      "The first paragraph is about sanctions.",
      "The second one tells of a summit in spring.",
      "A third gives the view from Tokyo at some length.",
    ];
    expect(tell(`${one}\n\n${two}`, `${one}\n\nSomething else entirely.`)).toEqual([
      `- ${two}`,
      "+ Something else entirely.",
    ]);
    expect(tell(`${one}\n\n${two}\n\n${three}`, `${two}\n\n${three}\n\n${one}`)).toEqual([`> ${one}`]);
    expect(
      tell(`${one}\n\n${two}\n\n${three}`, `${two}\n\n${three}\n\n${one.replace("sanctions", "relief")}`),
    ).toEqual(["The first paragraph is about [-sanctions-] {+relief+}."]);
  });

  it("tells each of several equal paragraphs that went", () => {
    expect(tell("Same.\n\nKept.\n\nSame.", "Kept.")).toEqual(["- Same.", "- Same."]);
  });

  it("is nothing between words where white space alone differs", () => {
    const changes = changesOf("One two\nthree.", "One two three.");
    expect(changes).toMatchObject([{ type: "changed", parts: [] }]);
    expect(changesOf("One.\n\n  Two.", "One.\n\nTwo.")).toEqual([]);
  });

  it("is found in one of ten thousand paragraphs", () => {
    const all = Array.from({ length: 10_000 }, (_, at) => `Paragraph ${at} of a long report.`);
    const revised = all.with(7_000, "Paragraph 7000 of a revised report.");
    expect(tell(all.join("\n\n"), revised.join("\n\n"))).toEqual([
      "Paragraph 7000 of a [-long-] {+revised+} report.",
    ]);
  });

  it("is too much where ten thousand paragraphs changed, or long ones became others", () => {
    const all = (word: string) =>
      Array.from({ length: 10_000 }, (_, at) => `Paragraph ${at} of a ${word} report.`).join("\n\n");
    expect(changesOf(all("long"), all("short"))).toBeNull();
    expect(changesOf("one ".repeat(10_000), "two ".repeat(10_000))).toBeNull();
    const few = (word: string) => Array.from({ length: 250 }, (_, at) => `${word} ${at}.`).join("\n\n");
    expect(changesOf(few("Long"), few("Short"))).toBeNull();
  });

  it("gives a paragraph that has hardly a word in its place left as two", () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`);
    const before = words.join(" ");
    const after = words.toReversed().join(" ");
    expect(tell(before, after)).toEqual([`- ${before}`, `+ ${after}`]);
  });
});

const word = fc.constantFrom(
  "talks", "Talks", "of", "the", "freeze", "1,000", "$5", "비핵화를", "비핵화", "위원장은", "不", "表示欢迎", "核武器",
  "“", "”", ".", ",", "…", "👩‍👩‍👧", "e\u0301", "\u200B", "\uD83D", "[-", "-]", "~~", "**", "<@1>", "U.S.",
); // prettier-ignore
const paragraph = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", "", "\n")), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.flat().join(""));
const body = fc.array(paragraph, { minLength: 1, maxLength: 7 }).map((all) => all.join("\n\n"));
const bare = (text: string) => text.replace(/\s/gu, "");

it("says of any two texts what both have, word for word, and what neither lost", () => {
  fc.assert(
    fc.property(body, body, (one, other) => {
      const [before, after] = [makeVersion("doc", one), makeVersion("doc", other)];
      for (const change of paragraphChanges(before, after)!) {
        if (change.type !== "changed" || change.parts.length === 0) continue;
        const side = (without: string) => change.parts.filter(({ type }) => type !== without);
        expect(
          bare(
            side("inserted")
              .map(({ text }) => text)
              .join(""),
          ),
        ).toBe(bare(change.before.text));
        expect(
          bare(
            side("removed")
              .map(({ text }) => text)
              .join(""),
          ),
        ).toBe(bare(change.after.text));
        for (const { type, text } of change.parts) {
          expect((type === "removed" ? before : after).body).toContain(text);
        }
      }
    }),
    { numRuns: 500 },
  );
});
