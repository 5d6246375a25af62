import { describe, expect, it } from "vitest";
import { makeVersion } from "../../../src/core/document.ts";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import { EXCERPT_MAX, EXCERPT_MIN, snippetOf } from "../../../src/core/search/snippet.ts";

function snippet(
  body: string,
  terms: string[],
  language = "en",
  { analyser, phrases }: { analyser?: Analyser; phrases?: string[] } = {},
) {
  const version = makeVersion("doc", body);
  const { text, highlights, cutStart, cutEnd } = snippetOf(
    version,
    { start: 0, end: version.body.length },
    language,
    terms,
    analyser,
    phrases,
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

  it("shows a phrase that is asked for, and marks all of it", () => {
    const words =
      "War and an end, an end and war, said the war memorial's end of the war exhibit that night in town.";
    const phrase =
      "Nobody in the room that evening had dared to speak about the end of war before it was too late.";
    const body = [words, FILLER, FILLER, FILLER, phrase].join(" ");
    expect(snippet(body, ["war", "end", "memori"]).text).toContain(words);
    const shown = snippet(body, ["war", "end", "memori"], "en", { phrases: ["END of War"] });
    expect([shown.text, shown.marked]).toEqual([phrase, ["end of war"]]);
    expect(snippet("한반도 비핵화를", [], "ko", { phrases: ["비핵"] }).marked).toEqual(["비핵"]);
    expect(snippet("Kim met Xi.", [], "en", { phrases: ["Xi met", "?!", ""] }).marked).toEqual([]);
  });

  it("shows and marks a single character inside a word, by which the passage was found", () => {
    const other =
      "그날 오후 시내에서는 아무도 주목할 만한 말을 하지 않았고 모두가 조용히 집으로 돌아갔다고 전해진다.";
    const best =
      "한반도 비핵화를 위한 노력이 오랫동안 계속되어 왔다고 담당자가 회견장에서 기자들에게 차분히 설명하였다.";
    const { text, marked } = snippet(
      [other, other, other, other, other, other, best].join(" "),
      ["핵"],
      "ko",
    );
    expect([text.includes(best), marked]).toEqual([true, ["핵"]]);
  });

  it("marks a name under any form that the lexicon knows", () => {
    const analyser = new Analyser({
      lexicon: new Lexicon([{ id: "kju", forms: ["Kim Jong Un", "김정은"] }]),
    });
    expect(snippet("In Hanoi Kim Jong Un left.", ["@kju"], "en", { analyser }).marked).toEqual([
      "Kim Jong Un",
    ]);
    expect(snippet("In Hanoi Kim Jong Un left.", ["@kju"]).marked).toEqual([]);
  });

  it("shows the beginning where nothing matches", () => {
    expect(snippet([FILLER, "Kim left."].join(" "), ["xi"]).text).toBe(FILLER);
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
