import { setTimeout as delay } from "node:timers/promises";
import { PlatformError, type Ending, type Platform } from "../core/platform.ts";
import { Pace, withRetries } from "../core/retry.ts";
import { describeError, endingOfError } from "./endings.ts";
import { openSession, type Session, type SessionParts } from "./session.ts";

/** What the bot is made of. `wait` is for tests; it waits for real by default. */
export interface DiscordParts extends SessionParts {
  /** Ends the bot, also while it is still trying to start. */
  stop?: AbortSignal;
  wait?(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * Starts the bot and keeps it connected: tries again while Discord cannot be reached, at the start and later.
 *
 * @throws {PlatformError} where Discord refuses the token or the bot at the start.
 */
export async function startDiscord(parts: DiscordParts): Promise<Platform> {
  const { log } = parts;
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, ...(parts.stop === undefined ? [] : [parts.stop])]);
  const wait = parts.wait ?? ((ms, until) => delay(ms, undefined, { signal: until }));
  const connect = (): Promise<Session> =>
    withRetries(() => openSession(parts, signal), {
      wait: (ms) => wait(ms, signal),
      isPassing: (error) => !signal.aborted && endingOfError(error) === null,
      onRetry: (error, pause) =>
        log.warn(
          { platform: "discord", error: describeError(error), seconds: pause / 1_000 },
          "Discord cannot be reached, trying again",
        ),
    });
  const open = async (): Promise<Session> => {
    try {
      return await connect();
    } catch (error) {
      const ending = endingOfError(error);
      throw ending === null ? error : new PlatformError(ending, { cause: error });
    }
  };

  let session = await open();
  const pace = new Pace();
  const keepConnected = async (): Promise<Ending | null> => {
    for (;;) {
      const opened = Date.now();
      const ending = await session.over;
      await session.close();
      if (signal.aborted) return null;
      if (ending !== null) return ending;
      log.warn({ platform: "discord" }, "connection given up, building a new one");
      const pause = pace.after(Date.now() - opened);
      try {
        if (pause > 0) await wait(pause, signal);
        session = await open();
      } catch (error) {
        if (signal.aborted) return null;
        if (error instanceof PlatformError) return error.ending;
        throw error;
      }
    }
  };
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  const ended = Promise.race([keepConnected(), stopped]);
  return {
    name: "discord",
    ended,
    async stop() {
      stopping.abort();
      await session.close();
    },
  };
}
