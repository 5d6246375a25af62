import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { importProgram } from "../src/cli/import.ts";
import { openDesk, type OpenDesk } from "../src/compose.ts";
import type { Asker, Desk } from "../src/core/desk.ts";
import { contextNotesOn } from "../src/core/context-notes.ts";
import { Library } from "../src/core/library.ts";
import { passagesOf } from "../src/core/passage.ts";
import { NO_REFERENCE, type ClaimRecord } from "../src/core/reference.ts";
import type { Block } from "../src/core/reply.ts";
import { en } from "../src/messages/en.ts";
import { runProgram } from "./cli/run.ts";
import { asReply } from "./core/samples.ts";
import { configOf } from "./config-of.ts";

const SEEDS = fileURLToPath(new URL("../../shared/seeds", import.meta.url));
const present = existsSync(SEEDS);
const ASKER: Asker = { tenant: "console", locale: "en" };

/** What a reader of the two texts may want to know, in words of their own. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "a-visit-dates": "On which days was Kim in China in March 2018, and who asked him to come?",
  "a-first-trip": "Was China really the first foreign country Kim went to as leader?",
  "a-titles": "Was Xi the party's general secretary and Kim the chairman of his party in 2018?",
  "a-hall": "Where in Beijing were the talks and the banquet for Kim held?",
  "a-moral": "Did Kim really call going to China a moral obligation and a solemn duty?",
  "a-summit-order": "Was a summit with Trump already planned when Kim saw Moon?",
  "a-first-kind": "Was the meeting of Kim and Trump unprecedented?",
  "a-2017-tests": "How many nuclear tests and long-range missile launches did Kim carry out in 2017?",
  "a-china-sanctions-first-time": "Had China backed UN sanctions against Pyongyang before 2017?",
  "a-oil-coal": "Did the UN sanctions really cut off North Korean coal exports and limit oil?",
  "a-personal-message": "Did China brief the United States and South Korea after Kim left?",
  "a-shield": "Is removing the US missile shield what North Korea means by denuclearization?",
  "a-author": "Is Haifa Said really an editor at the Syrian news agency?",
  "b-fourth-trip": "Was Kim's visit in January 2019 his third or fourth to Beijing?",
  "b-three-2018": "Did Kim travel to China ahead of his summits with Moon and Trump in 2018?",
  "b-birthday": "Is Kim's birthday really on 8 January?",
  "b-not-distant": "Did Trump promise to announce the location of his second summit with Kim soon?",
  "b-pyeongchang": "Did North Korea return to dialogue by taking part in the 2018 Winter Olympics?",
  "b-new-path": "When did Kim say he would look for a new way if Washington kept its sanctions?",
  "b-multilateral": "Did Kim ask for multilateral negotiations on peace?",
  "b-trade":
    "Did the trade talks between the United States and China take place in the same week as Kim's visit?",
  "b-xi-pyongyang": "Did Xi go to Pyongyang after Kim had come to see him?",
  "a-kim-initiative": "Who took the initiative for the summit between Kim and Trump?",
  "a-brink": "Was the world on the edge of nuclear war in 2017?",
  "a-lifeline": "How much does North Korea depend on China for food and fuel?",
  "b-stall": "Why was there no progress in the nuclear talks after Singapore?",
};

/** Claims made in a caption or in the note about the author: what is kept of a page has no passage that makes them. */
const NOT_IN_A_PASSAGE = ["a-titles", "a-hall", "a-author"];

type Quote = Extract<Block, { type: "quote" }>;

async function firstPage(desk: Desk, question: string): Promise<Quote[]> {
  const { blocks } = asReply(await desk.runText(`/korea search ${question}`, ASKER));
  return blocks.filter((block) => block.type === "quote");
}

const isCheckOf = (id: string, { excerpt }: Quote) => excerpt.version.documentId === `claim/${id}`;

/** Whether our note on the claim stands below an excerpt. */
const hasNoteOn = ({ claim, check }: ClaimRecord, { remarks = [] }: Quote) =>
  remarks.some((spans) => spans.some(({ text }) => text.includes(claim) && text.includes(check)));

const configIn = (dataDir: string) => configOf({ dataDir });
const own = configIn(mkdtempSync(join(tmpdir(), "korea-desk-claims-")));
const withTexts = configIn(mkdtempSync(join(tmpdir(), "korea-desk-claims-")));
afterAll(() => {
  for (const { dataDir } of [own, withTexts]) rmSync(dataDir, { recursive: true });
});

describe("of the claims that were checked", () => {
  let opened: OpenDesk;
  beforeAll(async () => {
    opened = await openDesk(own);
    return () => opened.close();
  });

  test("each has a question here", () => {
    const ids = opened.desk.library.reference.claims.map(({ id }) => id);
    expect(Object.keys(QUESTIONS)).toEqual(ids);
  });

  test.each(Object.entries(QUESTIONS))("the check %s answers: %s", async (id, question) => {
    const page = await firstPage(opened.desk, question);
    expect(page.some((quote) => isCheckOf(id, quote))).toBe(true);
  });
});

describe("with the two texts that make them", () => {
  let opened: OpenDesk;
  beforeAll(async () => {
    if (!present) return;
    const [first = "", second = ""] = readdirSync(SEEDS).map((file) => join(SEEDS, file));
    const told = ["--set", "outlet=dong-a-ilbo", "--set", "kind=editorial"];
    expect((await runProgram(importProgram, [first], withTexts)).status).toBe(0);
    expect((await runProgram(importProgram, [second, ...told], withTexts)).status).toBe(0);
    opened = await openDesk(withTexts);
    return () => opened.close();
  });
  beforeEach((context) => {
    if (!present) context.skip("skipped: ../shared is absent");
  });

  test.each(Object.entries(QUESTIONS))(
    "the check %s, or the claim with our note, answers: %s",
    async (id, question) => {
      const { desk } = opened;
      const claim = desk.library.reference.claims.find((one) => one.id === id)!;
      const page = await firstPage(desk, question);
      expect(page.some((quote) => isCheckOf(id, quote) || hasNoteOn(claim, quote))).toBe(true);
    },
  );

  test("each claim is found in one passage, whose note is shown whole", () => {
    const { library } = opened.desk;
    const found = library.reference.claims.map((claim) => {
      // One claim alone: a passage shows two notes at most.
      const only = new Library(library.outlets, { reference: { ...NO_REFERENCE, claims: [claim] } });
      const notes = [...library.documents()].flatMap((document) => {
        const { version } = library.get(document.id)!;
        return passagesOf(document, version).flatMap(({ start, end }) =>
          contextNotesOn({ text: version.body.slice(start, end) }, document, { library: only, m: en }),
        );
      });
      const whole = notes.filter(
        ([, words]) => words!.text.includes(claim.claim) && words!.text.endsWith(claim.check),
      );
      return [claim.id, notes.length, whole.length];
    });
    expect(found).toEqual(
      library.reference.claims.map(({ id }) => (NOT_IN_A_PASSAGE.includes(id) ? [id, 0, 0] : [id, 1, 1])),
    );
  });

  test("who asks for the fourth trip to Beijing reads that it was the third there", async () => {
    const page = await firstPage(opened.desk, '"fourth trip to Beijing"');
    const noted = page.find(({ remarks }) => remarks !== undefined && remarks.length > 0);
    expect(noted?.remarks?.map((spans) => spans.map(({ text }) => text).join(""))).toEqual([
      "Checked by Korea Desk: imprecise · Claim, in our words: The January 2019 journey was the fourth to Beijing, dated " +
        "to Tuesday the 8th. Check: It was the fourth trip to China; the second (May 2018) was to Dalian, so the third to " +
        "Beijing. He left on 7 January and talks were on the 8th. · Source: Associated Press via Altoona Mirror · " +
        "altoonamirror.com",
    ]);
  });
});
