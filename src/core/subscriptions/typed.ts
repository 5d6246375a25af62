import { subscriptionMessages } from "../../messages/groups/subscriptions.ts";
import type { Options } from "../option.ts";

/** What the window for a subscription gives, as it was typed: a mistake in it must not cost the other fields. */
export const TYPED_OPTIONS = {
  id: { type: "string", required: true, description: (m) => m.optionId },
  at: { type: "string", description: (m) => subscriptionMessages(m).fieldAt },
  timezone: { type: "string", description: (m) => subscriptionMessages(m).fieldTimezone },
  days: { type: "string", description: (m) => subscriptionMessages(m).fieldDays },
  query: { type: "string", grammar: true, description: (m) => subscriptionMessages(m).fieldQuery },
  quiet: { type: "string", description: (m) => subscriptionMessages(m).fieldQuiet },
} as const satisfies Options;
