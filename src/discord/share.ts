import { DiscordAPIError, MessageFlags, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import type { Reply } from "../core/reply.ts";
import type { ActionMessages } from "../messages/groups/actions.ts";
import { call } from "./call.ts";
import type { Component } from "./render.ts";
import type { Answerable } from "./respond.ts";

/** How an answer is posted for everybody. */
export interface Sharing {
  /** What was announced before the answer was ready: a new private message, a change of the old one, or nothing. */
  announced: "reply" | "update" | null;
  say: ActionMessages;
  /** One sentence as a message. */
  render(words: string): Promise<Component[]>;
}

/**
 * A reply as everybody sees it. Outside a server its actions are kept for who shared it alone, and would fail whoever
 * else presses them: there it has no buttons.
 */
export function sharedReply(reply: Reply, inServer: boolean): Reply {
  if (inServer) return reply;
  const blocks = reply.blocks.map((block) => (block.type === "quote" ? { ...block, actions: [] } : block));
  return { ...reply, blocks, actions: [] };
}

const QUIET = { allowedMentions: { parse: [] } } as const;
const PUBLIC = MessageFlags.IsComponentsV2;
const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

/**
 * Posts a new message that everybody in the channel sees. Where that fails the person is told privately, with what to
 * do, and the error is thrown on.
 */
export function share(interaction: Answerable, components: Component[], how: Sharing): Promise<void> {
  return how.announced === null
    ? shareAtOnce(interaction, components, how)
    : shareLate(interaction, components, how);
}

async function shareAtOnce(
  interaction: Answerable,
  components: Component[],
  { say, render }: Sharing,
): Promise<void> {
  try {
    await call(interaction.reply({ ...QUIET, components, flags: PUBLIC }), "the shared answer");
  } catch (error) {
    const words = await render(isRefusal(error) ? say.postRefused : say.postLater);
    try {
      await call(interaction.reply({ ...QUIET, components: words, flags: PRIVATE }), "word of a failure");
    } catch (again) {
      // An interaction takes one answer: so the first one did arrive, and only the word of it was lost.
      if (codeOf(again) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return;
    }
    throw error;
  }
}

async function shareLate(
  interaction: Answerable,
  components: Component[],
  { announced, say, render }: Sharing,
): Promise<void> {
  const tell = async (words: string) => {
    const body = { ...QUIET, components: await render(words) };
    const told: Promise<unknown> =
      announced === "reply"
        ? interaction.editReply({ ...body, flags: PUBLIC })
        : interaction.followUp({ ...body, flags: PRIVATE });
    await call(told, "word of the shared answer");
  };
  // The first follow-up takes the place of a private "thinking" and is as private, so that is filled first
  // (https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages).
  if (announced === "reply") await tell(say.posting);
  try {
    await call(interaction.followUp({ ...QUIET, components, flags: PUBLIC }), "the shared answer");
  } catch (error) {
    await tell(isRefusal(error) ? say.postRefused : isHeldBack(error) ? say.postLater : say.postUnknown);
    throw error;
  }
  if (announced === "reply") await tell(say.posted);
}

function codeOf(error: unknown): number | string | null {
  return error instanceof DiscordAPIError ? error.code : null;
}

/** Whether nothing was sent because too much was sent before. */
function isHeldBack(error: unknown): boolean {
  return error instanceof RateLimitError || (error instanceof DiscordAPIError && error.status === 429);
}

/** Whether Discord said no, such as "Missing Access". */
function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status < 500 && !isHeldBack(error);
}
