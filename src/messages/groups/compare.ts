import type { Bloc } from "../../core/compare/blocs.ts";
import type { By } from "../../core/compare/group.ts";
import type { PositionRecord } from "../../core/reference.ts";

/** What each side says. */
export interface CompareMessages {
  readonly description: string;
  readonly optionTopic: string;
  readonly optionBy: string;
  /** What is set side by side, as a choice and as a button. */
  readonly bys: Readonly<Record<By, string>>;
  readonly blocs: Readonly<Record<Bloc, string>>;
  /** The topic stands in no quotation marks: somebody may paste a position of ours. */
  heading(by: By, topic: string, page: number, pages: number): string;
  /** Behind the name of a side of which no document answers. */
  readonly silent: string;
  /** Behind the name of a side where there are no documents at all and no position of it answers. */
  readonly noPosition: string;
  readonly oursOnly: string;
  narrowed(filters: string): string;
  readonly positionKinds: Readonly<Record<PositionRecord["kind"], string>>;
  /** A position of this kind that appeared in an outlet. */
  appearedIn(kind: string, outlet: string): string;
  /** Who also holds it. */
  together(others: string): string;
  /** Before the words of a position, which are ours. */
  readonly paraphrase: string;
  /** Somebody and the years of what they said, or the country that they are of. */
  bracketed(who: string, detail: string): string;
  /** Holders of the contrary, earlier or later: `names` carry their years; `more` further ones are not named. */
  opposing(names: readonly string[], more: number): string;
  /** The holder said otherwise in these years. */
  differsFromOwn(years: string): string;
  /** How many further positions there are, as `China 4`; `field` shows those of one side, `null` where none can. */
  further(counts: string, field: string | null): string;
  /** The topic stands in no quotation marks here either. */
  nothing(topic: string, documents: number, positions: number, filters: string | null): string;
  readonly advice: string;
  readonly searchInstead: string;
  readonly withoutFilters: string;
  byInTopic(by: By): string;
}

/** English sentences. */
export const en: CompareMessages = {
  description: "What each side says about a topic, side by side",
  optionTopic: "What to compare, in your own words",
  optionBy: "Set side by side: countries (default), outlets or kinds of text",
  bys: { country: "By country", outlet: "By outlet", kind: "By kind of text" },
  blocs: {
    CN: "China",
    KP: "North Korea",
    KR: "South Korea",
    US: "United States",
    JP: "Japan",
    RU: "Russia",
    INT: "United Nations and international bodies",
    OTHER: "Others",
  },
  heading: (by, topic, page, pages) => {
    const asked = {
      country: "What each side says",
      outlet: "What each outlet says",
      kind: "What each kind of text says",
    }[by];
    return `${asked}${pages === 1 ? "" : ` (page ${page} of ${pages})`}: ${topic}`;
  },
  silent: "no statement found in this corpus",
  noPosition: "no position on this is recorded here",
  oursOnly:
    "There are no texts of outlets here to quote, only our own words. What each side holds follows in our paraphrase, not in its words.",
  narrowed: (filters) => `Only with ${filters}.`,
  positionKinds: { official: "official position", reported: "reported position", opinion: "opinion" },
  appearedIn: (kind, outlet) => `${kind} in ${outlet}`,
  together: (others) => `with ${others}`,
  paraphrase: "in our paraphrase",
  bracketed: (who, detail) => `${who} (${detail})`,
  opposing: (names, more) =>
    `Opposing positions: ${names.join(", ")}${more === 0 ? "" : ` and ${more} ${more === 1 ? "other" : "others"}`}.`,
  differsFromOwn: (years) => `Differs from what the same side held: ${years}.`,
  further: (counts, field) =>
    `Further positions are recorded: ${counts}.${field === null ? "" : ` Add ${field} to the topic to see one side alone.`}`,
  nothing: (topic, documents, positions, filters) =>
    `No statement and no position is found on this topic: ${topic}. Searched: ${documents} ${documents === 1 ? "document" : "documents"} and ${positions} recorded ${positions === 1 ? "position" : "positions"}${filters === null ? "" : `, with ${filters}`}.`,
  advice: "Try fewer words, other words for the same thing, or another spelling of a name.",
  searchInstead: "Search all texts",
  withoutFilters: "Compare without the filters",
  byInTopic: (by) =>
    `In a topic, by: names an author. To compare by ${by}, choose ${by} for the option by beside the topic.`,
};

/** Korean sentences. */
export const ko: CompareMessages = {
  description: "한 주제에 대한 각 측의 말을 나란히 보여 줍니다",
  optionTopic: "비교할 주제",
  optionBy: "나란히 놓을 기준: 국가(기본), 매체, 글 종류",
  bys: { country: "국가별", outlet: "매체별", kind: "글 종류별" },
  blocs: {
    CN: "중국",
    KP: "북한",
    KR: "한국",
    US: "미국",
    JP: "일본",
    RU: "러시아",
    INT: "유엔·국제기구",
    OTHER: "기타",
  },
  heading: (by, topic, page, pages) => {
    const asked = { country: "각 측 입장 비교", outlet: "매체별 비교", kind: "글 종류별 비교" }[by];
    return `${asked}${pages === 1 ? "" : ` (${pages}쪽 중 ${page}쪽)`}: ${topic}`;
  },
  silent: "보유 자료에서 관련 발언을 찾지 못했습니다",
  noPosition: "기록된 관련 입장이 없습니다",
  oursOnly:
    "인용할 매체 글이 없고 자체 작성한 글만 있습니다. 아래의 각 측 입장은 원문이 아니라 저희가 풀어 쓴 요지입니다.",
  narrowed: (filters) => `적용한 조건: ${filters}`,
  positionKinds: { official: "공식 입장", reported: "보도된 입장", opinion: "의견" },
  appearedIn: (kind, outlet) => `${kind}(${outlet})`,
  together: (others) => `공동: ${others}`,
  paraphrase: "저희가 풀어 쓴 요지",
  bracketed: (who, detail) => `${who}(${detail})`,
  opposing: (names, more) => `이와 맞서는 입장: ${names.join(", ")}${more === 0 ? "" : ` 외 ${more}곳`}`,
  differsFromOwn: (years) => `같은 측의 다른 시기 입장과 다름: ${years}`,
  further: (counts, field) =>
    `더 기록된 입장: ${counts}.${field === null ? "" : ` 주제에 ${field} 조건을 덧붙이면 한쪽만 볼 수 있습니다.`}`,
  nothing: (topic, documents, positions, filters) =>
    `이 주제에 대한 발언이나 입장을 찾지 못했습니다: ${topic}. 찾아본 범위: 문서 ${documents}건, 기록된 입장 ${positions}건${filters === null ? "" : ` (${filters})`}.`,
  advice: "낱말을 줄이거나, 비슷한 다른 말 또는 이름의 다른 표기로 찾아 보세요.",
  searchInstead: "모든 글에서 검색",
  withoutFilters: "조건 없이 비교",
  byInTopic: (by) =>
    `주제 안의 by:는 필자를 뜻합니다. 비교 기준을 바꾸려면 주제와 별도로 by 옵션에서 ${by} 값을 골라 주세요.`,
};
