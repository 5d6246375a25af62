import type { Messages } from "../messages.ts";

/** What became of a digest, after its date. */
export interface OutcomeMessages {
  /** A formatted date, and one of the others. */
  on(date: string, outcome: string): string;
  readonly arrived: string;
  /** After what arrived. */
  readonly cameLate: string;
  arrivedWith(matched: number, of: number): string;
  readonly arrivedNoNews: string;
  arrivedNoMatch(of: number): string;
  readonly arrivedUnreadable: string;
  readonly underWay: string;
  readonly askedToWait: string;
  readonly notComposed: string;
  readonly checking: string;
  readonly noNews: string;
  noMatch(of: number): string;
  readonly unreadable: string;
  readonly missed: string;
  missedMore(before: number): string;
  readonly paused: string;
  readonly notSent: string;
  readonly gone: string;
  readonly forbidden: string;
  readonly token: string;
  readonly documentGone: string;
  readonly notArrived: string;
  readonly unknown: string;
  readonly unknownNoHistory: string;
}

/** English sentences. */
export const en: OutcomeMessages = {
  on: (date, outcome) => `${date}, ${outcome}`,
  arrived: "arrived.",
  cameLate: "It came later than its time.",
  arrivedWith: (matched, of) => `arrived with ${matched} of ${of} new document${of === 1 ? "" : "s"}.`,
  arrivedNoNews: "arrived without news: nothing new had come in.",
  arrivedNoMatch: (of) =>
    of === 1
      ? "arrived without news: the one new document did not match."
      : `arrived without news: none of ${of} new documents matched.`,
  arrivedUnreadable: "arrived without news: its query cannot be searched any more. Edit it.",
  underWay: "is on its way.",
  askedToWait: "is waiting: the platform asked for a pause, or could not be reached.",
  notComposed: "could not be put together so far; this is tried again every minute.",
  checking: "was sent without a clear answer; whether it arrived is being found out.",
  noNews: "nothing was posted: nothing new had come in.",
  noMatch: (of) =>
    of === 1
      ? "nothing was posted: the one new document did not match."
      : `nothing was posted: none of ${of} new documents matched.`,
  unreadable: "nothing was posted: its query cannot be searched any more. Edit it.",
  missed: "was not sent: Korea Desk was not running, or could not post, for more than 6 hours.",
  missedMore: (before) =>
    `was not sent: Korea Desk was not running, or could not post, for more than 6 hours. Nor were ${before} before those on record.`,
  paused: "was not sent: the subscription was paused.",
  notSent: "was not sent.",
  gone: "did not arrive: the channel could not be found, or is archived.",
  forbidden: "did not arrive: Korea Desk may not post in this channel.",
  token: "did not arrive: Korea Desk could not sign in, which its operator has to mend.",
  documentGone: "did not arrive: a document that it quoted is not kept any more.",
  notArrived: "did not arrive.",
  unknown: "may or may not have arrived; it is not sent again. The platform gave no clear answer.",
  unknownNoHistory:
    "may or may not have arrived; it is not sent again. The platform gave no clear answer, and the channel could not be read. Let Korea Desk read its history to know next time.",
};

/** Korean sentences. */
export const ko: OutcomeMessages = {
  on: (date, outcome) => `${date}: ${outcome}`,
  arrived: "도착했습니다.",
  cameLate: "예정된 시각보다 늦었습니다.",
  arrivedWith: (matched, of) => `도착했습니다. 새 문서 ${of}건 가운데 ${matched}건이 맞았습니다.`,
  arrivedNoNews: "새 소식 없이 도착했습니다. 새로 들어온 문서가 없었습니다.",
  arrivedNoMatch: (of) => `새 소식 없이 도착했습니다. 새 문서 ${of}건 가운데 맞는 것이 없었습니다.`,
  arrivedUnreadable: "새 소식 없이 도착했습니다. 이 구독의 검색어를 더는 검색할 수 없으니 수정해 주세요.",
  underWay: "보내는 중입니다.",
  askedToWait: "대기 중입니다. 플랫폼이 기다려 달라고 했거나 플랫폼에 연결할 수 없었습니다.",
  notComposed: "아직 만들지 못했습니다. 계속 다시 시도하고 있습니다.",
  checking: "보냈지만 명확한 답을 받지 못해 도착했는지 확인하는 중입니다.",
  noNews: "게시하지 않았습니다. 새로 들어온 문서가 없었습니다.",
  noMatch: (of) => `게시하지 않았습니다. 새 문서 ${of}건 가운데 맞는 것이 없었습니다.`,
  unreadable: "게시하지 않았습니다. 이 구독의 검색어를 더는 검색할 수 없으니 수정해 주세요.",
  missed: "보내지 않았습니다. 코리아 데스크가 6시간 넘게 멈춰 있었거나 게시할 수 없었습니다.",
  missedMore: (before) =>
    `보내지 않았습니다. 코리아 데스크가 6시간 넘게 멈춰 있었거나 게시할 수 없었습니다. 기록에 남은 것보다 앞선 ${before}건도 보내지 않았습니다.`,
  paused: "보내지 않았습니다. 구독이 일시 중지되어 있었습니다.",
  notSent: "보내지 않았습니다.",
  gone: "도착하지 않았습니다. 채널을 찾을 수 없거나 채널이 보관되었습니다.",
  forbidden: "도착하지 않았습니다. 코리아 데스크에 이 채널에 게시할 권한이 없습니다.",
  token: "도착하지 않았습니다. 코리아 데스크가 로그인하지 못했으며, 운영자가 해결해야 합니다.",
  documentGone: "도착하지 않았습니다. 인용한 문서가 더는 보관되어 있지 않습니다.",
  notArrived: "도착하지 않았습니다.",
  unknown: "도착했는지 알 수 없으며, 다시 보내지 않습니다. 플랫폼에서 명확한 답을 받지 못했습니다.",
  unknownNoHistory:
    "도착했는지 알 수 없으며, 다시 보내지 않습니다. 플랫폼에서 명확한 답을 받지 못했고 채널도 읽을 수 없었습니다. 다음에 확인할 수 있도록 메시지 기록을 볼 권한을 주세요.",
};

/** The sentences in the language of these messages. */
export function outcomeMessages({ language }: Pick<Messages, "language">): OutcomeMessages {
  return language === "ko" ? ko : en;
}
