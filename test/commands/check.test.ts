import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderReply as renderConsole } from "../../src/console/render.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import { verifyExcerpt } from "../../src/core/excerpt.ts";
import { PASSAGE_MAX } from "../../src/core/passage.ts";
import type { Reply } from "../../src/core/reply.ts";
import { renderReply as renderDiscord } from "../../src/discord/render.ts";
import { asReply, dateOf, entryOf, openDeskOver, quotesOf, wordsOf } from "../core/samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };
const KOREAN: Asker = { tenant: "console", locale: "ko-KR" };

async function check(desk: Desk, quote: string, asker = ENGLISH): Promise<Reply> {
  return asReply(await desk.run({ command: "check", values: { quote } }, asker));
}

const EN = entryOf(
  "We will never give up our weapons first, the minister said on 3 May 2018. The talks lasted 2,397 minutes.\n\n" +
    "Seoul can't wait, he added.",
  { id: "en", outlet: "The Dong-A Ilbo", outletId: "dong-a-ilbo", country: "KR", ownership: "private", date: dateOf("2018-05-04") },
); // prettier-ignore
const KO = entryOf("그는 미국이 적대 정책을 버려야 한다고 강조했다. 회의는 사흘 동안 이어졌다.", {
  id: "ko",
  language: "ko",
});
const OURS = entryOf("The envoys left the old town before dawn.", {
  id: "event/x",
  outlet: "Korea Desk",
  outletId: "korea-desk",
  kind: "reference",
});

/** Words that are highlighted in each quote. */
function marked({ blocks }: Reply): string[][] {
  return blocks.flatMap((block) =>
    block.type === "quote"
      ? [block.excerpt.highlights.map(({ start, end }) => block.excerpt.text.slice(start, end))]
      : [],
  );
}

function expectFits(reply: Reply): void {
  expect(quotesOf(reply).length).toBeLessThanOrEqual(EXCERPTS_MAX);
  expect(reply.blocks.reduce((sum, block) => sum + costOf(block), 0)).toBeLessThanOrEqual(REPLY_MAX);
  for (const block of reply.blocks) if (block.type === "quote") verifyExcerpt(block.excerpt);
}

describe("/korea check", () => {
  it("shows where an exact quote stands, with its source", async () => {
    const { desk } = await openDeskOver([EN, KO, OURS]);
    const reply = await check(desk, "“never give up our weapons first”");
    expect(wordsOf(reply)).toEqual(["Exact: the quote stands there word for word, in one place"]);
    expect(quotesOf(reply)).toEqual([
      "We will never give up our weapons first, the minister said on 3 May 2018.",
    ]);
    expect(marked(reply)).toEqual([["never give up our weapons first"]]);
    const [, quote] = reply.blocks;
    expect(quote?.type === "quote" && quote.citation.map(({ text }) => text).join("")).toBe(
      "news · “Title”, The Dong-A Ilbo (South Korea, private media), 4 May 2018 · English",
    );
    expect(quote?.type === "quote" && quote.actions.map(({ label }) => label)).toEqual(["Context", "Cite"]);
    expect(reply.actions).toEqual([]);
  });

  it("tells what was not compared, and that few words prove little", async () => {
    const { desk } = await openDeskOver([EN]);
    expect(wordsOf(await check(desk, "seoul can’t"))).toEqual([
      "Exact: the quote stands there word for word, in one place",
      "So few words prove little: many texts may have the same ones.",
      "Capitals, spacing and the kinds of quotation marks and dashes were not compared.",
    ]);
    expect(wordsOf(await check(desk, "The talks lasted 2,397 minutes,"))).toEqual([
      "Exact: the quote stands there word for word, in one place",
      "The comma at the end of the quote is not the document's.",
    ]);
  });

  it("says that words of ours alone show nothing about others", async () => {
    const { desk } = await openDeskOver([OURS]);
    expect(wordsOf(await check(desk, "The envoys left the old town"))).toEqual([
      "Found only in our own summaries: not a quotation of anybody",
      "It stands only in texts of our own: that does not show that anybody else said it.",
    ]);
  });

  it("never sets the words of our own summaries in quotation marks", async () => {
    const { desk } = await openDeskOver([OURS]);
    const reply = await check(desk, "The envoys left the new town before dawn again");
    expect(wordsOf(reply)).toEqual([
      "Not word for word: the quote differs from what comes nearest to it",
      "How the quote differs from our own summary above:",
      "our summary has: old",
      "the quote has: new",
      "the quote has: again",
      "It stands only in texts of our own: that does not show that anybody else said it.",
    ]);
    const list = reply.blocks.find(({ type }) => type === "list");
    expect(list?.type === "list" && list.items[0]).toEqual([
      { type: "text", text: "our summary has: " },
      { type: "strong", text: "old" },
    ]);
  });

  it("says that what an ellipsis left out may turn the meaning", async () => {
    const { desk } = await openDeskOver([EN]);
    expect(wordsOf(await check(desk, "We will … give up our weapons first"))).toContain(
      "What was left out has “never”: read it before you quote.",
    );
  });

  it("never calls words of another script a change of these", async () => {
    const { desk } = await openDeskOver([EN]);
    expect(
      wordsOf(await check(desk, "We will never give up 武器 first, the minister said")).slice(2),
    ).toEqual(["the quote leaves out “our weapons”", "the quote adds “武器”"]);
  });

  it("compares nothing with two words", async () => {
    const { desk } = await openDeskOver([EN]);
    const reply = await check(desk, "our arms");
    expect(wordsOf(reply)[0]).toBe("Not found");
    expect(reply.actions.map(({ label }) => label)).toEqual(["Search for its words"]);
  });

  it("quotes each paragraph of a quote by itself", async () => {
    const { desk } = await openDeskOver([EN]);
    const reply = await check(desk, "The talks lasted 2,397 minutes. Seoul can't wait");
    expect(quotesOf(reply)).toEqual(["The talks lasted 2,397 minutes.", "Seoul can't wait, he added."]);
    expect(wordsOf(reply).slice(1)).toEqual([
      "The quote goes on over paragraphs; each of them is quoted by itself.",
    ]);
  });

  it("shows each part of a quote with an ellipsis", async () => {
    const { desk } = await openDeskOver([EN]);
    const reply = await check(
      desk,
      "We will never give up … the minister said on 3 May 2018 [...] Seoul can't wait, he added",
    );
    expect(wordsOf(reply)[0]).toBe(
      "Exact with an ellipsis: each part stands there word for word; what stands between was left out",
    );
    expect(marked(reply)).toEqual([
      ["We will never give up", "the minister said on 3 May 2018"],
      ["Seoul can't wait, he added"],
    ]);
  });

  it("shows how a quote differs below the document's own words", async () => {
    const { desk } = await openDeskOver([EN, KO]);
    const reply = await check(desk, "We will give up our arms first, the minister said again on 3 May");
    expect(wordsOf(reply)).toEqual([
      "Not word for word: the quote differs from what comes nearest to it",
      "How the quote differs from the document above:",
      "the quote leaves out “never”",
      "the quote has “arms” where the document has “weapons”",
      "the quote adds “again”",
    ]);
    expect(reply.blocks.map(({ type }) => type)).toEqual(["heading", "quote", "text", "list"]);
    expect(marked(reply)).toEqual([["never", "weapons"]]);
  });

  it("says so where only punctuation differs", async () => {
    const { desk } = await openDeskOver([EN]);
    expect(wordsOf(await check(desk, "We will never give up our weapons first; the minister said"))).toEqual([
      "Not word for word: the quote differs from what comes nearest to it",
      "All words are the same; only punctuation differs.",
      "How the quote differs from the document above:",
      "the quote has “;” where the document has “,”",
    ]);
  });

  it("says what was searched where it finds nothing, and offers to search", async () => {
    const { desk } = await openDeskOver([EN, KO]);
    const reply = await check(desk, "The orchestra -tuned OR its “violins” before: midnight");
    expect(wordsOf(reply)).toEqual([
      "Not found",
      "No passage like it stands in the 2 documents that were searched.",
      "That is no proof that the quote is made up: it may come from a text that is not here, or be a translation of one.",
    ]);
    expect(reply.actions).toEqual([
      {
        label: "Search for its words",
        command: "search",
        values: { query: "the orchestra tuned or its violins before midnight" },
      },
    ]);
  });

  it("says which part of a message was checked", async () => {
    const { desk } = await openDeskOver([EN]);
    expect(wordsOf(await check(desk, "Did he really say “Seoul can't wait, he added” last year?"))).toEqual([
      "Exact: the quote stands there word for word, in one place",
      "Only the quotation was checked, not the words around it: “Seoul can't wait, he added”",
    ]);
  });

  it("answers in Korean", async () => {
    const { desk } = await openDeskOver([EN, KO]);
    expect(wordsOf(await check(desk, "미국이 적대정책을 버려야 한다고", KOREAN))).toEqual([
      "일치: 인용문이 1곳에 글자 그대로 있습니다",
      "원문의 띄어쓰기는 다릅니다: ‘적대 정책을’",
      "대소문자, 띄어쓰기, 따옴표와 줄표의 종류는 비교하지 않았습니다.",
    ]);
    expect(wordsOf(await check(desk, "한국이 적대 정책을 버려야 한다고 강조했다", KOREAN))).toEqual([
      "불일치: 가장 가까운 원문과 다른 데가 있습니다",
      "위 원문과 다른 점:",
      "원문의 ‘미국이’ 부분이 인용문에는 ‘한국이’(으)로 되어 있습니다",
    ]);
    expect(wordsOf(await check(desk, "기차가 역을 떠났다", KOREAN))).toEqual([
      "찾지 못함",
      "검색한 문서 2건에 이와 비슷한 단락이 없습니다.",
      "그렇다고 지어낸 인용이라는 뜻은 아닙니다. 여기에 없는 글에서 나왔거나 번역된 말일 수 있습니다.",
    ]);
  });

  it("gives the same as JSON", async () => {
    const { desk } = await openDeskOver([EN, KO]);
    const values = { quote: "Seoul cannot wait, he added" };
    expect(await desk.find({ command: "check", values }, ENGLISH)).toMatchObject({
      checked: "Seoul cannot wait, he added",
      verdict: "differs",
      searched: 2,
      nearest: [{ diff: [{ type: "same", text: "Seoul" }, { type: "left-out", text: "can't" }, { type: "added", text: "cannot" }, { type: "same", text: "wait, he added" }] }],
    }); // prettier-ignore
  });
});

describe("what cannot be checked", () => {
  it.each([
    ["😀 …", "That has no word to check. Give the quote as it was published, word for word."],
    ["\u202E\u200B!", "That has no word to check. Give the quote as it was published, word for word."],
    ["it is what it is", "These are words that stand in nearly every text; that cannot be checked. Give more of the quote."],
    ["word ".repeat(500), "The quote has 2499 characters; at most 2000 can be checked at once. Check it in parts."],
    ["x".repeat(50_000), "The quote has 50000 characters; at most 2000 can be checked at once. Check it in parts."],
  ])("%#", async (quote, sentence) => {
    const { desk } = await openDeskOver([EN]);
    expect(wordsOf(await check(desk, quote))).toEqual([sentence]);
  }); // prettier-ignore

  it("is asked for where nothing is given, and said to be nothing where there are no documents", async () => {
    const { desk } = await openDeskOver([]);
    expect(await desk.runText("check", ENGLISH)).toMatchObject({
      type: "form",
      fields: [{ name: "quote", label: "The quote, word for word" }],
    });
    expect(wordsOf(await check(desk, "any words"))).toEqual([
      "There are no documents to search. The operator can add some with: npm run -s korea -- import FILE",
    ]);
  });
});

describe("pages of /korea check", () => {
  async function walk(desk: Desk, first: Reply, label: string): Promise<Reply[]> {
    const pages = [first];
    for (let page = first; ;) {
      const action = page.actions.find((candidate) => candidate.label === label);
      if (action === undefined) return pages;
      page = asReply(await desk.press(await desk.keep(action, ENGLISH), ENGLISH));
      pages.push(page);
    }
  }

  it("show every place once, forward and back, and fit", async () => {
    const entries = Array.from({ length: 23 }, (_, at) =>
      entryOf(`Number ${at} says that the summit talks ${"go on ".repeat((at * 7) % 40)}again.`, {
        id: `d${at}`,
        title: "*".repeat((at * 31) % 120),
      }),
    );
    const { desk, reported } = await openDeskOver(entries);
    const pages = await walk(desk, await check(desk, "the summit talks"), "Next");
    expect(pages.flatMap(quotesOf)).toHaveLength(23);
    expect(new Set(pages.flatMap(quotesOf)).size).toBe(23);
    const back = await walk(desk, pages.at(-1)!, "Previous");
    expect(back.slice(0, -1).toReversed().flatMap(quotesOf)).toEqual(
      pages.flatMap(quotesOf).slice(-back.slice(0, -1).flatMap(quotesOf).length),
    );
    expect(back.at(-1)!.actions.map(({ label }) => label)).toEqual(["Next"]);
    for (const page of [...pages, ...back]) expectFits(page);
    const gone = await desk.run(
      { command: "check", values: { quote: "the summit talks", offset: 99 } },
      ENGLISH,
    );
    expect(wordsOf(gone)).toEqual(["There are no more places."]);
    expect(reported).toEqual([]);
  });

  it.each([
    ["words", "Words of a very long statement, which goes on. ".repeat(25)],
    ["marks", "*_`~|word ".repeat(240)],
    ["Hangul without spaces", "한반도의완전한비핵화를위한회담이열렸다".repeat(60)],
    ["Han", "双方同意继续推动半岛无核化进程".repeat(80)],
    ["characters that are written out", `wo\u202Erd `.repeat(400)],
  ])("hold the longest quote, in pieces where they must: %s", async (_, text) => {
    const body = text.slice(0, Math.max(PASSAGE_MAX, 1_990)).trim();
    const entry = entryOf(`${body}\n\nEnd.`, {
      id: "long",
      title: "[*]".repeat(60),
      author: "_".repeat(99),
      url: `https://a.example/${"(".repeat(90)}`,
    });
    const { desk, reported } = await openDeskOver([entry]);
    const pages = await walk(desk, await check(desk, body), "Next");
    expect(wordsOf(pages[0]!)[0]).toContain("Exact");
    const squeeze = (words: string) => words.replace(/\s+/gu, "");
    expect(squeeze(pages.flatMap(quotesOf).join(""))).toBe(squeeze(entry.version.body.split("\n\n")[0]!));
    for (const page of pages) expectFits(page);
    const half = Math.floor(body.length / 2);
    const changed = `${body.slice(0, half)} zebra ${body.slice(half)}`.slice(0, 2_000);
    for (const page of await walk(desk, await check(desk, changed), "Next")) {
      expect(wordsOf(page)[0]).toContain("Not word for word");
      expectFits(page);
    }
    expect(reported).toEqual([]);
  });

  it("clip what differs, and count what the list cannot hold", async () => {
    const words = Array.from({ length: 90 }, (_, at) => `word${at}`);
    const { desk } = await openDeskOver([entryOf(`${words.join(" ")}.`)]);
    const changed = words.map((word, at) => (at % 5 === 2 ? `${"z".repeat(40)}${at}` : word)).join(" ");
    const reply = await check(desk, changed);
    expectFits(reply);
    expect(wordsOf(reply).at(-1)).toMatch(/^and \d+ more differences$/u);
  });
});

describe("hostile text", () => {
  const odd = [
    "**bold**", "<@1>", "@everyone", "[a](http://b)", "`c`", "> q", "\u202E", "\u200B", "\uD83D", "👩‍👩‍👧‍👦", "e\u0301\u0323",
    "\u1112\u119E\u11AB", "\u0600\u0661", "“", "”", "‘", "’", '"', "…", "[…]", "...", "a\u0300".repeat(30), "\u2028", "\u0007",
    "$5", "-", "—", "talks", "summit", "can't", "비핵화", "회담", "无核化", "不同意", ".", ",", "\n", "\n\n",
  ]; // prettier-ignore
  const run = fc
    .array(fc.tuple(fc.constantFrom(...odd), fc.constantFrom(" ", " ", "")), { minLength: 1, maxLength: 16 })
    .map((parts) => parts.flat().join(""));

  it("gets an answer that fits and is rendered, on every page", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 3 }),
        run,
        fc.boolean(),
        async (bodies, given, own) => {
          const entries = bodies.map((body, at) =>
            entryOf(body, { id: `d${at}`, language: at === 1 ? "ko" : "en" }),
          );
          const { desk, store, reported } = await openDeskOver(entries);
          const quote = own ? bodies[0]!.slice(0, 40) : given;
          const answer = await desk.run({ command: "check", values: { quote } }, KOREAN);
          store.close();
          expect(reported).toEqual([]);
          if (answer.type === "form") return;
          expectFits(answer);
          renderConsole(answer, { columns: 60, colour: false });
          await renderDiscord(answer, async () => "k");
        },
      ),
      { numRuns: 300 },
    );
  });
});
