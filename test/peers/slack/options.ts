import type { ManualClock } from "../clock.ts";

/** A channel of a workspace. `member` is whether the bot is in it. */
export interface Channel {
  id: string;
  name: string;
  kind: "public" | "private" | "im";
  member: boolean;
  archived: boolean;
  /** The other person of a direct message. */
  user?: string;
}

/** A person of a workspace. */
export interface User {
  id: string;
  name: string;
  /** What others see; empty where the person has chosen none, who is then shown by the real name. */
  displayName: string;
  realName: string;
  /** IETF language tag, shown by users.info where include_locale is asked for. */
  locale: string;
  /** IANA zone. */
  tz: string;
  admin: boolean;
  owner: boolean;
  /** Whether the account was deactivated. */
  deleted: boolean;
  /** The workspace they belong to, where they are in this one's shared channels only. */
  home?: string;
}

/**
 * What Slack says of a token: good, or one of the errors of
 * docs.slack.dev/reference/methods/auth.test#errors.
 */
export type TokenState = "active" | "account_inactive" | "token_revoked" | "token_expired" | "invalid_auth";

/** An Enterprise organization. */
export interface Enterprise {
  id: string;
  name: string;
}

/** One workspace where the app is installed. */
export interface Workspace {
  id: string;
  name: string;
  domain: string;
  enterprise?: Enterprise;
  botToken: string;
  botUserId: string;
  botId: string;
  tokenState: TokenState;
  /**
   * Whether it shows no metadata of messages, as one whose schema the app does not declare may not
   * (docs.slack.dev/messaging/message-metadata). Default false.
   */
  hidesMetadata: boolean;
  /** The scopes granted at installation. A test may add and delete. */
  scopes: Set<string>;
  channels: Map<string, Channel>;
  users: Map<string, User>;
}

/** How a workspace is described; what is left out is as in `workspace()`. */
export interface WorkspaceOptions {
  id?: string;
  name?: string;
  domain?: string;
  enterprise?: Enterprise;
  botToken?: string;
  scopes?: readonly string[];
  channels?: readonly (Partial<Channel> & { id: string })[];
  users?: readonly (Partial<User> & { id: string })[];
}

/** What `createSlackPeer` takes. */
export interface SlackPeerOptions {
  /** How Slack reaches the bot. Default: "socket". */
  mode?: "socket" | "http";
  /** Where signed requests go (HTTP mode). May be set later, on the peer. */
  requestUrl?: string;
  /** Default: a clock that stands still until it is advanced. */
  clock?: ManualClock;
  /** Default: one workspace, T0KOREA01. */
  workspaces?: readonly WorkspaceOptions[];
  appId?: string;
  appToken?: string;
  signingSecret?: string;
  /**
   * Whether the app is distributed commercially outside Slack's Marketplace: 15 messages of history and one such call a
   * minute. Default false. https://docs.slack.dev/reference/methods/conversations.history
   */
  unlisted?: boolean;
  /** slack-block-limits.json. Default: among the contracts beside the project. */
  limitsFile?: string;
}

/** What the app asks for at installation, unless a test says otherwise. */
const SCOPES = [
  "commands",
  "chat:write",
  "channels:read",
  "channels:history",
  "groups:read",
  "groups:history",
  "im:history",
  "users:read",
  "team:read",
  "im:write",
];

const CHANNELS: readonly (Partial<Channel> & { id: string })[] = [
  { id: "C0GENERAL", name: "general" },
  { id: "C0OUTSIDE", name: "outside", member: false },
  { id: "C0PRIVATE", name: "private", kind: "private" },
  { id: "C0SECRET", name: "secret", kind: "private", member: false },
  { id: "C0ARCHIVE", name: "archive", archived: true },
];

const USERS: readonly (Partial<User> & { id: string })[] = [
  { id: "U0ASKER", name: "asker" },
  { id: "U0ADMIN", name: "admin", admin: true },
];

/** A person with the usual settings. */
export function person(options: Partial<User> & { id: string }): User {
  const name = options.name ?? options.id.toLowerCase();
  return {
    name,
    displayName: name,
    realName: name,
    locale: "en-US",
    tz: "Asia/Seoul",
    admin: false,
    owner: false,
    deleted: false,
    ...options,
  };
}

/** A workspace with the usual settings: five channels, two people, every scope the bot asks for. */
export function workspace(options: WorkspaceOptions = {}): Workspace {
  const id = options.id ?? "T0KOREA01";
  const channels = (options.channels ?? CHANNELS).map((channel): Channel => ({
    name: channel.id.toLowerCase(),
    kind: "public",
    member: true,
    archived: false,
    ...channel,
  }));
  return {
    id,
    name: options.name ?? "Korea Desk",
    domain: options.domain ?? "korea-desk",
    ...(options.enterprise !== undefined && { enterprise: options.enterprise }),
    botToken: options.botToken ?? `xoxb-${id}`,
    botUserId: `U0BOT${id.slice(1)}`,
    botId: `B0BOT${id.slice(1)}`,
    tokenState: "active",
    hidesMetadata: false,
    scopes: new Set(options.scopes ?? SCOPES),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    users: new Map((options.users ?? USERS).map((user) => [user.id, person(user)])),
  };
}
