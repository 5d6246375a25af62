import { expect, test } from "vitest";
import { REPLY_MAX, costOfAll } from "../../../src/core/budget.ts";
import type { Delivery, Subscription } from "../../../src/core/subscription.ts";
import { listed } from "../../../src/core/subscriptions/describe.ts";
import { messagesFor } from "../../../src/messages/index.ts";
import { NOON } from "../subscriptions-world.ts";

const LONGEST: Subscription = {
  id: "s",
  channel: { tenant: "slack:team:T1", channel: "C1" },
  at: "09:00",
  zone: "America/Argentina/ComodRivadavia",
  days: [1, 2, 3, 4, 6, 7],
  query: "summit ".repeat(70),
  quiet: true,
  language: "ko",
  createdBy: { id: "7", name: "N".repeat(200) },
  createdAt: NOON,
  since: NOON,
  lastLocalDate: null,
  cursor: 0,
  state: "paused",
  pausedBecause: "forbidden: not_in_channel",
};
const UNKNOWN = {
  localDate: "2026-11-30",
  late: false,
  state: "unknown",
  detail: "Slack does not give the whole history",
  why: null,
} as Delivery;

test.each(["en", "ko"])(
  "three subscriptions with all that can be told of one fit a reply, in %s",
  (locale) => {
    const shown = { deliveries: [UNKNOWN, UNKNOWN], now: NOON, m: messagesFor(locale), channel: true };
    const blocks = [199, 200, 201].flatMap((number) =>
      listed(LONGEST, number, { ...shown, mayManage: false }),
    );
    expect(costOfAll(blocks)).toBeGreaterThan(500);
    // The rest is for the heading and what was just done.
    expect(costOfAll(blocks)).toBeLessThan(REPLY_MAX - 200);
  },
);
