import type { Logger } from "./core/logger.ts";
import { withRetries } from "./core/retry.ts";
import type { Tenant } from "./core/tenant.ts";
import type { TenantWatch } from "./core/tenant-watch.ts";
import type { TenantStore } from "./store/tenant-store.ts";

/** What watching needs. `wait` rejects when the program stops. */
export interface WatchParts {
  readonly store: TenantStore;
  readonly log: Logger;
  wait(ms: number): Promise<void>;
}

/** Where the bot is not any more. */
export interface Tenants {
  /** For platforms. */
  readonly watch: TenantWatch;
  /** Whether the bot was removed: from the moment on that a platform tells, before it is written down. */
  isAway(tenant: Tenant): boolean;
}

/** Writes down what platforms tell of their tenants, one thing after another. Rejects where the store cannot be read. */
export async function watchTenants({ store, log, wait }: WatchParts): Promise<Tenants> {
  const away = new Set(await store.awayTenants());
  let last: Promise<void> = Promise.resolve();
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    last = last.then(() =>
      withRetries(write, {
        wait,
        isPassing: () => true,
        onRetry: (error, pause) =>
          log.warn(
            { error: describe(error), seconds: pause / 1_000 },
            "who left or came back cannot be written down, trying again",
          ),
      }).catch((error: unknown) => {
        // Only waiting ends: whoever starts next is told by the platform again.
        log.warn({ error: describe(error) }, "who left or came back was not written down");
      }),
    );
    return last;
  };
  const leave = async (tenant: Tenant): Promise<void> => {
    away.add(tenant);
    const { paused, first } = await store.tenantLeft(tenant);
    if (first || paused > 0) log.info({ tenant, paused }, "the bot was removed; subscriptions are paused");
  };
  const comeBack = async (tenant: Tenant): Promise<void> => {
    if (await store.tenantReturned(tenant)) log.info({ tenant }, "the bot is back");
    away.delete(tenant);
  };
  return {
    isAway: (tenant) => away.has(tenant),
    watch: {
      left(tenant) {
        away.add(tenant);
        return inTurn(() => leave(tenant));
      },
      returned: (tenant) =>
        inTurn(async () => {
          if (away.has(tenant)) await comeBack(tenant);
        }),
      present: (kind, tenants) =>
        inTurn(async () => {
          const there = new Set(tenants);
          for (const tenant of new Set([...away, ...(await store.awayTenants())]))
            if (there.has(tenant)) await comeBack(tenant);
          for (const tenant of await store.subscribedTenants())
            if (tenant.startsWith(`${kind}:`) && !there.has(tenant)) await leave(tenant);
        }),
    },
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
