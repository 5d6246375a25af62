import { ComponentType } from "discord.js";
import type { Component } from "../../src/discord/render.ts";

/** What a person reads, by words, whatever platform it was rendered for. */
export interface PlainText {
  /** Without what lays the text out; a link is its address. */
  words: string[];
  /** Labels of what can be chosen, in order. */
  labels: string[];
}

/** Words of a text: whatever lays it out, these stay. */
export function wordsIn(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** What the console shows: `[1] Label` can be chosen, `> ` quotes, `  • ` lists, `[-x-]` was removed and `{+x+}` put in. */
export function plainConsole(text: string): PlainText {
  const lines = text.split("\n");
  const isChoice = (line: string) => /^(?: {2})?\[\d+\] /u.test(line);
  const labels = lines
    .filter(isChoice)
    .flatMap((line) => line.split(/(?:^| {2})\[\d+\] /u).filter((label) => label.trim() !== ""));
  const words = lines
    .filter((line) => !isChoice(line))
    .map((line) => line.replace(/^(?:> | {2}• )/u, "").replace(/\[-|-\]|\{\+|\+\}/gu, ""));
  return { words: wordsIn(words.join("\n")), labels };
}

/** What Discord shows of a message's Markdown: prefixes of lines, pairs of marks and escapes are not shown. */
export function plainDiscord(components: readonly Component[]): PlainText {
  const words: string[] = [];
  const labels: string[] = [];
  for (const component of components) {
    if (component.type === ComponentType.TextDisplay) {
      for (const line of component.content.split("\n")) words.push(...wordsIn(unescapeLine(line)));
    } else {
      for (const button of component.components) if ("label" in button) labels.push(button.label ?? "");
    }
  }
  return { words, labels };
}

/** A line of Markdown as Discord shows it. */
export function unescapeLine(line: string): string {
  const inner = line.replace(/^(?:### |-# |> |- )/u, "");
  return inner.replace(
    /\\([^\sA-Za-z0-9])|\*\*|~~|`([^`]*)`|\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/gu,
    (_, escaped?: string, code?: string, _label?: string, address?: string) =>
      escaped ?? code ?? address ?? "",
  );
}
