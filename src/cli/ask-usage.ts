import type { Command } from "../core/command.ts";
import type { Option } from "../core/option.ts";
import { wrap } from "../console/wrap.ts";
import { en } from "../messages/en.ts";

/** Columns of what `--help` prints. */
const WIDTH = 120;

/** The options of a command that a person can give, in their order. */
export function shownOptions(command: Command): [string, Option][] {
  return Object.entries(command.options).filter(([, { hidden }]) => hidden !== true);
}

/** What `korea COMMAND --help` prints, from the command's definition. */
export function askUsage(command: Command): string {
  const { name, primary, json, jsonShape, description } = command;
  const options = shownOptions(command).filter(([option]) => option !== primary);
  const lines: [string, string][] = [
    ...(primary === null
      ? []
      : [[primary.toUpperCase(), wordsOn(command.options[primary]!)] satisfies [string, string]]),
    ...options.map(([option, how]): [string, string] => [flagOf(option, how), wordsOn(how)]),
    ...(json === null
      ? []
      : [["--json", `print JSON${jsonShape === null ? "" : `: ${jsonShape}`}`] satisfies [string, string]]),
    [
      "--corpus FOLDER",
      "ask the documents of this folder instead of the built-in and imported ones; may be repeated",
    ],
    ["--help", "show this"],
  ];
  const synopsis = [
    `Usage: korea ${name}`,
    ...(primary === null ? [] : [asked(primary, command.options[primary]!)]),
    ...(json === null ? [] : ["[--json]"]),
    "[--corpus FOLDER]…",
    ...(options.length === 0 ? [] : ["[options]"]),
  ].join(" ");
  const width = Math.max(...lines.map(([label]) => label.length));
  return [
    synopsis,
    "",
    description(en).replace(/(?<![.?!])$/u, "."),
    "",
    ...lines.flatMap((line) => layOut(line, width)),
  ].join("\n");
}

function asked(primary: string, { required }: Option): string {
  return required === true ? primary.toUpperCase() : `[${primary.toUpperCase()}]`;
}

const VALUES = { string: " TEXT", integer: " N", date: " DATE", boolean: "" } as const;

function flagOf(name: string, { type }: Option): string {
  return `--${name}${VALUES[type]}`;
}

function wordsOn(option: Option): string {
  const remarks = [
    ...(option.required === true ? [en.required] : []),
    ...(option.type === "string" && option.choices !== undefined
      ? [en.oneOf(option.choices.map(({ value }) => value))]
      : []),
    ...(option.type === "integer" ? [`${option.min} to ${option.max}`] : []),
  ];
  return `${option.description(en)}${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`;
}

function layOut([label, words]: [string, string], width: number): string[] {
  const indent = width + 4;
  return wrap([{ text: words, style: "plain" }], WIDTH - indent).map((line, index) => {
    const text = line
      .map((piece) => piece.text)
      .join("")
      .trimEnd();
    return `${index === 0 ? `  ${label}`.padEnd(indent) : " ".repeat(indent)}${text}`;
  });
}
