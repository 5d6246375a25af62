import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { answerOf, promptOf } from "../../src/console/field.ts";
import { chat } from "../../src/console/chat.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { openDeskWith } from "../journeys/desk.ts";
import { remembering, settings } from "../journeys/settings.ts";

const AT = { name: "at", label: "When", value: "09:00" };
const QUERY = { name: "query", label: "What", value: "Kim", optional: true };
const EMPTY = { name: "query", label: "What", optional: true };
const NEEDED = { name: "at", label: "When" };

describe("a field of a form at the console", () => {
  it.each([
    [AT, "When [09:00]: "],
    [QUERY, "What [Kim; - for nothing]: "],
    [EMPTY, "What: "],
    [NEEDED, "When: "],
    [{ ...AT, value: "\u001B[2J" }, String.raw`When [\u{1b}[2J]: `],
  ])("%j asks %s", (field, prompt) => {
    expect(promptOf(field, messagesFor("en"))).toBe(prompt);
  });

  it("says in Korean how it is left blank", () => {
    expect(promptOf(QUERY, messagesFor("ko"))).toBe("What [Kim; 비우려면 -]: ");
  });

  it.each([
    [AT, "", "09:00"],
    [AT, "10:00", "10:00"],
    [AT, "-", "-"],
    [QUERY, "", "Kim"],
    [QUERY, "-", ""],
    [EMPTY, "", ""],
    [EMPTY, "-", "-"],
    [NEEDED, "", null],
  ])("%j answered %j becomes %j", (field, typed, answer) => {
    expect(answerOf(field, typed)).toBe(answer);
  });
});

describe("a form at the console", () => {
  it("runs its command with what was kept, changed and left blank", async () => {
    const { desk, store } = await openDeskWith([settings([AT, QUERY])], []);
    const { askers, around } = remembering();
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = "";
    output.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
    });
    const ended = chat(around(desk), "en", {
      input,
      output,
      interactive: true,
      screen: () => ({ columns: null, colour: false }),
    });
    input.end("settings\n1\n\n-\n");
    await ended;
    store.close();
    expect(shown).toContain("09:00 nothing by null");
    expect(askers.at(-1)).toEqual({ tenant: "console", locale: "en" });
  });
});
