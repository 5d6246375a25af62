import type { Answer } from "./interaction.ts";
import type { Json } from "./json.ts";

/** How a request to the bot's URL is signed (HTTP mode). */
export type Signature = "good" | "bad" | "stale" | "missing";

/** What Slack hands to the bot, by either road. */
export interface Outgoing {
  /** The envelope's id; a second delivery carries the same. */
  id: string;
  kind: "slash_commands" | "interactive" | "events_api";
  payload: Json;
  /** Whether the acknowledgement may carry a body (`accepts_response_payload`). */
  accepts: boolean;
  retry?: { attempt: number; reason: string };
  signature?: Signature;
}

/** A road to the bot. Resolves to how the bot acknowledged; never rejects because of what the bot does. */
export interface Transport {
  deliver(out: Outgoing): Promise<Answer>;
}

/**
 * The bot must acknowledge within 3 seconds, or the person reads `operation_timeout`.
 * docs.slack.dev/interactivity/implementing-slash-commands and
 * …/handling-user-interaction#acknowledgment_response
 */
export const ACK_DEADLINE_MS = 3000;
