import { expect, test } from "vitest";
import { DeadlineError, atMost, within } from "../../src/core/deadline.ts";

const never = new Promise<never>(() => undefined);

test("what is ready comes through", async () => {
  expect(await within(Promise.resolve(1), 60_000)).toBe(1);
  expect(await atMost(Promise.resolve(2), 60_000, "a call")).toBe(2);
});

test("what is not ready in time is null, or an error that names the call", async () => {
  expect(await within(never, 1)).toBeNull();
  await expect(atMost(never, 1, "a call")).rejects.toEqual(
    new DeadlineError("no answer to a call within 1 ms"),
  );
});

test("a failure comes through", async () => {
  const failure = new Error("refused");
  await expect(within(Promise.reject(failure), 60_000)).rejects.toBe(failure);
  await expect(atMost(Promise.reject(failure), 60_000, "a call")).rejects.toBe(failure);
});
