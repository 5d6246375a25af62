import { readdirSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { importProgram } from "../../src/cli/import.ts";
import { openOwnStore } from "../../src/compose.ts";
import { folderWith } from "../folder.ts";
import { configWith, runProgram } from "./run.ts";

const PARAGRAPHS = [
  "Ministers of two countries met on Monday after a pause of several months, and spoke of some progress.",
  "They agreed to meet again in spring, although neither side said where the next round would be held.",
];
const page = (title: string, head = "") =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>` +
  `${PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("")}</article></body></html>`;

/** A site on loopback, and a configuration under which it may be read. */
async function siteWith(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const contact = "desk@example.com";
  return {
    base: `http://127.0.0.1:${port}`,
    config: configWith({ fetch: { allowPrivate: ["127.0.0.1"], contact } }),
  };
}

test("pages are fetched one after the other; the address gives the identity, and what fails is told", async () => {
  let open = 0;
  let most = 0;
  const asked: string[] = [];
  const { base, config } = await siteWith((request, response) => {
    const path = request.url ?? "";
    if (path === "/robots.txt") {
      response.writeHead(404).end();
      return;
    }
    asked.push(path);
    open += 1;
    most = Math.max(most, open);
    response.on("close", () => (open -= 1));
    if (path === "/gone") response.writeHead(410).end();
    else if (path === "/missing") response.writeHead(404).end();
    else if (path === "/busy") response.writeHead(503).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(`Page ${path}`));
  });
  const paths = ["/one", "/gone", "/two", "/missing", "/one", "/busy"];
  const urls = paths.map((path) => base + path);
  const { status, stdout, stderr } = await runProgram(importProgram, urls, config);
  const told = stdout
    .replaceAll(base, "B")
    .replaceAll(/127-0-0-1-\d+|127-0-0-1/gu, "H")
    .split("\n");
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(told.filter((line) => /^\w/u.test(line))).toEqual([
    "imported   B/one: H/one",
    "refused    B/gone: the page is gone for good. Look for it in an archive.",
    "imported   B/two: H/two",
    expect.stringMatching(/^refused {4}B\/missing: /u),
    "unchanged  B/one: H/one",
    // Nobody but the person who asked will try it again.
    "refused    B/busy: 127.0.0.1 answers 503 Service Unavailable. Try again later.",
    "6 in all: 2 imported, 1 unchanged, 3 refused",
  ]);
  expect([asked, most]).toEqual([paths, 1]);
  const store = await openOwnStore(config);
  const entries = await store.entries();
  store.close();
  expect(entries.map(({ document, version }) => [document.url, version.body])).toEqual([
    [`${base}/one`, PARAGRAPHS.join("\n\n")],
    [`${base}/two`, PARAGRAPHS.join("\n\n")],
  ]);
});

test("a page on the web is never a document file, which could take any id", async () => {
  const text = `---\nid: entity/kim-jong-un\ntitle: T\n---\n\n${PARAGRAPHS.join("\n\n")}\n`;
  const { base, config } = await siteWith((_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end(text);
  });
  const { stdout } = await runProgram(importProgram, [`${base}/page.md`, "--set", "title=T"], config);
  expect(stdout).toMatch(/^imported {3}\S+: 127-0-0-1\S*\/page-md\n/u);
});

test("addresses that differ in case or punctuation alone are documents of their own, in the store and in a folder", async () => {
  const { base, config } = await siteWith((request, response) => {
    const path = request.url ?? "";
    if (path === "/robots.txt") response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(`Page ${path}`));
  });
  const urls = ["/s/aBcD", "/s/AbCd", "/?s=abcd", "/s/AbCd/?utm_source=x"].map((path) => base + path);
  const words = async (args: readonly string[]) => {
    const { stdout } = await runProgram(importProgram, args, config);
    return stdout.split("\n").filter((line) => /^\w/u.test(line));
  };
  const first = (await words(urls)).map((line) => line.split(" ")[0]);
  expect(first).toEqual(["imported", "imported", "imported", "revised", "4"]);
  const again = await words(urls.slice(0, 3).toReversed());
  expect(again.map((line) => line.split(" ")[0])).toEqual(["unchanged", "revised", "unchanged", "3"]);
  const out = folderWith();
  const inFolder = ["--out", out, ...urls.slice(0, 3)];
  const tried = await words([...inFolder, "--dry-run"]);
  expect(new Set(tried.slice(0, 3).map((line) => /would be (.*)$/u.exec(line)![1])).size).toBe(3);
  expect((await words(inFolder)).at(-1)).toBe("3 in all: 3 imported");
  expect((await words(["--out", out, ...urls.slice(0, 3).toReversed()])).at(-1)).toBe(
    "3 in all: 3 unchanged",
  );
  const files = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
  const written = files.map((text) => /^url: (.*)$/mu.exec(text)![1]!);
  expect(new Set(written)).toEqual(new Set(urls.slice(0, 3)));
  expect(written).toHaveLength(3);
});
