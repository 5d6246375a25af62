import type { NewSubscription } from "../../src/core/subscription-store.ts";

/** A subscription at 09:00 in Seoul, with what is given. */
export function wanted(
  platform: "discord" | "slack",
  given: Partial<Omit<NewSubscription, "channel">> & { channel?: string } = {},
): NewSubscription {
  const { channel = "c1", ...rest } = given;
  return {
    channel: { tenant: platform === "discord" ? "discord:guild:g1" : "slack:team:t1", channel },
    at: "09:00",
    zone: "Asia/Seoul",
    days: [1, 2, 3, 4, 5, 6, 7],
    query: null,
    quiet: false,
    language: "en",
    createdBy: { id: "u1", name: "Ann" },
    ...rest,
  };
}
