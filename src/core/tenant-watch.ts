import type { Tenant } from "./tenant.ts";

/** What tenants of a platform are called before their id. */
export type TenantKind = "discord:guild" | "discord:user" | "slack:team" | "slack:enterprise";

/**
 * Told by a platform where the bot was removed and where it came back. What is told is written down in its order, and
 * tried again where it cannot be: nothing of this rejects.
 */
export interface TenantWatch {
  /** The bot was removed: nothing is posted there from this moment on. An outage of the platform is no removal. */
  left(tenant: Tenant): Promise<void>;
  /** It is there, perhaps again. */
  returned(tenant: Tenant): Promise<void>;
  /** It is with all of these and with no others of the kind: it may have been removed and added while nobody listened. */
  present(kind: TenantKind, tenants: readonly Tenant[]): Promise<void>;
}

/** Listens to nothing. */
export const NO_WATCH: TenantWatch = {
  left: () => Promise.resolve(),
  returned: () => Promise.resolve(),
  present: () => Promise.resolve(),
};
