import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { importProgram } from "../../src/cli/import.ts";
import { searchProgram } from "../../src/cli/search.ts";
import { openOwnStore } from "../../src/compose.ts";
import { folderWith } from "../folder.ts";
import { configWith, runProgram } from "./run.ts";

const PAGE = `Ministers meet again after a pause

By Jane Doe
Posted March. 05, 2019 07:31,

Ministers of two countries met on Monday after a pause of several months, and spoke of some progress.

They agreed to meet again in spring, although neither side said where the next round would be held.
`;
const CHANGED = PAGE.replace("some progress", "no progress");
const ID = "page/2019-03-05-ministers-meet-again-after-a-pause-9a6fee17";
const FILE = "page-2019-03-05-ministers-meet-again-after-a-pause-9a6fee17.md";
const summary = (kind: string) =>
  [
    "title: Ministers meet again after a pause",
    "author: Jane Doe",
    "outlet: unknown",
    "country: unknown",
    "date: 2019-03-05",
    `kind: ${kind}`,
    "language: en",
    "url: unknown",
    "captions: 0",
    "paragraphs: 2",
  ]
    .map((fact) => `           ${fact}\n`)
    .join("");

const HINT = "           outlet unknown: tell it with --set outlet=…\n";

/** Runs the program over pages in a folder, which is `F` in what it tells. */
function workshop(files: Record<string, string>) {
  const folder = folderWith(files);
  const config = configWith();
  const run = async (...args: string[]) => {
    const known = args.map((arg) => (arg in files || arg === "out" ? join(folder, arg) : arg));
    const { status, stdout, stderr } = await runProgram(importProgram, known, config);
    expect(stderr).toBe("");
    return { status, told: stdout.replaceAll(folder, "F").replaceAll(config.dataDir, "D") };
  };
  return { folder, config, run };
}

test("a page goes into the store, once; other words revise it, other metadata update it", async () => {
  const { config, run } = workshop({ "page.txt": PAGE, "changed.txt": CHANGED });
  expect(await run("page.txt")).toEqual({ status: 0, told: `imported   F/page.txt: ${ID}\n${HINT}` });
  expect(await run("page.txt", "changed.txt")).toEqual({
    status: 0,
    told: `unchanged  F/page.txt: ${ID}\nrevised    F/changed.txt: ${ID}\n${HINT}2 in all: 1 revised, 1 unchanged\n`,
  });
  expect(await run("changed.txt", "--set", "kind=news")).toEqual({
    status: 0,
    told: `updated    F/changed.txt: ${ID}\n${HINT}`,
  });
  const store = await openOwnStore(config);
  const entries = await store.entries();
  store.close();
  expect(entries.map(({ document, version }) => [document.id, document.kind, version.body])).toEqual([
    [ID, "news", [CHANGED.split("\n")[5], CHANGED.split("\n")[7]].join("\n\n")],
  ]);
});

test("what was imported is found by the next search", async () => {
  const { config, run } = workshop({ "page.txt": PAGE });
  await run("page.txt");
  const { stdout } = await runProgram(searchProgram, ["ministers spring round", "--json"], config);
  expect(JSON.parse(stdout).excerpts[0].document.id).toBe(ID);
});

test("a file that cannot be read is refused, and the others are read", async () => {
  const { run } = workshop({
    "page.txt": PAGE,
    "empty.txt": "",
    "bad.md": "---\ntitle: T\nauthro: x\n---\nW",
  });
  expect(await run("empty.txt", "gone.txt", "bad.md", "page.txt")).toEqual({
    status: 1,
    told:
      "refused    F/empty.txt: empty. Save the page again.\n" +
      "refused    gone.txt: there is no such file. Check the path and its permissions.\n" +
      "refused    F/bad.md:3: unknown key authro. Did you mean author? The document was left out.\n" +
      `imported   F/page.txt: ${ID}\n${HINT}` +
      "4 in all: 1 imported, 3 refused\n",
  });
});

test("an id of the built-in documents is refused", async () => {
  const { config, run } = workshop({ "page.txt": PAGE });
  await runProgram(searchProgram, ["Kim", "--json"], config);
  expect(await run("page.txt", "--set", "id=entity/kim-jong-un")).toEqual({
    status: 1,
    told: "refused    F/page.txt: entity/kim-jong-un is a built-in document; give another --set id=…\n",
  });
});

test("--out writes document files that read back the same, and never writes over one", async () => {
  const { folder, config, run } = workshop({ "page.txt": PAGE, "changed.txt": CHANGED });
  expect(await run("page.txt", "--out", "out", "--set", "notes=Ours")).toEqual({
    status: 0,
    told: `imported   F/page.txt: F/out/${FILE}\n${HINT}`,
  });
  const path = join(folder, "out", FILE);
  const written = readFileSync(path, "utf8");
  expect(written).toBe(`---
id: ${ID}
title: Ministers meet again after a pause
country: unknown
author: Jane Doe
date: 2019-03-05
kind: unknown
language: en
notes:
  - Ours
---

${PAGE.split("\n")[5]}

${PAGE.split("\n")[7]}
`);
  expect(await run("page.txt", "--out", "out", "--set", "notes=Ours")).toEqual({
    status: 0,
    told: `unchanged  F/page.txt: F/out/${FILE}\n`,
  });
  expect(await run("changed.txt", "--out", "out")).toEqual({
    status: 1,
    told: `refused    F/changed.txt: F/out/${FILE} is there with other words; move it away or choose another --out\n`,
  });
  expect(readFileSync(path, "utf8")).toBe(written);
  expect(readdirSync(join(folder, "out"))).toEqual([FILE]);
  // The document file itself may be imported.
  const { stdout } = await runProgram(importProgram, [path], config);
  expect(stdout).toBe(`imported   ${path}: ${ID}\n${HINT}`);
});

test("--dry-run tells what was found and leaves nothing behind", async () => {
  const { folder, config, run } = workshop({ "page.txt": PAGE });
  expect(await run("page.txt", "--dry-run")).toEqual({
    status: 0,
    told: `imported   F/page.txt: would be ${ID}\n${summary("unknown")}${HINT}`,
  });
  expect(await run("page.txt", "--dry-run", "--out", "out", "--set", "kind=news")).toEqual({
    status: 0,
    told: `imported   F/page.txt: would be F/out/${FILE}\n${summary("news")}${HINT}`,
  });
  expect([existsSync(join(folder, "out")), readdirSync(config.dataDir)]).toEqual([false, []]);
});

test("--dry-run tells truly what would become of each file in the store, and leaves the store alone", async () => {
  const { config, run } = workshop({ "page.txt": PAGE, "changed.txt": CHANGED, "copy.txt": CHANGED });
  await runProgram(searchProgram, ["Kim", "--json"], config);
  const tried = async (...args: string[]) => {
    const { told } = await run(...args, "--dry-run");
    return told.split("\n").filter((line) => /^\w/u.test(line));
  };
  expect(await tried("page.txt", "changed.txt")).toEqual([
    `imported   F/page.txt: would be ${ID}`,
    `revised    F/changed.txt: would be ${ID}`,
    "2 in all: 1 imported, 1 revised",
  ]);
  await run("page.txt");
  const [files, store] = [readdirSync(config.dataDir), await openOwnStore(config)];
  const before = await store.lastChange();
  expect(await tried("page.txt", "changed.txt", "copy.txt")).toEqual([
    `unchanged  F/page.txt: would be ${ID}`,
    `revised    F/changed.txt: would be ${ID}`,
    `unchanged  F/copy.txt: would be ${ID}`,
    "3 in all: 1 revised, 2 unchanged",
  ]);
  expect(await tried("page.txt", "--set", "id=entity/kim-jong-un")).toEqual([
    "refused    F/page.txt: entity/kim-jong-un is a built-in document; give another --set id=…",
  ]);
  expect(await store.lastChange()).toBe(before);
  store.close();
  expect(readdirSync(config.dataDir)).toEqual(files);
});

test.each([
  [[], "which PATH or URL should be read?"],
  [["a.txt", "b.txt", "--set", "id=x"], "--set id=… is for one document, and there are 2 to read"],
  [
    ["page.txt", "--announce", "--out", "out"],
    "--announce is for the store, --out is not: leave one of them out",
  ],
  [["page.txt", "--set", "kind"], "--set: “kind” is no key=value. Write for example --set kind=editorial."],
  [
    ["page.txt", "--set", "date=soon", "--set", "title="],
    "--set: title: is empty. Mend the value after the =.\n" +
      "--set: date: “soon” is no date; write 2018, 2018-03 or 2018-03-28. Mend the value after the =.",
  ],
])("%j is told of", async (args, message) => {
  await expect(runProgram(importProgram, args)).rejects.toThrow(new UsageError(message));
});

test("--out where a file is in the way is told of", async () => {
  const { folder, run } = workshop({ "page.txt": PAGE });
  await expect(run("page.txt", "--out", `${folder}/page.txt`)).rejects.toThrow(
    new UsageError(`--out ${folder}/page.txt: it cannot be made; check the path and its permissions`),
  );
});

test("what was told stays when files that were written come again without it", async () => {
  const { folder, config, run } = workshop({ "page.txt": PAGE, "changed.txt": CHANGED });
  const told = [
    "outlet=dong-a-ilbo",
    "country=CN",
    "kind=editorial",
    "notes=Ours",
    "paraphrases=spring talks",
  ];
  const documents = async () => {
    const store = await openOwnStore(config);
    const entries = await store.entries();
    store.close();
    return entries.map(({ document: { id, outletId, country, kind, notes, paraphrases } }) => [
      id,
      outletId,
      country,
      kind,
      notes,
      paraphrases,
    ]);
  };
  const words = async (...args: string[]) => (await run(...args)).told.split(" ", 1)[0];
  await run("page.txt", "--out", "out");
  const file = join(folder, "out", FILE);
  expect(await words(file)).toBe("imported");
  await run(file, ...told.flatMap((pair) => ["--set", pair]));
  const kept = [[ID, "dong-a-ilbo", "CN", "editorial", ["Ours"], ["spring talks"]]];
  expect(await documents()).toEqual(kept);
  // The page, the file of it, and other words of it, none of which says what was told.
  expect(await words(file)).toBe("unchanged");
  expect(await words("page.txt")).toBe("unchanged");
  expect(await documents()).toEqual(kept);
  await run("changed.txt");
  expect(await documents()).toEqual(kept);
  // A file that says who it is, by an id or an address of its own.
  for (const [key, value, id] of [
    ["id", "our/own", "our/own"],
    ["url", "https://www.dongailbo.example/1", "dongailbo-example/1"],
  ] as const) {
    const named = join(folder, `${key}.md`);
    writeFileSync(named, readFileSync(file, "utf8").replace(/^id: .*\n/mu, `${key}: ${value}\n`));
    expect(await words(named, "--set", "kind=news", "--set", "outlet=yonhap")).toBe("imported");
    expect(await words(named)).toBe("unchanged");
    expect((await documents()).at(-1)).toEqual([id, "yonhap", "KR", "news", [], undefined]);
    // Somebody who mends the file by hand is told what wins, and how to change it.
    writeFileSync(named, readFileSync(named, "utf8").replace("kind: unknown", "kind: official"));
    expect((await run(named)).told.split("\n").slice(1)).toEqual([
      "           kind stays news, as it was told: take official with --set kind=…",
      "",
    ]);
    // What is told anew wins.
    await run(named, "--set", "kind=opinion");
    expect((await documents()).at(-1)).toEqual([id, "yonhap", "KR", "opinion", [], undefined]);
  }
});

test("what --announce does not make news says so", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const { run } = workshop({ "page.txt": PAGE, "changed.txt": CHANGED });
  const told = (word: string, name: string, why: string) =>
    `${word.padEnd(9)}  F/${name}: ${ID}\n           no news for digests: ${why}\n`;
  const before = "it came in before, and only first versions are news";
  const old = await run("page.txt", "--announce", "--dry-run");
  expect(old.told).toContain("           no news for digests: published more than 7 days ago\n");
  expect((await run("page.txt", "--announce")).told).toBe(
    `${told("imported", "page.txt", "published more than 7 days ago")}${HINT}`,
  );
  expect((await run("page.txt", "--announce")).told).toBe(told("unchanged", "page.txt", before));
  expect((await run("changed.txt", "--announce")).told).toBe(
    `${told("revised", "changed.txt", before)}${HINT}`,
  );
  const fresh = await run("page.txt", "--announce", "--set", `date=${today}`, "--set", "id=fresh");
  expect(fresh.told).toBe(`imported   F/page.txt: fresh\n${HINT}`);
  expect((await run("page.txt")).told).not.toContain("no news");
});
