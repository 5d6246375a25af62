import type { Tenant } from "../../core/tenant.ts";
import type { Messages } from "../messages.ts";

/** Subscribing channels, and changing what they get. Dates, times, zones and days come formatted, queries clipped. */
export interface SubscriptionMessages {
  /** The person may not decide what channels of this tenant get, and who may. */
  mayNot(tenant: Tenant): string;
  /** Where it was asked digests cannot be posted. */
  noChannel(tenant: Tenant): string;
  /** The bot is not in the server: a person brought the app along, or the server has its commands alone. */
  readonly botAbsent: string;

  readonly subscribeDescription: string;
  readonly optionAt: string;
  readonly optionTimezone: string;
  readonly optionDays: string;
  readonly optionQuery: string;
  readonly optionQuiet: string;
  readonly optionLanguage: string;

  /** An option without a value right behind its colon, and what it looks like with one. */
  emptyOption(name: string, example: string): string;
  queryTooLong(length: number, max: number): string;
  /** What is published until `to` is not news any more. */
  onlyThePast(to: string): string;
  fullChannel(max: number): string;
  fullTenant(max: number): string;

  /** Nobody has chosen a zone here yet: the one that is taken, by its city. */
  zoneUnsaid(zone: string): string;
  /** The channel has the subscription, but quiet where this was not asked for, or the other way round. */
  otherQuiet(quiet: boolean): string;

  readonly subscribed: string;
  readonly alreadySubscribed: string;
  readonly alreadyPaused: string;
  readonly everything: string;
  matching(query: string): string;
  /** Name of what is told, and what is told of it: a line of a list. */
  line(name: string, value: string): string;
  readonly when: string;
  schedule(days: string, at: string, zone: string): string;
  readonly first: string;
  readonly next: string;
  /** Before an instant in the reader's own time. */
  readonly inYourTime: string;
  /** A weekday in full, a date, and `HH:MM`. */
  instant(weekday: string, date: string, time: string): string;
  readonly language: string;
  readonly languageNames: Readonly<Record<"en" | "ko", string>>;
  readonly withoutNews: string;
  readonly quiet: string;
  readonly quoteOfDay: string;
  /** `quiet`, without its name before it. */
  readonly silentWithoutNews: string;

  readonly preview: string;
  readonly all: string;
  readonly subscribeToSearch: string;

  previewSilence(why: string): string;
  readonly previewNoNews: string;
  previewNoMatch(of: number): string;
  readonly previewUnreadable: string;

  readonly formTitle: string;
  /** At most 45 characters each: a window has no room for more. */
  readonly fieldAt: string;
  readonly fieldTimezone: string;
  readonly fieldDays: string;
  readonly fieldQuery: string;
  readonly fieldQuiet: string;
  readonly yes: string;
  readonly no: string;
  readonly editAgain: string;
  readonly changed: string;
  readonly wouldBeSame: string;
}

/** English sentences. */
export const en: SubscriptionMessages = {
  mayNot: (tenant) =>
    tenant.startsWith("slack:")
      ? "Only admins of this workspace, and people whom the operator of Korea Desk has allowed, can change subscriptions. Ask one of them."
      : tenant.startsWith("discord:guild:")
        ? "Only people with the permission Manage Server can change subscriptions. Ask one of them."
        : en.noChannel(tenant),
  noChannel: (tenant) =>
    tenant.startsWith("slack:")
      ? "Digests are posted in channels, not in direct messages. Go to the channel that is to get one, type /invite @Korea Desk there, then use this command there."
      : tenant.startsWith("discord:guild:")
        ? "Digests cannot be posted here. Use this command in a text channel of this server."
        : tenant === "console"
          ? "Channels of Discord and Slack subscribe to digests; there is none here. korea digests preview shows what one would get."
          : "Digests are posted in channels, not in direct messages. Use this command in a channel of a server that Korea Desk was added to.",
  botAbsent:
    "Korea Desk itself is not in this server, so no digest can be posted here. Somebody with the permission Manage Server has to add it to the server, with its bot, first.",

  subscribeDescription: "Subscribe this channel to a daily digest",
  optionAt: "Time of day, such as 09:00 or 6:30 pm; else 09:00",
  optionTimezone: "City, country or zone, such as Seoul; else the one last used in this server or workspace",
  optionDays: "Days, such as weekdays or Mon,Wed,Fri; else every day",
  optionQuery: "What it is about, as in a search; else everything new",
  optionQuiet: "Post nothing on a day without news; else a quote of the day comes",
  optionLanguage: "Language of the digest; else yours",

  emptyOption: (name, example) =>
    `${name}: has no value. Write one right behind the colon, as in ${example}. To search for the word itself, leave out the colon.`,
  queryTooLong: (length, max) =>
    `query: has ${length} characters, and a subscription takes ${max} at most. Leave out what is not needed, or make two subscriptions.`,
  onlyThePast: (to) =>
    `query: to:${to} lets nothing new through, so no digest would ever have news. Leave it out.`,
  fullChannel: (max) =>
    `This channel has ${max} subscriptions already, which is as many as it can have. Remove one first.`,
  fullTenant: (max) =>
    `There are ${max} subscriptions here already, which is as many as there can be. Remove one first: /korea subscriptions all:yes shows them.`,

  zoneUnsaid: (zone) =>
    `Nobody has said a time zone here yet, so it is ${zone}. For another press Edit under /korea subscriptions, or write for example timezone:Seoul next time.`,
  otherQuiet: (quiet) =>
    quiet
      ? "To have nothing posted on days without news, press Edit under /korea subscriptions."
      : "To have a quote of the day on days without news, press Edit under /korea subscriptions.",

  subscribed: "This channel is subscribed",
  alreadySubscribed: "This channel has this subscription already; nothing was changed.",
  alreadyPaused: "This channel has this subscription already, and it is paused. Nothing was changed.",
  everything: "Everything new",
  matching: (query) => `New documents for “${query}”`,
  line: (name, value) => `${name}: ${value}`,
  when: "When",
  schedule: (days, at, zone) => `${days}, ${at}, ${zone}`,
  first: "First",
  next: "Next",
  inYourTime: "In your time",
  instant: (weekday, date, time) => `${weekday}, ${date}, ${time}`,
  language: "Language",
  languageNames: { en: "English", ko: "Korean" },
  withoutNews: "Without news",
  quiet: "nothing is posted",
  quoteOfDay: "a quote of the day",
  silentWithoutNews: "silent without news",

  preview: "Preview",
  all: "All subscriptions",
  subscribeToSearch: "Subscribe this channel to this search",

  previewSilence: (why) =>
    `Nothing would be posted now: ${why}, and this subscription is silent without news.`,
  previewNoNews: "nothing new came in",
  previewNoMatch: (of) =>
    of === 1 ? "the one new document does not match" : `none of ${of} new documents matches`,
  previewUnreadable: "its query cannot be searched any more",

  formTitle: "Edit subscription",
  fieldAt: "Time of day, such as 09:00",
  fieldTimezone: "City or time zone, such as Seoul",
  fieldDays: "Days, such as weekdays or Mon,Wed",
  fieldQuery: "About what; blank for everything",
  fieldQuiet: "Silent without news: yes or no",
  yes: "yes",
  no: "no",
  editAgain: "Edit again",
  changed: "The subscription was changed",
  wouldBeSame: "This channel has another subscription that is just like this already. Nothing was changed.",
};

/** Korean sentences. */
export const ko: SubscriptionMessages = {
  mayNot: (tenant) =>
    tenant.startsWith("slack:")
      ? "구독은 워크스페이스 관리자와 코리아 데스크 운영자가 허용한 사람만 바꿀 수 있습니다. 관리자에게 요청해 주세요."
      : tenant.startsWith("discord:guild:")
        ? "구독은 ‘서버 관리하기’ 권한이 있는 사람만 바꿀 수 있습니다. 권한이 있는 분에게 요청해 주세요."
        : ko.noChannel(tenant),
  noChannel: (tenant) =>
    tenant.startsWith("slack:")
      ? "소식은 다이렉트 메시지가 아니라 채널에 게시됩니다. 소식을 받을 채널에서 /invite @Korea Desk 명령으로 초대한 뒤, 그 채널에서 이 명령을 사용해 주세요."
      : tenant.startsWith("discord:guild:")
        ? "이곳에는 소식을 게시할 수 없습니다. 이 서버의 텍스트 채널에서 이 명령을 사용해 주세요."
        : tenant === "console"
          ? "소식은 디스코드와 슬랙의 채널에서 구독하며, 이곳에는 채널이 없습니다. 어떤 소식을 받게 될지는 korea digests preview 명령으로 볼 수 있습니다."
          : "소식은 다이렉트 메시지가 아니라 채널에 게시됩니다. 코리아 데스크를 추가한 서버의 채널에서 이 명령을 사용해 주세요.",
  botAbsent:
    "이 서버에는 코리아 데스크 봇이 없어 소식을 게시할 수 없습니다. 먼저 ‘서버 관리하기’ 권한이 있는 분이 코리아 데스크를 봇과 함께 서버에 추가해야 합니다.",

  subscribeDescription: "이 채널에서 매일 소식을 받도록 구독합니다",
  optionAt: "시각. 예: 09:00, 오후 6시 30분. 적지 않으면 09:00",
  optionTimezone:
    "도시, 나라 또는 시간대. 예: 서울. 적지 않으면 이 서버나 워크스페이스에서 마지막으로 쓴 시간대",
  optionDays: "요일. 예: 평일, 월수금. 적지 않으면 매일",
  optionQuery: "받을 내용. 검색할 때처럼 적습니다. 적지 않으면 새 문서 전부",
  optionQuiet: "새 소식이 없는 날에는 아무것도 보내지 않습니다. 적지 않으면 오늘의 인용을 보냅니다",
  optionLanguage: "소식의 언어. 적지 않으면 사용자의 언어",

  emptyOption: (name, example) =>
    `${name}: 값이 없습니다. ${example}처럼 쌍점 바로 뒤에 적어 주세요. 낱말 자체를 찾으려면 쌍점을 빼 주세요.`,
  queryTooLong: (length, max) =>
    `query: ${length}자입니다. 구독에는 ${max}자까지 쓸 수 있습니다. 필요 없는 말을 빼거나 구독을 둘로 나눠 주세요.`,
  onlyThePast: (to) =>
    `query: to:${to} 조건에 맞는 새 문서는 있을 수 없어 소식이 올 수 없습니다. 이 조건을 빼 주세요.`,
  fullChannel: (max) => `이 채널의 구독이 이미 최대치인 ${max}건입니다. 먼저 하나를 삭제해 주세요.`,
  fullTenant: (max) =>
    `이곳의 구독이 이미 최대치인 ${max}건입니다. /korea subscriptions all:예 명령으로 확인하고 먼저 하나를 삭제해 주세요.`,

  zoneUnsaid: (zone) =>
    `아직 시간대를 정한 적이 없어 ${zone} 시간대를 씁니다. 바꾸려면 /korea subscriptions 명령에서 ‘수정’을 누르거나, 다음부터 timezone:서울처럼 적어 주세요.`,
  otherQuiet: (quiet) =>
    quiet
      ? "새 소식이 없는 날에 아무것도 받지 않으려면 /korea subscriptions 명령에서 ‘수정’을 눌러 주세요."
      : "새 소식이 없는 날에 오늘의 인용을 받으려면 /korea subscriptions 명령에서 ‘수정’을 눌러 주세요.",

  subscribed: "이 채널에서 구독을 시작했습니다",
  alreadySubscribed: "이 채널에 이미 같은 구독이 있어 아무것도 바꾸지 않았습니다.",
  alreadyPaused: "이 채널에 이미 같은 구독이 있으며 일시 중지되어 있습니다. 아무것도 바꾸지 않았습니다.",
  everything: "새 문서 전부",
  matching: (query) => `‘${query}’ 검색에 맞는 새 문서`,
  line: (name, value) => `${name}: ${value}`,
  when: "시각",
  schedule: (days, at, zone) => `${days} ${at}, ${zone}`,
  first: "첫 소식",
  next: "다음 소식",
  inYourTime: "내 시간대",
  instant: (weekday, date, time) => `${date} ${weekday} ${time}`,
  language: "언어",
  languageNames: { en: "영어", ko: "한국어" },
  withoutNews: "새 소식이 없는 날",
  quiet: "아무것도 보내지 않음",
  quoteOfDay: "오늘의 인용",
  silentWithoutNews: "새 소식이 없으면 보내지 않음",

  preview: "미리 보기",
  all: "구독 모두 보기",
  subscribeToSearch: "이 검색을 채널에서 구독",

  previewSilence: (why) =>
    `지금이라면 아무것도 게시하지 않습니다. ${why}, 이 구독은 새 소식이 없으면 아무것도 보내지 않습니다.`,
  previewNoNews: "새로 들어온 문서가 없고",
  previewNoMatch: (of) => `새 문서 ${of}건 가운데 맞는 것이 없고`,
  previewUnreadable: "이 구독의 검색어를 더는 검색할 수 없고",

  formTitle: "구독 수정",
  fieldAt: "시각. 예: 09:00",
  fieldTimezone: "도시 또는 시간대. 예: 서울",
  fieldDays: "요일. 예: 평일, 월수금",
  fieldQuery: "받을 내용. 비우면 새 문서 전부",
  fieldQuiet: "새 소식이 없으면 보내지 않기: 예 또는 아니요",
  yes: "예",
  no: "아니요",
  editAgain: "다시 수정",
  changed: "구독을 수정했습니다",
  wouldBeSame: "이 채널에 이미 똑같은 다른 구독이 있어 아무것도 바꾸지 않았습니다.",
};

/** The sentences in the language of these messages. */
export function subscriptionMessages({ language }: Pick<Messages, "language">): SubscriptionMessages {
  return language === "ko" ? ko : en;
}
