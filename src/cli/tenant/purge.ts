import { openOwnStore } from "../../compose.ts";
import type { Config } from "../../config.ts";
import type { ChatStreams } from "../../console/chat.ts";
import { visible } from "../../core/visible.ts";
import { confirm } from "../confirm.ts";
import { counted, printLine } from "../print.ts";

/** `korea tenant purge`; `ask` is where somebody is asked first, `null` where nobody is. */
export async function purgeTenant(
  id: string,
  ask: Pick<ChatStreams, "input" | "output"> | null,
  config: Config,
): Promise<number> {
  const store = await openOwnStore(config);
  try {
    const known = (await store.tenants()).find(({ tenant }) => tenant === id);
    if (known === undefined) {
      process.stderr.write(`Nothing is kept of ${visible(`“${id}”`)}. See korea tenant list --all.\n`);
      return 1;
    }
    const { tenant, subscriptions, actions } = known;
    const what = `${counted(subscriptions, "subscription")} with all deliveries and ${counted(actions, "button")}`;
    if (ask !== null && !(await confirm(`Delete ${what} of ${tenant}? They cannot be brought back.`, ask))) {
      printLine("Nothing was deleted.");
      return 1;
    }
    const purged = await store.purgeTenant(tenant);
    if (purged === null) {
      printLine("There was nothing left to delete.");
      return 0;
    }
    printLine(
      `Deleted of ${tenant}: ${[
        counted(purged.subscriptions, "subscription"),
        counted(purged.deliveries, "delivery"),
        counted(purged.actions, "button"),
      ].join(", ")}.`,
    );
    return 0;
  } finally {
    store.close();
  }
}
