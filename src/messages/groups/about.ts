/** Cards of actors, places, weapons, agreements, programmes and terms. */
export interface AboutMessages {
  readonly description: string;
  readonly optionName: string;
  readonly optionPart: string;

  /** Kinds of entities, by the word of the record; one that is not here is shown as it stands. */
  readonly types: Readonly<Record<EntityType, string>>;
  readonly term: string;
  /** Kinds of agreements, by the word of the record. */
  readonly agreementKinds: Readonly<Record<AgreementKind, string>>;
  /** What stands for a country where none fits. */
  readonly places: Readonly<Record<"INT" | "SU" | "UN", string>>;
  readonly positionKinds: Readonly<Record<"official" | "reported" | "opinion", string>>;
  /** Pages of a card, as their buttons are called. */
  readonly parts: Readonly<Record<Part, string>>;

  // The card
  /** What a record is: `person`, `North Korea`, our own words. */
  kindLine(kind: string, country: string | null): string;
  readonly hanja: string;
  readonly alsoCalled: string;
  andMoreNames(count: number): string;
  /** A period; `end` is its last day. */
  period(start: string, end: string): string;
  inForce(date: string): string;
  readonly status: string;
  readonly parties: string;
  readonly provisions: string;
  readonly definition: string;
  readonly related: string;
  heldHeading(shown: number, total: number): string;
  onItHeading(shown: number, total: number): string;
  /** Holders of the contrary, with years; they may have spoken earlier or later. */
  opposing(names: string): string;
  /** The holder said otherwise at these times. */
  differsFromOwn(dates: string): string;
  eventsHeading(shown: number, total: number): string;
  eventsBothHeading(shown: number, total: number): string;
  agreementsHeading(shown: number, total: number): string;
  mentionsHeading(shown: number, total: number): string;
  sourcesHeading(shown: number, total: number): string;
  readonly noMentions: string;
  readonly verified: string;
  readonly known: string;
  readonly knownWithoutSource: string;
  readonly ownWords: string;
  readonly paraphrases: string;
  readonly timeline: string;
  readonly overview: string;

  // Pages of the card
  partHeading(name: string, part: string, first: number, last: number, total: number): string;
  noSuchPart(part: string): string;
  noMore(total: number): string;

  /** Below an answer that nothing was found: what the question names is known. */
  namedHere(names: readonly string[]): string;

  // A name that is nobody's, or that of several
  severalMeant(typed: string): string;
  /** A form that is nobody's alone, such as `the North`. */
  openForm(typed: string): string;
  /** The same where only one is known here that it may mean. */
  openFormOfOne(typed: string): string;
  moreMeant(count: number): string;
  unknown(typed: string): string;
  noLetters(typed: string): string;
  readonly didYouMean: string;
  readonly advice: string;
  readonly emptyReference: string;
  readonly search: string;
}

/** Pages of a card. */
export type Part = "positions" | "events" | "agreements" | "excerpts" | "names" | "sources";

type EntityType = "person" | "organisation" | "place" | "weapon" | "document" | "programme";

type AgreementKind =
  | "agreement"
  | "declaration"
  | "joint-statement"
  | "treaty"
  | "understanding"
  | "unsc-resolution";

function of(shown: number, total: number): string {
  return shown === total ? String(total) : `${shown} of ${total}`;
}

/** English sentences. */
export const en: AboutMessages = {
  description: "Who or what it is: names, role, positions, events",
  optionName: "An actor, place, weapon, agreement, programme or term, in any script",
  optionPart: "Part of the card",

  types: {
    person: "person",
    organisation: "organisation",
    place: "place",
    weapon: "weapon",
    document: "document",
    programme: "programme",
  },
  term: "term",
  agreementKinds: {
    agreement: "agreement",
    declaration: "declaration",
    "joint-statement": "joint statement",
    treaty: "treaty",
    understanding: "understanding",
    "unsc-resolution": "resolution of the UN Security Council",
  },
  places: { INT: "international", SU: "Soviet Union", UN: "United Nations" },
  positionKinds: { official: "official position", reported: "reported position", opinion: "opinion" },
  parts: {
    positions: "Positions",
    events: "Events",
    agreements: "Agreements",
    excerpts: "Excerpts",
    names: "Names",
    sources: "Sources",
  },

  kindLine: (kind, country) => (country === null ? kind : `${kind}, ${country}`),
  hanja: "hanja",
  alsoCalled: "Also called",
  andMoreNames: (count) => `and ${count} more`,
  period: (start, end) => `${start} to ${end}`,
  inForce: (date) => `in force from ${date}`,
  status: "Status",
  parties: "Parties",
  provisions: "Provisions, in our summary",
  definition: "As a term",
  related: "Related",
  heldHeading: (shown, total) => `Positions held, in our paraphrase: ${of(shown, total)}`,
  onItHeading: (shown, total) => `Positions of others on this, in our paraphrase: ${of(shown, total)}`,
  opposing: (names) => `Opposing positions: ${names}.`,
  differsFromOwn: (dates) => `Differs from what the same side held: ${dates}.`,
  eventsHeading: (shown, total) => `Events: ${of(shown, total)}`,
  eventsBothHeading: (shown, total) => `Events, the newest and the oldest: ${of(shown, total)}`,
  agreementsHeading: (shown, total) => `Party to agreements: ${of(shown, total)}`,
  mentionsHeading: (shown, total) =>
    total === 1
      ? "Excerpt from the one document with this name"
      : `Excerpts from documents with this name: ${of(shown, total)}`,
  sourcesHeading: (shown, total) => `Sources of this entry: ${of(shown, total)}`,
  noMentions: "No text here has this name, our own entries aside: there are no excerpts to quote.",
  verified: "Verified: the main fact of this entry stands in at least one listed source.",
  known: "Known: well established, but the listed sources support this entry only in part.",
  knownWithoutSource: "Known: well established, but no source is listed for this entry.",
  ownWords: "The entry is in our own words.",
  paraphrases: "Positions are our paraphrases, not quotations.",
  timeline: "Timeline",
  overview: "Overview",

  partHeading: (name, part, first, last, total) =>
    total === 1 ? `${name}: ${part}` : `${name}: ${part} ${first}–${last} of ${total}`,
  noSuchPart: (part) => `This card has no page “${part}”: nothing of that kind is recorded here.`,
  noMore: (total) => `There is no more: this page of the card has ${total}.`,

  severalMeant: (typed) => `“${typed}” can mean several. Which one?`,
  openForm: (typed) => `“${typed}” is not the name of one alone, so nothing is guessed. Known here under it:`,
  openFormOfOne: (typed) =>
    `“${typed}” may mean this, among others, so nothing is guessed. Known here under it:`,
  moreMeant: (count) => `And ${count} more: write more of the name.`,
  unknown: (typed) => `“${typed}” is not a name known here.`,
  noLetters: (typed) =>
    `“${typed}” has no letters or digits. Write a name, such as Kim Yo Jong, 판문점 or S/RES/2397.`,
  namedHere: (names) => `/korea about tells of what you name: ${names.join(", ")}.`,
  didYouMean: "Did you mean one of these?",
  advice:
    "Write the name alone, in any script: an actor, a place, a weapon, an agreement, a programme or a term. A search finds words in texts.",
  emptyReference: "There are no entries here: the reference base is empty. A search finds words in texts.",
  search: "Search",
};

/** Korean sentences. */
export const ko: AboutMessages = {
  description: "인물·장소·용어 카드: 이름, 역할, 입장, 사건",
  optionName: "인물, 기관, 장소, 무기, 합의, 사업 또는 용어 (모든 문자 가능)",
  optionPart: "카드의 항목",

  types: {
    person: "인물",
    organisation: "기관",
    place: "장소",
    weapon: "무기",
    document: "문서",
    programme: "사업·정책",
  },
  term: "용어",
  agreementKinds: {
    agreement: "합의",
    declaration: "선언",
    "joint-statement": "공동성명",
    treaty: "조약",
    understanding: "양해",
    "unsc-resolution": "유엔 안전보장이사회 결의",
  },
  places: { INT: "국제", SU: "소련", UN: "유엔" },
  positionKinds: { official: "공식 입장", reported: "전해진 입장", opinion: "의견" },
  parts: {
    positions: "입장",
    events: "사건",
    agreements: "합의",
    excerpts: "인용",
    names: "이름",
    sources: "출처",
  },

  kindLine: (kind, country) => (country === null ? kind : `${kind}, ${country}`),
  hanja: "한자",
  alsoCalled: "다른 이름",
  andMoreNames: (count) => `외 ${count}개`,
  period: (start, end) => `${start}부터 ${end}까지`,
  inForce: (date) => `${date} 발효`,
  status: "현황",
  parties: "당사자",
  provisions: "주요 조항(자체 요약)",
  definition: "용어 설명",
  related: "관련 항목",
  heldHeading: (shown, total) => `밝힌 입장(자체 요약): ${countOf(shown, total)}`,
  onItHeading: (shown, total) => `이에 대한 각 측의 입장(자체 요약): ${countOf(shown, total)}`,
  opposing: (names) => `이와 맞서는 입장: ${names}.`,
  differsFromOwn: (dates) => `같은 측의 다른 시기 입장과 다름: ${dates}.`,
  eventsHeading: (shown, total) => `사건: ${countOf(shown, total)}`,
  eventsBothHeading: (shown, total) => `사건(최근과 처음): ${countOf(shown, total)}`,
  agreementsHeading: (shown, total) => `당사자로 참여한 합의: ${countOf(shown, total)}`,
  mentionsHeading: (shown, total) =>
    total === 1 ? "이 이름이 나오는 문서의 인용" : `이 이름이 나오는 문서의 인용: ${countOf(shown, total)}`,
  sourcesHeading: (shown, total) => `이 항목의 출처: ${countOf(shown, total)}`,
  noMentions: "자체 항목 외에는 이 이름이 나오는 글이 없어 인용할 내용이 없습니다.",
  verified: "확인됨: 이 항목의 핵심 사실이 제시된 출처 가운데 적어도 한 곳에 있습니다.",
  known: "알려진 사실: 널리 알려져 있으나 제시된 출처는 일부만 뒷받침합니다.",
  knownWithoutSource: "알려진 사실: 널리 알려져 있으나 이 항목에 제시된 출처가 없습니다.",
  ownWords: "항목은 저희가 영어로 작성했습니다.",
  paraphrases: "입장은 인용이 아니라 저희가 영어로 요약한 것입니다.",
  timeline: "연표",
  overview: "전체 보기",

  partHeading: (name, part, first, last, total) =>
    total === 1 ? `${name}: ${part}` : `${name}: ${part} ${total}건 중 ${first}–${last}`,
  noSuchPart: (part) => `이 카드에는 ‘${part}’ 항목이 없습니다. 해당하는 기록이 없습니다.`,
  noMore: (total) => `더 이상 없습니다. 이 항목은 모두 ${total}건입니다.`,

  severalMeant: (typed) => `‘${typed}’에 해당하는 항목이 여럿입니다. 어느 것을 찾으십니까?`,
  openForm: (typed) =>
    `‘${typed}’만으로는 누구 또는 무엇인지 정할 수 없어 짐작하지 않습니다. 이렇게 불리는 항목:`,
  openFormOfOne: (typed) =>
    `‘${typed}’에는 다른 뜻도 있을 수 있어 짐작하지 않습니다. 그중 이렇게 불리는 항목:`,
  moreMeant: (count) => `이 밖에 ${count}건이 더 있습니다. 이름을 더 길게 적어 주세요.`,
  unknown: (typed) => `‘${typed}’(이)라는 이름은 등록되어 있지 않습니다.`,
  noLetters: (typed) =>
    `‘${typed}’에는 글자나 숫자가 없습니다. 김여정, 판문점, S/RES/2397처럼 이름을 적어 주세요.`,
  namedHere: (names) => `질문에 나온 이름은 /korea about으로 볼 수 있습니다: ${names.join(", ")}`,
  didYouMean: "혹시 다음 중 하나인가요?",
  advice:
    "인물, 기관, 장소, 무기, 합의, 사업 또는 용어의 이름만 적어 주세요. 어느 문자로 적어도 됩니다. 글 속의 낱말은 검색으로 찾을 수 있습니다.",
  emptyReference: "등록된 항목이 없습니다. 글 속의 낱말은 검색으로 찾을 수 있습니다.",
  search: "검색",
};

function countOf(shown: number, total: number): string {
  return shown === total ? `${total}건` : `${total}건 중 ${shown}건`;
}
