import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folderWith } from "../folder.ts";

const SOURCE = fileURLToPath(new URL("../../src", import.meta.url));

interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program of the project in an empty folder, with an own store. */
function run(
  file: string,
  args: readonly string[],
  more: { input?: string; cwd?: string; env?: object } = {},
): Ran {
  const cwd = more.cwd ?? folderWith();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(SOURCE, file), ...args], {
    cwd,
    encoding: "utf8",
    input: more.input ?? "",
    env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8", NO_COLOR: "1", ...more.env },
  });
  return { status, stdout, stderr };
}
const korea = (args: readonly string[], more?: Parameters<typeof run>[2]) => run("cli.ts", args, more);

const CORPUS = {
  "one.md":
    "---\nid: one\ntitle: First text\noutlet: Dong-A Ilbo\nauthor: A. Writer\ndate: 2018-04-03\nurl: https://x.example/1\nkind: opinion\nlanguage: en\n---\nKim went to Beijing. Nothing else happened there.\n\nA second paragraph, on Hanoi.\n",
  "two.md": "---\nid: two\ntitle: Second text\ndate: 2019\n---\nKim came to Hanoi.\n",
};

describe("korea", () => {
  test("tells its programs", () => {
    const { status, stdout } = korea([]);
    expect(status).toBe(0);
    for (const name of ["search", "render", "import", "chat", "doctor", "manifest", "register"]) {
      expect(stdout).toContain(`  ${name} `);
    }
  });

  test("a misspelt program is told of", () => {
    expect(korea(["serach", "x"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "korea: there is no program “serach”. Did you mean search? See korea --help.\n",
    });
  });

  test.each(["search", "render", "import", "chat", "doctor", "manifest", "register"])(
    "%s --help explains it",
    (name) => {
      const { status, stdout, stderr } = korea([name, "--help"]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(new RegExp(`^Usage: korea ${name}`, "u"));
      expect(stdout).toContain("--help");
    },
  );
});

describe("korea search", () => {
  test("--json prints the documented shape", () => {
    const folder = folderWith(CORPUS);
    const { status, stdout, stderr } = korea(["search", "Beijing", "--json", "--corpus", folder]);
    expect([status, stderr]).toEqual([0, ""]);
    const { tookMs, excerpts, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ query: "Beijing", searchedAlso: [], total: 1 });
    expect(tookMs).toBeGreaterThan(0);
    const { score, id, document, ...excerpt } = excerpts[0];
    const { sha256 } = document;
    expect(score).toBeGreaterThan(0);
    expect(excerpt).toEqual({
      text: "Kim went to Beijing. Nothing else happened there.",
      start: 0,
      end: 49,
      highlights: [[12, 19]],
    });
    expect(id).toBe(`one@${sha256.slice(0, 8)}:0-49`);
    expect(document).toEqual({
      id: "one",
      title: "First text",
      outlet: "The Dong-A Ilbo",
      country: "KR",
      ownership: "private",
      author: "A. Writer",
      date: "2018-04-03",
      url: "https://x.example/1",
      kind: "opinion",
      language: "en",
      sha256,
    });
  });

  test("filters and a limit narrow it, several folders widen it", () => {
    const { "one.md": one, "two.md": two } = CORPUS;
    const folders = [folderWith({ "one.md": one }), folderWith({ "two.md": two })].flatMap((folder) => [
      "--corpus",
      folder,
    ]);
    const ids = (...args: string[]) => {
      const { stdout } = korea(["search", "Kim Hanoi", "--json", ...folders, ...args]);
      return JSON.parse(stdout).excerpts.map((excerpt: { document: { id: string } }) => excerpt.document.id);
    };
    expect(ids()).toEqual(["two", "one", "one"]);
    expect(ids("--limit", "1", "--kind", "opinion", "--country", "South Korea", "--to", "2018")).toEqual([
      "one",
    ]);
  });

  test("a file of queries is answered line by line, and bad lines say why", () => {
    const folder = folderWith(CORPUS);
    const file = join(
      folderWith({
        "q.jsonl": [
          '{"id": 1, "q": "Beijing"}',
          "",
          '{"id": "b", "q": "Kim", "from": "2019", "limit": 1}',
          "not json",
          '{"id": "d", "q": "Kim", "form": "2019"}',
          '{"id": "e", "q": "Kim", "from": "soon"}',
          '{"id": "f", "q": " "}',
        ].join("\n"),
      }),
      "q.jsonl",
    );
    const { status, stdout } = korea(["search", "--queries", file, "--json", "--corpus", folder]);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(answers.map(({ id, total, error }) => [id, total ?? error])).toEqual([
      [1, 1],
      ["b", 1],
      [null, 'line 4 is no object {"id": …, "q": "…"}'],
      ["d", "“form” is no filter; filters: from, to, outlet, country, kind, language, sort"],
      ["e", "from: “soon” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28."],
      ["f", "q is empty"],
    ]);
  });

  test("wrong arguments are told of with the usage", () => {
    const { status, stdout, stderr } = korea(["search", "x", "--json", "--limit", "1001"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(
      "korea search: the limit “1001” is no whole number from 1 to 1000\n\nUsage: korea search",
    );
  });
});

test("korea render prints what each platform would be sent", () => {
  const folder = folderWith(CORPUS);
  const render = (platform: string) =>
    korea(["render", "--platform", platform, "--corpus", folder, "/korea search Beijing"]).stdout;
  expect(render("console")).toBe(`1 excerpt for “Beijing”

> Kim went to Beijing. Nothing else happened there.
  opinion · A. Writer, “First text”, The Dong-A Ilbo (South Korea, private media), 3 April 2018 · English · https://x.example/1
  [1] Context
`);
  expect(JSON.parse(render("discord"))).toMatchObject({
    type: 4,
    data: {
      flags: 32_832,
      allowed_mentions: { parse: [] },
      components: [
        {
          type: 10,
          content:
            "### 1 excerpt for “Beijing”\n> Kim went to **Beijing**. Nothing else happened there.\n-# **opinion** · A. Writer, “First text”, The Dong-A Ilbo (South Korea, private media), 3 April 2018 · English · [x.example](https://x.example/1)",
        },
        { type: 1, components: [{ type: 2, label: "Context" }] },
      ],
    },
  });
  expect(JSON.parse(render("slack"))).toMatchObject({
    response_type: "ephemeral",
    text: "1 excerpt for “Beijing”",
    blocks: [{ type: "rich_text" }, { type: "actions" }],
  });
});

test("korea import fills the store, and what it imported is found", () => {
  const page =
    "Ministers meet again after a pause\n\nBy Jane Doe\nPosted March. 05, 2019 07:31,\n\nMinisters of two countries met on Monday after a pause of several months, and spoke of some progress.\n\nThey agreed to meet again in spring, although neither side said where the next round would be held.\n";
  const cwd = folderWith({
    "page.txt": page,
    "empty.txt": "",
    "changed.txt": page.replace("some progress", "no progress"),
  });
  const id = "page/2019-03-05-ministers-meet-again-after-a-pause";
  expect(korea(["import", "page.txt"], { cwd })).toEqual({
    status: 0,
    stdout: `imported   page.txt: ${id}\n`,
    stderr: "",
  });
  expect(korea(["import", "page.txt", "changed.txt", "gone.txt"], { cwd })).toEqual({
    status: 1,
    stdout: `unchanged  page.txt: ${id}\nrevised    changed.txt: ${id}\nrefused    gone.txt: there is no such file. Check the path and its permissions.\n`,
    stderr: "",
  });
  expect(korea(["import", "empty.txt", "--out", "docs"], { cwd }).status).toBe(1);
  expect(korea(["import", "page.txt", "--out", "docs"], { cwd }).stdout).toBe(
    "imported   page.txt: docs/page-2019-03-05-ministers-meet-again-after-a-pause.md\n",
  );
  expect(korea(["import", "changed.txt", "--out", "docs"], { cwd })).toMatchObject({ status: 1 });
  expect(readdirSync(join(cwd, "docs"))).toEqual(["page-2019-03-05-ministers-meet-again-after-a-pause.md"]);
  expect(
    readFileSync(join(cwd, "docs/page-2019-03-05-ministers-meet-again-after-a-pause.md"), "utf8"),
  ).toContain("some progress");
  expect(korea(["import", "page.txt", "--dry-run", "--set", "kind=news"], { cwd }).stdout).toContain(
    "kind: news",
  );
  expect(korea(["search", "ministers progress", "--json"], { cwd }).stdout).toContain("no progress");
});

describe("npm start", () => {
  test("answers a pipe and ends with 0, and tells what is wrong in .env", () => {
    const cwd = folderWith({ ".env": "DATADIR=x\n" });
    const { status, stdout, stderr } = run("main.ts", [], {
      cwd,
      input: "/korea search Kim fourth visit to China\n",
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ excerpts for “Kim fourth visit to China”: 1–\d\n\n> /u);
    expect(stderr).toBe(".env:1: unknown variable DATADIR. Did you mean DATA_DIR?\n");
  });

  test("a store that cannot be used is told of", () => {
    const cwd = folderWith({ data: "a file, not a folder" });
    const { status, stderr } = run("main.ts", [], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The store data\/korea-desk\.db cannot be used: .*DATA_DIR/u);
  });

  test("a store that is no database is told of", () => {
    const cwd = folderWith({ "data/korea-desk.db": "x".repeat(5_000) });
    expect(run("main.ts", [], { cwd })).toMatchObject({ status: 1, stdout: "" });
  });
});

test("korea doctor finds what is right and what is not set", () => {
  const { status, stdout } = korea(["doctor"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ok {7}configuration: /u);
  expect(stdout).toContain("→ Set DISCORD_TOKEN");
});

test("korea register needs a token", () => {
  const { status, stderr } = korea(["register"]);
  expect(status).toBe(2);
  expect(stderr).toContain("DISCORD_TOKEN is not set");
});
