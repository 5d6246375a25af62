import { expect, test } from "vitest";
import { ACTION_LIFE } from "../../src/store/actions.ts";
import { DELIVERY_LIFE } from "../../src/store/forget.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { wanted } from "../delivery/subscribed.ts";

const START = Date.UTC(2026, 2, 10);

test("what became of digests is forgotten after 400 days and what buttons do after 90, while the store stays open", async () => {
  let now = START;
  const store = await openStore({ path: ":memory:", now: () => now });
  const made = await store.createSubscription(wanted("discord"));
  const { tenant } = made.channel;
  const key = await store.keepAction(tenant, { command: "help", values: {} });
  const settle = async (send: string | null, skipped: string) => {
    const known = (await store.subscription(tenant, made.id))!;
    const open = send === null ? null : { localDate: send, dueAt: now, late: false, notBefore: now };
    await store.settle(known, { send: open, skipped: [{ localDate: skipped, dueAt: now }], why: "missed" });
  };
  await settle(null, "2026-03-10");
  now += ACTION_LIFE + 1;
  await settle("2026-06-09", "2026-06-08");
  await store.forgetOld();
  const dates = async () => (await store.deliveriesOf(tenant, made.id, 10)).map(({ localDate }) => localDate);
  expect(await dates()).toEqual(["2026-06-09", "2026-06-08", "2026-03-10"]);
  now -= 1;
  expect(await store.keptAction(tenant, key)).toBeNull();

  now = START + DELIVERY_LIFE + 1;
  await store.forgetOld();
  expect(await dates()).toEqual(["2026-06-09", "2026-06-08"]);
  // What is still open is not forgotten, and no date comes again.
  now += 2 * DELIVERY_LIFE;
  await store.forgetOld();
  expect(await dates()).toEqual(["2026-06-09"]);
  expect((await store.subscription(tenant, made.id))!.lastLocalDate).toBe("2026-06-09");
  store.close();
});
