import type { Logger } from "./core/logger.ts";
import type { TenantStore } from "./store/tenant-store.ts";

/** Milliseconds for which everything of a tenant is kept after the bot was removed: 30 days. */
export const KEPT_AFTER_LEAVING = 30 * 24 * 60 * 60_000;

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
