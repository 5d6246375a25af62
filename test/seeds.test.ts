import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { importProgram } from "../src/cli/import.ts";
import { BUILT_IN, openDesk } from "../src/compose.ts";
import { search } from "../src/core/search/search.ts";
import { importPage, readSettings } from "../src/ingest/import-page.ts";
import { loadOutlets } from "../src/ingest/corpus.ts";
import type { OutletBook } from "../src/core/outlet.ts";
import { folderWith } from "./folder.ts";
import { configOf } from "./config-of.ts";

const SEEDS = fileURLToPath(new URL("../../shared/seeds", import.meta.url));
const present = existsSync(SEEDS);
const [first = "", second = ""] = present ? readdirSync(SEEDS).map((file) => `${SEEDS}/${file}`) : [];
const config = configOf();

let outlets: OutletBook;
beforeAll(async () => {
  ({ outlets } = await loadOutlets(BUILT_IN));
});

describe("the two texts it started from", () => {
  beforeEach((context) => {
    if (!present) context.skip("skipped: ../shared is absent");
  });

  const read = (file: string, ...pairs: string[]) =>
    importPage(readFileSync(file, "utf8"), file, readSettings(pairs).settings, outlets).entry!;

  test("the first shows everything itself", () => {
    const { document, version } = read(first);
    expect(document).toMatchObject({
      author: "Haifa Said",
      outlet: "China.org.cn",
      country: "CN",
      ownership: "state",
      date: "2018-04-03",
      kind: "opinion",
      language: "en",
      url: null,
    });
    expect(document.title).toBe(normalised(readFileSync(first, "utf8").split("\n")[0]!));
    expect(document.captions).toHaveLength(1);
    expect(version.body).not.toMatch(/Print E-mail|Comment\(s\)|App Download|User Name|moderator/u);
  });

  test("the second shows title and date, the rest is told", () => {
    const { document } = read(second, "outlet=dong-a-ilbo", "kind=editorial");
    const lines = readFileSync(second, "utf8").split("\n").map(normalised);
    expect(document.title).toBe(lines.find((line) => line.startsWith("N. Korea's")));
    expect(document).toMatchObject({
      author: null,
      outlet: "The Dong-A Ilbo",
      country: "KR",
      date: "2019-01-09",
      kind: "editorial",
      language: "en",
      url: null,
    });
    expect(read(second).document).toMatchObject({ outlet: null, country: "unknown", kind: "unknown" });
  });

  test("every kept character is the page's, white space normalised", () => {
    for (const file of [first, second]) {
      const lines = new Set(readFileSync(file, "utf8").split("\n").map(normalised));
      const paragraphs = read(file).version.body.split("\n\n");
      expect(paragraphs.length).toBeGreaterThanOrEqual(5);
      expect(paragraphs.filter((paragraph) => !lines.has(paragraph))).toEqual([]);
    }
  });

  describe("imported to a folder, the right passage comes first for", () => {
    test.each([
      ["moral responsibility solemn duty", "solemn duty"],
      ["US interpretation of denuclearization", "denuclearization means"],
      ["Kim birthday Beijing", "on his birthday"],
      ["new path", "new path"],
      ["valuable as life", "valuable as life"],
    ])("%s", async (query, words) => {
      const folder = await importedFolder();
      const { desk, close } = await openDesk(config, [folder]);
      onTestFinished(close);
      const { excerpts } = search(desk.library, { query, limit: 1 });
      expect(excerpts[0]?.excerpt.text).toContain(words);
    });

    test("nonsense, nothing", async () => {
      const { desk, close } = await openDesk(config, [await importedFolder()]);
      onTestFinished(close);
      expect(search(desk.library, { query: "xylophone quark", limit: 5 })).toMatchObject({
        total: 0,
        excerpts: [],
      });
    });
  });
});

/** JavaScript's white space has the no-break and the ideographic space in it. */
function normalised(line: string): string {
  return line.replace(/\s+/gu, " ").trim();
}

async function importedFolder(): Promise<string> {
  const folder = folderWith();
  const write = process.stdout.write.bind(process.stdout);
  // The program tells on standard output what it did with each file.
  process.stdout.write = () => true;
  try {
    expect(await importProgram.run([first, "--out", folder], config)).toBe(0);
    const told = ["--set", "outlet=dong-a-ilbo", "--set", "kind=editorial"];
    expect(await importProgram.run([second, ...told, "--out", folder], config)).toBe(0);
  } finally {
    process.stdout.write = write;
  }
  return folder;
}
