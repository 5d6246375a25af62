import type { Random } from "../lib/random.ts";
import type { Run } from "./passages.ts";

/** Writes a quote in another way without changing what it says. */
export type Rewrite = (run: Run, random: Random) => string;

/** What a quote may go through on its way and stay the same. */
export const FAITHFUL: Readonly<Record<string, Rewrite>> = {
  untouched: ({ text }) => text,
  "in quotation marks": ({ text }, random) =>
    random.pick([`“${text}”`, `"${text}"`, `« ${text} »`, `「${text}」`]),
  "other quotation marks": ({ text }) =>
    text
      .replace(/“|”/gu, '"')
      .replace(/‘|’/gu, "'")
      .replace(/"([^"]*)"/gu, "„$1“")
      .replace(/'/gu, "’"),
  "other dashes": ({ text }, random) => text.replace(/[-–—]/gu, () => random.pick(["‐", "–", "—", "−", "-"])),
  "other case": ({ text }, random) => (random.below(2) === 0 ? text.toUpperCase() : text.toLowerCase()),
  "other spacing": ({ text }, random) =>
    text.replace(/ /gu, () => random.pick([" ", "  ", "\u00A0", "\n", "\u3000", " \u200B"])),
  "another Unicode form": ({ text }, random) =>
    random.below(2) === 0
      ? text.normalize("NFD")
      : text.replace(/[!-~]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)),
  "unseen characters": ({ text }, random) =>
    text.replace(/./gsu, (sign) =>
      random.below(12) === 0 ? sign + random.pick(["\u200B", "\u202E", "\u2060", "\u00AD", "\uFEFF"]) : sign,
    ),
  "an honest ellipsis": ({ text }, random) => {
    const words = text.split(" ");
    const from = 3 + random.below(Math.max(1, words.length - 7));
    const count = 1 + random.below(Math.max(1, words.length - from - 3));
    const mark = random.pick([" … ", "... ", " [...] ", " (…) ", " . . . "]);
    return words.slice(0, from).join(" ") + mark + words.slice(from + count).join(" ");
  },
  "dots at the ends": ({ text }) => `… ${text.split(" ").slice(2).join(" ")} …`,
};
