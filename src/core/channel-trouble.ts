/**
 * What keeps digests from a channel: the bot is not in it or cannot see it (`absent`), may not post in it (`post`), or
 * cannot read in it whether a post arrived (`history`).
 */
export type ChannelTrouble = "absent" | "post" | "history";
