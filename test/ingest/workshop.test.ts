import { spawnSync } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { AnalysisError } from "../../src/ingest/morphemes.ts";
import { analyseIn } from "../../src/ingest/workshop/analyse.ts";
import { createWorkshop, type WorkshopOptions } from "../../src/ingest/workshop/workshop.ts";
import { loadMorphology } from "../../src/ingest/korean.ts";

const PAGE =
  "<!doctype html><title>T</title><h1>Ministers meet again</h1><article>" +
  "<p>Ministers of two countries met on Monday after a pause of several months, and spoke of some progress.</p>" +
  "<p>They agreed to meet again in spring, although neither side said where the next round would be held.</p></article>";
const KOREAN = "두 나라 장관은 월요일에 다시 만나 회담을 이어 가기로 했다. ";
const REMEDY = "Save the page as plain text, or split it";

function workshopWith(options: WorkshopOptions = {}) {
  const workshop = createWorkshop(options);
  onTestFinished(() => workshop.close());
  const page = (bytes: string | Uint8Array, contentType: string | null = null) =>
    workshop.run("page", { bytes: Buffer.from(bytes), contentType, address: null, outlets: [] });
  return { workshop, page };
}

/** What is needed to see which way a page went. */
async function titleOf(outcome: ReturnType<ReturnType<typeof workshopWith>["page"]>) {
  const read = await outcome;
  return read.ok ? read.value.title : `${read.message}; ${read.remedy}`;
}

test("a page is read as HTML or as text, by its type or its first tag", async () => {
  const { page } = workshopWith();
  const text = PAGE.replaceAll(/<[^>]*>/gu, "\n\n");
  const titles = await Promise.all([
    titleOf(page(PAGE)),
    titleOf(page(`\uFEFF\n ${PAGE}`)),
    titleOf(page(PAGE, "text/plain")),
    titleOf(page(PAGE.slice(PAGE.indexOf("<h1>")), "text/html; charset=utf-8")),
    titleOf(page(text.slice(text.indexOf("Ministers")), "text/plain")),
  ]);
  expect(titles).toEqual(Array(5).fill("Ministers meet again"));
});

test("bytes that are no text are refused with what they are", async () => {
  const { page, workshop } = workshopWith();
  const remedy = "Save it as HTML or as plain text";
  expect(await titleOf(page("%PDF-1.4 …"))).toBe(`a PDF, not a text or a web page; ${remedy}`);
  expect(await workshop.run("documentFile", { bytes: Buffer.from("---\0"), file: "a.md" })).toEqual({
    ok: false,
    message: "binary, not a text or a web page",
    remedy,
  });
});

test.each([
  ["<!-- saved from url=(0033)https://www.example.com/news/1?a=b -->", "https://www.example.com/news/1?a=b"],
  [
    "<!--\n Page saved with SingleFile \n url: https://www.example.com/2 \n saved date: Tue Mar 05 2019\n-->",
    "https://www.example.com/2",
  ],
  ["<!-- saved from url=(0014)about:internet -->", null],
  ["<!-- saved from url=(0022)javascript:alert(1)// -->", null],
  ["<!-- url: https://www.example.com/3 -->", null],
  ["", null],
])("the address that a browser noted is that of the page: %s", async (comment, address) => {
  const { page } = workshopWith();
  const read = await page(PAGE.replace("<!doctype html>", `<!doctype html>\n${comment}<html>`));
  expect(read).toMatchObject({ ok: true, value: { title: "Ministers meet again", url: address } });
});

test("Korean texts are taken apart as in the main thread", async () => {
  const { workshop } = workshopWith();
  const texts = [KOREAN, "남북 관계", ""];
  const morphology = await loadMorphology();
  expect(await workshop.run("morphemes", { texts })).toEqual({ ok: true, value: texts.map(morphology) });
});

test("long Korean texts are taken apart in tasks of their own, and told of where that is not possible", async () => {
  const { workshop } = workshopWith();
  const texts = ["남북 관계", KOREAN.repeat(1_200), KOREAN, ""];
  const morphology = await loadMorphology();
  const analyse = analyseIn(workshop);
  expect(await analyse(texts)).toEqual(texts.map(morphology));
  expect(await analyse([])).toEqual([]);
  await workshop.close();
  await expect(analyse(["남북"])).rejects.toThrow(new AnalysisError("stopped before it was read"));
});

test("a task past its deadline is refused, and those after it are done in order", async () => {
  const { workshop, page } = workshopWith({ deadline: 1_000 });
  const order: string[] = [];
  const noted = async <T extends { ok: boolean }>(name: string, outcome: Promise<T>) => {
    const told = await outcome;
    order.push(`${name} ${told.ok}`);
    return told;
  };
  const [, heavy] = await Promise.all([
    noted("first", page(PAGE)),
    // Half a minute of work and more.
    noted("heavy", workshop.run("morphemes", { texts: [KOREAN.repeat(100_000)] })),
    noted("second", page(PAGE)),
    noted("third", page(PAGE)),
  ]);
  expect(order).toEqual(["first true", "heavy false", "second true", "third true"]);
  expect(heavy).toEqual({
    ok: false,
    message: "reading it took longer than 1 second",
    remedy: REMEDY,
  });
});

test("a task that needs too much memory is refused, and the next one is done", async () => {
  const { page } = workshopWith({ memory: 48, deadline: 60_000 });
  const [much, little] = await Promise.all([
    // 40,000 elements, each of which becomes several objects.
    titleOf(page("<p>a".repeat(40_000))),
    titleOf(page(PAGE)),
  ]);
  expect([much, little]).toEqual([
    `reading it needs more than 48 MB of memory; ${REMEDY}`,
    "Ministers meet again",
  ]);
});

test("what waits when the workshop is closed is refused, and what comes later", async () => {
  const { workshop, page } = workshopWith();
  const waiting = [page(PAGE), page(PAGE)];
  await workshop.close();
  const closed = { ok: false, message: "stopped before it was read", remedy: "Import it again" };
  expect(await Promise.all([...waiting, page(PAGE)])).toEqual([closed, closed, closed]);
});

test("a process ends by itself once its tasks are done, with nothing in the thread's environment", () => {
  const module = new URL("../../src/ingest/workshop/workshop.ts", import.meta.url).href;
  const script = `
    const { createWorkshop } = await import(${JSON.stringify(module)});
    const { ok, value } = await createWorkshop().run("morphemes", { texts: ["남북"] });
    console.log(ok, value.length);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 60_000,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "true 1\n", stderr: "" });
});
