import { describe, expect, it } from "vitest";
import { citationOf } from "../../src/core/citation.ts";
import type { Document } from "../../src/core/document.ts";
import { OWN_OUTLET } from "../../src/core/outlet.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { dateOf, documentOf } from "./samples.ts";

function cite(given: Partial<Document>, locale = "en") {
  return citationOf(documentOf(given), messagesFor(locale));
}

const KNOWN: Partial<Document> = {
  title: "A visit",
  outletId: "dong-a-ilbo",
  outlet: "The Dong-A Ilbo",
  country: "KR",
  ownership: "private",
  author: "Hong Gil-dong",
  date: dateOf("2018-03-28"),
  url: "https://www.donga.com/en/1",
  kind: "editorial",
};

const OWN: Partial<Document> = {
  title: "What is agreed",
  outletId: OWN_OUTLET,
  outlet: "Korea Desk",
  kind: "briefing",
  date: dateOf("2026-03"),
};

describe("citationOf", () => {
  it("says everything that is known", () => {
    expect(cite(KNOWN)).toEqual([
      { type: "strong", text: "editorial (opinion)" },
      {
        type: "text",
        text: " · Hong Gil-dong, “A visit”, The Dong-A Ilbo (South Korea, private media), 28 March 2018 · English",
      },
      { type: "text", text: " · " },
      { type: "link", text: "donga.com", url: "https://www.donga.com/en/1" },
    ]);
  });

  it("says it in Korean", () => {
    expect(cite(KNOWN, "ko-KR")).toEqual([
      { type: "strong", text: "사설(의견)" },
      {
        type: "text",
        text: " · Hong Gil-dong, 「A visit」, The Dong-A Ilbo (대한민국, 민영 매체), 2018년 3월 28일 · 영어",
      },
      { type: "text", text: " · " },
      { type: "link", text: "donga.com", url: "https://www.donga.com/en/1" },
    ]);
  });

  it("says what is not known", () => {
    expect(cite({ kind: "unknown", language: "unknown" })).toEqual([
      { type: "strong", text: "kind unknown" },
      {
        type: "text",
        text: " · “Title”, outlet unknown, undated · language unknown",
      },
    ]);
    expect(cite({ kind: "unknown", language: "unknown" }, "ko")).toEqual([
      { type: "strong", text: "종류 미상" },
      { type: "text", text: " · 「Title」, 매체 미상, 날짜 미상 · 언어 미상" },
    ]);
  });

  it("marks state media as such", () => {
    expect(cite({ outlet: "Xinhua", country: "CN", ownership: "state", date: dateOf("2018") })[1]).toEqual({
      type: "text",
      text: " · “Title”, Xinhua (China, state media), 2018 · English",
    });
  });

  it("shortens what is long, and gives only the host of a long address", () => {
    const url = `https://www.example.org/${"a".repeat(300)}`;
    const spans = cite({ title: "t".repeat(500), author: "a".repeat(500), outlet: "o".repeat(500), url });
    expect(spans).toEqual([
      { type: "strong", text: "news" },
      {
        type: "text",
        text:
          ` · ${"a".repeat(59)}…, “${"t".repeat(109)}…”, ${"o".repeat(59)}… ` +
          "(country unknown, ownership unknown), undated · English",
      },
      { type: "text", text: " · " },
      { type: "text", text: "example.org" },
    ]);
  });

  it("links an address of exactly the greatest length", () => {
    const url = `https://www.example.org/${"a".repeat(276)}`;
    expect(url).toHaveLength(300);
    expect(cite({ url }).at(-1)).toEqual({ type: "link", text: "example.org", url });
  });
});

describe("citationOf our own words", () => {
  it("marks them as ours and names two publishers, counting the others, each once", () => {
    const sources = [
      { title: "a", publisher: "UN" },
      { title: "b", publisher: "KCNA", url: "https://kcna.example/b" },
      { title: "c", publisher: "UN", url: "https://un.example/c" },
      { title: "d", publisher: "Xinhua" },
      { title: "e", publisher: "TASS" },
    ];
    expect(cite({ ...OWN, sources })).toEqual([
      { type: "strong", text: "briefing, our own words" },
      {
        type: "text",
        text: " · “What is agreed”, Korea Desk, March 2026 · English · sources: UN, KCNA, and 2 more",
      },
      { type: "text", text: " · " },
      { type: "link", text: "kcna.example", url: "https://kcna.example/b" },
    ]);
    expect(cite({ ...OWN, sources }, "ko")[1]).toEqual({
      type: "text",
      text: " · 「What is agreed」, Korea Desk, 2026년 3월 · 영어 · 출처: UN, KCNA, 외 2건",
    });
  });

  it("does without sources and without a date", () => {
    expect(cite({ ...OWN, date: null })).toEqual([
      { type: "strong", text: "briefing, our own words" },
      { type: "text", text: " · “What is agreed”, Korea Desk · English" },
    ]);
  });

  it("does not date an entry of ours as if it had been written on the day it tells of", () => {
    const own = { kind: "reference", outletId: OWN_OUTLET, outlet: "Korea Desk", title: "Talks" } as const;
    const line = (given: Partial<Document>) => cite({ ...own, ...given })[1]?.text;
    expect(line({ id: "event/talks", date: dateOf("2018-03-25") })).toBe(
      " · “Talks”, Korea Desk, entry on 25 March 2018 · English",
    );
    expect(line({ id: "term/talks", date: dateOf("2026-03") })).toBe(
      " · “Talks”, Korea Desk, as of March 2026 · English",
    );
  });

  it("calls a ministry no medium", () => {
    const ministry = {
      kind: "official",
      outlet: "A ministry",
      country: "US",
      ownership: "state",
      title: "T",
    } as const;
    expect(cite(ministry)[1]?.text).toBe(" · “T”, A ministry (United States), undated · English");
  });
});
