import { describe, expect, it } from "vitest";
import { REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { Asker } from "../../src/core/desk.ts";
import { asReply, entryOf, openDeskOver, wordsOf } from "../core/samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };
const KOREAN: Asker = { tenant: "console", locale: "ko" };
const ENTRIES = [entryOf("China backed the sanctions of 2017.\n\n김정은과 시진핑의 비핵화 회담")];

async function help(line: string, asker = ENGLISH, entries = ENTRIES) {
  const { desk, reported } = await openDeskOver(entries);
  const reply = asReply(await desk.runText(line, asker));
  expect(reported).toEqual([]);
  expect(reply.blocks.reduce((sum, block) => sum + costOf(block), 0)).toBeLessThanOrEqual(REPLY_MAX);
  return reply;
}

describe("/korea help", () => {
  it("says how to ask, with questions that the documents answer", async () => {
    const reply = await help("/korea help");
    expect(wordsOf(reply)).toEqual([
      "Korea Desk",
      "Ask what was said and done in Korean-peninsula diplomacy. Every answer is quoted word for word, with who " +
        "published it, where and when.",
      "Try",
      "/korea search China and the sanctions of 2017",
      "Commands",
      "/korea search Find quoted, attributed excerpts",
      "/korea compare What each side says about a topic, side by side",
      "/korea check Check whether a quote is real",
      "/korea about Who or what it is: names, role, positions, events",
      "/korea timeline Dated events, each with its sources",
      "/korea today What happened on this day",
      "/korea read Read an excerpt in its context",
      "/korea cite Cite an excerpt or a document",
      "/korea sources What the documents here are and how fresh",
      "/korea subscribe Subscribe this channel to a daily digest",
      "/korea subscriptions Subscriptions of this channel: what comes when, and what became of the last",
      "/korea help How to ask, with examples",
      "Filters go beside the question: from:2018-03 about:THAAD",
      "Opinion and state media are marked. What we wrote ourselves is marked as our own words. A cut shows as … at " +
        "the ends of a quote, never inside.",
    ]);
    expect(reply.actions).toEqual([
      {
        label: "China and the sanctions of 2017",
        command: "search",
        values: { query: "China and the sanctions of 2017" },
      },
    ]);
  });

  it("says it in Korean, with Korean questions", async () => {
    const reply = await help("help", KOREAN);
    expect(wordsOf(reply).slice(2, 7)).toEqual([
      "예시",
      "/korea search 비핵화",
      "/korea search 김정은 시진핑",
      "/korea search 한반도 비핵화",
      "명령",
    ]);
    expect(reply.actions.map(({ label }) => label)).toEqual(["비핵화", "김정은 시진핑", "한반도 비핵화"]);
  });

  it("says that there are no documents where there are none", async () => {
    const reply = await help("help", ENGLISH, []);
    expect(wordsOf(reply)[2]).toBe(
      "There are no documents to search. The operator can add some with: npm run -s korea -- import FILE",
    );
    expect(reply.actions).toEqual([]);
  });

  it("explains search, without what only buttons use", async () => {
    expect(wordsOf(await help("help Search"))).toEqual([
      "/korea search",
      "Find quoted, attributed excerpts",
      "query: What to look for, in your own words (required)",
      "from: Published (entries of ours: happened) on or after: 2018, 2018-03 or 2018-03-28",
      "to: Published (entries of ours: happened) on or before: 2018, 2018-03 or 2018-03-28",
      "outlet: Only this outlet, by name: Dong-A Ilbo",
      "country: Only outlets of this country: KR, China",
      "kind: Only this kind of text (one of opinion, editorial, news, official, briefing, reference, unknown)",
      "language: Only texts in this language: en, Korean",
      "sort: Order of the excerpts (one of relevance, newest, oldest)",
    ]);
  });

  it("explains read and itself", async () => {
    expect(wordsOf(await help("help read"))).toEqual([
      "/korea read",
      "Read an excerpt in its context",
      "id: Id of an excerpt or of a document (required)",
      "changes: Show what was changed in each version",
    ]);
    expect(wordsOf(await help("help help", KOREAN))).toEqual([
      "/korea help",
      "사용 방법과 예시",
      "command: 설명이 필요한 명령",
    ]);
  });

  it("names the command that may be meant", async () => {
    expect(wordsOf(await help("help raed"))).toEqual([
      "There is no command “raed”. Did you mean read? Commands: search, compare, check, about, timeline, today, " +
        "read, cite, sources, subscribe, subscriptions, help.",
    ]);
    expect(wordsOf(await help(`help ${"x".repeat(5_000)}`))).toEqual([
      `There is no command “${"x".repeat(119)}…”. Commands: search, compare, check, about, timeline, today, ` +
        "read, cite, sources, subscribe, subscriptions, help.",
    ]);
  });
});
