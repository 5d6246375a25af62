import { need, refuse, Refusal, channelOf, type Method } from "./method.ts";

/** docs.slack.dev/reference/methods/conversations.open, for one person */
export const OPEN: Record<string, Method> = {
  "conversations.open": {
    token: "bot",
    scopes: () => ["channels:manage", "groups:write", "im:write", "mpim:write"],
    run(call) {
      const user = need(call, "users");
      if (user.includes(",")) throw refuse(call, "invalid_arguments", ["the peer opens no group messages"]);
      if (!call.workspace.users.has(user)) throw new Refusal("user_not_found");
      return { channel: { id: channelOf({ ...call, args: { channel: user } }).id } };
    },
  },
};
