import type { Logger } from "../core/logger.ts";
import { createHealth, type HealthParts } from "./health.ts";
import type { Metrics, MetricsParts } from "./metrics.ts";
import { listenForOps, plain, type OpsServer } from "./server.ts";

/** What telling health and metrics needs. */
export interface OpsParts extends HealthParts, Omit<MetricsParts, "health"> {
  /** Where; `null` for nowhere. */
  readonly where: { readonly host: string; readonly port: number } | null;
  readonly clock: HealthParts["clock"] & MetricsParts["clock"];
  readonly log: Logger;
}

/** What is told to it, and its end. */
export interface Ops extends Pick<Metrics, "observe" | "onLimit"> {
  tick(): void;
  /** Where it listens; `null` where it does not. */
  readonly port: number | null;
  close(): Promise<void>;
}

const NOTHING: Ops = {
  observe: () => undefined,
  onLimit: () => undefined,
  tick: () => undefined,
  port: null,
  close: () => Promise.resolve(),
};

/** Tells health and metrics over HTTP where the operator wants it. Never rejects. */
export async function openOps({ where, log, ...parts }: OpsParts): Promise<Ops> {
  if (where === null) return NOTHING;
  const health = createHealth(parts);
  const { createMetrics } = await import("./metrics.ts");
  const metrics = createMetrics({ ...parts, health });
  const server: OpsServer | null = await listenForOps(
    {
      "/livez": () => Promise.resolve(plain(200, "ok\n")),
      "/readyz": async () => {
        const notReady = await health.notReady();
        return {
          status: notReady.length === 0 ? 200 : 503,
          contentType: "application/json",
          body: `${JSON.stringify({ ready: notReady.length === 0, notReady })}\n`,
        };
      },
      "/metrics": async () => ({
        status: 200,
        contentType: metrics.contentType,
        body: await metrics.text(),
      }),
    },
    { ...where, log },
  );
  if (server === null) return NOTHING;
  return {
    observe: metrics.observe,
    onLimit: metrics.onLimit,
    tick: health.tick,
    port: server.port,
    close: () => server.close(),
  };
}
