import { describe, expect, it } from "vitest";
import type { Message } from "discord.js";
import { wordsOf } from "../../src/discord/message-text.ts";

function said(content: string): string {
  const message: Pick<Message, "content" | "embeds" | "components"> = { content, embeds: [], components: [] };
  return wordsOf({ ...message, messageSnapshots: new Map() } as unknown as Message);
}

describe("the words of a message", () => {
  it.each([
    ["**We** will __never__ give up", "We will never give up"],
    ["> We will\n> not go", "We will\nnot go"],
    ["We will ~~never~~ give up", "We will give up"],
    ["We ~~will\nnever~~ give up", "We give up"],
    ["~~old~~ new ~~old~~ words", "new words"],
    ["about \\~~5 tons", "about ~~5 tons"],
    ["~5 and ~6 tons", "~5 and ~6 tons"],
  ])("%j", (content, words) => expect(said(content)).toBe(words));
});
