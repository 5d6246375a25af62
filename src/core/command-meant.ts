import { nearest } from "./nearest.ts";

/** Commands by words that people type for them: Korean ones, and what a command's own buttons do. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    search: "검색 찾기",
    compare: "비교",
    check: "확인 검증 팩트체크",
    about: "소개 인물",
    timeline: "연표 일지 타임라인",
    today: "오늘",
    read: "읽기 본문",
    cite: "서지 인용",
    sources: "출처 매체",
    subscribe: "구독 구독하기 구독신청 알림",
    subscriptions: "unsubscribe unsub 구독목록 구독취소 구독해지 구독해제 구독관리 구독삭제",
    help: "도움말 도움 사용법",
  }).flatMap(([command, words]) => words.split(" ").map((word) => [word, command])),
);

/** Letters from which a misspelt word is compared: shorter ones come near too many names. */
const COMPARED_MIN = 4;

/** The command that the first word of a text seems to be meant for; `null` where it is like none of the names. */
export function commandMeant(text: string, names: readonly string[]): string | null {
  const words = text
    .trim()
    .replace(/^\/(?:korea(?=\s|$))?/iu, "")
    .trim()
    .split(/\s+/u);
  const [first = "", second = ""] = words.map((word) => word.toLowerCase());
  const known = WORDS.get(first + second) ?? WORDS.get(first);
  if (known !== undefined) return names.includes(known) ? known : null;
  return first.length < COMPARED_MIN ? null : nearest(first, names);
}
