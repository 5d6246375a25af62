import type { Tenant } from "../../core/tenant.ts";
import type { Messages } from "../messages.ts";

/** The list of subscriptions, and what its buttons do. Dates come formatted, names and queries clipped. */
export interface SubscriptionListMessages {
  readonly description: string;
  readonly optionAll: string;
  readonly optionPage: string;
  /** Only some people may see those of other channels, and who. */
  allNeedsManage(tenant: Tenant): string;

  heading(total: number): string;
  headingAll(total: number): string;
  shown(first: number, last: number, total: number): string;
  /** A page that was asked for, and the last there is, which is shown. */
  noSuchPage(page: number, pages: number): string;
  readonly empty: string;
  readonly emptyAll: string;
  readonly howTo: string;
  readonly channel: string;
  readonly unknownChannel: string;
  readonly last: string;
  readonly earlier: string;
  readonly noneYet: string;
  readonly made: string;
  madeBy(name: string, date: string): string;
  madeBySomebody(date: string): string;

  // Buttons; a number stands before what each belongs to.
  numbered(label: string, number: number): string;
  readonly preview: string;
  readonly pause: string;
  readonly resume: string;
  readonly edit: string;
  readonly history: string;
  readonly remove: string;
  readonly removeAll: string;
  readonly allChannels: string;
  readonly thisChannel: string;

  readonly gone: string;
  readonly wasPaused: string;
  readonly wasPausedAlready: string;
  readonly wasResumed: string;
  readonly wasActiveAlready: string;
  /** How many, in whatever channel, are paused because the bot had been removed. */
  pausedByRemoval(count: number): string;
  readonly resumeRemoved: string;
  wereResumed(count: number): string;
  readonly noneResumed: string;
  readonly wasRemoved: string;
  wereRemoved(count: number): string;
  readonly askRemove: string;
  askRemoveAll(count: number): string;
  readonly yesRemove: string;
  yesRemoveAll(count: number): string;
  readonly keep: string;
  readonly historyHeading: string;
  readonly backToList: string;
}

/** English sentences. */
export const en: SubscriptionListMessages = {
  description: "Subscriptions of this channel: what comes when, and what became of the last",
  optionAll: "Those of all channels here",
  optionPage: "Page of the list",
  allNeedsManage: (tenant) =>
    tenant.startsWith("slack:")
      ? "Only admins of this workspace, and people whom the operator of Korea Desk has allowed, can see the subscriptions of all channels. /korea subscriptions shows those of the channel that you are in."
      : "Only people with the permission Manage Server can see the subscriptions of all channels. /korea subscriptions shows those of the channel that you are in.",

  heading: (total) => `Subscriptions of this channel: ${total}`,
  headingAll: (total) => `Subscriptions of all channels: ${total}`,
  shown: (first, last, total) =>
    first === last ? `${first} of ${total}` : `${first} to ${last} of ${total}`,
  noSuchPage: (page, pages) =>
    `There is no page ${page}: ${pages === 1 ? "the list has one page only." : `the last, ${pages}, is shown.`}`,
  empty: "This channel has no subscription.",
  emptyAll: "No channel here has a subscription.",
  howTo:
    "/korea subscribe in a channel makes one: query: says what it is about, at: and days: when it comes. Below the answers of a search a button subscribes to that search.",
  channel: "Channel",
  unknownChannel: "a channel",
  last: "Last",
  earlier: "Before",
  noneYet: "No digest has come yet.",
  made: "Made",
  madeBy: (name, date) => `by ${name} on ${date}`,
  madeBySomebody: (date) => `on ${date}`,

  numbered: (label, number) => `${label} ${number}`,
  preview: "Preview",
  pause: "Pause",
  resume: "Resume",
  edit: "Edit",
  history: "History",
  remove: "Remove",
  removeAll: "Remove all of this channel",
  allChannels: "All channels",
  thisChannel: "This channel",

  gone: "This subscription is not there any more: somebody removed it.",
  wasPaused: "The subscription is paused. What was not sent yet is not sent.",
  wasPausedAlready: "The subscription was paused already.",
  wasResumed: "The subscription goes on.",
  wasActiveAlready: "The subscription was not paused.",
  pausedByRemoval: (count) =>
    count === 1
      ? "Korea Desk had been removed from here, which paused 1 subscription."
      : `Korea Desk had been removed from here, which paused ${count} subscriptions.`,
  resumeRemoved: "Resume all that the removal paused",
  wereResumed: (count) => (count === 1 ? "1 subscription goes on." : `${count} subscriptions go on.`),
  noneResumed:
    "None was resumed: somebody resumed or removed them already, or Korea Desk has not been added here again.",
  wasRemoved: "The subscription was removed.",
  wereRemoved: (count) =>
    count === 1 ? "1 subscription was removed." : `${count} subscriptions were removed.`,
  askRemove: "Remove this subscription? The record of its digests goes with it.",
  askRemoveAll: (count) =>
    count === 1
      ? "Remove the one subscription of this channel? The record of its digests goes with it."
      : `Remove all ${count} subscriptions of this channel? The record of their digests goes with them.`,
  yesRemove: "Yes, remove it",
  yesRemoveAll: (count) => (count === 1 ? "Yes, remove it" : `Yes, remove all ${count}`),
  keep: "Keep",
  historyHeading: "The last digests",
  backToList: "Back to the list",
};

/** Korean sentences. */
export const ko: SubscriptionListMessages = {
  description: "이 채널의 구독: 다음 소식이 오는 시각과 지난 소식의 결과",
  optionAll: "이곳 모든 채널의 구독",
  optionPage: "목록의 페이지",
  allNeedsManage: (tenant) =>
    tenant.startsWith("slack:")
      ? "모든 채널의 구독은 워크스페이스 관리자와 코리아 데스크 운영자가 허용한 사람만 볼 수 있습니다. /korea subscriptions 명령은 지금 있는 채널의 구독을 보여 줍니다."
      : "모든 채널의 구독은 ‘서버 관리하기’ 권한이 있는 사람만 볼 수 있습니다. /korea subscriptions 명령은 지금 있는 채널의 구독을 보여 줍니다.",

  heading: (total) => `이 채널의 구독 ${total}건`,
  headingAll: (total) => `모든 채널의 구독 ${total}건`,
  shown: (first, last, total) =>
    first === last ? `전체 ${total}건 중 ${first}번째` : `전체 ${total}건 중 ${first}~${last}번째`,
  noSuchPage: (page, pages) =>
    `${page}페이지는 없습니다. ${pages === 1 ? "목록은 한 페이지뿐입니다." : `마지막 ${pages}페이지를 보여 드립니다.`}`,
  empty: "이 채널에는 구독이 없습니다.",
  emptyAll: "이곳의 어느 채널에도 구독이 없습니다.",
  howTo:
    "채널에서 /korea subscribe 명령을 쓰면 구독할 수 있습니다. query:에는 받을 내용을, at:과 days:에는 받을 시각과 요일을 적어 주세요. 검색 결과 아래의 버튼으로 그 검색을 구독할 수도 있습니다.",
  channel: "채널",
  unknownChannel: "채널",
  last: "지난 소식",
  earlier: "그 전 소식",
  noneYet: "아직 도착한 소식이 없습니다.",
  made: "만든 사람",
  madeBy: (name, date) => `${name} 님, ${date}`,
  madeBySomebody: (date) => `알 수 없음, ${date}`,

  numbered: (label, number) => `${number}번 ${label}`,
  preview: "미리 보기",
  pause: "일시 중지",
  resume: "다시 시작",
  edit: "수정",
  history: "기록",
  remove: "삭제",
  removeAll: "이 채널의 구독 모두 삭제",
  allChannels: "모든 채널",
  thisChannel: "이 채널",

  gone: "이 구독은 이제 없습니다. 누군가 삭제했습니다.",
  wasPaused: "구독을 일시 중지했습니다. 아직 보내지 않은 소식은 보내지 않습니다.",
  wasPausedAlready: "이미 일시 중지된 구독입니다.",
  wasResumed: "구독을 다시 시작했습니다.",
  wasActiveAlready: "일시 중지된 구독이 아닙니다.",
  pausedByRemoval: (count) =>
    `코리아 데스크가 이곳에서 제거된 적이 있어 구독 ${count}건이 일시 중지되어 있습니다.`,
  resumeRemoved: "제거로 중지된 구독 모두 다시 시작",
  wereResumed: (count) => `구독 ${count}건을 다시 시작했습니다.`,
  noneResumed:
    "다시 시작한 구독이 없습니다. 누군가 이미 다시 시작했거나 삭제했습니다. 아니면 코리아 데스크가 이곳에 아직 다시 추가되지 않았습니다.",
  wasRemoved: "구독을 삭제했습니다.",
  wereRemoved: (count) => `구독 ${count}건을 삭제했습니다.`,
  askRemove: "이 구독을 삭제할까요? 보낸 소식의 기록도 함께 지워집니다.",
  askRemoveAll: (count) =>
    `이 채널의 구독 ${count}건을 ${count === 1 ? "" : "모두 "}삭제할까요? 보낸 소식의 기록도 함께 지워집니다.`,
  yesRemove: "예, 삭제합니다",
  yesRemoveAll: (count) => `예, ${count}건을 모두 삭제합니다`,
  keep: "그대로 두기",
  historyHeading: "지난 소식 기록",
  backToList: "목록으로",
};

/** The sentences in the language of these messages. */
export function subscriptionListMessages({ language }: Pick<Messages, "language">): SubscriptionListMessages {
  return language === "ko" ? ko : en;
}
