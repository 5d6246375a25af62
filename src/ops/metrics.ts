import { createHash } from "node:crypto";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Clock } from "../core/clock.ts";
import type { Platform } from "../core/platform.ts";
import type { Connections } from "./connections.ts";
import type { Health } from "./health.ts";

/** Seconds: half of 10,000 channels within 150, nearly all within 300; after 600 a digest is marked late, after 21,600 none is sent. */
const LATENESS = [1, 5, 15, 30, 60, 150, 300, 600, 1_800, 3_600, 21_600];
/** Milliseconds by which a poll is overdue of a feed that is no longer listed. */
const UNLISTED = 24 * 60 * 60_000;

/** A feed, as far as metrics tell of it. Times are milliseconds since 1970. */
export interface FeedState {
  readonly url: string;
  readonly nextPoll: number;
  readonly lastSuccess: number | null;
  readonly gone: boolean;
}

/** What metrics are made of. */
export interface MetricsParts {
  readonly connections: Connections;
  readonly health: Pick<Health, "tickAge">;
  readonly feeds: () => Promise<readonly FeedState[]>;
  readonly clock: Pick<Clock, "now">;
}

/** What is counted. Labels are platforms, states and feeds: never a tenant, a token or what anybody asked. */
export interface Metrics {
  /** A delivery came into a state, so many milliseconds after it was due. */
  observe(event: { platform: Platform["name"]; state: string; lateness: number }): void;
  onLimit(platform: Platform["name"]): void;
  /** All of them, in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Makes them; the registry is their own. */
export function createMetrics({ connections, health, feeds, clock }: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const lateness = new Histogram({
    name: "korea_desk_digest_lateness_seconds",
    help: "Seconds between the time that a digest was due and the time that it was sent",
    labelNames: ["platform"],
    buckets: LATENESS,
    registers,
  });
  const outcomes = new Counter({
    name: "korea_desk_digest_outcomes_total",
    help: "Times that a delivery came into a state",
    labelNames: ["platform", "state"],
    registers,
  });
  const limits = new Counter({
    name: "korea_desk_rate_limits_total",
    help: "Answers 429 to what digests asked of a platform",
    labelNames: ["platform"],
    registers,
  });
  void new Gauge({
    name: "korea_desk_connected",
    help: "1 where commands come in from a platform",
    labelNames: ["platform"],
    registers,
    collect() {
      for (const [platform, { isOpen }] of connections) this.set({ platform }, isOpen ? 1 : 0);
    },
  });
  void new Counter({
    name: "korea_desk_reconnects_total",
    help: "Times that a connection to a platform was opened again",
    labelNames: ["platform"],
    registers,
    collect() {
      this.reset();
      for (const [platform, { reconnects }] of connections) this.inc({ platform }, reconnects);
    },
  });
  void new Gauge({
    name: "korea_desk_scheduler_tick_age_seconds",
    help: "Seconds since the loop of deliveries last looked",
    registers,
    collect() {
      this.set(health.tickAge() ?? Number.POSITIVE_INFINITY);
    },
  });
  void new Gauge({
    name: "korea_desk_feed_age_seconds",
    help: "Seconds since a feed was last read; the label is its host and the beginning of the SHA-256 of its address",
    labelNames: ["feed"],
    registers,
    async collect() {
      this.reset();
      const now = clock.now();
      // A store that cannot be read is told by readiness.
      const all = await feeds().catch(() => []);
      for (const { url, lastSuccess, nextPoll, gone } of all)
        if (lastSuccess !== null && !gone && now - nextPoll < UNLISTED)
          this.set({ feed: labelOf(url) }, Math.max(0, now - lastSuccess) / 1_000);
    },
  });
  return {
    observe({ platform, state, lateness: ms }) {
      outcomes.inc({ platform, state });
      if (state === "sent") lateness.observe({ platform }, Math.max(0, ms) / 1_000);
    },
    onLimit: (platform) => limits.inc({ platform }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** An address may hold a secret anywhere behind its host. */
function labelOf(url: string): string {
  return `${new URL(url).host}#${createHash("sha256").update(url).digest("hex").slice(0, 8)}`;
}
