/** What a digest says around what it quotes. Dates and days come formatted, queries clipped. */
export interface DigestPageMessages {
  heading(date: string): string;
  readonly late: string;
  /** It was not posted; somebody looks at what would be. */
  readonly preview: string;
  /** How many documents are new, in how many items; `query` is `null` where everything is wanted. */
  newDocuments(matched: number, of: number, items: number, query: string | null): string;
  readonly noNews: string;
  /** None of so many new documents matched. */
  noMatch(of: number, query: string): string;
  /** The query cannot be read any more; `mistake` is a sentence. */
  unreadable(query: string, mistake: string): string;
  /** Where the items of a page stand among all. */
  shown(first: number, last: number, total: number): string;
  readonly onThisDay: string;
  readonly moreOnThisDay: string;
  readonly quoteOfDay: string;
  /** Opens the document of an item; its number stands before its citation. */
  open(number: number): string;
  readonly openQuote: string;
  rest(count: number): string;
  noMore(total: number): string;
  readonly description: string;
}

/** English sentences. */
export const en: DigestPageMessages = {
  heading: (date) => `Digest for ${date}`,
  late: "This digest comes later than its time.",
  preview:
    "Preview: what would be posted if the digest came now. Only you see it, and nothing counts as sent.",
  newDocuments: (matched, of, items, query) =>
    (query === null
      ? `${matched} new document${matched === 1 ? "" : "s"}`
      : `${matched} of ${of} new document${of === 1 ? "" : "s"} match${matched === 1 ? "es" : ""} “${query}”`) +
    (items < matched ? `, ${items} different text${items === 1 ? "" : "s"}` : ""),
  noNews: "Nothing new came in.",
  noMatch: (of, query) =>
    of === 1
      ? `One new document came in; it does not match “${query}”.`
      : `${of} new documents came in; none matches “${query}”.`,
  unreadable: (query, mistake) => `“${query}” could not be searched. ${mistake}`,
  shown: (first, last, total) =>
    first === last ? `${first} of ${total}` : `${first} to ${last} of ${total}`,
  onThisDay: "On this day",
  moreOnThisDay: "More on this day",
  quoteOfDay: "Quote of the day",
  open: (number) => `Open ${number}`,
  openQuote: "Context",
  rest: (count) => (count === 1 ? "1 more" : `${count} more`),
  noMore: (total) =>
    total === 0
      ? "The documents of this digest are not there any more."
      : `There is no more: this digest has ${total} item${total === 1 ? "" : "s"}.`,
  description: "Shows the rest of a digest",
};

/** Korean sentences. */
export const ko: DigestPageMessages = {
  heading: (date) => `${date} 소식`,
  late: "예정된 시각보다 늦게 보내 드립니다.",
  preview: "미리 보기: 지금 소식을 보낸다면 이렇게 게시됩니다. 본인에게만 보이며, 보낸 것으로 치지 않습니다.",
  newDocuments: (matched, of, items, query) =>
    (query === null
      ? `새 문서 ${matched}건`
      : `새 문서 ${of}건 가운데 ‘${query}’ 검색에 맞는 문서 ${matched}건`) +
    (items < matched ? `(서로 다른 글 ${items}편)` : ""),
  noNews: "새로 들어온 문서가 없습니다.",
  noMatch: (of, query) => `새 문서 ${of}건 가운데 ‘${query}’ 검색에 맞는 문서가 없습니다.`,
  unreadable: (query, mistake) => `‘${query}’ 검색을 하지 못했습니다. ${mistake}`,
  shown: (first, last, total) =>
    first === last ? `전체 ${total}건 중 ${first}번째` : `전체 ${total}건 중 ${first}~${last}번째`,
  onThisDay: "이날의 역사",
  moreOnThisDay: "이날의 역사 더 보기",
  quoteOfDay: "오늘의 인용",
  open: (number) => `${number}번 열기`,
  openQuote: "문맥 보기",
  rest: (count) => `${count}건 더 보기`,
  noMore: (total) =>
    total === 0 ? "이 소식의 문서는 이제 없습니다." : `더 이상 없습니다. 이 소식은 모두 ${total}건입니다.`,
  description: "소식의 나머지 보기",
};
