import { ApplicationCommandOptionType as Type } from "discord.js";
import { describe, expect, it } from "vitest";
import { help } from "../../commands/help.ts";
import { commands } from "../../commands/index.ts";
import { read } from "../../commands/read.ts";
import { defineCommand } from "../../src/core/command.ts";
import { reply } from "../../src/core/reply.ts";
import { compileCommands } from "../../src/discord/compile.ts";
import { checkCommands } from "../peers/discord/rules-command.ts";

const described = (description: string, ko: string) => ({
  description,
  description_localizations: { ko },
});

describe("the slash command", () => {
  it("is one command that can be used and installed everywhere", () => {
    const [{ options, ...root }] = compileCommands(commands);
    expect(root).toEqual({
      type: 1,
      name: "korea",
      ...described(
        "Quoted, attributed excerpts on Korean-peninsula diplomacy",
        "한반도 외교에 관한 원문 인용을 출처와 함께 보여 드립니다",
      ),
      integration_types: [0, 1],
      contexts: [0, 1, 2],
    });
    const shown = commands.filter(({ hidden }) => !hidden);
    expect(options!.map(({ name, type }) => [name, type])).toEqual(
      shown.map(({ name }) => [name, Type.Subcommand]),
    );
  });

  it("has a subcommand for each command, without its hidden options", () => {
    expect(compileCommands([read, help])[0].options).toEqual([
      {
        type: Type.Subcommand,
        name: "read",
        ...described("Read an excerpt in its context", "인용문을 앞뒤 문맥과 함께 읽습니다"),
        options: [
          {
            type: Type.String,
            name: "id",
            ...described("Id of an excerpt or of a document", "인용문 또는 문서 ID"),
            required: true,
            autocomplete: false,
          },
          {
            type: Type.Boolean,
            name: "changes",
            ...described("Show what was changed in each version", "버전마다 바뀐 내용 보기"),
            required: false,
          },
        ],
      },
      {
        type: Type.Subcommand,
        name: "help",
        ...described("How to ask, with examples", "사용 방법과 예시"),
        options: [
          {
            type: Type.String,
            name: "command",
            ...described("A command to explain", "설명이 필요한 명령"),
            required: false,
            autocomplete: false,
          },
        ],
      },
    ]);
  });

  it("breaks no rule of Discord", () => {
    expect(checkCommands(compileCommands(commands))).toEqual([]);
  });
});

describe("the commands on messages", () => {
  const named = (name: string, more: { hidden?: boolean } = {}) =>
    defineCommand({
      name,
      description: () => "Description",
      options: { quote: { type: "string", required: true, description: () => "Quote" } },
      onMessage: "quote",
      ...more,
      run: () => Promise.resolve(reply([])),
    });

  it("come after /korea, with a label in each language, and are used where it is", () => {
    const [root, ...others] = compileCommands([named("check"), read, named("secret", { hidden: true })]);
    expect(root.options!.map(({ name }) => name)).toEqual(["check", "read"]);
    expect(others).toEqual([
      {
        type: 3,
        name: "Check this quote",
        name_localizations: { ko: "인용문 확인" },
        integration_types: [0, 1],
        contexts: [0, 1, 2],
      },
    ]);
  });

  it("are called by their names where they have no label, and break no rule", () => {
    const compiled = compileCommands([named("check"), named("other")]);
    expect(compiled.slice(1).map(({ name }) => name)).toEqual(["Check this quote", "other"]);
    expect(checkCommands(compiled)).toEqual([]);
  });
});

describe("options", () => {
  const command = defineCommand({
    name: "all",
    description: () => "x".repeat(120),
    options: {
      date: { type: "date", description: () => "Date" },
      count: { type: "integer", min: 1, max: 9, description: () => "Count" },
      whether: { type: "boolean", description: () => "Whether" },
      choice: {
        type: "string",
        choices: [{ value: "a", label: (m) => m.kinds.opinion }],
        description: () => "Choice",
      },
      hidden: { type: "integer", min: 0, max: 1, hidden: true, description: () => "Hidden" },
      must: { type: "string", required: true, description: () => "Must" },
      name: { type: "string", complete: () => [], description: () => "Name" },
    },
    run: () => Promise.resolve(reply([])),
  });

  it("come in their kinds, required ones first, cut to what Discord takes", () => {
    const base = (name: string, description: string, required = false) => ({
      name,
      ...described(description, description),
      required,
    });
    expect(compileCommands([command])[0].options).toEqual([
      {
        type: Type.Subcommand,
        name: "all",
        ...described(`${"x".repeat(99)}…`, `${"x".repeat(99)}…`),
        options: [
          { type: Type.String, ...base("must", "Must", true), autocomplete: false },
          { type: Type.String, ...base("date", "Date"), min_length: 4, max_length: 10 },
          { type: Type.Integer, ...base("count", "Count"), min_value: 1, max_value: 9 },
          { type: Type.Boolean, ...base("whether", "Whether") },
          {
            type: Type.String,
            ...base("choice", "Choice"),
            choices: [{ name: "opinion", name_localizations: { ko: "의견" }, value: "a" }],
          },
          { type: Type.String, ...base("name", "Name"), autocomplete: true },
        ],
      },
    ]);
  });
});
