import { expect, test } from "vitest";
import { commandMeant } from "../../src/core/command-meant.ts";

const NAMES = ["search", "check", "subscribe", "subscriptions", "help"];

test.each([
  ["subscribtions", "subscriptions"],
  ["Subscribtions all:yes", "subscriptions"],
  ["/korea subscirbe summit", "subscribe"],
  ["unsubscribe", "subscriptions"],
  ["구독", "subscribe"],
  ["구독 취소", "subscriptions"],
  ["구독취소 부탁", "subscriptions"],
  ["도움말", "help"],
  ["serach Beijing", "search"],
])("%j seems to be meant for %s", (text, command) => expect(commandMeant(text, NAMES)).toBe(command));

test.each(["", "  ", "volleyball", "Kim in Beijing", "hel", "오늘", "x".repeat(1_000), "summit subscribe"])(
  "%j is meant for none",
  (text) => expect(commandMeant(text, NAMES)).toBeNull(),
);
