import { describe, expect, it } from "vitest";
import { actionMessages, labelOnMessage, type ActionMessages } from "../../src/messages/groups/actions.ts";

const en = actionMessages({ language: "en" });
const ko = actionMessages({ language: "ko" });

/** Every sentence by its name, with `check` as the command. */
function sentences(messages: ActionMessages): [string, string][] {
  const { onMessage, window, messageWithoutText, ...plain } = messages;
  return [
    ["messageWithoutText", messageWithoutText("check")],
    ...Object.entries(onMessage).map(([name, label]): [string, string] => [`onMessage.${name}`, label]),
    ...Object.entries(window).map(([name, label]): [string, string] => [`window.${name}`, label]),
    ...Object.entries(plain as Record<string, string>),
  ];
}

describe("what the platforms say", () => {
  it("is the same in both languages, in name and kind", () => {
    expect(sentences(ko).map(([name]) => name)).toEqual(sentences(en).map(([name]) => name));
  });

  it("is Korean in Korean, English in English, and whole sentences", () => {
    for (const [name, words] of sentences(ko))
      expect([name, words]).toEqual([name, expect.stringMatching(/\p{sc=Hang}/u)]);
    for (const [, words] of sentences(en)) expect(words).not.toMatch(/\p{sc=Hang}/u);
    for (const messages of [en, ko]) {
      const told = sentences(messages).filter(([name]) => !/^(?:onMessage|window)\./u.test(name));
      for (const [, words] of told) expect(words).toMatch(/[.…]$/u);
    }
  });

  it("names the command that takes what is typed", () => {
    expect(en.messageWithoutText("check")).toContain("/korea check.");
    expect(ko.messageWithoutText("check")).toContain("/korea check ");
  });

  it("has labels that Slack takes, and a command without one is called by its name", () => {
    expect([
      labelOnMessage("check", { language: "en" }),
      labelOnMessage("check", { language: "ko" }),
    ]).toEqual(["Check this quote", "인용문 확인"]);
    expect(labelOnMessage("other", { language: "ko" })).toBe("other");
    for (const { onMessage, window } of [en, ko])
      for (const label of [...Object.values(onMessage), ...Object.values(window)])
        expect(label.length).toBeLessThanOrEqual(24);
  });
});
