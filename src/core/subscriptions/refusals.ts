import { subscriptionListMessages } from "../../messages/groups/subscription-list.ts";
import { subscriptionMessages } from "../../messages/groups/subscriptions.ts";
import { UserError } from "../errors.ts";
import type { Tenant } from "../tenant.ts";

/** Where somebody asks; of an asker or of a context. */
interface Where {
  readonly tenant: Tenant;
  readonly botAbsent?: boolean;
}

/** The person may not decide what channels of the tenant get, or nobody can where the bot is not in the server. */
export function mayNotManage({ tenant, botAbsent = false }: Where): UserError {
  return new UserError((m) => {
    const say = subscriptionMessages(m);
    return botAbsent ? say.botAbsent : say.mayNot(tenant);
  });
}

/** Digests cannot be posted where the person asks. */
export function noChannel({ tenant, botAbsent = false }: Where): UserError {
  return new UserError((m) => {
    const say = subscriptionMessages(m);
    return botAbsent ? say.botAbsent : say.noChannel(tenant);
  });
}

/** The person may not see the subscriptions of all channels, or there is none to see. */
export function mayNotSeeAll({ tenant, botAbsent = false }: Where): UserError {
  const hasChannels = tenant.startsWith("slack:") || tenant.startsWith("discord:guild:");
  if (botAbsent || !hasChannels) return noChannel({ tenant, botAbsent });
  return new UserError((m) => subscriptionListMessages(m).allNeedsManage(tenant));
}
