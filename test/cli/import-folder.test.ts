import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { importProgram } from "../../src/cli/import.ts";
import { openOwnStore } from "../../src/compose.ts";
import type { Config } from "../../src/config.ts";
import { folderWith } from "../folder.ts";
import { configWith, runProgram } from "./run.ts";

const BODY = [
  "Ministers of two countries met on Monday after a pause of several months, and spoke of some progress.",
  "They agreed to meet again in spring, although neither side said where the next round would be held.",
];
const page = (title: string) =>
  `${title}\n\nBy Jane Doe\nPosted March. 05, 2019 07:31,\n\n${BODY[0]}\n\n${title} was the headline. ${BODY[1]}\n`;
const html = (title: string, paragraphs: readonly string[], head = "") =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>` +
  `${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("")}</article></body></html>`;
const KOREAN = [
  "두 나라 장관은 월요일에 다시 만나 회담을 이어 가기로 했고, 다음 만남은 봄에 있을 것이라고 밝혔다.",
  "어느 쪽도 다음 회담이 어디에서 열릴지는 말하지 않았으며, 똠방각하라는 말만 남기고 자리를 떠났다.",
];

/** Imports from a folder, which is `F` in what is told, leaving the hints about outlets out. */
async function imported(folder: string, args: readonly string[] = [folder], config: Config = configWith()) {
  const { status, stdout, stderr } = await runProgram(importProgram, args, config);
  expect(stderr).toBe("");
  const lines = stdout.replaceAll(folder, "F").trimEnd().split("\n");
  return { status, told: lines.filter((line) => !line.startsWith(" ")), config };
}

async function documentsOf(config: Config) {
  const store = await openOwnStore(config);
  const entries = await store.entries();
  store.close();
  return entries;
}

test("a folder is read with the folders in it, hidden files and those of other kinds aside", async () => {
  const folder = folderWith({
    "b.txt": page("Second"),
    "a/first.TXT": page("First"),
    "a/README.md": "# Clippings",
    "a/photo.JPG": "",
    "a/photo.jpg": "",
    "a/Makefile": "",
    ".hidden.txt": page("Hidden"),
    ".git/x.txt": page("Hidden"),
    "c.htm": html("Third", BODY),
    "Saved.html": html("Fourth", BODY.toReversed()),
    "Saved_files/frame.html": html("Advertisement", BODY),
    "doc.md": "---\ntitle: Fifth\nid: own/id\n---\nWords.\n",
  });
  const { status, told, config } = await imported(folder);
  expect({ status, told }).toEqual({
    status: 0,
    told: [
      expect.stringMatching(/^imported {3}F\/Saved\.html: page\/undated-fourth-[0-9a-f]{8}$/u),
      expect.stringMatching(/^imported {3}F\/a\/first\.TXT: page\/2019-03-05-first-[0-9a-f]{8}$/u),
      expect.stringMatching(/^imported {3}F\/b\.txt: page\/2019-03-05-second-[0-9a-f]{8}$/u),
      expect.stringMatching(/^imported {3}F\/c\.htm: page\/undated-third-[0-9a-f]{8}$/u),
      "imported   F/doc.md: own/id",
      "skipped    F: 4 files of other kinds (.jpg 2, README.md 1, without an end 1); read are .md, .txt, .html, .htm, .xhtml",
      "5 in all: 5 imported",
    ],
  });
  expect((await imported(folder, [folder], config)).told.at(-1)).toBe("5 in all: 5 unchanged");
});

test("what is broken, huge, empty, no file, or elsewhere is refused with a line, and the rest is read", async () => {
  const folder = folderWith({
    "in/binary.txt": Buffer.from([1, 2, 0, 3]),
    "in/broken.html": Buffer.concat([Buffer.from(html("T", BODY)), Buffer.from([0xff, 0xc0, 0xb0])]),
    "in/empty.html": "",
    "in/front.md": `---\ntitle: &t T\nauthor: *t\n---\nWords.\n`,
    "in/good.txt": page("Good"),
    "in/huge.txt": "",
    "in/menu.txt": "Home\nWorld\n",
    "in/really.txt": "%PDF-1.7 and so on",
    "outside.txt": page("Outside"),
    "outside/secret.txt": page("Secret"),
  });
  truncateSync(join(folder, "in/huge.txt"), 40 * 1024 * 1024);
  execFileSync("mkfifo", [join(folder, "in/pipe.txt")]);
  const link = (target: string, name: string) => symlinkSync(target, join(folder, "in", name));
  link("good.txt", "link-inside.txt");
  link("../outside.txt", "link-outside.txt");
  link("/etc", "link-etc");
  link("../outside", "link-folder");
  link("..", "link-up");
  link(".", "link-loop");
  link("link-self.txt", "link-self.txt");
  link("nowhere.txt", "link-nowhere.txt");
  const { status, told } = await imported(folder, [join(folder, "in")]);
  expect({ status, told }).toEqual({
    status: 1,
    told: [
      "refused    F/in/binary.txt: binary, not a text or a web page. Save it as HTML or as plain text.",
      expect.stringMatching(
        /^refused {4}F\/in\/broken\.html: not readable as UTF-8 \(byte \d+ is no part of UTF-8\), and no other encoding fits\. Convert it/u,
      ),
      "refused    F/in/empty.html: empty. Save the page again.",
      "refused    F/in/front.md:3: invalid YAML: an alias such as *name. Write the values out.",
      expect.stringMatching(/^imported {3}F\/in\/good\.txt: page\/2019-03-05-good-/u),
      "refused    F/in/huge.txt: 40.0 MB is more than the 5 MB that one document may have. Split it.",
      "refused    F/in/link-etc: a link that leads out of the folder. Name the file it leads to itself.",
      "refused    F/in/link-folder: a link that leads out of the folder. Name the file it leads to itself.",
      expect.stringMatching(/^unchanged {2}F\/in\/link-inside\.txt: page\/2019-03-05-good-/u),
      "refused    F/in/link-nowhere.txt: a link that leads nowhere. Mend or remove it.",
      "refused    F/in/link-outside.txt: a link that leads out of the folder. Name the file it leads to itself.",
      "refused    F/in/link-self.txt: a link that leads back to itself. Mend or remove it.",
      "refused    F/in/link-up: a link that leads out of the folder. Name the file it leads to itself.",
      "refused    F/in/menu.txt: no article found in it. Give each paragraph a line of its own, or write a document file, as docs/corpus.md tells.",
      "refused    F/in/pipe.txt: no file but a pipe or device. Move it away.",
      "refused    F/in/really.txt: a PDF, not a text or a web page. Save it as HTML or as plain text.",
      "16 in all: 1 imported, 1 unchanged, 14 refused",
    ],
  });
});

test("what is named is read whatever its name; what cannot be is refused", async () => {
  const folder = folderWith({ page: page("Named"), "empty/.keep": "" });
  execFileSync("mkfifo", [join(folder, "pipe")]);
  mkdirSync(join(folder, "nothing"));
  symlinkSync("page", join(folder, "link"));
  const named = ["page", "link", "pipe", "nothing", "empty", "gone"].map((name) => join(folder, name));
  expect(
    (await imported(folder, [...named, "www.example.com/x", "ftp://example.com/x", "http://"])).told,
  ).toEqual([
    expect.stringMatching(/^imported {3}F\/page: page\/2019-03-05-named-/u),
    expect.stringMatching(/^unchanged {2}F\/link: page\/2019-03-05-named-/u),
    "refused    F/pipe: not a file. Name a file.",
    "refused    F/nothing: no file in it that could be read. Kinds that are read: .md, .txt, .html, .htm, .xhtml.",
    "refused    F/empty: no file in it that could be read. Kinds that are read: .md, .txt, .html, .htm, .xhtml.",
    "refused    F/gone: there is no such file. Check the path and its permissions.",
    "refused    www.example.com/x: there is no such file or folder. For the page on the web write https://www.example.com/x.",
    "refused    ftp://example.com/x: no http or https address. Name a web page, file or folder.",
    "refused    http://: no http or https address. Name a web page, file or folder.",
    "9 in all: 1 imported, 1 unchanged, 7 refused",
  ]);
});

test("pages in any encoding keep their words, and their morphemes are kept for the index", async () => {
  const folder = folderWith({
    "euc-kr.html": iconv.encode(html("남북 장관 다시 만나", KOREAN, `<meta charset="euc-kr">`), "cp949"),
    "undeclared.txt": iconv.encode(
      `장관 회담\n\n2019-03-05\n\n${KOREAN.toReversed().join("\n\n")}\n`,
      "cp949",
    ),
    "utf16.html": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(html("Wide", BODY), "utf16le")]),
  });
  const { status, config } = await imported(folder);
  expect(status).toBe(0);
  const entries = await documentsOf(config);
  expect(entries.map(({ version }) => version.body.split("\n\n"))).toEqual([
    KOREAN,
    KOREAN.toReversed(),
    BODY,
  ]);
  const store = await openOwnStore(config);
  const { MORPHOLOGY } = await import("../../src/ingest/korean.ts");
  const { koreanTextsOf } = await import("../../src/ingest/morphemes.ts");
  const kept = await store.morphemes(MORPHOLOGY);
  store.close();
  const wanted = entries.flatMap((entry) => [...koreanTextsOf(entry).keys()]);
  expect([...kept.keys()].sort()).toEqual(wanted.sort());
  expect(wanted).toHaveLength(4);
});

test("a page without an address stays one document, whatever is told of it", async () => {
  const folder = folderWith({ "page.txt": page("Talks") });
  const file = join(folder, "page.txt");
  const first = await imported(folder, [file, "--set", "topics=talks"]);
  const again = await imported(folder, [file, "--set", "outlet=Dong-A Ilbo"], first.config);
  const bare = await imported(folder, [file], first.config);
  const id = first.told[0]!.split(": ")[1]!;
  expect([again.told, bare.told]).toEqual([
    [`updated    F/page.txt: ${id}`],
    [`unchanged  F/page.txt: ${id}`],
  ]);
  const entries = await documentsOf(first.config);
  expect(entries.map(({ document }) => [document.id, document.outletId, document.topics])).toEqual([
    [id, "dong-a-ilbo", ["talks"]],
  ]);
});

test("the same words without an address are a document of each outlet and date", async () => {
  const folder = folderWith({ "page.txt": page("Talks") });
  const file = join(folder, "page.txt");
  const { config } = await imported(folder, [file, "--set", "outlet=Yonhap"]);
  const saved = async (...set: string[]) => {
    const { told } = await imported(folder, [file, ...set.flatMap((one) => ["--set", one])], config);
    return told[0]!.split(" ")[0];
  };
  expect(await saved("outlet=Korea Times")).toBe("imported");
  expect(await saved("outlet=Korea Times", "title=Talks in spring")).toBe("revised");
  expect(await saved("outlet=Yonhap", "date=2019-03")).toBe("updated");
  expect(await saved("outlet=Yonhap", "date=2019-04-06")).toBe("imported");
  expect(await saved("outlet=Somebody’s paper")).toBe("imported");
  const documents = (await documentsOf(config)).map(({ document }) => document);
  expect(documents.map(({ outlet, date, title }) => `${outlet} ${date} ${title}`)).toEqual([
    "Yonhap News Agency 2019-03 Talks",
    "The Korea Times 2019-03-05 Talks in spring",
    "Yonhap News Agency 2019-04-06 Talks",
    "Somebody’s paper 2019-03-05 Talks",
  ]);
});

test("only what is announced counts as news", async () => {
  const folder = folderWith({ "a.txt": page("Quiet"), "b.txt": page("Loud") });
  const { config } = await imported(folder, [join(folder, "a.txt")]);
  await imported(folder, [join(folder, "b.txt"), "--announce"], config);
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(join(config.dataDir, "korea-desk.db"), { readOnly: true });
  const rows = database.prepare("SELECT document_id AS id, announced FROM versions ORDER BY added_seq").all();
  database.close();
  expect(
    rows.map(({ id, announced }) => `${String(id).replace(/-[0-9a-f]{8}$/u, "")} ${Number(announced)}`),
  ).toEqual(["page/2019-03-05-quiet 0", "page/2019-03-05-loud 1"]);
});

test("lines come in the order of the files, however long each takes", async () => {
  const folder = folderWith();
  for (let number = 10; number < 40; number += 1) {
    const filler = number % 3 === 0 ? "\nMenu\n".repeat(20_000) : "";
    writeFileSync(join(folder, `${number}.txt`), page(`Page ${number}`) + filler);
  }
  const { told } = await imported(folder);
  expect(told.map((line) => /F\/(\d+)\.txt/u.exec(line)?.[1] ?? line)).toEqual([
    ...Array.from({ length: 30 }, (_, index) => String(index + 10)),
    "30 in all: 30 imported",
  ]);
});

test("--set for one document is not taken for several", async () => {
  const folder = folderWith({ "a.txt": page("A"), "b.txt": page("B") });
  await expect(runProgram(importProgram, [folder, "--set", "title=Same"])).rejects.toThrow(
    "--set title=… is for one document, and there are 2 to read",
  );
});
