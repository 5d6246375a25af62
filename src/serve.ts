import type { Logger } from "./core/logger.ts";
import { PlatformError, type Ending, type Platform } from "./core/platform.ts";

/** A platform that can be started. */
export interface Startable {
  name: Platform["name"];
  start(): Promise<Platform>;
}

/**
 * Runs platforms side by side, until a stop is asked for or none is left. One that fails or ends is told to the operator
 * and stops no other.
 *
 * @returns the exit status: 0 after a stop, 1 where all platforms ended by themselves.
 */
export async function serve(
  platforms: readonly Startable[],
  log: Logger,
  stop: AbortSignal,
): Promise<number> {
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.all(platforms.map(({ name, start }) => run(name, start, log, stopped)));
  return stop.aborted ? 0 : 1;
}

async function run(
  name: string,
  start: Startable["start"],
  log: Logger,
  stopped: Promise<void>,
): Promise<void> {
  const tell = ({ reason, remedy }: Ending) =>
    log.error({ platform: name, remedy: `${remedy}.` }, `${reason}.`);
  try {
    const starting = start();
    const platform = await Promise.race([starting, stopped.then(() => null)]);
    if (platform === null) {
      // It may come up all the same, and must not stay.
      starting.then(
        (late) => late.stop(),
        () => undefined,
      );
      return;
    }
    const ending = await Promise.race([platform.ended, stopped.then(() => null)]);
    if (ending !== null) tell(ending);
    await platform.stop();
  } catch (error) {
    if (error instanceof PlatformError) tell(error.ending);
    else
      log.error(
        { platform: name, error: error instanceof Error ? error.stack : String(error) },
        "the platform failed",
      );
  }
}
