/** On this day. Days and dates come formatted. */
export interface TodayMessages {
  readonly description: string;
  readonly optionDate: string;
  /** `day` has no year. */
  heading(day: string): string;
  /** Where the day is today in the channel's zone. */
  isToday(date: string, zone: string): string;
  /** Where a year was given, and it is another day. */
  anyYear(date: string): string;
  /** Over events of which no more than the month is known. */
  inMonth(month: string): string;
  nothing(day: string): string;
  /** The nearest days with events; where the year has but one, both are the same. */
  nearest(before: string, after: string): string;
  before(day: string): string;
  after(day: string): string;
  noMore(total: number): string;
  badDay(typed: string): string;
}

/** English sentences. */
export const en: TodayMessages = {
  description: "What happened on this day",
  optionDate: "A day: 06-12, 12 June or 2018-06-12; today where left out",
  heading: (day) => `On this day: ${day}`,
  isToday: (date, zone) => `Today is ${date} (${zone}).`,
  anyYear: (date) => `You asked for ${date}; what happened on this day of any year is shown.`,
  inMonth: (month) => `In ${month}, day not settled`,
  nothing: (day) => `The reference base has no event of ${day}.`,
  nearest: (before, after) =>
    before === after
      ? `The nearest day with events is ${before}.`
      : `The nearest days with events are ${before} and ${after}.`,
  before: (day) => `Earlier: ${day}`,
  after: (day) => `Later: ${day}`,
  noMore: (total) => `There are no more events: this day has ${total}.`,
  badDay: (typed) =>
    `date: “${typed}” is no day. Write a month and a day: 06-12, 12 June, 6월 12일 or 2018-06-12.`,
};

/** Korean sentences. */
export const ko: TodayMessages = {
  description: "이날 있었던 일",
  optionDate: "날짜: 06-12, 6월 12일, 2018-06-12. 적지 않으면 오늘",
  heading: (day) => `이날의 역사: ${day}`,
  isToday: (date, zone) => `오늘은 ${date}입니다(${zone} 기준).`,
  anyYear: (date) => `${date} 날짜를 적으셨습니다. 연도와 관계없이 같은 날의 사건을 보여 드립니다.`,
  inMonth: (month) => `${month} 중(날짜 미확정)`,
  nothing: (day) => `참고 자료에 ${day}의 사건은 없습니다.`,
  nearest: (before, after) =>
    before === after
      ? `사건이 있는 가장 가까운 날은 ${before}입니다.`
      : `사건이 있는 가장 가까운 날은 ${before}과 ${after}입니다.`,
  before: (day) => `이전: ${day}`,
  after: (day) => `이후: ${day}`,
  noMore: (total) => `더 이상 사건이 없습니다. 이날의 사건은 모두 ${total}건입니다.`,
  badDay: (typed) =>
    `date: ‘${typed}’ 값은 날짜가 아닙니다. 월과 일을 적어 주세요. 예: 06-12, 6월 12일, 2018-06-12`,
};
