/** What the person who made a subscription is told when it was paused because its digest cannot be posted. */
export interface PausedMessages {
  readonly heading: string;
  /** Which digest; `query` comes clipped, and is `null` where everything is wanted. */
  digest(at: string, zone: string, query: string | null): string;
  readonly gone: string;
  readonly forbidden: string;
  readonly resume: string;
  /** Leads to the channel. */
  readonly channel: string;
}

/** English sentences. */
export const en: PausedMessages = {
  heading: "A digest was paused",
  digest: (at, zone, query) =>
    `The digest of ${at} (${zone})${query === null ? "" : ` for “${query}”`} could not be posted in its channel.`,
  gone: "The channel does not exist any more, is archived, or the bot was taken out of it.",
  forbidden: "It was refused there. Most often the bot may not see the channel, or not write in it.",
  resume: "Nothing more is posted until somebody resumes it with /korea subscriptions.",
  channel: "The channel",
};

/** Korean sentences. */
export const ko: PausedMessages = {
  heading: "소식이 일시 중지되었습니다",
  digest: (at, zone, query) =>
    `${at}(${zone})에 받아 보시던 ${query === null ? "" : `‘${query}’ `}소식을 채널에 올리지 못했습니다.`,
  gone: "채널이 없어졌거나 보관되었거나, 봇이 채널에서 제외되었습니다.",
  forbidden: "채널에 올리는 것이 거부되었습니다. 대개는 봇에게 채널을 보거나 글을 쓸 권한이 없기 때문입니다.",
  resume: "/korea subscriptions에서 다시 시작할 때까지 더 올리지 않습니다.",
  channel: "해당 채널",
};
