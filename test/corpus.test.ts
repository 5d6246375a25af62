import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { BUILT_IN } from "../src/compose.ts";
import type { Entry } from "../src/core/document.ts";
import type { OutletBook } from "../src/core/outlet.ts";
import { loadCorpus, loadOutlets } from "../src/ingest/corpus.ts";
import { importPage } from "../src/ingest/import-page.ts";
import { formatProblem } from "../src/ingest/problem.ts";

const SEEDS = fileURLToPath(new URL("../../shared/seeds", import.meta.url));

let outlets: OutletBook;
let entries: Entry[];
let problems: string[];
let byId: Map<string, Entry>;

beforeAll(async () => {
  const book = await loadOutlets(BUILT_IN);
  ({ outlets } = book);
  const corpus = await loadCorpus(BUILT_IN, outlets);
  ({ entries } = corpus);
  problems = [...book.problems, ...corpus.problems].map(formatProblem);
  byId = new Map(entries.map((entry) => [entry.document.id, entry]));
});

const briefings = () => entries.filter(({ document }) => document.kind === "briefing");
const paragraphsOf = ({ version }: Entry) =>
  version.body.split("\n\n").filter((paragraph) => !paragraph.startsWith("## "));

test("everything loads without a problem", () => {
  expect(problems).toEqual([]);
});

test("every record of the reference base is a document", () => {
  const list = (file: string, key?: string): { id: string }[] => {
    const value: unknown = parse(readFileSync(`${BUILT_IN}/reference/${file}.yaml`, "utf8"));
    return (key === undefined ? value : (value as Record<string, unknown>)[key]) as { id: string }[];
  };
  const expected = [
    ...list("events").map(({ id }) => `event/${id}`),
    ...list("agreements").map(({ id }) => `agreement/${id}`),
    ...list("entities", "entities").map(({ id }) => `entity/${id}`),
    ...list("positions", "positions").map(({ id }) => `position/${id}`),
    ...list("positions", "checked_claims").map(({ id }) => `claim/${id}`),
    ...list("glossary", "terms").map(({ id }) => `term/${id}`),
  ];
  expect(expected.length).toBeGreaterThan(1_300);
  const found = entries.filter(({ document }) => document.kind === "reference");
  expect(found.map(({ document }) => document.id).toSorted()).toEqual(expected.toSorted());
});

test("everything is a briefing or a record, under an id of its own", () => {
  const others = entries.filter(({ document }) => !["briefing", "reference"].includes(document.kind));
  expect(others.map(({ document }) => document.id)).toEqual([]);
  expect(byId.size).toBe(entries.length);
});

test("agreements and their events link both ways", () => {
  const agreements = entries.filter(({ document }) => document.id.startsWith("agreement/"));
  expect(agreements.length).toBeGreaterThan(30);
  for (const { document } of agreements) {
    const events = document.links.filter((id) => id.startsWith("event/"));
    expect(events.length).toBeGreaterThan(0);
    for (const id of events) expect(byId.get(id)?.document.links).toContain(document.id);
  }
});

test("every document of ours has a date and is marked as our own words", () => {
  const wrong = entries.filter(
    ({ document }) => document.date === null || document.outletId !== "korea-desk",
  );
  expect(wrong.map(({ document }) => document.id)).toEqual([]);
});

describe("briefings", () => {
  test("there are at least twelve, of 200 to 600 words, with sources", () => {
    expect(briefings().length).toBeGreaterThanOrEqual(12);
    const wrong = briefings().filter((entry) => {
      const words = paragraphsOf(entry).join(" ").split(/\s+/u).length;
      return words < 200 || words > 600 || entry.document.sources.length === 0;
    });
    expect(wrong.map(({ document }) => document.id)).toEqual([]);
  });

  test("every link leads to a document, and every one has links", () => {
    const dead = briefings().flatMap(({ document }) => document.links.filter((id) => !byId.has(id)));
    expect(dead).toEqual([]);
    expect(briefings().filter(({ document }) => document.links.length === 0)).toEqual([]);
  });

  test("every figure stands in an entry that the briefing links to", () => {
    const unsupported = briefings().flatMap(({ document, version }) => {
      const linked = document.links.map((id) => byId.get(id)!);
      const record = JSON.stringify(linked.map((entry) => [entry.document, entry.version.body]));
      const known = new Set(record.match(/\d+/gu));
      const figures = (version.body.match(/\d+/gu) ?? []).filter(
        (figure) => !known.has(figure) && !known.has(figure.padStart(2, "0")),
      );
      return figures.map((figure) => `${document.id}: ${figure}`);
    });
    expect(unsupported).toEqual([]);
  });

  test("quotations have at most six words", () => {
    const long = briefings().flatMap(({ version }) =>
      Array.from(version.body.matchAll(/[“"]([^”"]+)[”"]/gu), ([, words]) => words!).filter(
        (words) => words.trim().split(/\s+/u).length > 6,
      ),
    );
    expect(long).toEqual([]);
  });

  test("no run of eight words comes from the texts that are quoted elsewhere", (context) => {
    if (!existsSync(SEEDS)) return context.skip("skipped: ../shared is absent");
    const runs = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(7).map((_, index) => words.slice(index, index + 8).join(" "));
    };
    const seeds = readdirSync(SEEDS).map((file) => readFileSync(`${SEEDS}/${file}`, "utf8"));
    const foreign = new Set(seeds.flatMap(runs));
    expect(foreign.size).toBeGreaterThan(1_000);
    // The title of a text may be named.
    const titles = seeds.map((text) => importPage(text, "seed", {}, outlets).entry!.document.title);
    for (const run of titles.flatMap(runs)) foreign.delete(run);
    const ours = briefings().flatMap(paragraphsOf);
    expect(ours.flatMap(runs).filter((run) => foreign.has(run))).toEqual([]);
  });
});
