import type { Topic } from "../../core/events/topics.ts";
import type { Confidence } from "../../core/reference.ts";

/** What narrows a timeline, ready to be shown; absent where it is not narrowed so. */
export interface TimelineScope {
  about?: string;
  topic?: Topic;
  /** Formatted dates. */
  from?: string;
  to?: string;
}

/** Dated events. */
export interface TimelineMessages {
  readonly description: string;
  readonly optionAbout: string;
  readonly optionTopic: string;
  readonly optionFrom: string;
  readonly optionTo: string;
  readonly optionSort: string;
  readonly topics: Readonly<Record<Topic, string>>;
  /** What is shown, such as `Kim Jong Un · sanctions · from 2018`; at least one part is given. */
  scope(scope: TimelineScope): string;
  /** `scope`: `null` where all events are shown. */
  heading(scope: string | null, newestFirst: boolean): string;
  counted(total: number, first: number, last: number): string;
  /** How many events the reference base has, and the dates of the first and the last. */
  coverage(total: number, first: string, last: string): string;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly confidenceMeanings: Readonly<Record<Confidence, string>>;
  nothing(scope: string): string;
  /** How many events there are without a part of the scope. */
  without(part: string, total: number): string;
  withoutLabel(part: string): string;
  noMore(total: number): string;
  readonly noEvents: string;
  /** Buttons for the other order. */
  readonly showNewestFirst: string;
  readonly showOldestFirst: string;
  /** A button that searches the documents for a name of no event. */
  searchTexts(name: string): string;
  choose(typed: string): string;
  candidate(name: string, events: number): string;
  /** Where a choice cannot be offered; `names` end with what to type. */
  ambiguous(typed: string, names: readonly string[]): string;
  taken(typed: string, name: string): string;
  unknownAbout(typed: string, meant: string | null): string;
}

/** English sentences. */
export const en: TimelineMessages = {
  description: "Dated events, each with its sources",
  optionAbout: "Only events about this person, place, weapon or agreement, in any spelling: 김정은",
  optionTopic: "Only events on this topic",
  optionFrom: "Only events on or after this date: 2018, 2018-03 or 2018-03-28",
  optionTo: "Only events on or before this date: 2018, 2018-03 or 2018-03-28",
  optionSort: "Order of the events",
  topics: {
    summit: "summits",
    sanctions: "sanctions",
    "nuclear-test": "nuclear tests",
    "missile-test": "missile tests",
    denuclearization: "denuclearization",
    "inter-korean": "inter-Korean relations",
    "us-dprk": "US–North Korea relations",
    "china-dprk": "China–North Korea relations",
    "russia-dprk": "Russia–North Korea relations",
    "japan-dprk": "Japan–North Korea relations",
    "rok-us": "South Korea–US relations",
    humanitarian: "humanitarian affairs",
    abductions: "abductions",
    armistice: "war and armistice",
    leadership: "leadership",
    economy: "economy",
    military: "military",
    "human-rights": "human rights",
    un: "United Nations",
  },
  scope: ({ about, topic, from, to }) =>
    [
      ...(about === undefined ? [] : [about]),
      ...(topic === undefined ? [] : [en.topics[topic]]),
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(to === undefined ? [] : [`to ${to}`]),
    ].join(" · "),
  heading: (scope, newestFirst) =>
    `Timeline: ${scope ?? "all events"} (${newestFirst ? "newest first" : "oldest first"})`,
  counted: (total, first, last) => {
    if (first === 1 && last === total) return total === 1 ? "1 event." : `${total} events.`;
    return first === last ? `Event ${first} of ${total}.` : `Events ${first}–${last} of ${total}.`;
  },
  coverage: (total, first, last) =>
    total === 1
      ? `The reference base has 1 event, of ${first}.`
      : `The reference base has ${total} events, from ${first} to ${last}.`,
  confidences: { verified: "verified", known: "known, sources partial" },
  confidenceMeanings: {
    verified: "Verified: the main fact stands in at least one listed source.",
    known: "Known: well established, but the listed sources support it only in part.",
  },
  nothing: (scope) => `No event found for: ${scope}.`,
  without: (part, total) => `Without “${part}” there ${total === 1 ? "is 1 event" : `are ${total} events`}.`,
  withoutLabel: (part) => `Without “${part}”`,
  noMore: (total) => `There are no more events: this timeline has ${total}.`,
  showNewestFirst: "Newest first",
  showOldestFirst: "Oldest first",
  searchTexts: (name) => `Search the texts for ${name}`,
  noEvents: "There are no events here: the reference base is empty.",
  choose: (typed) => `“${typed}” can mean several. Which timeline do you want?`,
  candidate: (name, events) => `${name} (${events} ${events === 1 ? "event" : "events"})`,
  ambiguous: (typed, names) => `“${typed}” can mean several. Write one of these: ${names.join(", ")}.`,
  taken: (typed, name) => `“${typed}” was taken to mean ${name}.`,
  unknownAbout: (typed, meant) =>
    `“${typed}” is no name that I know. ${meant === null ? "Try another spelling, or search the texts for it with /korea search." : `Did you mean ${meant}?`}`,
};

/** Korean sentences. */
export const ko: TimelineMessages = {
  description: "날짜순 사건과 그 출처",
  optionAbout: "이 인물·장소·무기·합의에 관한 사건만(표기 무관): 김정은, 金正恩",
  optionTopic: "이 주제의 사건만",
  optionFrom: "이 날짜부터의 사건만: 2018, 2018-03, 2018-03-28",
  optionTo: "이 날짜까지의 사건만: 2018, 2018-03, 2018-03-28",
  optionSort: "사건 순서",
  topics: {
    summit: "정상회담",
    sanctions: "제재",
    "nuclear-test": "핵실험",
    "missile-test": "미사일 시험발사",
    denuclearization: "비핵화",
    "inter-korean": "남북 관계",
    "us-dprk": "북미 관계",
    "china-dprk": "북중 관계",
    "russia-dprk": "북러 관계",
    "japan-dprk": "북일 관계",
    "rok-us": "한미 관계",
    humanitarian: "인도적 사안",
    abductions: "납치 문제",
    armistice: "전쟁과 정전",
    leadership: "지도부",
    economy: "경제",
    military: "군사",
    "human-rights": "인권",
    un: "유엔",
  },
  scope: ({ about, topic, from, to }) =>
    [
      ...(about === undefined ? [] : [about]),
      ...(topic === undefined ? [] : [ko.topics[topic]]),
      ...(from === undefined ? [] : [`${from}부터`]),
      ...(to === undefined ? [] : [`${to}까지`]),
    ].join(" · "),
  heading: (scope, newestFirst) => `연표: ${scope ?? "전체 사건"} (${newestFirst ? "최신순" : "오래된 순"})`,
  counted: (total, first, last) => {
    if (first === 1 && last === total) return `사건 ${total}건.`;
    return first === last ? `사건 ${total}건 중 ${first}번째.` : `사건 ${total}건 중 ${first}–${last}번째.`;
  },
  coverage: (total, first, last) =>
    total === 1
      ? `참고 자료에는 ${first}의 사건 1건이 있습니다.`
      : `참고 자료에는 ${first}부터 ${last}까지의 사건 ${total}건이 있습니다.`,
  confidences: { verified: "확인됨", known: "알려진 사실(출처 일부 확인)" },
  confidenceMeanings: {
    verified: "확인됨: 핵심 사실이 제시된 출처 가운데 적어도 한 곳에 나옵니다.",
    known: "알려진 사실: 널리 알려져 있으나 제시된 출처로는 일부만 확인됩니다.",
  },
  nothing: (scope) => `조건에 맞는 사건이 없습니다: ${scope}`,
  without: (part, total) => `‘${part}’ 조건을 빼면 ${total}건이 있습니다.`,
  withoutLabel: (part) => `‘${part}’ 빼고 보기`,
  noMore: (total) => `더 이상 사건이 없습니다. 이 연표의 사건은 모두 ${total}건입니다.`,
  showNewestFirst: "최신순으로",
  showOldestFirst: "오래된 순으로",
  searchTexts: (name) => `글에서 찾기: ${name}`,
  noEvents: "참고 자료가 비어 있어 보여 드릴 사건이 없습니다.",
  choose: (typed) => `‘${typed}’에 해당하는 항목이 여럿입니다. 어느 연표를 볼까요?`,
  candidate: (name, events) => `${name} (${events}건)`,
  ambiguous: (typed, names) =>
    `‘${typed}’에 해당하는 항목이 여럿입니다. 다음 가운데 하나로 적어 주세요: ${names.join(", ")}`,
  taken: (typed, name) => `‘${typed}’: ${name} 항목으로 보고 찾았습니다.`,
  unknownAbout: (typed, meant) =>
    `‘${typed}’(이)라는 이름을 알 수 없습니다. ${meant === null ? "다른 표기로 적거나 /korea search 명령으로 글에서 찾아 보세요." : `혹시 ${meant}인가요?`}`,
};
