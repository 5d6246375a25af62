import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { emptyBase, readReferenceFile } from "../../src/ingest/reference/read.ts";

const path = new URL("../../corpus/reference/vocabulary.tsv", import.meta.url);
const text = readFileSync(path, "utf8");
const lines = text.trimEnd().split("\n").slice(1);

it("the table of general words is read without a problem", () => {
  const base = emptyBase();
  expect(readReferenceFile(base, "vocabulary.tsv", text, "vocabulary.tsv")).toEqual([]);
  expect(base.vocabulary).toHaveLength(lines.length);
});

it("its lines are sorted, so that a word is found and two changes seldom meet", () => {
  expect(lines).toEqual(lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
});

it("each line has its own English words, and no form twice", () => {
  const cells = lines.map((line) => line.split("\t").map((cell) => cell.split("; ")));
  const english = cells.map(([en]) => en!.join("; "));
  expect(english.filter((en, at) => english.indexOf(en) !== at)).toEqual([]);
  expect(cells.filter((line) => line.some((forms) => new Set(forms).size < forms.length))).toEqual([]);
});

it("each form is written in the script of its column", () => {
  const base = emptyBase();
  readReferenceFile(base, "vocabulary.tsv", text, "vocabulary.tsv");
  const hangul = base.vocabulary
    .flatMap(({ ko }) => ko)
    .filter((form) => !/\p{Script=Hangul}|\d/u.test(form));
  const han = base.vocabulary
    .flatMap(({ zh }) => zh)
    .filter((form) => !/\p{Script=Han}|\d/u.test(form) || /\p{Script=Hangul}/u.test(form));
  expect({ hangul, han }).toEqual({ hangul: [], han: [] });
});
