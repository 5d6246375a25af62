import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { REPLY_MAX, costOf } from "../../src/core/budget.ts";
import { commands } from "../../commands/index.ts";
import { createDesk, type Asker, type Desk, type LoadFailure } from "../../src/core/desk.ts";
import type { Entry } from "../../src/core/document.ts";
import { KINDS } from "../../src/core/document.ts";
import type { Reply } from "../../src/core/reply.ts";
import { NOW, asReply, dateOf, entryOf, libraryOf, wordsOf } from "../core/samples.ts";
import { NO_SUBSCRIPTIONS } from "../no-subscriptions.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };
const KOREAN: Asker = { tenant: "console", locale: "ko" };

const OURS = { outletId: "korea-desk", outlet: "Korea Desk", kind: "reference" } as const;
const OWN = [
  entryOf("They met.", { ...OURS, id: "event/summit", date: dateOf("2027-02-27") }),
  entryOf("He leads.\n\nHe speaks.", { ...OURS, id: "entity/kim", date: dateOf("2026-03") }),
];
const XINHUA = {
  outletId: "xinhua",
  outlet: "Xinhua News Agency",
  country: "CN",
  ownership: "state",
  language: "zh",
} as const;
const OTHERS = [
  entryOf("新闻。", { ...XINHUA, id: "a", title: "Talks", date: dateOf("2018-03-28") }),
  entryOf("意见。", { ...XINHUA, id: "b", kind: "opinion", date: dateOf("2018-03") }),
  entryOf("Words.", { id: "c", outlet: "Somewhere", kind: "unknown", language: "unknown" }),
];

function deskOver(entries: readonly Entry[], failures: readonly LoadFailure[] = []): Desk {
  const store = {
    ...NO_SUBSCRIPTIONS,
    keepAction: async () => "",
    keptAction: async () => null,
    version: async () => null,
    versions: async () => [],
    newsSince: async (cursor: number) => ({ news: [], cursor }),
  };
  const report = (error: unknown) => {
    throw error;
  };
  return createDesk({
    library: libraryOf(entries),
    commands,
    store,
    report,
    failures,
    now: () => NOW,
    zone: "UTC",
  });
}

async function sources(desk: Desk, asker = ENGLISH, page?: number): Promise<Reply> {
  const values = page === undefined ? {} : { page };
  return asReply(await desk.run({ command: "sources", values }, asker));
}

function costsOf({ blocks }: Reply): number {
  return blocks.reduce((sum, block) => sum + costOf(block), 0);
}

describe("/korea sources", () => {
  it("says what there is, how fresh, and which version", async () => {
    const version = createHash("sha256")
      .update(
        [...OWN, ...OTHERS]
          .map(({ document, version }) => `${document.id} ${version.sha256}\n`)
          .sort()
          .join(""),
      )
      .digest("hex")
      .slice(0, 12);
    const reply = await sources(deskOver([...OWN, ...OTHERS]));
    expect(wordsOf(reply)).toEqual([
      "5 documents, 6 passages",
      "Kinds: reference entry 2 · news 1 · opinion 1 · kind unknown 1",
      "Countries of the outlets: China 2 · country unknown 1",
      "Languages: English 2 · Chinese 2 · language unknown 1",
      "Years (of our own entries: of what they tell of): 2018–2027: 2027 1 · 2026 1 · 2018 2 · undated 1",
      "Newest text of others: 28 March 2018, “Talks”, Xinhua News Agency",
      "Our own words as of: March 2026",
      `Version of the corpus: ${version}`,
      "3 outlets: 1–3",
      "Korea Desk (our own words): 2",
      "Xinhua News Agency (China, state media): 2",
      "Somewhere (country unknown, ownership unknown): 1",
    ]);
    expect(reply.actions).toEqual([]);
    expect(wordsOf(await sources(deskOver([...OWN, ...OTHERS]), KOREAN)).slice(0, 7)).toEqual([
      "문서 5건, 단락 6개",
      "종류: 참고 자료 2 · 뉴스 1 · 의견 1 · 종류 미상 1",
      "매체의 국가: 중국 2 · 국가 미상 1",
      "언어: 영어 2 · 중국어 2 · 언어 미상 1",
      "연도(자체 항목은 다루는 사건의 연도): 2018–2027: 2027 1 · 2026 1 · 2018 2 · 날짜 미상 1",
      "외부 글 중 최신: 2018년 3월 28일, 「Talks」, Xinhua News Agency",
      "자체 작성 글의 기준일: 2026년 3월",
    ]);
  });

  it("says so where all words are ours", async () => {
    const words = wordsOf(await sources(deskOver(OWN)));
    expect(words).toContain(
      "All documents here are our own words: summaries that name their sources. The operator can add texts of others " +
        "with: npm run -s korea -- import FILE",
    );
    expect(words.filter((line) => /^(?:Newest|Countries)/u.test(line))).toEqual([]);
    expect(words.slice(-2)).toEqual(["1 outlet", "Korea Desk (our own words): 2"]);
  });

  it("says so where there is nothing, with what could not be loaded", async () => {
    const failures = [{ file: "a.md", message: "line 3: the date is no date" }];
    expect(wordsOf(await sources(deskOver([], failures)))).toEqual([
      "There are no documents to search. The operator can add some with: npm run -s korea -- import FILE",
      "1 part of the corpus could not be used; the operator can mend it:",
      "a.md line 3: the date is no date",
    ]);
    expect(await deskOver([]).find({ command: "sources", values: {} }, ENGLISH)).toEqual({
      documents: 0,
      passages: 0,
      version: createHash("sha256").update("").digest("hex").slice(0, 12),
      onlyOwn: false,
      outlets: [],
      countries: [],
      kinds: [],
      languages: [],
      years: [],
      undated: 0,
      newest: null,
      ownAsOf: null,
      failures: [],
    });
  });

  it("counts what could not be loaded and names the first of it, cut short", async () => {
    const failures = Array.from({ length: 40 }, (_, index) => ({
      file: `${index}.md`,
      message: `bad\n${"long ".repeat(100)}`,
    }));
    const desk = deskOver(OTHERS, failures);
    const words = wordsOf(await sources(desk));
    expect(words.slice(8, 10)).toEqual([
      "40 parts of the corpus could not be used; the operator can mend them:",
      `0.md bad ${"long ".repeat(21).trim()}…`,
    ]);
    expect(words[12]).toBe("and 37 more");
    const found = (await desk.find({ command: "sources", values: {} }, ENGLISH)) as { failures: unknown };
    expect(found.failures).toEqual(failures);
  });

  it("gives everything as JSON", async () => {
    const found = await deskOver([...OWN, ...OTHERS]).find({ command: "sources", values: {} }, ENGLISH);
    expect(found).toEqual({
      documents: 5,
      passages: 6,
      version: expect.stringMatching(/^[0-9a-f]{12}$/u) as unknown,
      onlyOwn: false,
      outlets: [
        {
          id: "korea-desk",
          name: "Korea Desk",
          country: "unknown",
          ownership: "unknown",
          own: true,
          documents: 2,
        },
        {
          id: "xinhua",
          name: "Xinhua News Agency",
          country: "CN",
          ownership: "state",
          own: false,
          documents: 2,
        },
        {
          id: null,
          name: "Somewhere",
          country: "unknown",
          ownership: "unknown",
          own: false,
          documents: 1,
        },
      ],
      countries: [
        { value: "CN", documents: 2 },
        { value: "unknown", documents: 1 },
      ],
      kinds: [
        { value: "reference", documents: 2 },
        { value: "news", documents: 1 },
        { value: "opinion", documents: 1 },
        { value: "unknown", documents: 1 },
      ],
      languages: [
        { value: "en", documents: 2 },
        { value: "zh", documents: 2 },
        { value: "unknown", documents: 1 },
      ],
      years: [
        { value: 2018, documents: 2 },
        { value: 2026, documents: 1 },
        { value: 2027, documents: 1 },
      ],
      undated: 1,
      newest: { id: "a", title: "Talks", outlet: "Xinhua News Agency", date: "2018-03-28" },
      ownAsOf: "2026-03",
      failures: [],
    });
  });
});

describe("the version of the corpus", () => {
  const versionOf = async (entries: readonly Entry[]) => {
    const found = await deskOver(entries).find({ command: "sources", values: {} }, ENGLISH);
    return (found as { version: string }).version;
  };

  it("depends on ids and words, not on their order", async () => {
    const version = await versionOf(OTHERS);
    expect(await versionOf(OTHERS.toReversed())).toBe(version);
    expect(await versionOf([...OTHERS.slice(0, 2), entryOf("Other words.", OTHERS[2]!.document)])).not.toBe(
      version,
    );
    expect(await versionOf(OTHERS.slice(0, 2))).not.toBe(version);
  });
});

describe("pages of /korea sources", () => {
  const country = (index: number) =>
    `${"ABCDEFGHIJ"[index % 10]}${"ABCDEFGHIJ"[Math.floor(index / 10) % 10]}`;
  const MANY = Array.from({ length: 500 }, (_, index) =>
    entryOf(`Words ${index}.`, {
      id: `doc-${index}`,
      title: "[*]".repeat(60),
      outlet: `Outlet ${index} ${"*".repeat(index % 90)}`,
      country: country(index),
      kind: KINDS[index % KINDS.length]!,
      language: `${"abcdefghij"[index % 10]}${"abcdefghij"[Math.floor(index / 10) % 10]}`,
      date: dateOf(String(1500 + index)),
    }),
  );

  async function walk(desk: Desk, label: string, from: number): Promise<Reply[]> {
    const pages = [await sources(desk, ENGLISH, from)];
    for (;;) {
      const action = pages.at(-1)!.actions.find((one) => one.label === label);
      if (action === undefined) return pages;
      expect(action).toMatchObject({ command: "sources", replaces: true });
      pages.push(asReply(await desk.run({ command: "sources", values: action.values }, ENGLISH)));
    }
  }

  const outletsIn = (page: Reply) =>
    wordsOf(page).flatMap((line) => /^Outlet (\d+) .*: 1$/u.exec(line)?.[1] ?? []);

  it("show each of 500 outlets once, forward and back, and fit", async () => {
    const failures = Array.from({ length: 9 }, () => ({ file: "_".repeat(200), message: "*".repeat(500) }));
    const desk = deskOver(MANY, failures);
    const forward = await walk(desk, "Next", 0);
    const back = await walk(desk, "Previous", forward.length - 1);
    expect(
      forward
        .flatMap(outletsIn)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(MANY.map((_, index) => index));
    expect(back.toReversed().map(wordsOf)).toEqual(forward.map(wordsOf));
    for (const page of forward) expect(costsOf(page)).toBeLessThanOrEqual(REPLY_MAX);
    const [first, second] = forward.map(wordsOf);
    expect(first![0]).toBe("500 documents, 500 passages");
    expect(first![4]).toMatch(
      /^Years [^:]+: [^:]+: 1500–1999: 1990s 10 · 1980s 10 · .* · 1800s 10 · and 30 more$/u,
    );
    const shown = outletsIn(forward[0]!).length;
    expect(second![0]).toBe(`500 outlets: ${shown + 1}–${shown + outletsIn(forward[1]!).length}`);
  });

  it("show the last one where there are fewer now", async () => {
    const desk = deskOver(MANY);
    const last = (await walk(desk, "Next", 0)).at(-1)!;
    expect(wordsOf(await sources(desk, ENGLISH, 999_999))).toEqual(wordsOf(last));
    expect(wordsOf(await sources(deskOver(OWN), ENGLISH, 3))[0]).toBe("2 documents, 3 passages");
  });
});
