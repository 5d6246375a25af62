import { fileURLToPath } from "node:url";
import { MessageFlags } from "discord.js";
import { renderReply as renderConsole } from "../../src/console/render.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOfAll } from "../../src/core/budget.ts";
import { COMPONENTS_MAX, componentsOf } from "../../src/core/compare/fits.ts";
import type { Reply } from "../../src/core/reply.ts";
import { renderReply as renderDiscord } from "../../src/discord/render.ts";
import { renderReply as renderSlack } from "../../src/slack/render.ts";
import { checkMessage as checkDiscord } from "../peers/discord/rules-message.ts";
import { checkMessage as checkSlack } from "../peers/slack/body.ts";
import type { Json } from "../peers/slack/json.ts";
import { loadLimits } from "../peers/slack/limits.ts";

const LIMITS = loadLimits(
  fileURLToPath(new URL("../../../shared/contracts/slack-block-limits.json", import.meta.url)),
);
/** What a test's name says of limits that cannot be checked. */
export const skipped =
  LIMITS.source === undefined ? " (some limits of Slack skipped: ../shared is absent)" : "";
const keep = () => Promise.resolve("k".repeat(22));

/** What a platform would refuse of a reply, or the budget forbids; empty where it fits everywhere. */
export async function excessOf(reply: Reply): Promise<unknown[]> {
  const { blocks, actions } = reply;
  const quotes = blocks.filter(({ type }) => type === "quote").length;
  const components = componentsOf(blocks, actions.length);
  const discord = await renderDiscord(reply, keep);
  const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
  const slack = checkSlack((await renderSlack(reply, keep)) as unknown as Json, LIMITS);
  const { text } = renderConsole(reply, { columns: 80, colour: false });
  return [
    ...(costOfAll(blocks) > REPLY_MAX ? [`costs ${costOfAll(blocks)}`] : []),
    ...(quotes > EXCERPTS_MAX ? [`${quotes} quotes`] : []),
    ...(components > COMPONENTS_MAX ? [`${components} components`] : []),
    ...checkDiscord({ components: discord, flags, allowed_mentions: { parse: [] } }),
    ...(slack === undefined ? [] : [slack]),
    ...(text.trim() === "" ? ["nothing in the console"] : []),
  ];
}
