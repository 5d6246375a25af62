import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OutletBook } from "../../src/core/outlet.ts";
import { readOutlets } from "../../src/ingest/outlets.ts";
import { authorOf } from "../../src/ingest/saved-page/byline.ts";
import { isCaption } from "../../src/ingest/saved-page/caption.ts";
import { datesIn } from "../../src/ingest/saved-page/dates.ts";
import { languageOf } from "../../src/ingest/saved-page/language.ts";
import { readSavedPage } from "../../src/ingest/saved-page.ts";

const root = new URL("../../", import.meta.url);
const outlets = new OutletBook(
  readOutlets(readFileSync(new URL("corpus/reference/outlets.yaml", root), "utf8"), "outlets.yaml").outlets,
);

function fixture(name: string): string {
  return readFileSync(new URL(`test/fixtures/pages/${name}.txt`, root), "utf8");
}

/** Lines `[from, to]` of a text that are not blank, counted from 1, white space normalised. */
function lines(text: string, from: number, to: number): string[] {
  return text
    .split("\n")
    .slice(from - 1, to)
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");
}

const NOTHING = {
  title: null,
  author: null,
  outlet: null,
  date: null,
  kind: "unknown",
  language: "unknown",
  paragraphs: [],
  captions: [],
  url: null,
};

describe("readSavedPage", () => {
  it("takes an English op-ed out of its page", () => {
    const text = fixture("english-op-ed");
    const own = lines(text, 23, 44);
    const furniture = new Set([
      "Advertisement",
      "Related stories",
      "Envoys return to the table after a long winter",
      "Five questions about the new liaison office",
    ]);
    expect(readSavedPage(text, outlets)).toEqual({
      title: "Patience is not a policy for the peninsula",
      author: "Ada Fernwood",
      outlet: null,
      date: "2024-02-29",
      kind: "opinion",
      language: "en",
      paragraphs: own.filter((line) => !furniture.has(line)),
      captions: ["A border post seen from the southern side on a foggy morning. [Photo/Example Agency]"],
      url: null,
    });
  });

  it("keeps short paragraphs, subheadings and words that furniture also uses", () => {
    const { paragraphs } = readSavedPage(fixture("english-op-ed"), outlets);
    expect(paragraphs.map((paragraph) => paragraph.slice(0, 24))).toEqual([
      "For ten years the capita",
      "Share prices fell in Seo",
      "Nobody noticed.",
      "The other side, meanwhil",
      "The drawer and the desk",
      "Follow the paper trail o",
      "What would better drafti",
      "No comment was the reply",
    ]);
    expect(paragraphs[0]).toContain("told me, “is the one thing nobody");
  });

  it("takes white space of every kind between words for one space, and none at the ends", () => {
    const sentence = "The ferry that runs between the two ports will not sail again before the spring,";
    const page = readSavedPage(
      [
        "\u3000Ferry\u00a0 stays \t in port\u3000",
        "By Jane \u00a0Doe",
        "",
        `\u3000\u3000${sentence}\u00a0\u00a0said\u2003the  harbour\u3000master\ton Friday. \u200b`,
        "",
        "The harbour master waves to nobody.\u3000\u3000[Photo/Example\u00a0 Agency]",
        "",
        `${sentence} she said again.`,
      ].join("\r\n"),
      outlets,
    );
    expect(page).toMatchObject({
      title: "Ferry stays in port",
      author: "Jane Doe",
      paragraphs: [`${sentence} said the harbour master on Friday.`, `${sentence} she said again.`],
      captions: ["The harbour master waves to nobody. [Photo/Example Agency]"],
    });
  });

  it("takes a Korean editorial out of its page", () => {
    const text = fixture("korean-news");
    expect(readSavedPage(text, outlets)).toEqual({
      title: "[사설] 느린 대화에도 시간표는 있어야 한다",
      author: "홍길동",
      outlet: null,
      date: "2024-02-29",
      kind: "editorial",
      language: "ko",
      paragraphs: lines(text, 14, 20),
      captions: ["▲ 안개 낀 아침 접경 지역의 초소 모습. 예시통신 제공"],
      url: null,
    });
  });

  it("takes a Japanese article out of its page", () => {
    const text = fixture("japanese-news");
    expect(readSavedPage(text, outlets)).toEqual({
      title: "連絡窓口の再開、時期は明示されず",
      author: null,
      outlet: null,
      date: "2024-02-29",
      kind: "unknown",
      language: "ja",
      paragraphs: lines(text, 10, 14),
      captions: ["写真：霧の朝の監視所"],
      url: null,
    });
  });

  it("takes a page that is nothing but an article as it is", () => {
    const text = fixture("bare-article");
    expect(readSavedPage(text, outlets)).toEqual({
      ...NOTHING,
      title: "A hotline is only as good as its night shift",
      language: "en",
      paragraphs: lines(text, 3, 7),
    });
    expect(readSavedPage(lines(text, 3, 7).join("\n"), outlets)).toEqual({
      ...NOTHING,
      language: "en",
      paragraphs: lines(text, 3, 7),
    });
  });

  it("keeps the signatures of a page that is nothing but a document", () => {
    const text = `Statement on the Ferry\n\nThe two sides will run the ferry in every month of the year, if the harbours are free of ice.\n
1. Tickets are sold on both sides;\n\nDone at Exampleton in two copies\n\nA. Example\n`;
    expect(readSavedPage(text, outlets).paragraphs).toEqual([
      "The two sides will run the ferry in every month of the year, if the harbours are free of ice.",
      "1. Tickets are sold on both sides;",
      "Done at Exampleton in two copies",
      "A. Example",
    ]);
  });

  it("keeps a paragraph together that was saved with hard line breaks", () => {
    const { title, author, date, paragraphs } = readSavedPage(fixture("wrapped-lines"), outlets);
    expect({ title, author, date }).toEqual({
      title: "Ferry link to reopen in spring",
      author: "Bo Lindqvist",
      date: "2024-03-12",
    });
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs.join("")).not.toContain("\n");
    expect(paragraphs[1]).toBe(
      "Tickets are to go on sale a week before. The office did not say who will be allowed to buy them.",
    );
  });

  it.each(["no-article", "empty"])("finds nothing on the page %s", (name) => {
    expect(readSavedPage(fixture(name), outlets)).toEqual(NOTHING);
  });

  it("keeps a line of a megabyte as one paragraph", () => {
    const line = `${"The boats sail again and nobody on the pier asks why. ".repeat(20_000)}So it is.`;
    expect(line.length).toBeGreaterThan(1_000_000);
    const page = readSavedPage(`Boats sail again\n\n${line}\n\nPrint\n`, outlets);
    expect(page.title).toBe("Boats sail again");
    expect(page.language).toBe("en");
    expect(page.paragraphs.length).toBe(1);
    expect(page.paragraphs[0] === line).toBe(true);
  });

  it("reads a page the same with Windows line ends and a byte-order mark", () => {
    const text = fixture("english-op-ed");
    expect(readSavedPage(`\uFEFF${text.replaceAll("\n", "\r\n")}`, outlets)).toEqual(
      readSavedPage(text, outlets),
    );
  });
});

const ARTICLE =
  "A ferry link between two harbours shows what patience can do, said an official who reads Xinhua and Reuters " +
  "every morning and knows the timetable by heart. He had been waiting on the pier since the winter.";

function page(...header: string[]): string {
  return [...header, "", ARTICLE, "", "The boat was late. Nobody minded.", ""].join("\n");
}

it("takes neither author nor date from readers' comments and other articles", () => {
  const text = `${page("Boats are back")}
Related stories
Spring comes early
By Somebody Else
Posted May 5, 2024
Photo: a garden
Comments
Global Times, May 6, 2024
I have been on that boat and it was not late at all.`;
  expect(readSavedPage(text, outlets)).toEqual({
    ...NOTHING,
    title: "Boats are back",
    language: "en",
    paragraphs: [ARTICLE, "The boat was late. Nobody minded."],
  });
});

describe("outlet", () => {
  const outletOf = (text: string) => readSavedPage(text, outlets).outlet?.id ?? null;

  it("is named by a dateline, buttons beside it or not", () => {
    expect(outletOf(page("Boats are back", "Global Times, March 12, 2024"))).toBe("global-times");
    expect(outletOf(page("Boats are back", "Print E-mail China Daily | Updated: 2024-03-12 17:42"))).toBe(
      "china-daily",
    );
  });

  it("is not taken from running text, a headline or a copyright line of a picture", () => {
    expect(outletOf(page("Boats are back, Xinhua reports", "March 12, 2024"))).toBeNull();
    expect(outletOf(page("Boats are back", "By Reuters", "March 12, 2024"))).toBeNull();
  });

  it("is shown by a fingerprint, also where the dateline names an agency", () => {
    const text = `${page("배가 돌아왔다", "연합뉴스, 2024-03-12")}ⓒ 동아일보 & donga.com, 무단 전재 및 재배포 금지`;
    expect(outletOf(text)).toBe("dong-a-ilbo");
    expect(outletOf(`${text}\n<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>`)).toBe("yonhap");
    expect(outletOf(page("동아일보를 읽는 사람들", "2024-03-12"))).toBeNull();
  });
});

describe("kind", () => {
  const kindOf = (...header: string[]) => readSavedPage(page(...header), outlets).kind;

  it.each([
    ["editorial", ["[Editorial] Boats first"]],
    ["editorial", ["Editorial", "", "Boats before treaties"]],
    ["opinion", ["Opinion", "", "Boats before treaties"]],
    ["opinion", ["Opinion | Boats before treaties"]],
    ["opinion", ["[홍길동 칼럼] 조약보다 배가 먼저다"]],
    ["editorial", ["홈 > 오피니언 > 사설", "조약보다 배가 먼저다"]],
    ["editorial", ["【社説】条約より先に船を出せ"]],
    ["unknown", ["Home", "Opinion", "Sports", "", "Boats before treaties"]],
    ["unknown", ["In the opinion of many, boats come first"]],
  ])("is %s for %j", (kind, header) => {
    expect(kindOf(...header, "March 12, 2024")).toBe(kind);
  });

  it("is not taken from an article that speaks about views", () => {
    const text = page("Boats are back", "March 12, 2024").replace(
      "The boat was late.",
      "Opinion polls do not necessarily reflect what the author of a treaty wants.",
    );
    const read = readSavedPage(text, outlets);
    expect(read.kind).toBe("unknown");
    expect(read.paragraphs.length).toBe(2);
  });
});

describe("date", () => {
  const dateOf = (...header: string[]) => readSavedPage(page(...header), outlets).date;

  it("is the labelled day, not the day of the visit or of the last change", () => {
    expect(dateOf("Friday, May 3, 2024", "Boats are back", "Updated May 2, 2024", "Posted May 1, 2024")).toBe(
      "2024-05-01",
    );
    expect(dateOf("Boats are back", "Updated : 2024-05-02 09:00")).toBe("2024-05-02");
    expect(dateOf("Friday, May 3, 2024", "Boats are back")).toBeNull();
    expect(dateOf("Boats sailed on May 3, 2024")).toBeNull();
  });

  it("stands in a line with a time, a section or a source", () => {
    expect(dateOf("Boats are back", "North Korea 17:42 March 12, 2024")).toBe("2024-03-12");
    expect(dateOf("渡轮恢复", "2024-03-12 17:42:05 来源： 新华网")).toBe("2024-03-12");
    expect(dateOf("Boats are back", "Not before March 12, 2024")).toBeNull();
  });

  it.each([
    ["Posted January. 09, 2024 07:31,", "2024-01-09"],
    ["Published: Mar 12, 2024 09:31 PM", "2024-03-12"],
    ["Tuesday, 12 March 2024", "2024-03-12"],
    ["12-Mar-2024", "2024-03-12"],
    ["Sept. 3rd, 2024", "2024-09-03"],
    ["입력 2024.01.09 07:31", "2024-01-09"],
    ["등록 :2024-03-12 17:42", "2024-03-12"],
    ["2024. 3. 2.(토) 오전 3:00", "2024-03-02"],
    ["2024년 1월 9일(화)", "2024-01-09"],
    ["2024年3月12日 17时42分", "2024-03-12"],
    ["2024/3/12 17:42:05", "2024-03-12"],
    ["2024-03-12T17:42:05+09:00", "2024-03-12"],
    ["03/04/2024", null],
    ["2024-02-30", null],
    ["12024-03-12", null],
    ["version 1.2024.03.12", null],
  ])("reads %j", (line, date) => {
    expect(datesIn(line)[0]?.date ?? null).toBe(date);
  });
});

describe("author", () => {
  it.each([
    ["By Haifa Example", "Haifa Example"],
    ["BY HONG GIL-DONG, Staff Writer", "HONG GIL-DONG"],
    ["By Ada Fernwood and Bo Lindqvist in Seoul", "Ada Fernwood and Bo Lindqvist"],
    ["By Ada Fernwood | March 12, 2024", "Ada Fernwood"],
    ["By Reuters", ""],
    ["By Staff Reporter", ""],
    ["By all means necessary", null],
    ["By Force", null],
    ["홍길동 기자 hong@example.kr", "홍길동"],
    ["워싱턴=홍길동 특파원", "홍길동"],
    ["홍길동·김철수 기자", "홍길동, 김철수"],
    ["홍길동 논설위원", "홍길동"],
    ["记者：王例", "王例"],
    ["责任编辑：李例", null],
  ])("reads %j", (line, author) => {
    expect(authorOf(line, outlets)).toBe(author);
  });

  it("is read at the head of an agency's first paragraph, which stays whole", () => {
    const lead =
      "(서울=연합뉴스) 홍길동 기자 = 두 항구를 잇는 배가 4월에 다시 뜬다고 항만 당국이 12일 밝혔다.";
    const { author, outlet, paragraphs } = readSavedPage(
      `배가 다시 뜬다\n\n${lead}\n\n배는 한 척이다.`,
      outlets,
    );
    expect({ author, outlet, paragraphs }).toEqual({
      author: "홍길동",
      outlet: null,
      paragraphs: [lead, "배는 한 척이다."],
    });
  });
});

describe("isCaption", () => {
  it.each([
    ["Boats at the pier. [Photo/Xinhua]", true],
    ["Boats at the pier. (Photo by Ada Fernwood)", true],
    ["Boats at the pier. (AP Photo/Bo Lindqvist)", true],
    ["부두의 배들. (사진=연합뉴스)", true],
    ["부두의 배들. [연합뉴스]", true],
    ["Photo: boats at the pier", true],
    ["The boat sails in April, officials said. (Yonhap)", false],
    ["He showed me a boat (I took the photo myself).", false],
    ["Photographs of boats hang in the hall [as they should].", false],
  ])("says of %j: %s", (text, caption) => {
    expect(isCaption(text, outlets)).toBe(caption);
  });
});

describe("languageOf", () => {
  it.each([
    ["The boat is late and the pier is full of people.", "en"],
    ["배가 늦어 부두에 사람이 가득하다.", "ko"],
    ["김정은(金正恩) 위원장이 부두를 찾았다.", "ko"],
    ["船が遅れ、桟橋は人でいっぱいだ。", "ja"],
    ["船晚点了，码头上人山人海。", "zh"],
    ["The word 비핵화 is the one that the statement has and that this pact was built for.", "en"],
    ["Le bateau est en retard et le quai est plein de monde.", "unknown"],
    ["Пароход опаздывает.", "unknown"],
    ["12 345", "unknown"],
  ])("of %j is %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

const seeds = new URL("../shared/seeds/", root);
const absent = !existsSync(seeds);

describe.skipIf(absent)(`real pages${absent ? " (skipped: ../shared is absent)" : ""}`, () => {
  const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  const read = (name: string) => {
    const text = readFileSync(new URL(name, seeds), "utf8");
    const { paragraphs, title, outlet, captions, ...rest } = readSavedPage(text, outlets);
    // The text as it was reviewed, but for its white space.
    const own = new Set(text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim()));
    return {
      ...rest,
      titleIs: text.split("\n").indexOf(title ?? "") + 1,
      outlet: outlet?.id ?? null,
      captions: captions.length,
      url: null,
      paragraphs: paragraphs.length,
      verbatim: [...paragraphs, ...captions].every((paragraph) => own.has(paragraph)),
      hash: sha256(paragraphs.join("\n\n")),
    };
  };

  it("reads the opinion page", () => {
    expect(read("000_de5584b8b2c124e6.txt")).toEqual({
      titleIs: 1,
      author: "Haifa Said",
      outlet: "china-org-cn",
      date: "2018-04-03",
      kind: "opinion",
      language: "en",
      captions: 1,
      url: null,
      paragraphs: 17,
      verbatim: true,
      hash: "be73abc70db304a898343327f447842d0d1b59d55ce577daffd20565466defa0",
    });
  });

  it("reads the page that shows neither outlet nor kind", () => {
    expect(read("003_672193b1db7c28d4.txt")).toEqual({
      titleIs: 3,
      author: null,
      outlet: null,
      date: "2019-01-09",
      kind: "unknown",
      language: "en",
      captions: 0,
      url: null,
      paragraphs: 5,
      verbatim: true,
      hash: "e635f2f0617343a0ea61c3125c88184662ade8ee975c828653bd78f62b939b66",
    });
  });
});
