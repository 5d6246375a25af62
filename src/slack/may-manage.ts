import type { Origin } from "./asker.ts";
import type { Standing } from "./people.ts";

/**
 * Whether a person may decide what the channels of the tenant get: its admins and owners, and whom the operator has
 * listed. Never somebody of another team, who is in a shared channel (Slack Connect) only. `standing` is absent while Slack
 * does not tell: then nobody is an admin.
 */
export function mayManage(
  origin: Origin,
  standing: Standing | undefined,
  listed: ReadonlySet<string>,
): boolean {
  const { team_id: team, enterprise_id: enterprise, is_enterprise_install: whole, user_team: own } = origin;
  if (whole === true || whole === "true") {
    if (standing === undefined || standing.enterprise !== enterprise) return false;
    return standing.enterpriseAdmin || listed.has(origin.user_id);
  }
  if (team === undefined) return false;
  // A slash command names no team but the person's.
  const belongs = standing === undefined ? (own ?? team) === team : standing.teams.includes(team);
  return belongs && (standing?.admin === true || listed.has(origin.user_id));
}
