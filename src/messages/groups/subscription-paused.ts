import type { Tenant } from "../../core/tenant.ts";
import type { Messages } from "../messages.ts";

/** Why a subscription is paused, and how it goes on. */
export interface SubscriptionPausedMessages {
  readonly byPerson: string;
  removed(tenant: Tenant): string;
  gone(tenant: Tenant): string;
  forbidden(tenant: Tenant): string;
  readonly token: string;
  readonly otherwise: string;

  /** Below stands a button Resume. */
  readonly pressResume: string;
  /** The button is somewhere else. */
  readonly resumeInList: string;
  /** The person may not resume it; who may. */
  askToResume(tenant: Tenant): string;
}

const onSlack = (tenant: Tenant): boolean => tenant.startsWith("slack:");

/** English sentences. */
export const en: SubscriptionPausedMessages = {
  byPerson: "Paused by somebody here.",
  removed: (tenant) =>
    `Paused because Korea Desk was removed from this ${onSlack(tenant) ? "workspace" : "server"}.`,
  gone: (tenant) =>
    onSlack(tenant)
      ? "Paused because the channel could not be found, or was archived."
      : "Paused because the channel could not be found.",
  forbidden: (tenant) =>
    onSlack(tenant)
      ? "Paused because Korea Desk may not post in the channel. Invite it there with /invite @Korea Desk."
      : "Paused because Korea Desk may not post in the channel. Allow it to see the channel and to send messages there.",
  token: "Paused because Korea Desk could not sign in, which its operator has to mend first.",
  otherwise: "Paused because its last digest could not be posted.",

  pressResume: "Press Resume to start it again.",
  resumeInList: "A button under /korea subscriptions starts it again.",
  askToResume: (tenant) =>
    onSlack(tenant)
      ? "Ask an admin of this workspace to start it again."
      : "Ask somebody with the permission Manage Server to start it again.",
};

/** Korean sentences. */
export const ko: SubscriptionPausedMessages = {
  byPerson: "일시 중지: 누군가 중지했습니다.",
  removed: (tenant) =>
    `일시 중지: 코리아 데스크가 이 ${onSlack(tenant) ? "워크스페이스" : "서버"}에서 제거되어 중지되었습니다.`,
  gone: (tenant) =>
    onSlack(tenant)
      ? "일시 중지: 채널을 찾을 수 없거나 채널이 보관되었습니다."
      : "일시 중지: 채널을 찾을 수 없습니다.",
  forbidden: (tenant) =>
    onSlack(tenant)
      ? "일시 중지: 코리아 데스크가 이 채널에 글을 쓸 수 없습니다. 채널에서 /invite @Korea Desk 명령으로 초대해 주세요."
      : "일시 중지: 코리아 데스크가 이 채널에 글을 쓸 수 없습니다. 코리아 데스크에 ‘채널 보기’와 ‘메시지 보내기’를 허용해 주세요.",
  token: "일시 중지: 코리아 데스크가 로그인하지 못했습니다. 먼저 운영자가 해결해야 합니다.",
  otherwise: "일시 중지: 지난 소식을 게시하지 못했습니다.",

  pressResume: "‘다시 시작’을 누르면 소식이 다시 옵니다.",
  resumeInList: "/korea subscriptions 명령의 버튼으로 다시 시작할 수 있습니다.",
  askToResume: (tenant) =>
    onSlack(tenant)
      ? "다시 시작하려면 워크스페이스 관리자에게 요청해 주세요."
      : "다시 시작하려면 ‘서버 관리하기’ 권한이 있는 분에게 요청해 주세요.",
};

/** The sentences in the language of these messages. */
export function subscriptionPausedMessages({
  language,
}: Pick<Messages, "language">): SubscriptionPausedMessages {
  return language === "ko" ? ko : en;
}
