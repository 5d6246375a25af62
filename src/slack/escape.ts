import { visible } from "../core/visible.ts";

/**
 * Text for the one place where Slack reads its own markup and we cannot avoid it, the line that stands in for the
 * blocks: the three characters that begin mentions, links and entities become entities
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping).
 */
export function escapeFallback(text: string): string {
  return visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What a person typed: Slack sends those three characters as entities. */
export function unescapeTyped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
