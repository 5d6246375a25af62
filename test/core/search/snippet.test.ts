import { describe, expect, it } from "vitest";
import { makeVersion } from "../../../src/core/document.ts";
import { EXCERPT_MAX, EXCERPT_MIN, snippetOf } from "../../../src/core/search/snippet.ts";

function snippet(body: string, terms: string[], language = "en") {
  const version = makeVersion("doc", body);
  const { text, highlights, cutStart, cutEnd } = snippetOf(
    version,
    { start: 0, end: version.body.length },
    language,
    terms,
  );
  return { text, marked: highlights.map(({ start, end }) => text.slice(start, end)), cutStart, cutEnd };
}

const FILLER = "Nothing of note was said by anyone present on that long and rainy afternoon in town.";

describe("snippetOf", () => {
  it("gives a short passage whole", () => {
    expect(snippet("Kim met Xi.", ["kim", "xi"])).toEqual({
      text: "Kim met Xi.",
      marked: ["Kim", "Xi"],
      cutStart: false,
      cutEnd: false,
    });
  });

  it("gives the whole sentences with the most different terms", () => {
    const best = "Kim Jong Un and Xi Jinping met again in Beijing, said the agency that night.";
    const body = [FILLER, "Kim spoke of Kim.", FILLER, FILLER, FILLER, best, FILLER].join(" ");
    expect(snippet(body, ["kim", "xi", "beij"])).toEqual({
      text: best,
      marked: ["Kim", "Xi", "Beijing"],
      cutStart: true,
      cutEnd: true,
    });
  });

  it("takes neighbours of a sentence that is too short to be understood, what follows first", () => {
    const short = "Kim left.";
    expect(short.length).toBeLessThan(EXCERPT_MIN);
    expect(snippet([FILLER, short, FILLER].join(" "), ["kim"]).text).toBe(`${short} ${FILLER}`);
    expect(snippet([FILLER, short].join(" "), ["kim"]).text).toBe(`${FILLER} ${short}`);
  });

  it("takes no neighbour that would make it too long", () => {
    const long = `It ${"went on and ".repeat(25)}ended.`;
    const longer = `At last it ${"went on and ".repeat(25)}ended.`;
    expect([long.length, longer.length]).toEqual([EXCERPT_MAX - 11, EXCERPT_MAX - 3]);
    expect(snippet(`${longer} Kim left. ${long}`, ["kim"]).text).toBe(`Kim left. ${long}`);
    expect(snippet(`${longer} Kim left. ${longer}`, ["kim"]).text).toBe("Kim left.");
  });

  it("cuts a sentence that is too long between words around its matches", () => {
    const body = `${"some words ".repeat(60)}Kim Xi Beijing ${"more words ".repeat(60)}`.trim();
    const { text, marked, cutStart, cutEnd } = snippet(body, ["kim", "xi", "beij"]);
    expect(marked).toEqual(["Kim", "Xi", "Beijing"]);
    expect([cutStart, cutEnd]).toEqual([true, true]);
    expect(text.length).toBeLessThanOrEqual(EXCERPT_MAX);
    expect(` ${body} `).toContain(` ${text} `);
  });

  it("cuts what has no spaces between graphemes", () => {
    const family = "👩‍👩‍👧";
    const { text } = snippet(`${family.repeat(100)}비핵화${family.repeat(100)}`, ["비핵", "핵화"], "ko");
    expect(text.replaceAll(family, "")).toBe("비핵화");
    expect(text.length).toBeLessThanOrEqual(EXCERPT_MAX);
  });

  it("marks pairs that overlap as one run", () => {
    expect(snippet("한반도 비핵화를 위한", ["비핵", "핵화"], "ko").marked).toEqual(["비핵화"]);
  });

  it("gives a passage that is one enormous grapheme whole, and steps over one beside words", () => {
    const giant = `o${"\u0323".repeat(900)}`.normalize("NFC");
    expect(snippet(giant, ["o"]).text).toBe(giant);
    expect(snippet(`${giant} Kim met Xi here.`, ["kim"]).text).toBe(" Kim met Xi here.");
  });

  it("ends on a passage of six hundred sentences that all match", () => {
    const { text, marked } = snippet("不。".repeat(600), ["不"], "zh");
    expect(text).toBe("不。".repeat(160));
    expect(marked).toHaveLength(160);
  });
});
