import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { localNews } from "../../src/cli/digests/local-news.ts";
import { digestsProgram } from "../../src/cli/digests.ts";
import { UsageError } from "../../src/cli/command-line.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { dateOf, entryOf } from "../core/samples.ts";
import { configWith, runFile, runProgram } from "./run.ts";

const NEWS = entryOf("Envoys met in Hanoi on Thursday. They signed nothing.", {
  id: "hanoi-report",
  title: "Envoys meet",
  outlet: "Example Times",
  country: "VN",
  ownership: "private",
  date: dateOf("2026-05-28"),
  url: "https://news.example.com/1",
});

/** Noon of 28 May 2026 in London. */
const CAME = Date.UTC(2026, 4, 28, 11);

/** A configuration with a store into which this came as news at {@link CAME}. */
async function withNews(entries = [NEWS]) {
  const config = configWith({ zone: "Europe/London" });
  const store = await openStore({
    path: join(config.dataDir, "korea-desk.db"),
    now: () => CAME,
  });
  await store.save("import", entries, { announce: true });
  store.close();
  return config;
}

const preview = async (config: Awaited<ReturnType<typeof withNews>>, ...args: string[]) => {
  const { status, stdout, stderr } = await runProgram(digestsProgram, ["preview", ...args], config);
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
};

test("people see the digest of a day as the channel would get it", async () => {
  const config = await withNews();
  expect(await preview(config, "--date", "2026-05-29", "--query", "Hanoi envoys kind:news")).toContain(
    `Digest for 29 May 2026

1 of 1 new document matches “Hanoi envoys kind:news”
`,
  );
  const korean = await preview(config, "--date", "2026-05-28", "--language", "ko");
  expect(korean).toContain(`2026년 5월 28일 소식

새 문서 1건

> Envoys met in Hanoi on Thursday. They signed nothing.
`);
});

test("a document is new from the day it came to the end of the next, in the zone", async () => {
  const store = await openStore({ path: ":memory:", now: () => CAME });
  await store.save("import", [NEWS], { announce: true });
  const day = (text: string) => Temporal.PlainDate.from(text);
  const isNew = async (since: string, date: string, zone = "Europe/London") =>
    (await localNews({ since: day(since), date: day(date), zone }, store)).news.length > 0;
  expect(await isNew("2026-05-26", "2026-05-27")).toBe(false);
  expect(await isNew("2026-05-27", "2026-05-28")).toBe(true);
  expect(await isNew("2026-05-28", "2026-05-29")).toBe(true);
  expect(await isNew("2026-05-29", "2026-05-30")).toBe(false);
  // Published seven days before, and eight.
  expect(await isNew("2026-05-01", "2026-06-04")).toBe(true);
  expect(await isNew("2026-05-01", "2026-06-05")).toBe(false);
  // It is the day after there already.
  expect(await isNew("2026-05-28", "2026-05-28", "Pacific/Kiritimati")).toBe(false);
  expect(await isNew("2026-05-29", "2026-05-29", "Pacific/Kiritimati")).toBe(true);
  store.close();
});

test("what came since but was published too early is told", async () => {
  const config = await withNews();
  const { status, stdout, stderr } = await runProgram(
    digestsProgram,
    ["preview", "--since", "2026-05-01", "--date", "2026-06-05", "--json"],
    config,
  );
  expect([status, JSON.parse(stdout).why]).toEqual([0, { type: "noNews" }]);
  expect(stderr).toBe(
    "1 document came as news since 2026-05-01, but published more than 7 days before 2026-06-05: no digest of that day takes them.\n",
  );
});

test("programs get JSON with the shape that help tells", async () => {
  const config = await withNews();
  const found = JSON.parse(
    await preview(config, "--json", "--date", "2026-05-29", "--query", "envoys"),
  ) as Record<string, unknown>;
  expect(found).toMatchObject({
    date: "2026-05-29",
    zone: "Europe/London",
    language: "en",
    query: "envoys",
    why: { type: "news", matched: 1, of: 1 },
    items: 1,
    quoteOfDay: null,
    blocks: [
      { type: "heading", text: "Digest for 29 May 2026" },
      { type: "text", text: "1 of 1 new document matches “envoys”" },
      {
        type: "quote",
        excerpt: {
          text: "Envoys met in Hanoi on Thursday. They signed nothing.",
          document: { id: "hanoi-report" },
        },
        remarks: [],
      },
      ...(found["blocks"] as unknown[]).slice(3),
    ],
    actions: [{ label: "Open 1", command: "read" }, ...(found["actions"] as unknown[]).slice(1)],
  });
  for (const key of Object.keys(found)) expect(digestsProgram.usage).toContain(key);
});

test("a day without news has a quote, or nothing where quiet", async () => {
  const config = configWith();
  const one = await preview(config, "--date", "2026-04-03");
  expect(one).toContain("\nNothing new came in.\n\nQuote of the day\n\n> ");
  expect(one).toContain("briefing, our own words");
  expect(await preview(config, "--date", "2026-04-03")).toBe(one);
  expect(await preview(config, "--date", "2026-04-03", "--quiet")).toBe(
    "Nothing is sent: no news, and --quiet.\n",
  );
  // Before the briefings were written they are no quotes.
  expect(await preview(config, "--date", "2026-02-03")).not.toContain("Quote of the day");
  const news = await withNews();
  expect(await preview(news, "--date", "2026-05-29", "--query", "Vladivostok", "--quiet")).toBe(
    "Nothing is sent: the one new document does not match, and --quiet.\n",
  );
});

test.each([
  [[], "which of preview, run?"],
  [["post"], "“post” is none of preview, run"],
  [["preview", "Hanoi"], "“Hanoi” is not expected; the query goes with --query"],
  [["preview", "--date", "2026-02-30"], "--date 2026-02-30 is no day: write it as 2026-03-28"],
  [["preview", "--date", "2026-02"], "--date 2026-02 is no day: write it as 2026-03-28"],
  [["preview", "--date", "2026-02-01", "--since", "2026-02-02"], "--since 2026-02-02 is after 2026-02-01"],
  [["preview", "--language", "fr"], "--language fr is none of en, ko"],
])("%j is a mistake of the call", async (args, message) => {
  await expect(runProgram(digestsProgram, args)).rejects.toThrow(new UsageError(message));
});

test("so are a zone that is none and a query that cannot be read", async () => {
  const failing = (...args: string[]) => runProgram(digestsProgram, ["preview", ...args]);
  await expect(failing("--zone", "Atlantis")).rejects.toThrow(
    /^timezone: I know no place or zone “Atlantis”/u,
  );
  await expect(failing("--query", 'Kim "went')).rejects.toThrow(UsageError);
});

test("it is a program of korea", () => {
  const { status, stdout } = runFile("cli.ts", ["digests", "--help"]);
  expect([status, stdout]).toEqual([0, `${digestsProgram.usage}\n`]);
});
