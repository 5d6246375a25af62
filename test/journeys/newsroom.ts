import { createCompose } from "../../src/delivery/compose.ts";
import { createLimiter } from "../../src/delivery/limiter.ts";
import { createPasses } from "../../src/delivery/pass.ts";
import type { PostPort } from "../../src/delivery/port.ts";
import type { Desk } from "../../src/core/desk.ts";
import type { Action } from "../../src/core/reply.ts";
import type { Delivery } from "../../src/core/subscription.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import type { TenantWatch } from "../../src/core/tenant-watch.ts";
import { watchTenants } from "../../src/watch-tenants.ts";
import { dateOf, deskOver, entryOf, libraryOf } from "../core/samples.ts";

/** 07:00 on Monday, 1 June 2026, in Seoul. */
const START = Date.UTC(2026, 4, 31, 22);

/** A desk with the real commands, a store, and digests that are delivered at times that the test sets. */
export interface Newsroom {
  readonly desk: Desk;
  /** Says how digests are posted, given what keeps their buttons. */
  postBy(port: (keep: (action: Action, tenant: Tenant) => Promise<string>) => PostPort): void;
  /** A day of June 2026 and a time, both in Seoul; from then on it is that time. */
  at(day: number, time: string): void;
  /** Something comes in as news now. */
  publish(id: string, words: string): Promise<void>;
  /** Posts all that is due now. */
  deliver(): Promise<void>;
  /** Digests of all subscriptions of a tenant, the newest of each first. */
  deliveries(tenant: Tenant): Promise<Delivery[]>;
  /** Is told where the bot was removed, and where it is back. */
  readonly watch: TenantWatch;
  /** What was reported as a defect or logged as an error. */
  readonly mistakes: readonly unknown[];
  close(): void;
}

/** Opens a newsroom. */
export async function newsroom(): Promise<Newsroom> {
  let time = START;
  const now = () => time;
  const old = entryOf("The Beijing talks of the spring ended.", { id: "old", date: dateOf("2026-04-02") });
  const { desk, store, library, reported } = await deskOver(libraryOf([old]), { now });
  await store.save("import", [old]);
  const mistakes = reported;
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (facts: object) => mistakes.push(facts),
  };
  const wait = () => Promise.reject(new Error("nothing is tried again here"));
  const tenants = await watchTenants({ store, log, wait });
  let port: PostPort | null = null;
  const passes = createPasses({
    store,
    portOf: (tenant) => (tenants.isAway(tenant) ? null : port),
    compose: createCompose({ store, live: { library, catchUp: () => Promise.resolve() } }),
    moment: () => ({ at: time, up: time }),
    // Time stands still while something is sent.
    wait: (_, stop) =>
      new Promise((_resolve, reject) => {
        stop?.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      }),
    limiter: createLimiter(now),
    log,
  });
  return {
    desk,
    mistakes,
    watch: tenants.watch,
    postBy(portOf) {
      port = portOf((action, tenant) => desk.keep(action, { tenant, locale: "en" }));
    },
    at(day, clock) {
      time = Date.parse(`2026-06-${String(day).padStart(2, "0")}T${clock}:00+09:00`);
    },
    async publish(id, words) {
      const date = dateOf(new Date(time + 9 * 60 * 60_000).toISOString().slice(0, 10));
      const entry = entryOf(words, { id, title: id, date });
      await store.save("import", [entry], { announce: true });
      library.add(entry);
    },
    async deliver() {
      const { signal } = new AbortController();
      for (;;) {
        const { next } = await passes.run(signal);
        // A channel takes one digest a second.
        if (next === null || next > time + 1_000) return;
        time += 1_000;
      }
    },
    async deliveries(tenant) {
      const found = await store.subscriptionsOf(tenant);
      const all = await Promise.all(found.map(({ id }) => store.deliveriesOf(tenant, id, 10)));
      return all.flat();
    },
    close: () => store.close(),
  };
}
