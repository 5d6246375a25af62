import { describe, expect, it } from "vitest";
import { defineCommand, type Command } from "../../src/core/command.ts";
import { createDesk, type Asker, type DeskStore } from "../../src/core/desk.ts";
import { UserError } from "../../src/core/errors.ts";
import { note, reply, type Action } from "../../src/core/reply.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { ACTION_LIFE } from "../../src/store/actions.ts";
import { NOW, entryOf, libraryOf, openDeskOver, wordsOf } from "./samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en-US" };
const KOREAN: Asker = { tenant: "console", locale: "ko" };
const DOCUMENTS = [entryOf("Kim met Xi in Beijing.")];
/** The commands that people can call. */
const NAMES =
  "search, compare, check, about, timeline, today, read, cite, sources, subscribe, subscriptions, help";

const word = { type: "string", required: true, description: () => "Which word" } as const;
const say = defineCommand({
  name: "say",
  description: () => "Says",
  primary: "word",
  options: { word, more: { type: "string", required: true, description: () => "What else" } },
  run: async ({ word, more }) => reply([note(`${word} ${more}`)]),
});

function failing(error: Error): Command {
  return defineCommand({
    name: "fail",
    description: () => "Fails",
    options: { query: { type: "string", description: () => "Anything" } },
    async run() {
      throw error;
    },
  });
}

async function deskWith(commands: readonly Command[], given: Partial<DeskStore> = {}) {
  const store = await openStore({ path: ":memory:", now: () => NOW });
  const reports: unknown[][] = [];
  const desk = createDesk({
    library: libraryOf(DOCUMENTS),
    commands,
    store: { ...store, ...given },
    report: (...told) => `ref-${reports.push(told)}`,
    now: () => NOW,
    zone: "UTC",
  });
  return { desk, reports };
}

describe("a desk", () => {
  it("runs a command, and a line of text, for whoever asks in their language", async () => {
    const { desk, reported } = await openDeskOver(DOCUMENTS);
    const call = { command: "search", values: { query: "Beijing" } };
    expect(wordsOf(await desk.run(call, ENGLISH))).toEqual(["1 excerpt for “Beijing”"]);
    expect(await desk.runText("/korea search Beijing", ENGLISH)).toEqual(await desk.run(call, ENGLISH));
    expect(wordsOf(await desk.runText("Beijing", KOREAN))).toEqual(["‘Beijing’ 인용 1건"]);
    expect(reported).toEqual([]);
  });

  it("names the command that may be meant", async () => {
    const { desk, reported } = await openDeskOver(DOCUMENTS);
    const run = async (command: string, asker: Asker) =>
      wordsOf(await desk.run({ command, values: {} }, asker));
    expect(await run("serch", ENGLISH)).toEqual([
      `There is no command “serch”. Did you mean search? Commands: ${NAMES}.`,
    ]);
    expect(await run("serch", KOREAN)).toEqual([
      `‘serch’ 명령은 없습니다. 혹시 search인가요? 사용할 수 있는 명령: ${NAMES}`,
    ]);
    expect(await run("x".repeat(5_000), ENGLISH)).toEqual([
      `There is no command “${"x".repeat(119)}…”. Commands: ${NAMES}.`,
    ]);
    expect(reported).toEqual([]);
  });

  it("answers a mistake in a line of text", async () => {
    const { desk } = await openDeskOver(DOCUMENTS);
    expect(wordsOf(await desk.runText("Kim sort:newest sort:oldest", ENGLISH))).toEqual([
      "sort: is given twice. Give it once.",
    ]);
  });

  it("asks for every required option that is missing, keeping what was given", async () => {
    const { desk } = await deskWith([say]);
    expect(await desk.run({ command: "say", values: { word: "yes", more: " " } }, ENGLISH)).toEqual({
      type: "form",
      title: "/korea say",
      command: "say",
      values: { word: "yes", more: " " },
      fields: [{ name: "more", label: "What else" }],
    });
    expect(await desk.runText("say", ENGLISH)).toEqual({
      type: "form",
      title: "/korea say",
      command: "say",
      values: {},
      fields: [
        { name: "word", label: "Which word" },
        { name: "more", label: "What else" },
      ],
    });
  });

  it("asks in the person's language", async () => {
    const { desk } = await openDeskOver(DOCUMENTS);
    expect(await desk.runText("/korea search", KOREAN)).toEqual({
      type: "form",
      title: "/korea search",
      command: "search",
      values: {},
      fields: [{ name: "query", label: "찾을 내용" }],
    });
  });

  it("tells what is wrong with a question to the person, and not to the operator", async () => {
    const { desk, reports } = await deskWith([failing(new UserError((m) => m.fromAfterTo("2019", "2018")))]);
    expect(wordsOf(await desk.run({ command: "fail", values: {} }, ENGLISH))).toEqual([
      "from:2019 comes after to:2018, so nothing can lie between. Exchange them.",
    ]);
    expect(reports).toEqual([]);
  });

  it("reports a defect, and nothing of what was asked; the person gets the reference", async () => {
    const defect = new TypeError("broken");
    const { desk, reports } = await deskWith([failing(defect)]);
    const call = { command: "fail", values: { query: "who is my secret source" } };
    expect(wordsOf(await desk.run(call, ENGLISH))).toEqual([
      "Something went wrong on our side, and nothing is shown rather than something wrong. " +
        "The operator finds it in the log under ref-1.",
    ]);
    expect(wordsOf(await desk.run(call, KOREAN))).toEqual([
      "서버 쪽에 문제가 생겼습니다. 잘못된 내용을 보여 드리지 않으려고 답변을 멈췄습니다. " +
        "운영자는 로그에서 ref-2 번호로 확인할 수 있습니다.",
    ]);
    expect(reports).toEqual([[defect], [defect]]);
    expect(reports[0]![0]).toBe(defect);
  });

  it("reports a store that fails, and still answers", async () => {
    const broken = new Error("disk I/O error");
    const { desk, reports } = await deskWith([say], { keptAction: () => Promise.reject(broken) });
    expect(wordsOf(await desk.press("key", ENGLISH))).toEqual([
      "Something went wrong on our side, and nothing is shown rather than something wrong. " +
        "The operator finds it in the log under ref-1.",
    ]);
    expect(reports).toEqual([[broken]]);
  });
});

describe("an action kept by a desk", () => {
  const action: Action = { label: "Go", command: "search", values: { query: "Beijing", offset: 0 } };
  const expired = "This choice is no longer kept (choices last 90 days). Search again.";

  it("does what it did, under a key that depends on nothing but what it does", async () => {
    const { desk } = await openDeskOver(DOCUMENTS);
    const key = await desk.keep(action, ENGLISH);
    expect(key).toMatch(/^[\w-]{22}$/u);
    const same: Action = { label: "Los", command: "search", values: { offset: 0, query: "Beijing" } };
    expect(await desk.keep(same, ENGLISH)).toBe(key);
    expect(await desk.press(key, ENGLISH)).toEqual(await desk.run(action, ENGLISH));
  });

  it("is not there for another tenant", async () => {
    const { desk } = await openDeskOver(DOCUMENTS);
    const mine: Asker = { tenant: "discord:guild:1", locale: "en" };
    const key = await desk.keep(action, mine);
    for (const tenant of ["discord:guild:2", "discord:user:1", "slack:team:1", "console"] as const) {
      expect(wordsOf(await desk.press(key, { tenant, locale: "en" }))).toEqual([expired]);
    }
    expect(wordsOf(await desk.press(key, mine))).toEqual(["1 excerpt for “Beijing”"]);
  });

  it("is gone after 90 days, counted from when it was last kept", async () => {
    let now = NOW;
    const { desk } = await openDeskOver(DOCUMENTS, () => now);
    const key = await desk.keep(action, ENGLISH);
    now += ACTION_LIFE;
    expect(wordsOf(await desk.press(key, ENGLISH))).toEqual(["1 excerpt for “Beijing”"]);
    now += 1;
    expect(wordsOf(await desk.press(key, ENGLISH))).toEqual([expired]);
    expect(wordsOf(await desk.press(key, KOREAN))).toEqual([
      "보관 기간(90일)이 지난 선택입니다. 다시 검색해 주세요.",
    ]);
    await desk.keep(action, ENGLISH);
    expect(wordsOf(await desk.press(key, ENGLISH))).toEqual(["1 excerpt for “Beijing”"]);
  });

  it("is not there under a key that was never given", async () => {
    const { desk, reported } = await openDeskOver(DOCUMENTS);
    for (const key of ["", "nonsense", "' OR 1=1 --"]) {
      expect(wordsOf(await desk.press(key, ENGLISH))).toEqual([expired]);
    }
    expect(reported).toEqual([]);
  });

  it("is read like anything typed: a command and values that are no longer there are said or left out", async () => {
    const { desk } = await openDeskOver(DOCUMENTS);
    const gone = await desk.keep({ label: "Old", command: "chart", values: {} }, ENGLISH);
    expect(wordsOf(await desk.press(gone, ENGLISH))).toEqual([
      `There is no command “chart”. Commands: ${NAMES}.`,
    ]);
    const more = { label: "Old", command: "search", values: { query: "Beijing", theme: "dark" } };
    expect(wordsOf(await desk.press(await desk.keep(more, ENGLISH), ENGLISH))).toEqual([
      "1 excerpt for “Beijing”",
    ]);
  });

  it("takes the answers of a form over what was kept", async () => {
    const { desk } = await deskWith([say]);
    const key = await desk.keep({ label: "Go", command: "say", values: { word: "yes" } }, ENGLISH);
    expect(wordsOf(await desk.press(key, ENGLISH, { more: "indeed" }))).toEqual(["yes indeed"]);
    expect(wordsOf(await desk.press(key, ENGLISH, { word: "no", more: "never" }))).toEqual(["no never"]);
  });
});
