import type { Clock } from "./core/clock.ts";
import type { Logger } from "./core/logger.ts";
import type { Store } from "./store/store.ts";
import type { TenantStore } from "./store/tenant-store.ts";

/** Milliseconds for which everything of a tenant is kept after the bot was removed: 30 days. */
export const KEPT_AFTER_LEAVING = 30 * 24 * 60 * 60_000;

/** Milliseconds before the first purge: platforms tell first who came back while nothing ran. */
const FIRST_AFTER = 5 * 60_000;
/** Milliseconds between two purges. */
const EVERY = 60 * 60_000;

/**
 * Deletes everything of tenants that the bot was removed from long enough before `now` (milliseconds since 1970), unless
 * it is back, and tells how many those are. Rejects where the store cannot be read or written: the rest is deleted next
 * time.
 */
export async function purgeWhenDue(
  store: Pick<TenantStore, "tenantsToPurge" | "purgeTenant">,
  now: number,
  log: Logger,
): Promise<number> {
  const leftBefore = now - KEPT_AFTER_LEAVING;
  let purged = 0;
  try {
    for (const tenant of await store.tenantsToPurge(leftBefore))
      if ((await store.purgeTenant(tenant, leftBefore)) !== null) purged += 1;
  } finally {
    if (purged > 0) log.info({ tenants: purged }, "deleted what was kept of tenants that left 30 days ago");
  }
  return purged;
}

/** What regular purges need. */
export interface PurgeParts {
  readonly store: Pick<Store, "tenantsToPurge" | "purgeTenant" | "forgetOld">;
  readonly clock: Pick<Clock, "now" | "wait">;
  readonly log: Logger;
  readonly stop: AbortSignal;
}

/** Purges every hour until the stop. Never rejects: what could not be deleted is deleted next time. */
export async function purgeRegularly({ store, clock, log, stop }: PurgeParts): Promise<void> {
  const waited = (ms: number) =>
    clock.wait(ms, stop).then(
      () => true,
      () => false,
    );
  for (let pause = FIRST_AFTER; await waited(pause); pause = EVERY) {
    if (stop.aborted) return;
    await purgeNow({ store, clock, log });
  }
}

/** One purge. Never rejects. */
export async function purgeNow({ store, clock, log }: Omit<PurgeParts, "stop">): Promise<void> {
  try {
    await store.forgetOld();
    await purgeWhenDue(store, clock.now(), log);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.error({ error: message }, "what is kept no longer cannot be deleted; it is tried again");
  }
}
