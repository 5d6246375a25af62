import { describe, expect, it } from "vitest";
import type { Asker, Desk } from "../../src/core/desk.ts";
import type { Document, Entry } from "../../src/core/document.ts";
import { excerptId } from "../../src/core/excerpt.ts";
import type { Action, RawValues, Reply } from "../../src/core/reply.ts";
import { createDesk } from "../../src/core/desk.ts";
import { commands } from "../../commands/index.ts";
import { excessOf, skipped } from "../journeys/excess.ts";
import {
  asReply,
  dateOf,
  entryOf,
  openDeskOver,
  quotesOf,
  wordsOf,
  type OpenedDesk,
} from "../core/samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };
const KOREAN: Asker = { tenant: "console", locale: "ko" };
const DAY = 86_400_000;

/** A desk over a document that had these versions, a day apart from 1 March 2026, 20:00 UTC, on. */
async function deskOf(versions: readonly Entry[]): Promise<OpenedDesk> {
  let time = Date.UTC(2026, 2, 1, 20);
  const opened = await openDeskOver(versions.slice(0, 1), () => time);
  for (const version of versions.slice(1)) {
    time += DAY;
    await opened.store.save("import", [version]);
    opened.library.add(version);
  }
  return opened;
}

const version = (body: string, given: Partial<Document> = {}) => entryOf(body, { id: "doc", ...given });
const read = async (desk: Desk, values: RawValues, asker = ENGLISH) =>
  asReply(await desk.run({ command: "read", values }, asker));
const idOf = ({ version }: Entry) => excerptId({ version, start: 0, end: version.body.length });

/** The words below the source, marked where they were changed. */
function linesOf({ blocks }: Reply): string[] {
  const marks = { removed: ["[-", "-]"], inserted: ["{+", "+}"] } as const;
  return blocks.slice(1).map((block) => {
    if (block.type === "quote") return `> ${block.excerpt.text}`;
    if (block.type === "list")
      return block.items.map((item) => item.map(({ text }) => text).join("")).join("; ");
    return block.spans
      .map(({ type, text }) => {
        const [open, close] = type === "removed" || type === "inserted" ? marks[type] : ["", ""];
        return `${open}${text}${close}`;
      })
      .join("");
  });
}

async function walk(desk: Desk, first: Reply, label: string): Promise<Reply[]> {
  const pages = [first];
  for (let action: Action | undefined; ;) {
    action = pages.at(-1)!.actions.find((one) => one.label === label);
    if (action === undefined) return pages;
    pages.push(asReply(await desk.press(await desk.keep(action, ENGLISH), ENGLISH)));
  }
}

const FIRST = version("Both sides would freeze tests.\n\nThis stayed.\n\nA third party hosted them.");
const SECOND = version("Both sides should freeze tests.\n\nThis stayed.", {
  title: "Talks end",
  author: "Staff",
});
const LEGEND = "[-words removed-] {+words put in+} · times are when the new words were first seen here";

describe("/korea read of a page whose summary a feed had before", () => {
  it("tells of no revision, and leads from the summary to the page", async () => {
    const { desk, store, library } = await openDeskOver([]);
    const [summary, whole] = [version("They talked."), FIRST];
    await store.save("import", [summary], { textSource: "summary" });
    await store.save("import", [whole], { textSource: "page" });
    library.add(whole);
    const reply = await read(desk, { id: "doc" });
    expect(linesOf(reply).join("\n")).not.toMatch(/revised/iu);
    expect(reply.actions.map(({ values }) => values["changes"])).not.toContain(true);
    expect(linesOf(await read(desk, { id: "doc", changes: true }))).toHaveLength(1);
    const old = await read(desk, { id: idOf(summary) });
    expect(quotesOf(old)).toEqual(["They talked."]);
    expect(old.actions.map(({ values }) => values["id"])).toContain("doc");
  });
});

describe("/korea read of a document that was revised", () => {
  it("says when, and leads to what changed", async () => {
    const { desk } = await deskOf([FIRST, SECOND]);
    const reply = await read(desk, { id: "doc" });
    expect(wordsOf(reply).slice(1)).toEqual(["Passages 1–2 of 2", "Revised on 2 March 2026 (2 versions)."]);
    expect(reply.actions).toEqual([
      { label: "What changed", command: "read", values: { id: "doc", changes: true } },
    ]);
    expect(wordsOf(await read(desk, { id: "doc" }, KOREAN)).at(-1)).toBe("수정: 2026년 3월 2일 (버전 2개)");
  });

  it("names the newest days, in the zone of the desk, and counts the others", async () => {
    const all = ["A", "B", "C", "D", "E", "F"].map((word) => version(`${word} word.`));
    const { desk, store, library } = await deskOf(all);
    expect(wordsOf(await read(desk, { id: "doc" })).at(-1)).toBe(
      "Revised on 6 March 2026, 5 March 2026, 4 March 2026 and 2 times before (6 versions).",
    );
    const report = () => "ref";
    const seoul = createDesk({ library, commands, store, report, now: () => 0, zone: "Asia/Seoul" });
    expect(wordsOf(await read(seoul, { id: "doc" })).at(-1)).toMatch(/^Revised on 7 March 2026, /u);
  });

  it("says of an older version which it is, and leads to the newest", async () => {
    const { desk } = await deskOf([FIRST, SECOND]);
    const reply = await read(desk, { id: excerptId({ version: FIRST.version, start: 11, end: 16 }) });
    expect(quotesOf(reply)).toEqual([
      "Both sides would freeze tests.",
      "This stayed.",
      "A third party hosted them.",
    ]);
    expect(wordsOf(reply).slice(2)).toEqual([
      "This is version 1 of 2, first seen on 1 March 2026: the document has other words now.",
      "Revised on 2 March 2026 (2 versions).",
    ]);
    expect(reply.actions.at(-1)).toEqual({ label: "Newest version", command: "read", values: { id: "doc" } });
  });

  it("shows a whole version without marking all of it", async () => {
    const { desk } = await deskOf([FIRST, SECOND]);
    const reply = await read(desk, { id: idOf(FIRST) });
    const highlights = reply.blocks.flatMap((block) =>
      block.type === "quote" ? block.excerpt.highlights : [],
    );
    expect([quotesOf(reply).length, highlights]).toEqual([3, []]);
  });

  it("takes words that came back for what they are", async () => {
    const { desk } = await deskOf([FIRST, SECOND, FIRST, version("Something else.")]);
    expect(wordsOf(await read(desk, { id: idOf(FIRST) }))[2]).toBe(
      "This is versions 1 and 3 of 4, first seen on 1 March 2026: the document has other words now.",
    );
    const back = await deskOf([FIRST, SECOND, FIRST]);
    expect(wordsOf(await read(back.desk, { id: idOf(FIRST) })).slice(1)).toEqual([
      "Passages 1–3 of 3",
      "Revised on 3 March 2026 and 2 March 2026 (3 versions).",
    ]);
    expect(linesOf(await read(back.desk, { id: "doc", changes: true }))).toContain(
      "These are the words of version 1 again.",
    );
  });

  it("says so where the document is no longer here", async () => {
    const { desk, store } = await openDeskOver([]);
    await store.save("import", [FIRST]);
    await store.save("import", [SECOND]);
    const reply = await read(desk, { id: idOf(SECOND) });
    expect(wordsOf(reply)[2]).toBe(
      "This is version 2 of 2, first seen on 1 June 2026: the document itself is no longer here.",
    );
    expect(reply.actions.map(({ label }) => label)).toEqual(["What changed"]);
  });

  it("is revised by another title alone: a headline that was changed quietly is news", async () => {
    const { desk } = await deskOf([FIRST, { ...FIRST, document: { ...FIRST.document, title: "New title" } }]);
    const changes = linesOf(await read(desk, { id: "doc", changes: true }));
    expect(changes).toContain("title: was “Title”, now “New title”");
    expect(changes).toContain("The words stayed the same.");
  });

  it("is not revised by what else is known of it, which is no other version", async () => {
    const { desk } = await deskOf([FIRST, { ...FIRST, document: { ...FIRST.document, author: "Staff" } }]);
    const reply = await read(desk, { id: idOf(FIRST) });
    expect(wordsOf(reply)[0]).toContain("Staff");
    expect([wordsOf(reply).length, reply.actions]).toEqual([2, []]);
    expect(linesOf(await read(desk, { id: "doc", changes: true }))).toEqual([
      "No other version of this text is kept: it was not revised since it came here.",
    ]);
  });
});

describe("/korea read changes:true", () => {
  it("shows what changed, by words, with what is known otherwise", async () => {
    const { desk } = await deskOf([FIRST, SECOND]);
    const reply = asReply(await desk.runText("read doc changes:true", ENGLISH));
    expect(linesOf(reply)).toEqual([
      expect.stringMatching(/^Version 2 of 2, 2 March 2026.* 20:00 UTC$/u),
      "title: was “Title”, now “Talks end”",
      "author: was not known, now “Staff”",
      "Changed: Both sides [-would-] {+should+} freeze tests.",
      "Removed:",
      "> A third party hosted them.",
      LEGEND,
    ]);
    expect(reply.actions).toEqual([
      { label: "Read version 1", command: "read", values: { id: idOf(FIRST) } },
      { label: "Read version 2", command: "read", values: { id: idOf(SECOND) } },
    ]);
    const korean = linesOf(await read(desk, { id: "doc", changes: true }, KOREAN));
    expect(korean.slice(1, 5)).toEqual([
      "제목: 이전 「Title」, 현재 「Talks end」",
      "필자: 이전 미상, 현재 「Staff」",
      "바뀜: Both sides [-would-] {+should+} freeze tests.",
      "삭제됨:",
    ]);
  });

  it("gives a removed paragraph an id by which it can be read and cited", async () => {
    const { desk } = await deskOf([FIRST, SECOND]);
    const { blocks } = await read(desk, { id: "doc", changes: true });
    const [id] = blocks.flatMap((block) => (block.type === "quote" ? block.citation : []));
    expect(wordsOf(await read(desk, { id: id!.text }))[2]).toMatch(/^This is version 1 of 2/u);
    expect(quotesOf(asReply(await desk.run({ command: "cite", values: { id: id!.text } }, ENGLISH)))).toEqual(
      ["A third party hosted them."],
    );
  });

  it("shows all versions newest first, in Korean and Chinese too", async () => {
    const { desk } = await deskOf([
      version("위원장은 의지를 밝혔다.\n\n中方对此表示欢迎。"),
      version("위원장이 의지를 밝혔다.\n\n中方对此表示欢迎。"),
      version("위원장이 의지를 밝혔다.\n\n中方对此不表示欢迎。"),
    ]);
    expect(linesOf(await read(desk, { id: "doc", changes: true }))).toEqual([
      expect.stringMatching(/^Version 3 of 3/u),
      "Changed: 中方对此[-表示-]{+不表示+}欢迎。",
      expect.stringMatching(/^Version 2 of 3/u),
      "Changed: [-위원장은-] {+위원장이+} 의지를 밝혔다.",
      LEGEND,
    ]);
  });

  it("tells where only white space changed", async () => {
    const { desk } = await deskOf([
      version("One\ntwo.\n\n  Three."),
      version("One two.\n\nThree."),
      version("One two.\n\n Three."),
    ]);
    expect(linesOf(await read(desk, { id: "doc", changes: true })).slice(1, -1)).toEqual([
      "Only spaces or line ends were changed.",
      expect.stringMatching(/^Version 2/u),
      "Only spaces or line ends were changed in:",
      "> One two.",
    ]);
  });

  it("gives both versions to read where more changed than can be shown", async () => {
    const all = (word: string) =>
      version(Array.from({ length: 10_000 }, (_, at) => `Paragraph ${at} of a ${word} report.`).join("\n\n"));
    const [one, other] = [all("long"), all("short")];
    const { desk } = await deskOf([one, other]);
    const reply = await read(desk, { id: "doc", changes: true });
    expect(linesOf(reply).slice(1, -1)).toEqual([
      "More was changed than can be shown side by side. Read both:",
      `version 1: ${idOf(one)}; version 2: ${idOf(other)}`,
    ]);
    for (const [action, words] of [
      ["Read version 1", "long"],
      ["Read version 2", "short"],
    ] as const) {
      const { values } = reply.actions.find(({ label }) => label === action)!;
      expect(quotesOf(await read(desk, values))[0]).toBe(`Paragraph 0 of a ${words} report.`);
    }
  });

  it("says so where there is no such page or document", async () => {
    const { desk } = await deskOf([FIRST, SECOND]);
    for (const values of [{ revision: 3 }, { revision: 2, part: 4 }, { part: 99 }])
      expect(wordsOf(await read(desk, { id: "doc", changes: true, ...values }))).toEqual([
        "There are no more changes.",
      ]);
    expect(wordsOf(await read(desk, { id: "dok", changes: true }))[0]).toContain("Did you mean doc?");
  });
});

describe(`pages of what changed${skipped}`, () => {
  const HOSTILE = "[-x-] ~~y~~ **z** <@1> @everyone `c` ||s|| \u202E [a](https://evil.example)";
  const long = (word: string) =>
    Array.from({ length: 12 }, (_, at) =>
      at % 3 === 0
        ? `${word} ${at} ${"alone ".repeat(20 + at * 9)}${word}.`
        : `Kept ${at} ${"with some words that stay ".repeat(at * 8)}${word}${at} ${HOSTILE} end ${at}.`,
    );
  const given = {
    title: "[*]".repeat(60),
    author: "_".repeat(99),
    outlet: "~".repeat(70),
    date: dateOf("2018"),
  };
  const versions = [
    version(long("early").join("\n\n"), given),
    version([...long("middle"), "Added."].join("\n\n"), {
      ...given,
      title: "`*`".repeat(60),
      url: "https://a.example/(",
    }),
    version(long("late").toReversed().join("\n\n"), { ...given, author: "\u200B".repeat(99) }),
    version(`${"*_".repeat(1_500)}\n\n${long("last").join("\n\n")}\n\na${"\u0300".repeat(9_000)}`, given),
  ];

  it.each(["en", "ko"])(
    "fit every platform, and lead forward and back over all of it in %s",
    async (locale) => {
      const { desk, reported } = await deskOf(versions);
      const asker: Asker = { tenant: "console", locale };
      const [next, previous] = locale === "en" ? ["Next", "Previous"] : ["다음", "이전"];
      const forward = await walk(desk, await read(desk, { id: "doc", changes: true }, asker), next);
      expect(locale === "ko" || forward.length > 4).toBe(true);
      for (const page of forward) expect(await excessOf(page)).toEqual([]);
      if (locale === "ko") return;
      const back = await walk(desk, forward.at(-1)!, previous);
      for (const page of back) expect(await excessOf(page)).toEqual([]);
      const bare = (pages: readonly Reply[]) =>
        new Set(pages.flatMap(linesOf).filter((line) => !line.startsWith("Version ")));
      expect(bare(back)).toEqual(bare(forward));
      expect(forward.flatMap(linesOf).filter((line) => line === "> Added.")).toHaveLength(2);
      expect(reported).toEqual([]);
    },
  );

  it("are read fully on both platforms when versions are", async () => {
    const { desk } = await deskOf(versions);
    for (const one of versions) {
      for (const page of await walk(desk, await read(desk, { id: idOf(one) }), "Later"))
        expect(await excessOf(page)).toEqual([]);
    }
  });
});

describe("korea read --json", () => {
  it("lists all versions, and what changed where that is asked for", async () => {
    const { desk } = await deskOf([FIRST, SECOND, version("")]);
    const find = (values: RawValues) =>
      desk.find({ command: "read", values: { id: "doc", ...values } }, ENGLISH);
    const versions = [
      { sha256: FIRST.version.sha256, addedAt: "2026-03-01T20:00:00.000Z", id: idOf(FIRST) },
      { sha256: SECOND.version.sha256, addedAt: "2026-03-02T20:00:00.000Z", id: idOf(SECOND) },
      { sha256: expect.any(String), addedAt: "2026-03-03T20:00:00.000Z", id: null },
    ];
    expect(await find({})).toMatchObject({ versions });
    expect(await find({})).not.toHaveProperty("changes");
    expect(await find({ changes: true })).toMatchObject({
      versions,
      changes: [
        { version: 3, paragraphs: [{ type: "removed", after: null }, { type: "removed" }] },
        {
          version: 2,
          cameBackFrom: null,
          fields: [{ field: "title", was: "Title", now: "Talks end" }, { field: "author" }],
          paragraphs: [
            {
              type: "changed",
              before: { text: "Both sides would freeze tests." },
              after: { text: "Both sides should freeze tests." },
              diff: [
                { type: "same", text: "Both sides" },
                { type: "removed", text: "would" },
                { type: "inserted", text: "should" },
                { type: "same", text: "freeze tests." },
              ],
            },
            { type: "removed", before: { text: "A third party hosted them." }, after: null },
          ],
        },
      ],
    });
  });
});
