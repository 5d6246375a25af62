import { ko as about } from "./groups/about.ts";
import { ko as check } from "./groups/check.ts";
import { ko as cite } from "./groups/cite.ts";
import { ko as compare } from "./groups/compare.ts";
import { ko as revisions } from "./groups/revisions.ts";
import { ko as digest } from "./groups/digest.ts";
import { ko as share } from "./groups/share.ts";
import { ko as sources } from "./groups/sources.ts";
import { ko as timeline } from "./groups/timeline.ts";
import { ko as today } from "./groups/today.ts";
import type { Messages } from "./messages.ts";

/** Korean sentences. Particles after quoted words are written so that they fit any ending. */
export const ko: Messages = {
  language: "ko",
  kinds: {
    opinion: "의견",
    editorial: "사설(의견)",
    news: "뉴스",
    official: "공식 문서",
    briefing: "브리핑",
    reference: "참고 자료",
    unknown: "종류 미상",
  },
  ownerships: {
    state: "국영 매체",
    party: "당 매체",
    public: "공영 매체",
    private: "민영 매체",
    unknown: "소유 구조 미상",
  },
  sorts: { relevance: "관련도순", newest: "최신순", oldest: "오래된 순" },

  quoted: (title) => `「${title}」`,
  outletUnknown: "매체 미상",
  countryUnknown: "국가 미상",
  languageUnknown: "언어 미상",
  undated: "날짜 미상",
  ourWords: "자체 작성",
  entryOn: (date) => `${date}에 관한 항목`,
  asOf: (date) => `${date} 기준`,
  sourcesAre: (publishers) => `출처: ${publishers}`,
  andMore: (count) => `외 ${count}건`,

  badInteger: (option, typed, min, max) =>
    `${option}: ‘${typed}’ 값은 ${min}~${max} 사이의 정수가 아닙니다. 예: ${option}:${min}`,
  badBoolean: (option, typed) =>
    `${option}: ‘${typed}’ 대신 ${option}:예 또는 ${option}:아니요로 적어 주세요.`,
  badDate: (option, typed) =>
    `${option}: ‘${typed}’ 값은 날짜가 아닙니다. 연, 월, 일 단위로 적어 주세요. 예: 2018, 2018-03, 2018-03-28`,
  badChoice: (option, typed, choices, meant) =>
    `${option}: ‘${typed}’ 값은 쓸 수 없습니다. 가능한 값: ${choices.join(", ")}.${meant === null ? "" : ` 혹시 ${meant}인가요?`}`,
  unknownOption: (typed, meant) =>
    `‘${typed}:’ 옵션은 없습니다. 혹시 ${meant}:인가요? 낱말 자체를 찾으려면 쌍점 뒤를 한 칸 띄워 주세요.`,
  unusedWord: (typed, command, options) =>
    `/korea ${command} 명령에는 ‘${typed}’ 값을 쓸 수 없습니다.${options.length === 0 ? " 이 명령만 적어 주세요." : ` 쓸 수 있는 옵션: ${options.join(" ")}`}`,
  givenTwice: (option) => `${option}: 옵션이 두 번 쓰였습니다. 한 번만 적어 주세요.`,
  unclosedQuote: (option) => `${option}: 뒤의 따옴표가 닫히지 않았습니다. 예: ${option}:"두 낱말"`,
  unknownOutlet: (typed, meant) =>
    `‘${typed}’ 매체를 찾을 수 없습니다.${meant === null ? " 필터를 빼면 모든 매체에서 찾습니다." : ` 혹시 ${meant}인가요?`}`,
  unknownCountry: (typed, meant) =>
    `‘${typed}’ 국가를 알 수 없습니다. 이름이나 두 글자 코드로 적어 주세요. 예: KR, 중국.${meant === null ? "" : ` 혹시 ${meant}인가요?`}`,
  unknownLanguage: (typed) =>
    `‘${typed}’ 언어를 알 수 없습니다. 이름이나 코드로 적어 주세요. 예: en, ko, 한국어`,
  unknownAuthor: (typed, meant) =>
    `‘${typed}’ 필자의 글이 없습니다.${meant === null ? " 필터를 빼면 모든 필자의 글에서 찾습니다." : ` 혹시 ${meant}인가요?`}`,
  unknownName: (typed, meant) =>
    `‘${typed}’(이)라는 이름을 알 수 없습니다.${meant === null ? " 낱말로 찾으려면 about: 없이 적어 주세요." : ` 혹시 ${meant}인가요?`}`,
  queryMistake: ({ reason, typed, meant, at }, fields, options) => {
    const spot = `‘${typed}’(${at}번째 글자)`;
    switch (reason) {
      case "unclosed-quote":
        return `${spot}에서 연 따옴표가 닫히지 않았습니다. "종전선언"처럼 닫거나 따옴표를 빼 주세요.`;
      case "unknown-field":
        return `${spot} ${options.length === 0 ? "필터는" : "필터나 옵션은"} 없습니다.${meant === null ? "" : ` 혹시 ${meant}:인가요?`} 필터: ${fields.join(", ")}.${options.length === 0 ? "" : ` 옵션: ${options.join(", ")}.`} 낱말 자체를 찾으려면 쌍점 뒤를 한 칸 띄워 주세요.`;
      case "excluded-field":
        return `${spot}: 필터로는 제외할 수 없습니다. -정상회담 또는 -"무역 전쟁"처럼 낱말을 제외해 주세요.`;
      case "field-twice":
        return `${spot} 필터가 두 번 쓰였습니다. 한 번만 적어 주세요.`;
      case "empty-field":
        return `${spot} 필터에 값이 없습니다. kind:opinion 또는 about:"김여정"처럼 쌍점 바로 뒤에 적어 주세요.`;
    }
  },
  optionInQuery: (option) =>
    `${option}: 필터가 아니라 명령의 옵션입니다. query: 안이 아니라 옆에 따로 적어 주세요.`,
  fromAfterTo: (from, to) =>
    `from:${from} 날짜가 to:${to} 날짜보다 늦어 해당하는 글이 없습니다. 서로 바꿔 주세요.`,
  unknownCommand: (typed, meant, all) =>
    `‘${typed}’ 명령은 없습니다.${meant === null ? "" : ` 혹시 ${meant}인가요?`} 사용할 수 있는 명령: ${all.join(", ")}`,
  unknownDocument: (typed, meant) =>
    `‘${typed}’ 문서를 찾을 수 없습니다.${meant === null ? " 인용문의 ‘문맥 보기’에 ID가 나옵니다." : ` 혹시 ${meant}인가요?`}`,
  badExcerptId: (typed) =>
    `‘${typed}’ 값은 인용문 ID가 아닙니다. 문서@12345678:0-100 형식이나 문서 ID만 적어 주세요.`,
  versionGone: (id) =>
    `${id}에 해당하는 문장이 이 문서에 없거나 더 이상 보관되어 있지 않습니다. 다시 검색하면 현재 내용을 인용할 수 있습니다.`,
  actionExpired: "보관 기간(90일)이 지난 선택입니다. 다시 검색해 주세요.",
  noSuchNumber: (typed, last) =>
    last === 0
      ? `${typed}번 항목이 없습니다. 먼저 질문을 입력하면 답변에 번호가 붙습니다.`
      : `${typed}번 항목이 없습니다. 마지막 답변에는 1번부터 ${last}번까지 있습니다.`,
  somethingWentWrong: (reference) =>
    `서버 쪽에 문제가 생겼습니다. 잘못된 내용을 보여 드리지 않으려고 답변을 멈췄습니다. 운영자는 로그에서 ${reference} 번호로 확인할 수 있습니다.`,

  rootDescription: "한반도 외교에 관한 원문 인용을 출처와 함께 보여 드립니다",

  searchDescription: "출처가 있는 원문 인용을 찾습니다",
  optionQuery: "찾을 내용",
  optionFrom: "이 날짜부터: 2018, 2018-03, 2018-03-28",
  optionTo: "이 날짜까지: 2018, 2018-03, 2018-03-28",
  optionOutlet: "이 매체만: 동아일보",
  optionCountry: "이 국가의 매체만: KR, 중국",
  optionKind: "이 종류의 글만",
  optionLanguage: "이 언어의 글만: en, 한국어",
  optionSort: "인용문 순서",
  foundHeading: (query, total, first, last, more) =>
    total === 1
      ? `‘${query}’ 인용 1건`
      : `‘${query}’ 인용 ${total}건${more ? " 이상" : ""} 중 ${first}–${last}`,
  commandMeant: (command) => `혹시 /korea ${command} 명령을 쓰려고 하셨나요?`,
  nothingFound: (query, documents, filters) =>
    `문서 ${documents}건에서${filters === null ? "" : ` (${filters})`} ‘${query}’에 대한 내용을 찾지 못했습니다.`,
  nothingFoundAdvice:
    "입력하신 낱말이 함께 나오는 단락이 없습니다. 낱말을 줄이거나, 비슷한 다른 말이나 이름의 다른 표기로 찾아보세요.",
  withoutFilters: (total) => `필터를 빼면 ${total}건이 있습니다.`,
  onlyOwnWords:
    "지금 있는 문서는 모두 자체 작성한 글입니다. 매체·국가·종류·언어 필터는 운영자가 가져온 글에 쓸 수 있습니다.",
  noMoreAnswers: (total) => `더 이상 인용문이 없습니다. 이 질문의 결과는 모두 ${total}건입니다.`,
  noWordsToSearch:
    "찾을 낱말이 없습니다. ‘the’, ‘of’ 같은 말은 거의 모든 글에 나옵니다. 인물, 장소, 사건, 주제를 적어 주세요.",
  corpusEmpty: "검색할 문서가 없습니다. 운영자가 추가할 수 있습니다: npm run -s korea -- import 파일",
  queryShortened: "질문이 너무 길어 뒷부분은 검색에서 빠졌습니다.",
  searchedAlso: (words) => `함께 검색한 말: ${words.join(", ")}`,
  context: "문맥 보기",
  shareLabel: "공유",
  citeLabel: "서지",
  nextPage: "다음",
  previousPage: "이전",
  searchWithoutFilters: "필터 없이 검색",
  withoutQuotes: (total) => `따옴표를 빼면 ${total}건이 있습니다.`,
  searchWithoutQuotes: "따옴표 없이 검색",

  readDescription: "인용문을 앞뒤 문맥과 함께 읽습니다",
  optionId: "인용문 또는 문서 ID",
  readPart: (first, last, total) =>
    total === 1
      ? "전문: 단락 1개"
      : first === last
        ? `단락 ${total}개 중 ${first}번째`
        : `단락 ${total}개 중 ${first}–${last}번째`,
  readOlderVersion: "이전 버전입니다. 지금은 문서의 내용이 다릅니다.",
  noSuchPart: "해당하는 단락이 없습니다.",
  emptyDocument: "내용이 없는 문서입니다.",
  earlier: "앞부분",
  later: "뒷부분",

  helpDescription: "사용 방법과 예시",
  optionCommand: "설명이 필요한 명령",
  helpHeading: "코리아 데스크",
  helpIntro:
    "한반도 외교에서 누가 무엇을 말하고 했는지 물어보세요. 모든 답은 원문 그대로 인용하며, 누가 언제 어디에 실었는지 함께 보여 드립니다.",
  helpExamples: "예시",
  helpCommands: "명령",
  helpReading:
    "의견 글과 국영 매체는 따로 표시합니다. 저희가 쓴 글에는 ‘자체 작성’이라고 적습니다. 생략은 인용문 앞뒤에만 …로 표시하고, 중간은 절대 줄이지 않습니다.",
  helpFilters: "질문과 함께 필터를 쓸 수 있습니다:",
  helpOptions: (command) => `/korea ${command}`,
  required: "필수",
  oneOf: (choices) => `가능한 값: ${choices.join(", ")}`,
  formTitle: (command) => `/korea ${command}`,
  stillNeeded: (command, fields) =>
    `${command} 명령에 필요한 내용: ${fields.join("; ")}. 명령 뒤에 이어서 적어 주세요.`,
  slashUsage: "search 질문 | help | 또는 바로 질문",

  welcome: (documents) => `코리아 데스크입니다. 문서 ${documents}건을 찾아볼 수 있습니다.`,
  welcomeExamples: "이렇게 물어보세요:",
  welcomeHow: "질문을 입력하거나 /korea help를 입력하세요. Ctrl-C를 누르면 끝납니다.",
  goodbye: "안녕히 가세요.",
  nothingTyped: "보낼 내용이 없습니다. 명령이나 질문을 적어 주세요.",
  consoleKeys: (last) =>
    last === 1 ? "1을 입력하면 선택합니다." : `1부터 ${last}까지의 번호를 입력하면 선택합니다.`,
  consoleBlank: (typed) => `비우려면 ${typed}`,

  check,
  compare,
  about,
  timeline,
  today,
  cite,
  sources,
  share,
  revisions,
  digest,
};
