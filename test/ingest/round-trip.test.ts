import fc from "fast-check";
import { expect, test } from "vitest";
import { KINDS, isDocumentId, makeVersion, type Document } from "../../src/core/document.ts";
import { readDocumentFile, writeDocumentFile } from "../../src/ingest/document-file.ts";
import { spaced } from "../../src/ingest/space.ts";
import { OUTLETS, dateOf, documentOf } from "../core/samples.ts";

const SIGNS = Array.from("aZ7 :#'\"-[]{}&*!|>%@`,?~\\한金é");

/** What YAML gives a meaning to, words of several scripts, and any other character at all. */
const letter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SIGNS, "---", ": ", " #", "null") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);
const line = fc
  .array(letter, { minLength: 1, maxLength: 12 })
  .map((letters) => spaced(letters.join("")))
  .filter((text) => text !== "");
const words = fc
  .array(fc.oneof(letter, fc.constantFrom("\n", "\n\n", "\n---\n", "\ntitle: x\n")), {
    minLength: 1,
    maxLength: 20,
  })
  .map((letters) => letters.join(""))
  .filter((text) => makeVersion("x", text).body !== "");
const id = fc
  .array(fc.constantFrom("a", "Z", "7", "한", ".", "_", "~", "/", "-"), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(""))
  .filter(isDocumentId);
const url = fc.webUrl({ validSchemes: ["https", "http"], withQueryParameters: true });
const date = fc.constantFrom("1953", "2018-03", "2018-03-28").map(dateOf);

/** An outlet of the book brings its own country and ownership; an unknown one has what is told. */
const outlet = fc.oneof(
  fc.constantFrom(...OUTLETS.all).map(({ id: outletId, name, country, ownership }) => ({
    outletId,
    outlet: name,
    country,
    ownership,
  })),
  fc.record({
    outletId: fc.constant(null),
    outlet: fc.option(line.filter((name) => OUTLETS.named(name) === null)),
    country: fc.constantFrom("KR", "KP", "US", "unknown"),
    ownership: fc.constant("unknown" as const),
  }),
);
const source = fc.record(
  { title: line, publisher: line, date: fc.constantFrom("2018", "2018-03-28"), url },
  { requiredKeys: ["title", "publisher"] },
);
const list = (of: fc.Arbitrary<string>) => fc.array(of, { maxLength: 3 });
const document: fc.Arbitrary<Document> = fc
  .record({
    id,
    title: line,
    author: fc.option(line),
    date: fc.option(date),
    url: fc.option(url),
    kind: fc.constantFrom(...KINDS),
    language: fc.constantFrom("en", "ko", "zh-Hans", "unknown"),
    topics: list(line),
    captions: list(line),
    notes: list(line),
    sources: fc.array(source, { maxLength: 2 }),
    links: list(id),
  })
  .chain((given) => outlet.map((about) => documentOf({ ...given, ...about })));

test("what is written is read back the same", () => {
  fc.assert(
    fc.property(document, words, (whole, text) => {
      const version = makeVersion(whole.id, text);
      const file = writeDocumentFile(whole, version);
      expect(readDocumentFile(file, { file: "doc.md", fallbackId: "other" }, OUTLETS)).toEqual({
        entry: { document: whole, version },
        problems: [],
      });
    }),
  );
});
