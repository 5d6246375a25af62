import { expect, it } from "vitest";
import { OutletBook } from "../../src/core/outlet.ts";
import { makeVersion, isDocumentId } from "../../src/core/document.ts";
import { documentFrom } from "../../src/ingest/metadata.ts";
import { isSameAddress, underOwnId } from "../../src/ingest/own-id.ts";

const idWith = async (url: string, taken: string | null | undefined, id?: string) => {
  const meta = { title: "T", url, ...(id === undefined ? {} : { id }) };
  const document = documentFrom(meta, "fallback", new OutletBook([]));
  const entry = { document, version: makeVersion(document.id, "Words.") };
  const own = await underOwnId(entry, async () => taken);
  expect(own.version.documentId).toBe(own.document.id);
  return own.document.id;
};

it.each([
  ["https://example.com/a/1", "http://www.example.com/a/1/?utm_source=x&fbclid=2#top", true],
  ["https://example.com/한국", "https://example.com/%ed%95%9c%EA%B5%AD", true],
  ["https://example.com/100%", "https://example.com/100%", true],
  ["https://example.com/?p=12&utm_medium=rss", "https://example.com?p=12", true],
  ["https://example.com/s/aBcD", "https://example.com/s/AbCd", false],
  ["https://example.com/?p=12", "https://example.com/p/12", false],
  ["https://example.com/a%2Fb", "https://example.com/a/b", false],
  ["https://example.com:8080/a", "https://example.com/a", false],
])("is one page or two: %s %s", (one, other, same) => {
  expect([isSameAddress(one, other), isSameAddress(other, one)]).toEqual([same, same]);
});

it("keeps the id of an address unless a document of another address has it", async () => {
  const url = "https://example.com/s/aBcD";
  for (const free of [undefined, null, "http://www.example.com/s/aBcD/"]) {
    expect(await idWith(url, free)).toBe("example-com/s-abcd");
  }
  const own = await idWith(url, "https://example.com/s/AbCd");
  expect(own).toMatch(/^example-com\/s-abcd-[0-9a-f]{8}$/u);
  expect(await idWith(`${url}/#x`, "https://example.com/s/abcd")).toBe(own);
  expect(await idWith("https://example.com/s/ABCD", "https://example.com/s/AbCd")).not.toBe(own);
});

it("leaves an id that was given alone", async () => {
  expect(await idWith("https://example.com/s/aBcD", "https://example.com/other", "own/id")).toBe("own/id");
});

it("makes an id of the longest addresses, too", async () => {
  const url = `https://${"a".repeat(60)}.example.com/${"가".repeat(200)}`;
  expect(isDocumentId(await idWith(url, "https://example.com/other"))).toBe(true);
});
