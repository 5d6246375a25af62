import { flag, whole, word } from "./args.ts";
import { wire } from "./methods-chat.ts";
import { channelOf, findChannel, need, RateLimit, Refusal, type Call, type Method } from "./method.ts";
import type { Channel, User } from "./options.ts";

/** Each kind of conversation has its own scope: docs.slack.dev/reference/methods/conversations.info#scopes */
const scopesFor = (verb: "read" | "history") => (call: Call) => {
  const of = { public: "channels", private: "groups", im: "im" };
  const channel = findChannel(call);
  const kinds = channel === undefined ? Object.values(of) : [of[channel.kind]];
  return kinds.map((kind) => `${kind}:${verb}`);
};

function conversation(channel: Channel, team: string): Record<string, unknown> {
  const im = channel.kind === "im";
  return {
    id: channel.id,
    ...(im ? { user: channel.user } : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === "public",
    is_group: channel.kind === "private",
    is_im: im,
    is_mpim: false,
    is_private: channel.kind !== "public",
    is_archived: channel.archived,
    is_member: channel.member,
    is_shared: false,
    is_ext_shared: false,
    context_team_id: team,
  };
}

function profile(user: User, team: string, locale: boolean): Record<string, unknown> {
  return {
    id: user.id,
    // Of somebody from another workspace it is that one: https://docs.slack.dev/apis/slack-connect
    team_id: user.home ?? team,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted,
    tz: user.tz,
    is_admin: user.admin,
    is_owner: user.owner,
    is_primary_owner: false,
    is_bot: false,
    // docs.slack.dev/reference/objects/user-object#profile: display_name may be empty.
    profile: { real_name: user.realName, display_name: user.displayName },
    ...(locale && { locale: user.locale }),
  };
}

/** docs.slack.dev/reference/methods/conversations.history: newest first, by `limit` and `cursor`. */
function history(call: Call): Record<string, unknown> {
  const channel = channelOf(call);
  if (!channel.member) throw new Refusal("not_in_channel");
  const { args, world } = call;
  const oldest = Number(word(args, "oldest") ?? 0);
  const latest = Number(word(args, "latest") ?? Infinity);
  const asked = whole(args, "limit", 100);
  if (asked < 1 || asked > 999) throw new Refusal("invalid_limit");
  const limit = world.unlisted ? Math.min(asked, 15) : asked;
  if (world.unlisted) holdBack(call);
  const inclusive = flag(args, "inclusive");
  const within = (ts: number): boolean =>
    inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
  // Ephemeral messages are not part of the history, replies only of their thread's.
  const found = world.messages
    .all()
    .filter((m) => m.channel === channel.id && !m.deleted && m.to === undefined && within(Number(m.ts)))
    .filter((m) => m.thread_ts === undefined || m.thread_ts === m.ts)
    .toReversed();
  const from = found.findIndex((m) => m.ts === (word(args, "cursor") ?? found[0]?.ts));
  if (from < 0 && found.length > 0) throw new Refusal("invalid_cursor");
  const page = found.slice(Math.max(from, 0), Math.max(from, 0) + limit);
  const next = found[Math.max(from, 0) + limit]?.ts;
  const metadata = flag(args, "include_all_metadata") && !call.workspace.hidesMetadata;
  return {
    messages: page.map((message) => wire(message, world.appId, metadata)),
    has_more: next !== undefined,
    response_metadata: { next_cursor: next ?? "" },
  };
}

/** One call a minute: https://docs.slack.dev/apis/web-api/rate-limits, HTTP 429 with the seconds to wait. */
function holdBack({ world, method }: Call): void {
  const last = world.requests.findLast((one) => one.method === method && one.status === 200)?.at ?? -Infinity;
  const wait = last + 60_000 - world.clock.now();
  if (wait > 0) throw new RateLimit(Math.ceil(wait / 1_000));
}

/** Methods that only tell. Pages: docs.slack.dev/reference/methods/NAME */
export const READ: Record<string, Method> = {
  "auth.test": {
    token: "any",
    scopes: () => [],
    run: ({ workspace }) => ({
      url: `https://${workspace.domain}.slack.com/`,
      team: workspace.name,
      team_id: workspace.id,
      user: "korea",
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
      ...(workspace.enterprise !== undefined && { enterprise_id: workspace.enterprise.id }),
    }),
  },
  "conversations.info": {
    token: "bot",
    scopes: scopesFor("read"),
    run: (call) => ({ channel: conversation(channelOf(call), call.workspace.id) }),
  },
  "conversations.history": { token: "bot", scopes: scopesFor("history"), run: history },
  "users.info": {
    token: "bot",
    scopes: () => ["users:read"],
    run(call) {
      const user = call.workspace.users.get(need(call, "user"));
      if (user === undefined) throw new Refusal("user_not_found");
      return { user: profile(user, call.workspace.id, flag(call.args, "include_locale")) };
    },
  },
  "team.info": {
    token: "bot",
    scopes: () => ["team:read"],
    run: ({ workspace: { id, name, domain, enterprise } }) => ({
      team: {
        id,
        name,
        domain,
        email_domain: "",
        ...(enterprise !== undefined && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
      },
    }),
  },
};
