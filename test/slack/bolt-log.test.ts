import { describe, expect, it } from "vitest";
import { boltLog } from "../../src/slack/bolt-log.ts";

describe("Bolt's log", () => {
  const lines: unknown[][] = [];
  const write =
    (level: string) =>
    (...told: unknown[]) =>
      void lines.push([level, ...told]);
  const log = boltLog({ info: write("info"), warn: write("warn"), error: write("error") });

  it("is its warnings and errors, without payloads and what errors say", () => {
    log.debug("debug");
    log.info("info");
    log.warn('Unhandled request {"text":"what was asked"}', "what was asked");
    log.warn("Refused [a, b]\nwhat was asked");
    log.error(new TypeError("what was asked"));
    log.error({ text: "what was asked" });
    log.error("x".repeat(300));
    const slack = { platform: "slack" };
    expect(lines).toEqual([
      ["warn", slack, "Unhandled request …"],
      ["warn", slack, "Refused …"],
      ["error", slack, "TypeError"],
      ["error", slack, ""],
      ["error", slack, "x".repeat(200)],
    ]);
  });
});
