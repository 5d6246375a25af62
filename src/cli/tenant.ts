import { UsageError, readArguments, type Program } from "./command-line.ts";
import { listTenants } from "./tenant/list.ts";
import { purgeTenant } from "./tenant/purge.ts";
import { terminal } from "./terminal.ts";

/** `korea tenant`: servers and workspaces, and what is kept of them. */
export const tenantProgram: Program = {
  usage: `Usage: korea tenant list [--all] [--json]
       korea tenant purge ID [--yes]

Servers and workspaces of which something is kept. Where the bot was removed, subscriptions are paused at once, and
everything is deleted after 30 days; where it is added again before that, nothing is deleted, and people there can
resume them. ID is as the list shows it: discord:guild:ID, discord:user:ID, slack:team:ID, slack:enterprise:ID or console.

  list      one line a tenant: whether the bot is there, its subscriptions, when it left and when all is deleted
  purge     deletes subscriptions, deliveries and kept buttons of one now; asks before it does

  --all     list those too of which only buttons are kept
  --json    print list as JSON: {tenants: [{tenant, state, subscriptions, active, actions, leftAt, purgedAfter}]}; state
            is here or left
  --yes     purge without asking
  --help    show this

Exit status: 0 where all went well, 1 where nothing was deleted, 2 for wrong arguments.`,

  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      all: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
    });
    const [action = "", ...ids] = positionals;
    if (action === "list") {
      if (ids.length > 0) throw new UsageError(`“${ids.join(" ")}” is not expected`);
      return listTenants(values, config);
    }
    if (action !== "purge")
      throw new UsageError(action === "" ? "which of list, purge?" : `“${action}” is none of list, purge`);
    const [id] = ids;
    if (id === undefined || ids.length > 1) throw new UsageError("give the ID of one tenant");
    const streams = terminal();
    if (!values.yes && !streams.interactive)
      throw new UsageError("add --yes to purge where nobody can be asked");
    return purgeTenant(id, values.yes ? null : streams, config);
  },
};
