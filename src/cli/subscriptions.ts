import { LIMITS, QUERY_MAX } from "../core/subscriptions/limits.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { exportSubscriptions } from "./subscriptions/export.ts";
import { importSubscriptions } from "./subscriptions/import.ts";
import { listSubscriptions } from "./subscriptions/list.ts";

/** `korea subscriptions`: those of all servers and workspaces. */
export const subscriptionsProgram: Program = {
  usage: `Usage: korea subscriptions list [--tenant ID]
       korea subscriptions export [--tenant ID] [--out FILE]
       korea subscriptions import FILE [--dry-run]

Subscriptions of all servers and workspaces, for the operator.

  list         one line a subscription: its state, id, channel, times and query, when it is due next, what became of the
               last, and those before of which nobody knows whether they arrived
  export       prints all as JSON: {format: "korea-desk-subscriptions", version: 1, subscriptions: [{tenant, channel, at,
               timezone, days, query, quiet, language, state, pausedBecause, createdBy: {id, name}, createdAt,
               lastLocalDate}]}; days are 1 (Monday) to 7
  import       subscribes the channels of such a file, from now on and not for a date up to lastLocalDate; what a channel
               has already is left alone. A channel takes ${LIMITS.inChannel} at most, a server or workspace ${LIMITS.inTenant}, a query ${QUERY_MAX} characters.
               Two stores that both deliver to one channel do so twice: stop the other first

  --tenant ID  only those of one tenant, as korea tenant list shows it
  --out FILE   write there, readable for you alone, instead of to the terminal; a file that is there is replaced
  --dry-run    only tell what would become of each
  --help       show this

Exit status: 0 where all went well, 1 where something was refused, 2 for wrong arguments.`,

  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      tenant: { type: "string" },
      out: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    });
    const [action = "", ...more] = positionals;
    if (action === "import") {
      const [file] = more;
      if (file === undefined || more.length > 1) throw new UsageError("give one FILE to import");
      return importSubscriptions(file, values["dry-run"], config);
    }
    if (action !== "list" && action !== "export") {
      const names = "list, export, import";
      throw new UsageError(action === "" ? `which of ${names}?` : `“${action}” is none of ${names}`);
    }
    if (more.length > 0) throw new UsageError(`“${more.join(" ")}” is not expected`);
    return action === "list"
      ? listSubscriptions(values.tenant, config)
      : exportSubscriptions(values.tenant, values.out, config);
  },
};
