import { en as about } from "./groups/about.ts";
import { en as check } from "./groups/check.ts";
import { en as cite } from "./groups/cite.ts";
import { en as compare } from "./groups/compare.ts";
import { en as revisions } from "./groups/revisions.ts";
import { en as digest } from "./groups/digest.ts";
import { en as share } from "./groups/share.ts";
import { en as sources } from "./groups/sources.ts";
import { en as timeline } from "./groups/timeline.ts";
import { en as today } from "./groups/today.ts";
import type { Messages } from "./messages.ts";

/** English sentences. */
export const en: Messages = {
  language: "en",
  kinds: {
    opinion: "opinion",
    editorial: "editorial (opinion)",
    news: "news",
    official: "official text",
    briefing: "briefing",
    reference: "reference entry",
    unknown: "kind unknown",
  },
  ownerships: {
    state: "state media",
    party: "party media",
    public: "public media",
    private: "private media",
    unknown: "ownership unknown",
  },
  sorts: { relevance: "best first", newest: "newest first", oldest: "oldest first" },

  quoted: (title) => `“${title}”`,
  outletUnknown: "outlet unknown",
  countryUnknown: "country unknown",
  languageUnknown: "language unknown",
  undated: "undated",
  ourWords: "our own words",
  entryOn: (date) => `entry on ${date}`,
  asOf: (date) => `as of ${date}`,
  sourcesAre: (publishers) => `sources: ${publishers}`,
  andMore: (count) => `and ${count} more`,

  badInteger: (option, typed, min, max) =>
    `${option}: “${typed}” is not a whole number from ${min} to ${max}. For example ${option}:${min}.`,
  badBoolean: (option, typed) =>
    `${option}: “${typed}” is neither yes nor no. Write ${option}:yes or ${option}:no.`,
  badDate: (option, typed) =>
    `${option}: “${typed}” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28.`,
  badChoice: (option, typed, choices, meant) =>
    `${option}: “${typed}” is not one of ${choices.join(", ")}.${meant === null ? "" : ` Did you mean ${meant}?`}`,
  unknownOption: (typed, meant) =>
    `There is no option “${typed}:”. Did you mean ${meant}:? To search for the word itself, put a space after the colon.`,
  unusedWord: (typed, command, options) =>
    `/korea ${command} has no use for “${typed}”. ${options.length === 0 ? "It takes nothing more." : `It takes ${options.join(" and ")} as options.`}`,
  givenTwice: (option) => `${option}: is given twice. Give it once.`,
  unclosedQuote: (option) =>
    `The quotation mark after ${option}: is never closed. Write ${option}:"two words".`,
  unknownOutlet: (typed, meant) =>
    `No outlet is called “${typed}”.${meant === null ? " Leave the filter out to search all outlets." : ` Did you mean ${meant}?`}`,
  unknownCountry: (typed, meant) =>
    `“${typed}” is no country that I know. Write its name or its two-letter code, such as KR or China.${meant === null ? "" : ` Did you mean ${meant}?`}`,
  unknownLanguage: (typed) =>
    `“${typed}” is no language that I know. Write its name or its code, such as en, ko or Korean.`,
  unknownAuthor: (typed, meant) =>
    `No text here is by “${typed}”.${meant === null ? " Leave the filter out to search all authors." : ` Did you mean ${meant}?`}`,
  unknownName: (typed, meant) =>
    `“${typed}” is no name that I know.${meant === null ? " Write it without about: to search for the words." : ` Did you mean ${meant}?`}`,
  queryMistake: ({ reason, typed, meant, at }, fields, options) => {
    const spot = `“${typed}” (at character ${at})`;
    switch (reason) {
      case "unclosed-quote":
        return `The quotation mark at ${spot} is never closed. Close it, as in "end of war", or leave it out.`;
      case "unknown-field":
        return `There is no filter ${options.length === 0 ? "" : "or option "}${spot}.${meant === null ? "" : ` Did you mean ${meant}:?`} Filters: ${fields.join(", ")}.${options.length === 0 ? "" : ` Options: ${options.join(", ")}.`} To search for the word itself, put a space after the colon.`;
      case "excluded-field":
        return `${spot} excludes by a filter, which cannot be done. Exclude words instead, as in -summit or -"trade war".`;
      case "field-twice":
        return `The filter ${spot} is there twice. Give it once.`;
      case "empty-field":
        return `The filter ${spot} has no value. Write one right behind the colon, as in kind:opinion or about:"Kim Yo Jong".`;
    }
  },
  optionInQuery: (option) =>
    `${option}: is an option of the command, and no filter. Give it beside query:, not inside it.`,
  fromAfterTo: (from, to) => `from:${from} comes after to:${to}, so nothing can lie between. Exchange them.`,
  unknownCommand: (typed, meant, all) =>
    `There is no command “${typed}”.${meant === null ? "" : ` Did you mean ${meant}?`} Commands: ${all.join(", ")}.`,
  unknownDocument: (typed, meant) =>
    `There is no document “${typed}” here.${meant === null ? " Context beside an excerpt shows its id." : ` Did you mean ${meant}?`}`,
  badExcerptId: (typed) =>
    `“${typed}” is no id of an excerpt. It has the form document@12345678:0-100, or is the id of a document alone.`,
  versionGone: (id) =>
    `${id} names words that this document does not have or that are no longer kept. Search again to quote what it says now.`,
  actionExpired: "This choice is no longer kept (choices last 90 days). Search again.",
  noSuchNumber: (typed, last) =>
    last === 0
      ? `There is nothing numbered ${typed} here. Type a question first; numbers then stand for what can be done with the answer.`
      : `There is nothing numbered ${typed}. The last answer has 1 to ${last}.`,
  somethingWentWrong: (reference) =>
    `Something went wrong on our side, and nothing is shown rather than something wrong. The operator finds it in the log under ${reference}.`,

  rootDescription: "Quoted, attributed excerpts on Korean-peninsula diplomacy",

  searchDescription: "Find quoted, attributed excerpts",
  optionQuery: "What to look for, in your own words",
  optionFrom: "Published (entries of ours: happened) on or after: 2018, 2018-03 or 2018-03-28",
  optionTo: "Published (entries of ours: happened) on or before: 2018, 2018-03 or 2018-03-28",
  optionOutlet: "Only this outlet, by name: Dong-A Ilbo",
  optionCountry: "Only outlets of this country: KR, China",
  optionKind: "Only this kind of text",
  optionLanguage: "Only texts in this language: en, Korean",
  optionSort: "Order of the excerpts",
  foundHeading: (query, total, first, last, more) =>
    total === 1
      ? `1 excerpt for “${query}”`
      : `${more ? `At least ${total}` : total} excerpts for “${query}”: ${first}–${last}`,
  commandMeant: (command) => `Did you mean /korea ${command}?`,
  nothingFound: (query, documents, filters) =>
    `Nothing found for “${query}” in ${documents} ${documents === 1 ? "document" : "documents"}${filters === null ? "" : ` with ${filters}`}.`,
  nothingFoundAdvice:
    "No passage has enough of these words. Try fewer words, other words for the same thing, or another spelling of a name.",
  withoutFilters: (total) =>
    total === 1
      ? "Without the filters there is 1 excerpt."
      : `Without the filters there are ${total} excerpts.`,
  onlyOwnWords:
    "All documents here are our own words, from no outlet of any country. Filters by outlet, country, kind and language are for texts that the operator imports.",
  noMoreAnswers: (total) => `There are no more excerpts: this question has ${total}.`,
  noWordsToSearch:
    "That has no word to search for: words such as “the” and “of” stand in nearly every text. Name a person, a place, an event or a subject.",
  corpusEmpty:
    "There are no documents to search. The operator can add some with: npm run -s korea -- import FILE",
  queryShortened: "The question was very long: its end was left out of the search.",
  searchedAlso: (words) => `Also searched: ${words.join(", ")}.`,
  context: "Context",
  shareLabel: "Share",
  citeLabel: "Cite",
  nextPage: "Next",
  previousPage: "Previous",
  searchWithoutFilters: "Search without the filters",
  withoutQuotes: (total) =>
    total === 1
      ? "Without the quotation marks there is 1 excerpt."
      : `Without the quotation marks there are ${total} excerpts.`,
  searchWithoutQuotes: "Search without the quotation marks",

  readDescription: "Read an excerpt in its context",
  optionId: "Id of an excerpt or of a document",
  readPart: (first, last, total) =>
    total === 1
      ? "The whole text: 1 passage"
      : first === last
        ? `Passage ${first} of ${total}`
        : `Passages ${first}–${last} of ${total}`,
  readOlderVersion: "This is an earlier version: the document has other words now.",
  noSuchPart: "The text has no such passage.",
  emptyDocument: "This document has no words.",
  earlier: "Earlier",
  later: "Later",

  helpDescription: "How to ask, with examples",
  optionCommand: "A command to explain",
  helpHeading: "Korea Desk",
  helpIntro:
    "Ask what was said and done in Korean-peninsula diplomacy. Every answer is quoted word for word, with who published it, where and when.",
  helpExamples: "Try",
  helpCommands: "Commands",
  helpReading:
    "Opinion and state media are marked. What we wrote ourselves is marked as our own words. A cut shows as … at the ends of a quote, never inside.",
  helpFilters: "Filters go beside the question:",
  helpOptions: (command) => `/korea ${command}`,
  required: "required",
  oneOf: (choices) => `one of ${choices.join(", ")}`,
  formTitle: (command) => `/korea ${command}`,
  stillNeeded: (command, fields) =>
    `${command} still needs: ${fields.join("; ")}. Write it behind the command.`,
  slashUsage: "search QUESTION | help | or just the question",

  welcome: (documents) => `Korea Desk. ${documents} ${documents === 1 ? "document" : "documents"} to ask.`,
  welcomeExamples: "Questions to begin with:",
  welcomeHow: "Type a question, or /korea help. Ctrl-C leaves.",
  goodbye: "Goodbye.",
  nothingTyped: "Nothing to send: write a command or a question.",
  consoleKeys: (last) => (last === 1 ? "Type 1 to choose." : `Type a number from 1 to ${last} to choose.`),
  consoleBlank: (typed) => `${typed} for nothing`,

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
