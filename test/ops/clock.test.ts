import { expect, test } from "vitest";
import { createUptime, realClock } from "../../src/ops/clock.ts";

/** A machine started 100 s ago whose system tells whole seconds. */
function machine() {
  let [time, slept] = [100_400, 0];
  const up = createUptime(
    () => Math.floor((time + slept) / 1_000),
    () => time - 90_000 + 0.25,
  );
  return {
    up,
    run: (ms: number) => (time += ms),
    sleep: (ms: number) => (slept += ms),
  };
}

test("milliseconds pass one by one, however coarse the system's uptime is", () => {
  const { up, run } = machine();
  const first = up();
  const steps = Array.from({ length: 3_000 }, () => {
    run(1);
    return up() - first;
  });
  expect(steps).toEqual(Array.from({ length: 3_000 }, (_, at) => at + 1));
});

test("the time that the machine slept counts", () => {
  const { up, run, sleep } = machine();
  const first = up();
  sleep(90_000);
  run(10);
  const passed = up() - first;
  expect(Math.abs(passed - 90_010)).toBeLessThanOrEqual(1_000);
  run(5);
  expect(up() - first).toBe(passed + 5);
});

test("a moment is told in whole milliseconds, as the store keeps it", () => {
  const clock = realClock();
  const [first, second] = [clock.moment(), clock.moment()];
  expect([first.at, first.up].every(Number.isSafeInteger)).toBe(true);
  expect(second.up).toBeGreaterThanOrEqual(first.up);
});
