import { describe, expect, it } from "vitest";
import { MissingOptionError, UserError } from "../../src/core/errors.ts";
import { readValues, type Options } from "../../src/core/option.ts";
import type { RawValues } from "../../src/core/reply.ts";
import { messagesFor } from "../../src/messages/index.ts";
import type { Messages } from "../../src/messages/messages.ts";

const say = () => "described";
const OPTIONS = {
  name: { type: "string", required: true, description: say },
  kind: {
    type: "string",
    description: say,
    choices: [
      { value: "opinion", label: (m: Messages) => m.kinds.opinion },
      { value: "news", label: (m: Messages) => m.kinds.news },
    ],
  },
  count: { type: "integer", min: -2, max: 10, description: say },
  quiet: { type: "boolean", description: say },
  from: { type: "date", description: say },
} as const satisfies Options;

function read(raw: RawValues) {
  return readValues(OPTIONS, { name: "x", ...raw });
}

/** What the mistake is called in English and in Korean. */
function mistake(raw: RawValues): [string, string] {
  try {
    read(raw);
  } catch (error) {
    if (error instanceof UserError) return [error.say(messagesFor("en")), error.say(messagesFor("ko"))];
    throw error;
  }
  throw new Error("no mistake");
}

describe("readValues", () => {
  it("reads every type from text and from what platforms give", () => {
    expect(read({ name: " Kim ", kind: "Opinion", count: "+7", quiet: "yes", from: " 2018-03 " })).toEqual({
      name: "Kim",
      kind: "opinion",
      count: 7,
      quiet: true,
      from: "2018-03",
    });
    expect(read({ count: -2, quiet: false, from: 2018 })).toEqual({
      name: "x",
      count: -2,
      quiet: false,
      from: "2018",
    });
  });

  it.each([
    ["true", true],
    ["ON", true],
    ["1", true],
    ["예", true],
    ["네", true],
    ["no", false],
    ["Off", false],
    ["0", false],
    ["아니요", false],
    ["아니오", false],
  ])("reads %s as %s", (typed, value) => expect(read({ quiet: typed })).toEqual({ name: "x", quiet: value }));

  it("leaves out what is blank, what is no option, and what an object has by itself", () => {
    expect(read({ kind: " ", count: "", other: "y" })).toEqual({ name: "x" });
    const inherited = { toString: { type: "string", description: say } } as const satisfies Options;
    expect(readValues(inherited, {})).toEqual({});
  });

  it.each<[RawValues]>([[{}], [{ name: "" }], [{ name: " \n " }]])("asks for what is required: %j", (raw) => {
    expect(() => readValues(OPTIONS, raw)).toThrow(new MissingOptionError("name"));
  });

  it.each(["x", "1.5", "11", "-3", "1e1", "0x5", "１"])("refuses the number %s", (count) => {
    expect(mistake({ count })).toEqual([
      `count: “${count}” is not a whole number from -2 to 10. For example count:-2.`,
      `count: ‘${count}’ 값은 -2~10 사이의 정수가 아닙니다. 예: count:-2`,
    ]);
  });

  it("refuses what is neither yes nor no", () => {
    expect(mistake({ quiet: "maybe" })).toEqual([
      "quiet: “maybe” is neither yes nor no. Write quiet:yes or quiet:no.",
      "quiet: ‘maybe’ 대신 quiet:예 또는 quiet:아니요로 적어 주세요.",
    ]);
  });

  it("refuses a day that does not exist", () => {
    expect(mistake({ from: "2018-02-29" })).toEqual([
      "from: “2018-02-29” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28.",
      "from: ‘2018-02-29’ 값은 날짜가 아닙니다. 연, 월, 일 단위로 적어 주세요. 예: 2018, 2018-03, 2018-03-28",
    ]);
  });

  it("refuses what is no choice, naming the nearest", () => {
    expect(mistake({ kind: "opinon" })).toEqual([
      "kind: “opinon” is not one of opinion, news. Did you mean opinion?",
      "kind: ‘opinon’ 값은 쓸 수 없습니다. 가능한 값: opinion, news. 혹시 opinion인가요?",
    ]);
    expect(mistake({ kind: "poetry" })).toEqual([
      "kind: “poetry” is not one of opinion, news.",
      "kind: ‘poetry’ 값은 쓸 수 없습니다. 가능한 값: opinion, news.",
    ]);
  });

  it("names the key of a choice that was given by its label", () => {
    expect(mistake({ kind: "뉴스" })[1]).toBe(
      "kind: ‘뉴스’ 값은 쓸 수 없습니다. 가능한 값: opinion, news. 혹시 news인가요?",
    );
  });

  it("repeats only the beginning of what was typed", () => {
    expect(mistake({ from: "9".repeat(5_000) })[0]).toBe(
      `from: “${"9".repeat(119)}…” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28.`,
    );
  });
});
