import { echo } from "./budget.ts";
import type { Command } from "./command.ts";
import { UserError } from "./errors.ts";
import { nearest } from "./nearest.ts";
import type { Options } from "./option.ts";
import type { RawValues } from "./reply.ts";

/** What a line of text asks for. */
export interface TextCall {
  command: string;
  values: RawValues;
}

/**
 * Reads `/korea search Kim in Beijing from:2018-03 outlet:"Dong-A Ilbo"`. `/korea` may be missing; without the name of
 * a command the whole text goes to the first one. `name:value` gives an option, everything else is the value of the
 * command's primary option, and words inside quotation marks are never options. A value without quotation marks ends at the first
 * blank, but where its option reads more words, such as `at:6:30 pm`.
 *
 * @throws {UserError} where an option's name is misspelt, an option comes twice, or its quotation mark stays open.
 */
export function parseTextCommand(line: string, commands: readonly Command[]): TextCall {
  const words = line
    .slice(0, TYPED_MAX)
    .trim()
    .replace(/^\/korea(?=\s|$)/iu, "")
    .trim();
  // Who types the bare command asks what it is.
  if (words === "" && commands.some(({ name }) => name === "help")) return { command: "help", values: {} };
  const name = /^\S*/u.exec(words)![0];
  const named = commands.find((command) => !command.hidden && command.name === name.toLowerCase());
  const command = named ?? commands[0]!;
  const { rest, values } = readOptions(named === undefined ? words : words.slice(name.length), command);
  if (rest !== "" && command.primary === null) Object.assign(values, bareWords(rest, command, values));
  if (rest !== "" && command.primary !== null) {
    if (Object.hasOwn(values, command.primary)) throw new UserError((m) => m.givenTwice(command.primary!));
    values[command.primary] = rest;
  }
  return { command: command.name, values };
}

/**
 * Options that words without a name say, where a command has none that takes them: `all` for `all:yes`.
 *
 * @throws {UserError} where a word says none.
 */
function bareWords(rest: string, { name, options }: Command, given: RawValues): Record<string, string> {
  const open = Object.entries(options).filter(([, { hidden }]) => hidden !== true);
  const values: Record<string, string> = {};
  for (const word of rest.split(/\s+/u)) {
    const said = open.find(
      ([option, { type, alsoCalled = [] }]) =>
        type === "boolean" && [option, ...alsoCalled].includes(word.toLowerCase()),
    )?.[0];
    if (said === undefined) {
      const takes = open.map(([option]) => `${option}:`);
      throw new UserError((m) => m.unusedWord(echo(word), name, takes));
    }
    if (Object.hasOwn(given, said) || Object.hasOwn(values, said))
      throw new UserError((m) => m.givenTwice(said));
    values[said] = "yes";
  }
  return values;
}

interface ReadOptions {
  rest: string;
  values: Record<string, string>;
}

/** UTF-16 units of a line that are read: far more than a question has, few enough that no line takes long. */
const TYPED_MAX = 8_000;

/** Straight and curly marks that open a quotation, and what closes each. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“",
  "«": "»",
  "「": "」",
  "『": "』",
};
const SPACE = /\s/u;

function readOptions(words: string, command: Command): ReadOptions {
  const known = Object.entries(command.options).flatMap(([name, { hidden }]) =>
    hidden === true ? [] : [name],
  );
  const primary = command.primary === null ? undefined : command.options[command.primary];
  // What is no option may be a field of the query, or a mistake in it, which its grammar tells.
  const hasFields = primary?.type === "string" && primary.grammar === true;
  const values: Record<string, string> = {};
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    if (SPACE.test(words[at]!)) {
      rest.push(words[at]!);
      at += 1;
      continue;
    }
    const option = optionAt(words, at, { options: command.options, known, hasFields });
    if (option === null) {
      const end = wordEnd(words, at);
      rest.push(words.slice(at, end));
      at = end;
    } else {
      if (Object.hasOwn(values, option.name)) throw new UserError((m) => m.givenTwice(option.name));
      values[option.name] = option.value;
      at = option.end;
    }
  }
  return { rest: rest.join("").trim(), values };
}

interface OptionToken {
  name: string;
  value: string;
  end: number;
}

function optionAt(
  words: string,
  at: number,
  { options, known, hasFields }: { options: Options; known: readonly string[]; hasFields: boolean },
): OptionToken | null {
  const match = /^([a-z]{2,20}):(?=[^\s/])/iu.exec(words.slice(at, at + 22));
  if (match === null) return null;
  const typed = match[1]!.toLowerCase();
  if (!known.includes(typed)) {
    // A short word before a colon is far more often text than a misspelt option.
    const meant = typed.length < 4 || hasFields ? null : nearest(typed, known);
    if (meant === null) return null;
    throw new UserError((m) => m.unknownOption(typed, meant));
  }
  const start = at + match[0].length;
  const closing = CLOSING[words[start]!];
  if (closing === undefined) {
    const option = options[typed]!;
    const end = longestRead(words, start, option.type === "string" ? option.reads : undefined);
    return { name: typed, value: words.slice(start, end), end };
  }
  const close = words.indexOf(closing, start + 1);
  if (close === -1) throw new UserError((m) => m.unclosedQuote(typed));
  return { name: typed, value: words.slice(start + 1, close), end: close + 1 };
}

/** Words that a value has at most without quotation marks: five days and an `and`. */
const WORDS_MAX = 8;

/** End of the first word, or of so many more that all of them are still one value. */
function longestRead(words: string, start: number, reads?: (words: string) => boolean): number {
  let end = nextSpace(words, start);
  if (reads === undefined) return end;
  for (let [at, count] = [end, 1]; count < WORDS_MAX; count += 1) {
    let next = at;
    while (next < words.length && SPACE.test(words[next]!)) next += 1;
    // Neither another option nor a quotation.
    if (next === words.length || CLOSING[words[next]!] !== undefined) break;
    at = nextSpace(words, next);
    if (/^[a-z]{2,20}:[^\s\d]/iu.test(words.slice(next, at))) break;
    if (reads(words.slice(start, at))) end = at;
  }
  return end;
}

/** End of a word, or of the quotation that it opens; a mark that is never closed is a character like others. */
function wordEnd(words: string, at: number): number {
  const closing = CLOSING[words[at]!];
  const close = closing === undefined ? -1 : words.indexOf(closing, at + 1);
  return close === -1 ? nextSpace(words, at) : close + 1;
}

function nextSpace(words: string, at: number): number {
  let end = at;
  while (end < words.length && !SPACE.test(words[end]!)) end += 1;
  return end;
}
