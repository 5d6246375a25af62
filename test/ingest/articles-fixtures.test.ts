import { readdirSync, readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { OutletBook } from "../../src/core/outlet.ts";
import { readOutlets } from "../../src/ingest/outlets.ts";

// These tests hold the expectations of the test pages to the pages themselves. They use no extractor.

const root = new URL("../../", import.meta.url);
const outlets = new OutletBook(
  readOutlets(readFileSync(new URL("corpus/reference/outlets.yaml", root), "utf8"), "outlets.yaml").outlets,
);

const Expectation = z.strictObject({
  address: z.url().nullable(),
  title: z.string().nullable(),
  author: z.string().nullable(),
  outlet: z.string().nullable(),
  date: z.iso.date().nullable(),
  kind: z.enum(["opinion", "editorial", "news", "official", "unknown"]),
  language: z.enum(["en", "ko", "zh", "ja", "unknown"]),
  url: z.url().nullable(),
  paragraphs: z.array(z.string().min(1)),
  captions: z.array(z.string().min(1)),
});

const folder = new URL("test/fixtures/articles/", root);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
const pages = files.filter((file) => /\.(?:html|txt)$/u.test(file));

/** Text of a page's bytes by its byte order mark or its own word for the charset, UTF-8 else. */
function decoded(file: string): string {
  const bytes = readFileSync(new URL(file, folder));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  const charset = /charset=["']?([\w-]+)/iu.exec(bytes.toString("latin1"))?.[1] ?? "utf-8";
  return new TextDecoder(charset, { fatal: true }).decode(bytes);
}

function normalised(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** Words of a page: inline tags vanish, line breaks and table cells become a space, entities are decoded. */
function words(file: string): string {
  const page = decoded(file);
  if (file.endsWith(".txt")) return normalised(page);
  const stripped = page
    .replaceAll(/<!--[\s\S]*?-->/gu, "")
    .replaceAll(/<(?:br|\/?(?:td|th|tr|p|div|li|h\d))\b[^>]*>/giu, " ")
    .replaceAll(/<[^>]*>/gu, "");
  const { document } = parseHTML(
    `<!doctype html><html><body><p>${stripped.replaceAll("<", "&lt;")}</p></body></html>`,
  );
  return normalised(document.body.textContent ?? "");
}

function expectationOf(file: string): z.infer<typeof Expectation> {
  const name = file.replace(/\.\w+$/u, ".json");
  return Expectation.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

/** Those of `runs` that `text` does not hold after the ones before them. */
function missing(runs: string[], text: string): string[] {
  let from = 0;
  return runs.filter((run) => {
    const at = text.indexOf(run, from);
    if (at !== -1) from = at + run.length;
    return at === -1;
  });
}

describe("the test pages", () => {
  it("are thirty open, twelve sealed and fourteen unseen ones, each with one expectation", () => {
    const folders = ["", "sealed/", "unseen/"];
    const counts = folders.map(
      (prefix) => pages.filter((file) => file.replace(/[^/]*$/u, "") === prefix).length,
    );
    expect(counts).toEqual([30, 12, 14]);
    expect(pages.length).toBe(30 + 12 + 14);
    const names = pages.map((file) => file.replace(/\.\w+$/u, ".json"));
    expect(files.filter((file) => file.endsWith(".json"))).toEqual(names);
  });

  it.each(pages)(
    "%s holds its title, and every paragraph and caption that is expected of it, in order",
    (file) => {
      const { title, paragraphs, captions } = expectationOf(file);
      const text = words(file);
      expect([...paragraphs, ...captions].filter((run) => run !== normalised(run))).toEqual([]);
      expect(missing(paragraphs, text)).toEqual([]);
      expect(missing(captions, text)).toEqual([]);
      expect(text).toContain(title ?? "");
    },
  );

  it.each(pages)("%s is expected from an outlet that is known, at an address without tracking", (file) => {
    const { outlet, url, paragraphs } = expectationOf(file);
    expect([null, ...outlets.all.map(({ id }) => id)]).toContain(outlet);
    expect(url ?? "").not.toMatch(/utm_|fbclid|gclid/u);
    expect(paragraphs.length).toBeGreaterThan(0);
  });
});
