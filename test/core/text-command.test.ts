import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { UserError } from "../../src/core/errors.ts";
import { parseTextCommand } from "../../src/core/text-command.ts";
import { messagesFor } from "../../src/messages/index.ts";

function parse(line: string) {
  const { command, values } = parseTextCommand(line, commands);
  return [command, values];
}

function mistake(line: string): [string, string] {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof UserError) return [error.say(messagesFor("en")), error.say(messagesFor("ko"))];
    throw error;
  }
  throw new Error("no mistake");
}

describe("parseTextCommand", () => {
  it.each([
    ["/korea search Kim in Beijing", "search", { query: "Kim in Beijing" }],
    ["/KOREA Search Kim", "search", { query: "Kim" }],
    ["search Kim", "search", { query: "Kim" }],
    ["  /korea   Kim  Xi ", "search", { query: "Kim  Xi" }],
    ["Kim Xi Beijing", "search", { query: "Kim Xi Beijing" }],
    ["/koreans abroad", "search", { query: "/koreans abroad" }],
    ["read doc@0123abcd:0-9", "read", { id: "doc@0123abcd:0-9" }],
    ["/korea help search", "help", { command: "search" }],
    ["help", "help", {}],
    ["searching Kim", "search", { query: "searching Kim" }],
    ["/korea", "help", {}],
    ["", "help", {}],
    ["김정은 시진핑", "search", { query: "김정은 시진핑" }],
  ])("reads %j", (line, command, values) => expect(parse(line)).toEqual([command, values]));

  it.each([
    ["at:6:30 pm", { at: "6:30 pm" }],
    ["at:오전 9시 제재", { at: "오전 9시", query: "제재" }],
    [
      "summit at:9 am days:Mon, Wed and Fri timezone:New York",
      {
        query: "summit",
        at: "9 am",
        days: "Mon, Wed and Fri",
        timezone: "New York",
      },
    ],
    ["timezone:Seoul North Korea", { timezone: "Seoul", query: "North Korea" }],
    ["days:weekdays on sanctions", { days: "weekdays", query: "on sanctions" }],
    ["at:7:30 from:2018 Kim", { at: "7:30", query: "from:2018 Kim" }],
    ["at:7:30 “am”", { at: "7:30", query: "“am”" }],
    ["at:half past nine", { at: "half", query: "past nine" }],
    ["timezone:New  York  Kim", { timezone: "New  York", query: "Kim" }],
  ])("takes all words of a time, and no more: %j", (line, values) =>
    expect(parse(`/korea subscribe ${line}`)).toEqual(["subscribe", values]),
  );

  it.each([
    ["Kim from:2018-03 Xi to:2018", { query: "Kim  Xi", from: "2018-03", to: "2018" }],
    ['outlet:"Dong-A Ilbo" Kim', { query: "Kim", outlet: "Dong-A Ilbo" }],
    ["outlet:“Dong-A Ilbo” Kim", { query: "Kim", outlet: "Dong-A Ilbo" }],
    ["outlet:「동아 일보」김정은", { query: "김정은", outlet: "동아 일보" }],
    ["KIND:opinion Kim", { query: "Kim", kind: "opinion" }],
    ["query:Kim", { query: "Kim" }],
    ['kind:"" Kim', { query: "Kim", kind: "" }],
  ])("reads options: %j", (line, values) => expect(parse(line)).toEqual(["search", values]));

  it.each([
    'said "from:2018 on"',
    "“kind:opinion” he said",
    "Kim: what now",
    "kind: opinion",
    "https://example.org/a",
    "kind:/x",
    "re:unification",
    "offset:5",
    'an "unclosed from quote',
    "at 12:30",
    // Fields of the question, and mistakes in it, are for its grammar to read.
    "by:Moon until:2018 Kim",
    'about:"Kim Yo Jong" letter',
    "outlt:xinhua Kim",
    'Kim OR "Moon Jae-in" -Trump -"trade war"',
  ])("takes %j for words", (line) => expect(parse(line)).toEqual(["search", { query: line }]));

  it("names the option that a misspelt one may be", () => {
    expect(mistake("help comand:search")).toEqual([
      "There is no option “comand:”. Did you mean command:? To search for the word itself, put a space after the colon.",
      "‘comand:’ 옵션은 없습니다. 혹시 command:인가요? 낱말 자체를 찾으려면 쌍점 뒤를 한 칸 띄워 주세요.",
    ]);
  });

  it.each([
    ["subscriptions all", { all: "yes" }],
    ["subscriptions ALL page:2", { all: "yes", page: "2" }],
    ["subscriptions 모두", { all: "yes" }],
    ["subscriptions all:no", { all: "no" }],
  ])("takes a bare word for the option of its name: %j", (line, values) =>
    expect(parse(line)).toEqual(["subscriptions", values]),
  );

  it("says which word a command has no use for", () => {
    expect(mistake("subscriptions every channel")).toEqual([
      "/korea subscriptions has no use for “every”. It takes all: and page: as options.",
      "/korea subscriptions 명령에는 ‘every’ 값을 쓸 수 없습니다. 쓸 수 있는 옵션: all: page:",
    ]);
    expect(mistake("subscriptions all all:yes")[0]).toBe("all: is given twice. Give it once.");
  });

  it("refuses an option that comes twice, the question too", () => {
    const twice = (option: string) => [
      `${option}: is given twice. Give it once.`,
      `${option}: 옵션이 두 번 쓰였습니다. 한 번만 적어 주세요.`,
    ];
    expect(mistake("Kim from:2017 from:2018")).toEqual(twice("from"));
    expect(mistake("query:Kim Xi")).toEqual(twice("query"));
  });

  it("refuses an option whose quotation mark stays open", () => {
    expect(mistake('Kim outlet:"Dong-A Ilbo')).toEqual([
      'The quotation mark after outlet: is never closed. Write outlet:"two words".',
      '"outlet: 뒤의 따옴표가 닫히지 않았습니다. 예: outlet:"두 낱말"'.slice(1),
    ]);
  });
});
