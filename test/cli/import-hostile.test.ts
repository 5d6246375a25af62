import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importProgram } from "../../src/cli/import.ts";
import { folderWith } from "../folder.ts";
import { configWith, runProgram } from "./run.ts";

const BODY =
  "<p>Ministers of two countries met on Monday after a pause of several months, and spoke of some progress.</p>" +
  "<p>They agreed to meet again in spring, although neither side said where the next round would be held.</p>";
const page = (title: string, canonical = "") =>
  `<!doctype html><html><head><title>${title}</title>${canonical === "" ? "" : `<link rel="canonical" href="${canonical}">`}</head>` +
  `<body><article><h1>${title}</h1>${BODY}</article></body></html>`;
const file = (id: string) => `---\nid: ${JSON.stringify(id)}\ntitle: T\n---\nWords.\n`;

test("--out writes into its folder, whatever pages call themselves", async () => {
  const folder = folderWith({
    "in/01.html": page("../../../etc/passwd"),
    "in/02.html": page("/etc/shadow"),
    "in/03.html": page("..\\..\\windows"),
    "in/04.html": page("Talks", "https://x.example/../../%2e%2e/%2Fetc%2Fpasswd?a=../../b"),
    "in/05.html": page("Talks", "https://x.example/%00.md"),
    "in/06.html": page("회담 ".repeat(200)),
    "in/07.html": page("Talks", `https://x.example/${encodeURIComponent("회담이다".repeat(40))}`),
    "in/08.html": page("Talks", `https://${"한".repeat(20)}.example/${"한".repeat(100)}`),
    "in/09.md": file("../../evil"),
    "in/10.md": file("/etc/passwd"),
    "in/11.md": file("a/b/c"),
    "in/12.md": file("한".repeat(200)),
    "kept.md": "mine",
    "out/.keep": "",
  });
  symlinkSync("../kept.md", join(folder, "out", "a-b-c.md"));
  const { stdout, stderr } = await runProgram(
    importProgram,
    [join(folder, "in"), "--out", join(folder, "out")],
    configWith(),
  );
  expect(stderr).toBe("");
  const told = stdout.split("\n").filter((line) => /^(?:imported|refused) /u.test(line));
  expect(told.map((line) => /^(\w+) +\S*\/in\/(\d+)/u.exec(line)!.slice(1).join(" "))).toEqual([
    ...["01", "02", "03", "04", "05", "06", "07", "08"].map((number) => `imported ${number}`),
    "refused 09",
    "refused 10",
    "refused 11",
    "imported 12",
  ]);
  expect(told.find((line) => line.includes("11.md"))).toContain("a-b-c.md is there with other words");
  expect(readdirSync(folder).sort()).toEqual(["in", "kept.md", "out"]);
  expect(readFileSync(join(folder, "kept.md"), "utf8")).toBe("mine");
  const written = readdirSync(join(folder, "out")).filter((name) => name !== ".keep");
  expect(written).toHaveLength(10);
  for (const name of written) {
    expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+\.md$/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  }
});
