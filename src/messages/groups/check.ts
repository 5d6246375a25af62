/** Checks whether a quotation is real. */
export interface CheckMessages {
  readonly description: string;
  readonly optionQuote: string;

  // Mistakes in what was given
  tooLong(length: number, max: number): string;
  readonly noWords: string;
  readonly onlyCommonWords: string;

  // Verdicts
  exact(places: number): string;
  exactAtLeast(places: number): string;
  exactInParts(places: number): string;
  readonly differs: string;
  readonly foundInOursOnly: string;
  readonly notFound: string;
  searched(documents: number): string;
  readonly noProof: string;

  // Remarks
  checkedPart(part: string): string;
  readonly short: string;
  readonly folded: string;
  readonly comma: string;
  readonly overParagraphs: string;
  readonly ownWordsOnly: string;
  readonly ownWordsNear: string;
  readonly ownWordsToo: string;
  readonly farApart: string;
  otherSpacing(document: string): string;
  leftOutNegation(word: string): string;
  readonly noSuchPage: string;

  // Differences between the quote and the document
  readonly howItDiffers: string;
  readonly howItDiffersFromOurs: string;
  readonly ourSummaryHas: string;
  readonly quoteHas: string;
  changed(quote: string, document: string): string;
  added(quote: string): string;
  leftOut(document: string): string;
  readonly marksOnly: string;
  readonly spacingOnly: string;
  moreDifferences(count: number): string;

  readonly searchWords: string;
}

/** English sentences. */
export const en: CheckMessages = {
  description: "Check whether a quote is real",
  optionQuote: "The quote, word for word",

  tooLong: (length, max) =>
    `The quote has ${length} characters; at most ${max} can be checked at once. Check it in parts.`,
  noWords: "That has no word to check. Give the quote as it was published, word for word.",
  onlyCommonWords:
    "These are words that stand in nearly every text; that cannot be checked. Give more of the quote.",

  exact: (places) =>
    places === 1
      ? "Exact: the quote stands there word for word, in one place"
      : `Exact: the quote stands there word for word, in ${places} places`,
  exactAtLeast: (places) =>
    `Exact: the quote stands there word for word, in ${places} places and perhaps more`,
  exactInParts: (places) =>
    places === 1
      ? "Exact with an ellipsis: each part stands there word for word; what stands between was left out"
      : `Exact with an ellipsis, in ${places} places: each part stands there word for word; what stands between was left out`,
  differs: "Not word for word: the quote differs from what comes nearest to it",
  foundInOursOnly: "Found only in our own summaries: not a quotation of anybody",
  notFound: "Not found",
  searched: (documents) =>
    documents === 1
      ? "No passage like it stands in the 1 document that was searched."
      : `No passage like it stands in the ${documents} documents that were searched.`,
  noProof:
    "That is no proof that the quote is made up: it may come from a text that is not here, or be a translation of one.",

  checkedPart: (part) => `Only the quotation was checked, not the words around it: “${part}”`,
  short: "So few words prove little: many texts may have the same ones.",
  folded: "Capitals, spacing and the kinds of quotation marks and dashes were not compared.",
  comma: "The comma at the end of the quote is not the document's.",
  overParagraphs: "The quote goes on over paragraphs; each of them is quoted by itself.",
  ownWordsToo: "Some of these places are in our own summaries, which are no quotations.",
  ownWordsOnly: "It stands only in texts of our own: that does not show that anybody else said it.",
  ownWordsNear:
    "Some of what comes nearest is a summary of our own: that does not show that anybody else said it.",
  farApart:
    "The parts of the quote stand in one document, but far apart: together they are no statement of it.",
  otherSpacing: (document) => `The document is spaced otherwise: “${document}”`,
  leftOutNegation: (word) => `What was left out has “${word}”: read it before you quote.`,
  noSuchPage: "There are no more places.",

  howItDiffers: "How the quote differs from the document above:",
  howItDiffersFromOurs: "How the quote differs from our own summary above:",
  ourSummaryHas: "our summary has:",
  quoteHas: "the quote has:",
  changed: (quote, document) => `the quote has “${quote}” where the document has “${document}”`,
  added: (quote) => `the quote adds “${quote}”`,
  leftOut: (document) => `the quote leaves out “${document}”`,
  marksOnly: "All words are the same; only punctuation differs.",
  spacingOnly: "All words are the same; only spaces between numbers and marks differ.",
  moreDifferences: (count) => (count === 1 ? "and 1 more difference" : `and ${count} more differences`),

  searchWords: "Search for its words",
};

/** Korean sentences. */
export const ko: CheckMessages = {
  description: "인용문이 실제로 있는지 확인합니다",
  optionQuote: "확인할 인용문(원문 그대로)",

  tooLong: (length, max) =>
    `인용문이 ${length}자입니다. 한 번에 ${max}자까지만 확인할 수 있으니 나누어 확인해 주세요.`,
  noWords: "확인할 낱말이 없습니다. 인용문을 보도된 그대로 적어 주세요.",
  onlyCommonWords: "거의 모든 글에 나오는 낱말뿐이어서 확인할 수 없습니다. 인용문을 더 길게 적어 주세요.",

  exact: (places) => `일치: 인용문이 ${places}곳에 글자 그대로 있습니다`,
  exactAtLeast: (places) => `일치: 인용문이 ${places}곳 이상에 글자 그대로 있습니다`,
  exactInParts: (places) =>
    `줄임표가 있는 일치: 각 부분이 ${places}곳에 글자 그대로 있으며, 그 사이의 말은 생략되었습니다`,
  differs: "불일치: 가장 가까운 원문과 다른 데가 있습니다",
  foundInOursOnly: "자체 작성한 요약에만 있음: 누군가의 말을 옮긴 것이 아닙니다",
  notFound: "찾지 못함",
  searched: (documents) => `검색한 문서 ${documents}건에 이와 비슷한 단락이 없습니다.`,
  noProof: "그렇다고 지어낸 인용이라는 뜻은 아닙니다. 여기에 없는 글에서 나왔거나 번역된 말일 수 있습니다.",

  checkedPart: (part) => `앞뒤의 말은 빼고 따옴표 안의 인용문만 확인했습니다: ‘${part}’`,
  short: "이렇게 짧은 말은 증거가 되기 어렵습니다. 같은 말이 여러 글에 나올 수 있습니다.",
  folded: "대소문자, 띄어쓰기, 따옴표와 줄표의 종류는 비교하지 않았습니다.",
  comma: "인용문 끝의 쉼표는 원문에 없습니다.",
  overParagraphs: "인용문이 여러 단락에 걸쳐 있어 단락마다 따로 인용했습니다.",
  ownWordsToo: "이 가운데 일부는 자체 작성한 요약이며 인용이 아닙니다.",
  ownWordsOnly: "자체 작성한 글에만 있습니다. 다른 누군가가 한 말이라는 뜻은 아닙니다.",
  ownWordsNear:
    "가장 가까운 글 가운데 일부는 자체 작성한 요약입니다. 다른 누군가가 한 말이라는 뜻은 아닙니다.",
  farApart: "인용문의 각 부분이 한 문서에 있지만 서로 멀리 떨어져 있어 이어진 말로 볼 수 없습니다.",
  otherSpacing: (document) => `원문의 띄어쓰기는 다릅니다: ‘${document}’`,
  leftOutNegation: (word) => `생략된 부분에 ‘${word}’이(가) 있습니다. 인용하기 전에 읽어 보세요.`,
  noSuchPage: "더 이상 해당하는 곳이 없습니다.",

  howItDiffers: "위 원문과 다른 점:",
  howItDiffersFromOurs: "위의 자체 요약과 다른 점:",
  ourSummaryHas: "자체 요약:",
  quoteHas: "인용문:",
  changed: (quote, document) => `원문의 ‘${document}’ 부분이 인용문에는 ‘${quote}’(으)로 되어 있습니다`,
  added: (quote) => `인용문에 ‘${quote}’ 부분이 더 있습니다`,
  leftOut: (document) => `인용문에 원문의 ‘${document}’ 부분이 빠져 있습니다`,
  marksOnly: "낱말은 모두 같고 문장 부호만 다릅니다.",
  spacingOnly: "낱말은 모두 같고 숫자와 부호 사이의 띄어쓰기만 다릅니다.",
  moreDifferences: (count) => `그 밖에 다른 점 ${count}가지`,

  searchWords: "이 말들로 검색",
};
