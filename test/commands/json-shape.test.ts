import { beforeAll, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Desk } from "../../src/core/desk.ts";
import { openExampleDesk } from "../../src/docs/example-desk.ts";

/** What is asked of each command that has JSON, so that all of its shape is there. */
const ASKED: Readonly<Record<string, readonly Record<string, string>[]>> = {
  compare: [{ topic: "denuclearization" }],
  check: [
    { quote: "It was his fourth trip to China but third to Beijing" },
    { quote: "It was his fifth trip to China but third to Beijing" },
    { quote: "It was his fourth trip … but third to Beijing" },
  ],
  about: [{ name: "Kim Jong Un" }, { name: "Panmunjom Declaration" }, { name: "Kim" }],
  timeline: [{ about: "Kim Yo Jong" }],
  today: [{ date: "06-12" }],
  read: [{ id: "briefing/hanoi-2019" }],
  cite: [{ id: "briefing/hanoi-2019" }],
  sources: [{}],
};

let desk: Desk;
beforeAll(async () => {
  ({ desk } = await openExampleDesk());
});

const asked = commands.filter(({ json }) => json !== null);

test.each(asked.map((command) => [command.name, command] as const))(
  "the help of %s names every key of its JSON",
  async (name, { jsonShape }) => {
    const named = new Set(jsonShape?.match(/\w+/gu));
    for (const values of ASKED[name] ?? []) {
      const found = await desk.find({ command: name, values }, { tenant: "console", locale: "en" });
      expect(keysOf(found).filter((key) => !named.has(key))).toEqual([]);
    }
    expect(jsonShape).not.toBeNull();
  },
);

/** Keys at any depth, but for those of CSL, which has a standard of its own. */
function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(key === "csl" ? [] : keysOf(inner))]);
}
