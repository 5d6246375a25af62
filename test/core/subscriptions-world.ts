import type { Asker } from "../../src/core/desk.ts";
import type { Entry } from "../../src/core/document.ts";
import type { Action, Form, RawValues, Reply } from "../../src/core/reply.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import type { Store } from "../../src/store/store.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { asReply, dateOf, deskOver, entryOf, libraryOf, wordsOf } from "./samples.ts";

/** Thursday, 26 November 2026, 12:00 UTC: 21:00 in Seoul. */
export const NOON = Date.UTC(2026, 10, 26, 12);

/** Who may decide, in a channel of a server. */
export const MANAGER: Asker = {
  tenant: "discord:guild:100",
  locale: "en",
  user: "7",
  name: "Mina",
  channel: "200",
  mayManage: true,
};

/** Who may only look, in the same channel. */
export const READER: Asker = { ...MANAGER, user: "8", name: "Joon", mayManage: false };

/** What there is to search, published the day before. */
const ENTRIES: readonly Entry[] = [
  entryOf("The summit of Hanoi ended early.", { id: "a", date: dateOf("2026-11-25") }),
  entryOf("제재 논의가 이어졌다.", { id: "b", language: "ko", date: dateOf("2026-11-25") }),
];

/** A desk on a real store with a clock that a test sets. */
export interface World {
  readonly clock: { now: number };
  readonly store: Store;
  /** What was reported as a defect. */
  readonly reported: readonly unknown[];
  ask(line: string, asker?: Asker): Promise<Reply>;
  run(call: { readonly command: string; readonly values: RawValues }, asker?: Asker): Promise<Reply | Form>;
  list(tenant?: Tenant): Promise<Subscription[]>;
  /** The only subscription there is. */
  only(): Promise<Subscription>;
}

/** Makes one, in which nothing was subscribed to yet; days begin in Seoul where nobody says another zone. */
export async function worldAt(now = NOON, zone = "Asia/Seoul"): Promise<World> {
  const clock = { now };
  const { desk, store, reported } = await deskOver(libraryOf(ENTRIES), { now: () => clock.now, zone });
  await store.save("import", [...ENTRIES], { announce: true });
  const list = (tenant: Tenant = MANAGER.tenant) => store.subscriptionsOf(tenant);
  return {
    clock,
    store,
    reported,
    ask: async (line, asker = MANAGER) => asReply(await desk.runText(line, asker)),
    run: (call, asker = MANAGER) => desk.run(call, asker),
    list,
    async only() {
      const [one, ...others] = await list();
      if (one === undefined || others.length > 0) throw new Error(`${others.length} others`);
      return one;
    },
  };
}

/** The words of a reply, one line each, without quotes. */
export function said(answer: Reply | Form): string {
  return wordsOf(answer).join("\n");
}

/** The action with this label. */
export function button(answer: Reply | Form, label: string): Action {
  const { actions } = asReply(answer);
  const found = actions.find((action) => action.label === label);
  if (found === undefined) throw new Error(`no ${label} among ${actions.map((one) => one.label).join(", ")}`);
  return found;
}
