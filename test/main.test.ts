import { expect, test } from "vitest";
import { runFile } from "./cli/run.ts";
import { folderWith } from "./folder.ts";

test("without a token it answers what comes through a pipe, and ends with 0", () => {
  const cwd = folderWith({ ".env": "DATADIR=x\n" });
  const input = "/korea search Kim fourth visit to China\n1\n";
  const { status, stdout, stderr } = runFile("main.ts", [], { cwd, input });
  expect([status, stderr]).toEqual([0, ".env:1: unknown variable DATADIR. Did you mean DATA_DIR?\n"]);
  expect(stdout).toMatch(/^\d+ excerpts for “Kim fourth visit to China”: 1–\d\n\n> /u);
  // The second line chose the first excerpt: its whole document, or the passages around it.
  expect(stdout).toMatch(/ Next\n\n[^]+\n(?:The whole text: |Passages )[^\n]+\n/u);
});

test("a store that is no database is told of", () => {
  const cwd = folderWith({ "data/korea-desk.db": "x".repeat(5_000) });
  expect(runFile("main.ts", [], { cwd, input: "Kim\n" })).toEqual({
    status: 1,
    stdout: "",
    stderr:
      "The store data/korea-desk.db cannot be used: file is not a database. " +
      "Check the disk and the folder's permissions, put a backup in its place, or set DATA_DIR to another folder.\n",
  });
});

test("a configuration that cannot be used stops the start, and no value is repeated", () => {
  const { status, stdout, stderr } = runFile("main.ts", [], {
    cwd: folderWith({ ".env": "\nSLACK_BOT_TOKEN=my-secret\n" }),
    env: { PORT: "secret-port" },
  });
  const remedy = "Mend it, or leave it out; .env.example explains every variable.";
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(
    `.env:2: SLACK_BOT_TOKEN is no bot token: one begins with xoxb-. ${remedy}\n` +
      `environment: PORT is no port: write a number from 0 to 65535. ${remedy}\n`,
  );
});
