import type { Weekday } from "../../core/digest/weekday.ts";

/** Digests: when they come. */
export interface DigestMessages {
  readonly everyDay: string;
  readonly weekdays: string;
  readonly weekend: string;
  /** Days that are no group, by their short names. */
  someDays(names: readonly string[]): string;
  /** Short, as in a list. */
  readonly dayNames: Readonly<Record<Weekday, string>>;
  /** `part` is what could not be read; all of `typed` where nothing could. */
  badDays(typed: string, part: string): string;
  badTime(typed: string): string;
  /** `near`: names of places that may be meant, each of which is taken; perhaps none. */
  unknownZone(typed: string, near: readonly string[]): string;
  /** A country or an offset, which says no single zone. */
  severalZones(typed: string, zones: readonly string[]): string;
  /** What an ambiguous abbreviation was read as. */
  abbreviationMeans(typed: string, zone: string): string;
}

/** English sentences. */
export const en: DigestMessages = {
  everyDay: "every day",
  weekdays: "weekdays",
  weekend: "weekends",
  someDays: (names) => names.join(", "),
  dayNames: { 1: "Mon", 2: "Tue", 3: "Wed", 4: "Thu", 5: "Fri", 6: "Sat", 7: "Sun" },
  badDays: (typed, part) =>
    `days: ${part === typed ? `“${typed}” names no days` : `“${part}” in “${typed}” is no day of the week`}. Write for example every day, weekdays, weekends, Mon,Wed,Fri or Mon-Thu.`,
  badTime: (typed) => `at: “${typed}” is no time of day. Write for example 09:00, 9am or 6:30 pm.`,
  unknownZone: (typed, near) =>
    `timezone: I know no place or zone “${typed}”.${near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`} Write a large city of the zone, such as Seoul or New York, or a name such as Asia/Seoul.`,
  severalZones: (typed, zones) =>
    `timezone: “${typed}” is no single time zone. Write a place in the one you mean, such as ${zones.join(", ")}.`,
  abbreviationMeans: (typed, zone) =>
    `“${typed}” is used for more than one zone or for half of the year only; it was read as ${zone}.`,
};

/** Korean sentences. */
export const ko: DigestMessages = {
  everyDay: "매일",
  weekdays: "평일",
  weekend: "주말",
  someDays: (names) => `매주 ${names.join("·")}${names.length === 1 ? "요일" : ""}`,
  dayNames: { 1: "월", 2: "화", 3: "수", 4: "목", 5: "금", 6: "토", 7: "일" },
  badDays: (typed, part) =>
    `days: ${part === typed ? `‘${typed}’ 값에서 요일을 찾을 수 없습니다` : `‘${typed}’ 가운데 ‘${part}’ 부분은 요일이 아닙니다`}. 이렇게 적어 주세요. 예: 매일, 평일, 주말, 월수금, 월-목`,
  badTime: (typed) =>
    `at: ‘${typed}’ 값은 올바른 시각이 아닙니다. 이렇게 적어 주세요. 예: 09:00, 오전 9시, 오후 6시 30분`,
  unknownZone: (typed, near) =>
    `timezone: ‘${typed}’(이)라는 지역이나 시간대를 찾을 수 없습니다.${near.length === 0 ? "" : ` 혹시 ${near.join(", ")}${near.length === 1 ? "" : " 중 하나"}인가요?`} 서울, 뉴욕처럼 그 시간대의 큰 도시나 Asia/Seoul 같은 이름을 적어 주세요.`,
  severalZones: (typed, zones) =>
    `timezone: ‘${typed}’ 값만으로는 시간대를 하나로 정할 수 없습니다. 그 시간대의 지역을 적어 주세요. 예: ${zones.join(", ")}`,
  abbreviationMeans: (typed, zone) =>
    `‘${typed}’ 약어는 여러 시간대를 가리키거나 일 년 중 일부에만 쓰입니다. 여기서는 ${zone} 시간대로 읽었습니다.`,
};
