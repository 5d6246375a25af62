import { Routes } from "discord.js";
import type { Ending } from "../core/platform.ts";
import { describeError, endingOfError } from "./endings.ts";
import { createExchange } from "./exchange.ts";

/** Asks Discord whether it takes the token; `null` where it does. Never throws. */
export async function askDiscord(
  parts: { token: string; apiUrl: string },
  signal: AbortSignal,
): Promise<Ending | null> {
  try {
    await createExchange(parts)("get", Routes.user(), { signal });
    return null;
  } catch (error) {
    const remedy = "Check the network and DISCORD_API_URL, and try again";
    return endingOfError(error) ?? { reason: `Discord cannot be reached (${describeError(error)})`, remedy };
  }
}
