import { describe, expect, it } from "vitest";
import { channelTroubleSentence } from "../../src/messages/groups/channel-trouble.ts";

const TENANTS = ["discord:guild:1", "slack:team:T1", "slack:enterprise:E1"] as const;
const TROUBLES = ["absent", "post", "history"] as const;

describe("what keeps digests from a channel", () => {
  it("is told in the person's language, in whole sentences, with what to do", () => {
    for (const tenant of TENANTS)
      for (const trouble of TROUBLES) {
        const english = channelTroubleSentence({ language: "en" }, tenant, trouble);
        const korean = channelTroubleSentence({ language: "ko" }, tenant, trouble);
        expect(english).toMatch(/^[^\p{sc=Hang}]+\.$/u);
        expect(korean).toMatch(/\p{sc=Hang}.*\.$/u);
        expect(english).toMatch(/Edit Channel|\/invite|admin/u);
      }
  });

  it("is told in the words of the platform", () => {
    const told = TENANTS.map((tenant) => channelTroubleSentence({ language: "en" }, tenant, "absent"));
    expect(told[0]).toContain("View Channel");
    expect(told[1]).toContain("/invite");
    expect(told[2]).toBe(told[1]);
  });
});
