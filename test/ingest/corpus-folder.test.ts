import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCorpus, loadOutlets } from "../../src/ingest/corpus.ts";
import { formatProblem } from "../../src/ingest/problem.ts";
import { OUTLETS } from "../core/samples.ts";
import { folderWith } from "../folder.ts";

const doc = (title: string, more = "") => `---\ntitle: ${title}\n${more}---\nWords of ${title}.\n`;

async function load(folder: string) {
  const { entries, problems } = await loadCorpus(folder, OUTLETS);
  return {
    ids: entries.map(({ document }) => document.id),
    problems: problems.map((problem) => formatProblem(problem).replaceAll(folder, "F")),
  };
}

test("document files are found anywhere; hidden ones and README.md are none", async () => {
  const folder = folderWith({
    "b.md": doc("B"),
    "deep/er/a.MD": doc("A"),
    "README.md": "# not a document",
    "deep/readme.md": "neither",
    ".hidden.md": doc("H"),
    ".git/x.md": doc("G"),
    "Café au lait (1).md": doc("C"),
  });
  expect(await load(folder)).toEqual({ ids: ["café-au-lait-1", "b", "deep/er/a"], problems: [] });
});

test("one bad file never stops the others, and each problem names file, line and remedy", async () => {
  const folder = folderWith({
    "1-good.md": doc("Good", "id: same\n"),
    "2-duplicate.md": doc("Duplicate", "id: same\n"),
    "3-broken.md": "---\ntitle: [\n---\nWords.",
    "4-date.md": doc("Date", "date: 2018-13\n"),
    "5-binary.md": new Uint8Array([0x2d, 0, 0xff]),
    "6-korean.md": new Uint8Array([0xb1, 0xe8]),
    "7-large.md": "x".repeat(5 * 1024 * 1024 + 1),
    "8-page.txt": "A saved page",
    "9-good.md": doc("Fine"),
    "reference/extra.yaml": "- 1",
    "reference/events.yaml": "nonsense",
  });
  const { ids, problems } = await load(folder);
  expect(ids).toEqual(["same", "9-good"]);
  expect(problems.map((problem) => problem.replace(/invalid YAML: [^.]*/u, "invalid YAML"))).toEqual([
    "F/3-broken.md:3: invalid YAML. Mend the syntax; text with a colon, # or a quotation mark belongs in quotation marks.",
    "F/4-date.md:3: date: “2018-13” is no date; write 2018, 2018-03 or 2018-03-28. Mend it; the document was left out.",
    "F/5-binary.md: not a text file. Save it as text in UTF-8.",
    "F/6-korean.md: not UTF-8 text. Convert it, for example with iconv -f EUC-KR -t UTF-8.",
    "F/7-large.md: 5.0 MB is more than the 5 MB that one document may have. Split it.",
    "F/8-page.txt: not a document file, so it was left out. Turn a saved page into a document file with: npm run -s korea -- import FILE --out FOLDER.",
    "F/reference/events.yaml:1: no list. Write one `- id: …` entry for each record.",
    "F/reference/extra.yaml: not a document file, so it was left out. A corpus has document files (*.md) and the reference base (reference/*.yaml); move other files away.",
    "F/2-duplicate.md: the id same belongs to F/1-good.md already. Give this one another id; it was left out.",
  ]);
});

test("a path that gives no id is told of, unless the front matter has one", async () => {
  const long = ["a", "b", "c"].map((letter) => letter.repeat(79)).join("/");
  const folder = folderWith({
    "!.md": doc("A"),
    "—.md": doc("B"),
    "?.md": doc("C", "id: own\n"),
    [`${long}.md`]: doc("D"),
  });
  const remedy = "Write an id into its front matter, such as id: my/document.";
  expect(await load(folder)).toEqual({
    ids: ["own"],
    problems: ["!.md", `${long}.md`, "—.md"].map(
      (path) => `F/${path}: its path gives no id, so it was left out. ${remedy}`,
    ),
  });
});

test("a document of the folder wins over a record of the reference base with its id", async () => {
  const terms =
    "meta: {as_of: 2026-03}\nterms:\n  - {id: thaw, term: thaw, ko: 해빙, definition: Less cold, related: []}\n" +
    "  - {id: frost, term: frost, ko: 서리, definition: More cold, related: []}\n" +
    "  - {id: frost, term: frost again, ko: 서리, definition: Even more cold, related: []}\n";
  const folder = folderWith({
    "thaw.md": doc("Thaw", "id: term/thaw\n"),
    "reference/glossary.yaml": terms,
  });
  const remedy = "Give this one another id; it was left out.";
  expect(await load(folder)).toEqual({
    ids: ["term/thaw", "term/frost"],
    problems: [
      `F/reference/glossary.yaml:3: the id term/thaw belongs to F/thaw.md already. ${remedy}`,
      `F/reference/glossary.yaml:5: the id term/frost belongs to an earlier entry of this file already. ${remedy}`,
    ],
  });
});

test("a folder that is named like a document is told of where a link leads to it", async () => {
  const folder = folderWith({ "docs.md/inside.md": doc("Inside") });
  symlinkSync(join(folder, "docs.md"), join(folder, "link.md"));
  expect(await load(folder)).toEqual({
    ids: ["docs.md/inside"],
    problems: ["F/link.md: a folder, not a file. Name a file."],
  });
});

test("a link that leads nowhere, or back to itself, is told of", async () => {
  const folder = folderWith({ "good.md": doc("Good") });
  symlinkSync(join(folder, "gone.md"), join(folder, "dangling.md"));
  symlinkSync(join(folder, "loop.md"), join(folder, "loop.md"));
  const { ids, problems } = await load(folder);
  expect(ids).toEqual(["good"]);
  expect(problems).toEqual([
    "F/dangling.md: there is no such file. Check the path and its permissions.",
    "F/loop.md: a link that leads back to itself. Check the path and its permissions.",
  ]);
});

// The superuser may read everything.
test.skipIf(process.getuid?.() === 0)("a file without permission is told of", async () => {
  const folder = folderWith({ "secret.md": doc("Secret") });
  chmodSync(join(folder, "secret.md"), 0);
  expect((await load(folder)).problems).toEqual([
    "F/secret.md: permission to read it is missing. Check the path and its permissions.",
  ]);
});

test("a folder that is not there is told of", async () => {
  expect(await load("/no/such/folder")).toEqual({
    ids: [],
    problems: ["F: there is no such folder, or it cannot be read. Check the path and its permissions."],
  });
});

test("a corpus without outlets has none, and says so", async () => {
  const { outlets, problems } = await loadOutlets(folderWith());
  expect([outlets.all, problems.map(({ message }) => message)]).toEqual([[], ["there is no such file"]]);
});
