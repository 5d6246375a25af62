import { describe, expect, it } from "vitest";
import { clip, costOf } from "../../src/core/budget.ts";
import { citationOf } from "../../src/core/citation.ts";
import { note, type Span } from "../../src/core/reply.ts";
import { snippetOf } from "../../src/core/search/snippet.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { documentOf, entryOf } from "./samples.ts";

const HIDDEN = "\u200B";

describe("unseen characters, which renderers write out", () => {
  it("count as what is shown where text is clipped", () => {
    expect(clip(HIDDEN.repeat(10), 80)).toBe(HIDDEN.repeat(10));
    expect(clip(HIDDEN.repeat(11), 80)).toBe(`${HIDDEN.repeat(9)}…`);
    expect(clip(`ab${HIDDEN}`, 9)).toBe("ab…");
  });

  it("count as what is shown, backslash and all, in what a block costs", () => {
    expect(costOf(note(HIDDEN.repeat(3)))).toBe(3 * 9 + 4 + 4);
  });

  it("leave the first words of a match where a passage is full of them", () => {
    const { version } = entryOf(`${HIDDEN.repeat(200)} Hanoi ${HIDDEN.repeat(80)} end.`);
    const whole = { start: 0, end: version.body.length };
    const { text } = snippetOf(version, whole, "en", ["hanoi"]);
    expect(text).toBe(`Hanoi ${HIDDEN.repeat(54)}`);
  });
});

describe("an address", () => {
  const link = (url: string): Span => ({ type: "link", text: "a", url });
  const m = messagesFor("en");

  it("costs what it takes once percent-encoded", () => {
    expect(costOf({ type: "text", spans: [link("https://a.example/é")] })).toBe(1 + 18 + 6 + 4 + 4);
    expect(costOf({ type: "text", spans: [link("https://a.example/(")] })).toBe(1 + 18 + 3 + 4 + 4);
  });

  it("is linked only where it is short once percent-encoded", () => {
    const last = (url: string) => citationOf(documentOf({ url }), m).at(-1)!.type;
    expect(last(`https://a.example/${"é".repeat(47)}`)).toBe("link");
    expect(last(`https://a.example/${"é".repeat(48)}`)).toBe("text");
  });
});
