import type { Clock } from "./core/clock.ts";
import type { Logger } from "./core/logger.ts";
import { purgeWhenDue } from "./purge-tenants.ts";
import type { Store } from "./store/store.ts";

/** Milliseconds before it is first done: platforms tell first who came back while nothing ran. */
const FIRST_AFTER = 5 * 60_000;
/** Milliseconds between two times. */
const EVERY = 60 * 60_000;

/** What forgetting needs. */
export interface ForgetParts {
  readonly store: Pick<Store, "tenantsToPurge" | "purgeTenant" | "forgetOld">;
  readonly clock: Pick<Clock, "now" | "wait">;
  readonly log: Logger;
}

/** Deletes every hour what is kept no longer, until the stop. Never rejects: what could not be deleted is deleted next time. */
export async function forgetRegularly({
  stop,
  ...parts
}: ForgetParts & { readonly stop: AbortSignal }): Promise<void> {
  const waited = (ms: number) =>
    parts.clock.wait(ms, stop).then(
      () => true,
      () => false,
    );
  for (let pause = FIRST_AFTER; await waited(pause); pause = EVERY) {
    if (stop.aborted) return;
    await forgetNow(parts);
  }
}

/** Deletes old buttons and outcomes, and everything of tenants that left long enough ago. Never rejects. */
export async function forgetNow({ store, clock, log }: ForgetParts): Promise<void> {
  try {
    await store.forgetOld();
    await purgeWhenDue(store, clock.now(), log);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.error({ error: message }, "what is kept no longer cannot be deleted; it is tried again");
  }
}
