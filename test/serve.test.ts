import { expect, test } from "vitest";
import { PlatformError, type Ending, type Platform } from "../src/core/platform.ts";
import { serve, type Startable } from "../src/serve.ts";

const ENDING: Ending = { reason: "the token was refused", remedy: "Get another" };

/** A platform whose end the test decides. */
function platform(name: Platform["name"]) {
  let end: (ending: Ending | null) => void = () => undefined;
  const ended = new Promise<Ending | null>((resolve) => {
    end = resolve;
  });
  const state = { stops: 0 };
  const running: Platform = {
    name,
    ended,
    async stop() {
      state.stops += 1;
      end(null);
    },
  };
  const startable: Startable = { name, start: async () => running };
  return { startable, state, end: (ending: Ending | null) => end(ending) };
}

function recorder() {
  const lines: string[] = [];
  const keep = (facts: object, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`);
  return { lines, log: { info: keep, warn: keep, error: keep } };
}

test("a stop stops every platform and ends with 0", async () => {
  const one = platform("discord");
  const two = platform("slack");
  const stop = new AbortController();
  const { lines, log } = recorder();
  const served = serve([one.startable, two.startable], log, stop.signal);
  stop.abort();
  expect(await served).toBe(0);
  expect([one.state.stops, two.state.stops, lines]).toEqual([1, 1, []]);
});

test("a platform that ends is told of, and the other goes on", async () => {
  const one = platform("discord");
  const two = platform("slack");
  const stop = new AbortController();
  const { lines, log } = recorder();
  const served = serve([one.startable, two.startable], log, stop.signal);
  one.end(ENDING);
  // Whoever is told of the end has already been: both wait for the same promise.
  await new Promise((resolve) => setImmediate(resolve));
  expect(lines).toEqual(['the token was refused. {"platform":"discord","remedy":"Get another."}']);
  expect(two.state.stops).toBe(0);
  stop.abort();
  expect(await served).toBe(0);
});

test("with no platform left the status is 1", async () => {
  const { lines, log } = recorder();
  const refused: Startable = { name: "slack", start: () => Promise.reject(new PlatformError(ENDING)) };
  expect(await serve([refused], log, new AbortController().signal)).toBe(1);
  expect(lines).toEqual(['the token was refused. {"platform":"slack","remedy":"Get another."}']);
});

test("a platform that is still starting does not hold up a stop", async () => {
  const stop = new AbortController();
  const { log } = recorder();
  const starting: Startable = { name: "discord", start: () => new Promise(() => undefined) };
  const served = serve([starting], log, stop.signal);
  stop.abort();
  expect(await served).toBe(0);
});
