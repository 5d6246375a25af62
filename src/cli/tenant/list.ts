import { openOwnStore } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { KEPT_AFTER_LEAVING } from "../../purge-tenants.ts";
import type { TenantSummary } from "../../store/tenant-store.ts";
import { counted, minuteOf, printLine } from "../print.ts";

/** `korea tenant list`. */
export async function listTenants(
  { all, json }: { readonly all: boolean; readonly json: boolean },
  config: Config,
): Promise<number> {
  const store = await openOwnStore(config);
  try {
    const known = await store.tenants();
    const shown = all ? known : known.filter((one) => one.subscriptions > 0 || one.leftAt !== null);
    if (json) {
      process.stdout.write(`${JSON.stringify({ tenants: shown.map(asJson) }, null, 2)}\n`);
      return 0;
    }
    if (shown.length === 0) printLine("No channel is subscribed.");
    for (const one of shown) printLine(lineOf(one));
    const others = known.length - shown.length;
    if (others > 0)
      printLine(
        `${counted(others, "other")} without subscriptions: kept is only what the buttons below earlier answers there do. --all lists them.`,
      );
  } finally {
    store.close();
  }
  return 0;
}

function lineOf({ tenant, subscriptions, active, actions, leftAt }: TenantSummary): string {
  const parts = [
    `${counted(subscriptions, "subscription")}, ${active} active`,
    counted(actions, "button"),
    ...(leftAt === null
      ? []
      : [`left ${minuteOf(leftAt)}`, `deleted after ${minuteOf(leftAt + KEPT_AFTER_LEAVING)}`]),
  ];
  return `${leftAt === null ? "here" : "left"}  ${tenant}: ${parts.join("; ")}`;
}

/** Times as ISO 8601. */
function asJson({ leftAt, ...rest }: TenantSummary): object {
  const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  return {
    ...rest,
    state: leftAt === null ? "here" : "left",
    leftAt: iso(leftAt),
    purgedAfter: iso(leftAt === null ? null : leftAt + KEPT_AFTER_LEAVING),
  };
}
