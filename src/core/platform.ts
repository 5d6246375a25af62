import type { Tenant } from "./tenant.ts";

/** Why a platform will not answer any more, and what the operator can do; both without a full stop at the end. */
export interface Ending {
  reason: string;
  remedy: string;
}

/** A connection to a chat platform that answers commands. */
export interface Platform {
  readonly name: "discord" | "slack";
  /** Resolves when the connection has ended for good: with the reason, or with `null` after {@link Platform.stop}. */
  readonly ended: Promise<Ending | null>;
  stop(): Promise<void>;
}

/** Told how a platform's connection does, while it runs. */
export interface ConnectionWatch {
  /** Commands come in, for the first time or again. With the tenant where the token serves only one. */
  opened(tenant?: Tenant): void;
  /** None come in any more; a new connection is being tried. */
  lost(): void;
}

/** A platform that cannot be started, for a reason that waiting does not mend. */
export class PlatformError extends Error {
  override name = "PlatformError";
  readonly ending: Ending;

  constructor(ending: Ending, options?: ErrorOptions) {
    super(`${ending.reason}. ${ending.remedy}.`, options);
    this.ending = ending;
  }
}
