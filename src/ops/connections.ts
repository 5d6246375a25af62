import type { ConnectionWatch, Platform } from "../core/platform.ts";
import type { Tenant } from "../core/tenant.ts";

/** How the connection of a platform does. */
export interface Connection {
  /** Whether commands come in now. */
  readonly isOpen: boolean;
  /**
   * Whether the platform took the token and has not ended since. A lost connection changes nothing of that: digests are
   * posted all the same.
   */
  readonly isServed: boolean;
  /** The one tenant that the token serves; `null` where it serves any, or is not known yet. */
  readonly tenant: Tenant | null;
  /** Times that it was opened again. */
  readonly reconnects: number;
}

/** A connection that is told what happens to it. */
export interface WatchedConnection extends Connection, ConnectionWatch {
  /** The platform has ended for good. */
  ended(): void;
}

/** The connections of all platforms that are configured. */
export type Connections = ReadonlyMap<Platform["name"], WatchedConnection>;

/** One that was not opened yet. */
export function createConnectionWatch(): WatchedConnection {
  let [isOpen, isServed, reconnects]: [boolean, boolean, number] = [false, false, 0];
  let [hasBeenOpen, tenant]: [boolean, Tenant | null] = [false, null];
  return {
    get isOpen() {
      return isOpen;
    },
    get isServed() {
      return isServed;
    },
    get tenant() {
      return tenant;
    },
    get reconnects() {
      return reconnects;
    },
    opened(whose) {
      if (hasBeenOpen && !isOpen) reconnects += 1;
      [isOpen, isServed, hasBeenOpen] = [true, true, true];
      tenant = whose ?? tenant;
    },
    lost() {
      isOpen = false;
    },
    ended() {
      [isOpen, isServed] = [false, false];
    },
  };
}
