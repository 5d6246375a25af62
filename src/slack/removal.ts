import type { App } from "@slack/bolt";
import { within } from "../core/deadline.ts";
import type { Logger } from "../core/logger.ts";
import type { Ending } from "../core/platform.ts";
import type { Tenant } from "../core/tenant.ts";
import type { TenantWatch } from "../core/tenant-watch.ts";
import { tenantOf, type Origin } from "./asker.ts";
import { ENDINGS } from "./endings.ts";

/** The events that tell of a removal; the manifest asks for them. */
export const REMOVAL_EVENTS = ["app_uninstalled", "tokens_revoked"] as const;

/** Milliseconds that writing a removal down may take before the platform ends. */
const WRITE_MAX = 10_000;

/** The installation whose token this is. */
export interface Installation {
  readonly tenant: Tenant;
  /** Milliseconds since 1970 at which Slack last accepted the token. */
  readonly acceptedAt: number;
}

/** What listening for removals needs. */
export interface RemovalParts {
  readonly tenants: TenantWatch;
  readonly log: Logger;
  /** `null` before it is known. */
  installation(): Installation | null;
  /** Whether Slack refuses the token now; `false` where it cannot be asked. */
  isRefused(): Promise<boolean>;
  /** Called once the token is of no more use. */
  ended(ending: Ending): void;
}

/** What the envelope of an event says of its installation: https://docs.slack.dev/apis/events-api/#event-type-structure */
interface Envelope extends Pick<Origin, "team_id" | "enterprise_id"> {
  readonly event_time?: number;
  readonly authorizations?: readonly { readonly is_enterprise_install?: boolean }[];
}

/**
 * Listens for the removal of the app from a workspace (https://docs.slack.dev/reference/events/app_uninstalled,
 * https://docs.slack.dev/reference/events/tokens_revoked). Where it is the workspace of our token, the platform ends: only
 * the operator can install the app again and put a new token into the configuration.
 */
export function watchRemoval(app: App, parts: RemovalParts): void {
  const { tenants, log } = parts;
  const removed = async (envelope: Envelope, ending: Ending): Promise<void> => {
    const tenant = tenantIn(envelope);
    if (tenant === null) return;
    const own = parts.installation();
    if (own?.tenant === tenant) {
      // Slack tells again what it believes was not heard, perhaps after the app is installed again.
      const isOld = (envelope.event_time ?? 0) < Math.floor(own.acceptedAt / 1_000);
      if (isOld && !(await parts.isRefused())) {
        log.info({ platform: "slack" }, "an old removal was told again; the token is accepted");
        return;
      }
    }
    await within(tenants.left(tenant), WRITE_MAX);
    if (own?.tenant === tenant) parts.ended(ending);
  };
  app.event("app_uninstalled", ({ body }) => removed(body, ENDINGS.account_inactive));
  app.event("tokens_revoked", async ({ event, body }) => {
    // Tokens of people are none of ours.
    if ((event.tokens.bot ?? []).length > 0) await removed(body, ENDINGS.token_revoked);
  });
}

function tenantIn({ team_id, enterprise_id, authorizations }: Envelope): Tenant | null {
  const is_enterprise_install = authorizations?.[0]?.is_enterprise_install;
  if (team_id === undefined && is_enterprise_install !== true) return null;
  return tenantOf({ team_id, enterprise_id, is_enterprise_install });
}
