import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { en } from "../../src/messages/en.ts";
import { folderWith } from "../folder.ts";
import { CORPUS, runFile } from "./run.ts";

const korea = (args: readonly string[], more?: Parameters<typeof runFile>[2]) =>
  runFile("cli.ts", args, more);

// Every test here starts processes: what needs none is tested beside this file.
describe("korea", () => {
  test("tells its programs: a search, the other commands of /korea, and what only the command line has", () => {
    const otherwise = ["search", "subscribe", "subscriptions", "help"];
    const asked = commands
      .filter(({ name, hidden }) => !hidden && !otherwise.includes(name))
      .map(({ name, description }) => {
        const words = description(en);
        return `  ${name.padEnd(13)}  ${words[0]!.toLowerCase()}${words.slice(1)}\n`;
      });
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(korea([])).toEqual({
      status: 0,
      stdout: `Usage: korea PROGRAM [ARGUMENTS]

  search         find quoted, attributed excerpts
${asked.join("")}  render         show exactly what a platform would be sent
  import         read web pages and document files from disk and web
  feeds          follow RSS, Atom and JSON Feed
  digests        show what a subscription gets, or deliver what is due
  subscriptions  list, export and import subscriptions of all channels
  tenant         list servers and workspaces, and delete what is kept of one
  chat           talk at the terminal
  doctor         check configuration, documents, store, tokens and connections
  manifest       print the manifest from which Slack makes the app
  register       register /korea with Discord without starting the bot

korea PROGRAM --help tells more.
`,
      stderr: "",
    });
  });

  test("a misspelt program is told of", () => {
    expect(korea(["serach", "x"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "korea: there is no program “serach”. Did you mean search? See korea --help.\n",
    });
  });

  test("a command that is about a channel is told to be one", () => {
    const { status, stderr } = korea(["subscribe", "Hanoi"]);
    expect([status, stderr.split(". ")[0]]).toEqual([
      2,
      "korea: subscribe is a command for chats: type /korea subscribe in the channel of Discord or Slack that is to get digests",
    ]);
  });

  test.each(["search", "read", "render", "chat", "doctor", "manifest", "register"])(
    "%s --help explains it",
    (name) => {
      // A configuration that cannot be used keeps nobody from reading the help.
      const { status, stdout, stderr } = korea([name, "--help"], { env: { PORT: "no" } });
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(new RegExp(`^Usage: korea ${name} ?`, "u"));
      expect(stdout).toMatch(/ --help +show this$/mu);
    },
  );

  test("search --json prints the documented shape", () => {
    const folder = folderWith(CORPUS);
    const { status, stdout, stderr } = korea(["search", "Beijing", "--json", "--corpus", folder]);
    expect([status, stderr]).toEqual([0, ""]);
    const { tookMs, excerpts, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ query: "Beijing", searchedAlso: [], total: 1 });
    expect(tookMs).toBeGreaterThan(0);
    expect(excerpts).toHaveLength(1);
    const { score, id, document, ...excerpt } = excerpts[0];
    const { sha256 } = document;
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(score).toBeGreaterThan(0);
    expect(excerpt).toEqual({
      text: "Kim went to Beijing. Nothing else happened there.",
      start: 0,
      end: 49,
      highlights: [[12, 19]],
      notes: [],
      sameStory: [],
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
      sources: [],
    });
  });

  test("any other command of /korea is a program, too", () => {
    const folder = folderWith(CORPUS);
    expect(korea(["read", "two", "--corpus", folder])).toEqual({
      status: 0,
      stdout: `kind unknown · “Second text”, outlet unknown, 2019 · language unknown · two

> Kim came to Hanoi.

The whole text: 1 passage
`,
      stderr: "",
    });
    const { status, stdout, stderr } = korea(["read", "too", "--json", "--corpus", folder]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^korea read: There is no document “too” here\..*\nkorea read --help shows how\.\n$/u,
    );
  });

  test("wrong arguments are told of, and where the usage is", () => {
    expect(korea(["search", "x", "--json", "--limit", "1001"])).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "korea search: the limit “1001” is no whole number from 1 to 1000\nkorea search --help shows how.\n",
    });
  });

  test("a store that cannot be used is told of, and so are mistakes of .env", () => {
    const cwd = folderWith({ ".env": "# ours\nDATA_DIRR=x\n", data: "a file, not a folder" });
    expect(korea(["search", "Kim"], { cwd })).toEqual({
      status: 1,
      stdout: "",
      stderr:
        ".env:2: unknown variable DATA_DIRR. Did you mean DATA_DIR?\n" +
        `The store ${join("data", "korea-desk.db")} cannot be used: EEXIST: file already exists, mkdir 'data'. ` +
        "Check the disk and the folder's permissions, put a backup in its place, or set DATA_DIR to another folder.\n",
    });
  });

  test("import goes into the store of DATA_DIR", () => {
    const cwd = folderWith({ "page.md": "---\nid: my/page\ntitle: A page\n---\nWords of mine.\n" });
    expect(korea(["import", "page.md"], { cwd, env: { DATA_DIR: "elsewhere" } })).toEqual({
      status: 0,
      stdout: "imported   page.md: my/page\n           outlet unknown: tell it with --set outlet=…\n",
      stderr: "",
    });
  });
});
