import { describe, expect, test } from "vitest";
import type { ChannelRef } from "../../src/core/subscription.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { createLimiter } from "../../src/delivery/limiter.ts";
import { spreadOf } from "../../src/delivery/spread.ts";

interface Post {
  readonly channel: ChannelRef;
  readonly at: number;
}

/** Times at which digests that are due at 0 go out, with a look every 250 ms as the loop has. */
function postAll(channels: readonly ChannelRef[], lookEvery = 250): Post[] {
  let up = 0;
  const limiter = createLimiter(() => up);
  const inTenant = new Map<string, number>();
  for (const { tenant } of channels) inTenant.set(tenant, (inTenant.get(tenant) ?? 0) + 1);
  let waiting = channels
    .map((channel, index) => ({
      channel,
      notBefore: spreadOf(channel, `s${index}`, {
        onPlatform: channels.length,
        inTenant: inTenant.get(channel.tenant)!,
      }),
    }))
    .toSorted((a, b) => a.notBefore - b.notBefore);
  const posts: Post[] = [];
  for (; waiting.length > 0; up += lookEvery) {
    waiting = waiting.filter(({ channel, notBefore }) => {
      if (notBefore > up || limiter.take(channel) > 0) return true;
      posts.push({ channel, at: up });
      return false;
    });
  }
  return posts;
}

/** Most posts in any `span` milliseconds. */
function most(times: readonly number[], span: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + span).length));
}

function share(posts: readonly Post[], part: number): number {
  return posts.map(({ at }) => at).toSorted((a, b) => a - b)[Math.floor(posts.length * part)]!;
}

describe("10,000 Discord channels that are due at one minute", () => {
  const posts = postAll(
    Array.from({ length: 10_000 }, (_, n) => ({
      tenant: `discord:guild:${n >> 2}` as Tenant,
      channel: `c${n}`,
    })),
  );

  test("get all of them, at most 40 in any second", () => {
    expect(posts).toHaveLength(10_000);
    expect(
      most(
        posts.map(({ at }) => at),
        1_000,
      ),
    ).toBeLessThanOrEqual(40);
  });

  test("wait 150 s in the middle and 300 s at the most", () => {
    expect(share(posts, 0.5)).toBeLessThanOrEqual(150_000);
    expect(share(posts, 0.99)).toBeLessThanOrEqual(300_000);
  });
});

test("a Slack workspace gets at most 100 a minute, and others do not wait for it", () => {
  const large = Array.from({ length: 350 }, (_, n) => ({
    tenant: "slack:team:large" as Tenant,
    channel: `c${n}`,
  }));
  const small = { tenant: "slack:team:small" as Tenant, channel: "c1" };
  const posts = postAll([...large, small]);
  const times = posts.filter(({ channel }) => channel.tenant === "slack:team:large").map(({ at }) => at);
  expect(times).toHaveLength(350);
  expect(most(times, 60_000)).toBeLessThanOrEqual(100);
  expect(times.at(-1)).toBeLessThanOrEqual(240_000);
  expect(posts.find(({ channel }) => channel === small)!.at).toBe(0);
});

test.each(["discord:guild:1", "slack:team:1"] as const)(
  "one channel of %s gets at most one a second",
  (tenant) => {
    const channel = { tenant, channel: "c" };
    const times = postAll(Array.from({ length: 20 }, () => channel)).map(({ at }) => at);
    expect(most(times, 1_000)).toBe(1);
  },
);

test("a subscription keeps its place, and alone it does not wait", () => {
  const channel = { tenant: "discord:guild:1" as Tenant, channel: "c" };
  const crowd = { onPlatform: 1_000, inTenant: 1 };
  expect(spreadOf(channel, "s", crowd)).toBe(spreadOf(channel, "s", crowd));
  expect(spreadOf(channel, "s", crowd)).not.toBe(spreadOf(channel, "t", crowd));
  expect(spreadOf(channel, "s", { onPlatform: 1, inTenant: 1 })).toBe(0);
});

test("a limiter says how long to wait, and forgets what is over", () => {
  let up = 0;
  const limiter = createLimiter(() => up);
  const channel = { tenant: "slack:team:1" as Tenant, channel: "c" };
  expect([limiter.take(channel), limiter.take(channel), limiter.waitFor(channel)]).toEqual([0, 1_000, 1_000]);
  up = 400;
  expect(limiter.take(channel)).toBe(600);
  up = 1_000;
  expect(limiter.waitFor(channel)).toBe(0);
  expect(limiter.take(channel)).toBe(0);
});
