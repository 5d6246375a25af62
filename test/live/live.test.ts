import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Entry } from "../../src/core/document.ts";
import { Library } from "../../src/core/library.ts";
import type { OutletBook } from "../../src/core/outlet.ts";
import { Analyser } from "../../src/core/search/analyse.ts";
import { search } from "../../src/core/search/search.ts";
import { knowledgeIn, loadOutlets, readCorpus } from "../../src/ingest/corpus.ts";
import { readFolder } from "../../src/ingest/read-folder.ts";
import { createLive, type Live } from "../../src/live/live.ts";
import { createRenewal } from "../../src/live/renewal.ts";
import { syncFolder } from "../../src/live/sync.ts";
import { openStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { entryOf } from "../core/samples.ts";
import { folderWith } from "../folder.ts";
import { listeningLog, type ListeningLog } from "./listening-log.ts";

const briefing = (body: string, title = "A briefing") =>
  `---\ntitle: ${title}\noutlet: Nobody\nkind: briefing\nlanguage: en\n---\n\n${body}\n`;
const names = (...forms: string[]) =>
  `entities:\n  - id: hill\n    name: Hill\n    type: place\n    ko: 언덕\n    role: a hill\n    country: KR\n    confidence: known\n    aliases: [${forms.join(", ")}]\n`;

interface Running {
  live: Live;
  store: Store;
  folder: string;
  path: string;
  log: ListeningLog;
  found(query: string): string[];
}

/** A live library over a folder and a store file, started as the program does. */
async function running(
  files: Record<string, string>,
  prepare: (entry: Entry) => Promise<void> = async () => undefined,
): Promise<Running> {
  const folder = folderWith(files);
  const path = join(folderWith(), "store.db");
  const store = await openStore({ path, now: () => 0 });
  const { outlets } = await loadOutlets(folder);
  const reading = await readCorpus(folder, outlets);
  expect(reading.problems).toEqual([]);
  const problems = await syncFolder(store, { source: "builtin", folder }, reading);
  const make = (book: OutletBook, base: typeof reading.base) => {
    const { lexicon, reference } = knowledgeIn(base);
    return new Library(book, { analyser: new Analyser({ lexicon }), reference });
  };
  const library = make(outlets, reading.base);
  const seq = await store.lastChange();
  for (const entry of await store.entries()) library.add(entry);
  const log = listeningLog();
  const live = createLive({
    store,
    library,
    seq,
    folders: [{ source: "builtin", folder, problems }],
    read: async (which) => {
      const read = await readFolder({ folder: which, outletsFrom: which });
      // The folder of a test need not have outlets.
      const lacksOutlets = read.problems.some(
        ({ file, message }) => file.endsWith("outlets.yaml") && message.includes("no such file"),
      );
      return lacksOutlets
        ? {
            ...read,
            outletsBroken: false,
            problems: read.problems.filter(({ file }) => !file.endsWith("outlets.yaml")),
          }
        : read;
    },
    renewed: createRenewal(outlets, reading.base, make),
    prepare,
    log,
  });
  onTestFinished(async () => {
    await live.stop();
    store.close();
  });
  await live.start();
  return {
    live,
    store,
    folder,
    path,
    log,
    found: (query) => search(live.library, { query, limit: 5 }).excerpts.map(({ document }) => document.id),
  };
}

describe("while the bot runs", () => {
  test("what another process imports, revises and withdraws is found, or no longer", async () => {
    const { log, path, found } = await running({ "a.md": briefing("The delegation crossed the bridge.") });
    const other = await openStore({ path, now: () => 0 });
    onTestFinished(() => other.close());
    await other.save("import", [entryOf("A tunnel was dug.", { id: "news", title: "News" })]);
    await log.heard(/documents changed/u);
    expect(found("tunnel")).toEqual(["news"]);
    await other.save("import", [entryOf("A canal was dug.", { id: "news", title: "News" })]);
    await log.heard(/documents changed/u);
    expect([found("tunnel"), found("canal")]).toEqual([[], ["news"]]);
    await other.save("import", [], { complete: true });
    await log.heard(/documents changed/u);
    expect(found("canal")).toEqual([]);
  });

  test("files that come, change and go are found, or no longer", async () => {
    const { log, folder, found } = await running({ "a.md": briefing("The delegation crossed the bridge.") });
    writeFileSync(join(folder, "b.md"), briefing("The ferry left at dawn."));
    await log.heard(/documents changed/u);
    expect(found("ferry")).toEqual(["b"]);
    writeFileSync(join(folder, "b.md"), briefing("The train left at dawn."));
    await log.heard(/documents changed/u);
    expect([found("ferry"), found("train")]).toEqual([[], ["b"]]);
    rmSync(join(folder, "a.md"));
    await log.heard(/documents changed/u);
    expect([found("bridge"), found("train")]).toEqual([[], ["b"]]);
  });

  test("a broken edit keeps the last good version and says so, once; mended, it is taken", async () => {
    const { live, log, folder, found } = await running({
      "a.md": briefing("The delegation crossed the bridge."),
      "b.md": briefing("The ferry left at dawn."),
    });
    writeFileSync(join(folder, "a.md"), "---\ntitle: [\n---\n\nThe delegation went home.\n");
    const told = await log.heard(/needs mending/u);
    expect(told.level).toBe("warn");
    expect(told.facts["problem"]).toMatch(/a\.md:\d+: invalid YAML/u);
    expect(live.problems).toHaveLength(1);
    expect(found("bridge")).toEqual(["a"]);

    writeFileSync(join(folder, "b.md"), briefing("The train left at dawn."));
    await log.heard(/documents changed/u);
    expect([found("train"), found("bridge")]).toEqual([["b"], ["a"]]);
    expect(log.all.filter(({ message }) => message.includes("needs mending"))).toHaveLength(1);

    writeFileSync(join(folder, "a.md"), briefing("The delegation went home."));
    expect((await log.heard(/nothing is wrong any more/u)).facts["mended"]).toBe(join(folder, "a.md"));
    await log.heard(/documents changed/u);
    expect([live.problems, found("bridge"), found("home")]).toEqual([[], [], ["a"]]);
  });

  test("a line does not tell that something was left out which is still found", async () => {
    const { log, folder, found } = await running({ "a.md": briefing("The delegation crossed the bridge.") });
    writeFileSync(
      join(folder, "a.md"),
      briefing("The delegation went home.").replace("kind: briefing", "kind: brief"),
    );
    const { facts } = await log.heard(/needs mending/u);
    expect(facts["problem"]).toMatch(/kind: .* Mend it\.$/u);
    await log.heard(/what was read of it before is still found/u);
    expect(found("bridge")).toEqual(["a"]);
    writeFileSync(join(folder, "b.md"), "---\ntitle: [\n---\n\nWords.\n");
    await log.heard(/needs mending/u);
    rmSync(join(folder, "b.md"));
    expect((await log.heard(/nothing is wrong any more/u)).facts["mended"]).toBe(join(folder, "b.md"));
  });

  test("names of the reference base are renewed as a whole, and what was imported stays found", async () => {
    const { live, store, log, folder, found } = await running({
      "a.md": briefing("Talks were held at the White Hill."),
      "reference/entities.yaml": names("White Hill"),
    });
    await store.save("import", [entryOf("Nobody came to the Old Mound.", { id: "news", title: "News" })]);
    await live.catchUp();
    expect(found("Old Mound")).toEqual(["news"]);
    const before = live.library;
    writeFileSync(join(folder, "reference/entities.yaml"), names("White Hill", "Old Mound"));
    await log.heard(/were renewed/u);
    expect(live.library).not.toBe(before);
    expect(found("Old Mound").toSorted()).toEqual(["a", "entity/hill", "news"]);
    expect(live.library.reference.entities[0]!.aliases).toEqual(["White Hill", "Old Mound"]);

    // A broken file would leave half of the names.
    writeFileSync(join(folder, "reference/entities.yaml"), "entities:\n  - id: [\n");
    await log.heard(/needs mending/u);
    expect(found("Old Mound").toSorted()).toEqual(["a", "entity/hill", "news"]);
    expect(live.library.reference.entities[0]!.aliases).toEqual(["White Hill", "Old Mound"]);
  });

  test("a store that cannot be read is told of once and looked at again", async () => {
    const { live, store, log, found } = await running({
      "a.md": briefing("The delegation crossed the bridge."),
    });
    const real = store.changesSince;
    let reads = 0;
    store.changesSince = async () => {
      reads += 1;
      throw new Error("database disk image is malformed");
    };
    await live.catchUp();
    await live.catchUp();
    expect(reads).toBeGreaterThanOrEqual(2);
    expect(log.all.filter(({ message }) => message.startsWith("the store cannot be read"))).toHaveLength(1);
    store.changesSince = real;
    await store.save("import", [entryOf("A tunnel was dug.", { id: "news", title: "News" })]);
    await live.catchUp();
    expect(found("tunnel")).toEqual(["news"]);
  });
});

describe("what could go wrong meanwhile", () => {
  const outlets = (name: string) =>
    `- id: paper\n  name: ${name}\n  country: KR\n  language: ko\n  ownership: private\n`;
  const article = "---\ntitle: News\noutlet: paper\n---\n\nThe ferry left at dawn.\n";

  test("outlets that cannot be read take nothing away from the documents that name them", async () => {
    const { live, log, folder } = await running({
      "a.md": article,
      "reference/outlets.yaml": outlets("The Paper"),
    });
    await live.reload(folder);
    expect(live.library.get("a")!.document.outlet).toBe("The Paper");
    writeFileSync(join(folder, "reference/outlets.yaml"), "- id: [\n");
    await log.heard(/needs mending/u);
    writeFileSync(join(folder, "a.md"), article.replace("dawn", "dusk"));
    await live.reload(folder);
    expect(live.library.get("a")!.document.outlet).toBe("The Paper");
    writeFileSync(join(folder, "reference/outlets.yaml"), outlets("The New Paper"));
    await log.heard(/were renewed/u);
    expect(live.library.get("a")!.document.outlet).toBe("The New Paper");
    expect(live.library.outlets.named("paper")!.name).toBe("The New Paper");
    expect(live.library.get("a")!.version.body).toBe("The ferry left at dusk.");
  });

  test("a file that is no document stops no withdrawal", async () => {
    const { live, folder, found } = await running({
      "a.md": briefing("The delegation crossed the bridge."),
      "b.md": briefing("The ferry left at dawn."),
    });
    writeFileSync(join(folder, "notes.txt"), "Not a document.");
    rmSync(join(folder, "a.md"));
    await live.reload(folder);
    expect([found("bridge"), found("ferry")]).toEqual([[], ["b"]]);
    expect(live.problems.map(({ message }) => message)).toEqual(["not a document file, so it was left out"]);
  });

  test("a document that cannot be indexed is tried again, and stops no other", async () => {
    const state = { failing: 2 };
    const { live, store, log, found } = await running({}, async ({ document }) => {
      if (document.id !== "news" || state.failing === 0) return;
      state.failing -= 1;
      throw new Error("database is locked");
    });
    await store.save("import", [
      entryOf("A tunnel was dug.", { id: "news", title: "News" }),
      entryOf("A canal was dug.", { id: "other", title: "Other" }),
    ]);
    await live.catchUp();
    await live.catchUp();
    await live.catchUp();
    expect(found("dug").toSorted()).toEqual(["news", "other"]);
    expect(log.all.filter(({ message }) => message === "a document could not be indexed")).toHaveLength(2);
  });

  test("what is imported while names are renewed is found at once, and afterwards", async () => {
    const state: { store: Store | null; live: Live | null; seen: string[] } = {
      store: null,
      live: null,
      seen: [],
    };
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [`n${at}.md`, briefing(`Number ${at} crossed the bridge.`)]),
    );
    const one = await running(
      { ...many, "reference/entities.yaml": names("White Hill") },
      async ({ document }) => {
        if (document.id !== "n7" || state.store === null) return;
        await state.store.save("import", [entryOf("A tunnel was dug.", { id: "news", title: "News" })]);
        state.store = null;
      },
    );
    state.store = one.store;
    writeFileSync(join(one.folder, "reference/entities.yaml"), names("White Hill", "Old Mound"));
    await one.log.heard(/documents changed/u);
    await one.log.heard(/were renewed/u);
    expect(state.store).toBeNull();
    expect(one.found("tunnel")).toEqual(["news"]);
    expect(one.live.library.size).toBe(122);
  });
});
