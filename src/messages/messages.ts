import type { Kind } from "../core/document.ts";
import type { Ownership } from "../core/outlet.ts";
import type { AboutMessages } from "./groups/about.ts";
import type { CheckMessages } from "./groups/check.ts";
import type { CiteMessages } from "./groups/cite.ts";
import type { CompareMessages } from "./groups/compare.ts";
import type { RevisionsMessages } from "./groups/revisions.ts";
import type { DigestMessages } from "./groups/digest.ts";
import type { ShareMessages } from "./groups/share.ts";
import type { SourcesMessages } from "./groups/sources.ts";
import type { TimelineMessages } from "./groups/timeline.ts";
import type { TodayMessages } from "./groups/today.ts";
import type { QuerySpot } from "../core/search/grammar.ts";

/** Every sentence a user can see, in one language. Counts are numbers; everything else comes ready to be shown. */
export interface Messages {
  /** BCP 47; dates, numbers and names of countries and languages are formatted with it. */
  readonly language: "en" | "ko";

  readonly kinds: Readonly<Record<Kind, string>>;
  readonly ownerships: Readonly<Record<Ownership, string>>;
  readonly sorts: Readonly<Record<"relevance" | "newest" | "oldest", string>>;

  // Citations
  quoted(title: string): string;
  readonly outletUnknown: string;
  readonly countryUnknown: string;
  readonly languageUnknown: string;
  readonly undated: string;
  readonly ourWords: string;
  entryOn(date: string): string;
  asOf(date: string): string;
  sourcesAre(publishers: string): string;
  andMore(count: number): string;

  // Mistakes in what was typed
  badInteger(option: string, typed: string, min: number, max: number): string;
  badBoolean(option: string, typed: string): string;
  badDate(option: string, typed: string): string;
  badChoice(option: string, typed: string, choices: readonly string[], meant: string | null): string;
  unknownOption(typed: string, meant: string): string;
  /** A word of a line that the command has no use for, and the options that it takes; perhaps none. */
  unusedWord(typed: string, command: string, options: readonly string[]): string;
  givenTwice(option: string): string;
  unclosedQuote(option: string): string;
  unknownOutlet(typed: string, meant: string | null): string;
  unknownCountry(typed: string, meant: string | null): string;
  unknownLanguage(typed: string): string;
  unknownAuthor(typed: string, meant: string | null): string;
  unknownName(typed: string, meant: string | null): string;
  /** A mistake in the grammar of a query; `fields` are the names that may stand before a colon. */
  /** `options`: what else the command takes by a name and a colon; perhaps nothing. */
  queryMistake(spot: QuerySpot, fields: readonly string[], options: readonly string[]): string;
  /** An option of the command stands inside the query. */
  optionInQuery(option: string): string;
  fromAfterTo(from: string, to: string): string;
  unknownCommand(typed: string, meant: string | null, all: readonly string[]): string;
  unknownDocument(typed: string, meant: string | null): string;
  badExcerptId(typed: string): string;
  versionGone(id: string): string;
  actionExpired: string;
  noSuchNumber(typed: number, last: number): string;
  somethingWentWrong(reference: string): string;

  readonly rootDescription: string;

  // search
  readonly searchDescription: string;
  readonly optionQuery: string;
  readonly optionFrom: string;
  readonly optionTo: string;
  readonly optionOutlet: string;
  readonly optionCountry: string;
  readonly optionKind: string;
  readonly optionLanguage: string;
  readonly optionSort: string;
  /** `more`: there may be more than `total`. */
  foundHeading(query: string, total: number, first: number, last: number, more: boolean): string;
  /** Nothing was found for what looks like the name of a command. */
  commandMeant(command: string): string;
  nothingFound(query: string, documents: number, filters: string | null): string;
  readonly nothingFoundAdvice: string;
  withoutFilters(total: number): string;
  readonly onlyOwnWords: string;
  noMoreAnswers(total: number): string;
  readonly noWordsToSearch: string;
  readonly corpusEmpty: string;
  readonly queryShortened: string;
  searchedAlso(words: readonly string[]): string;
  readonly context: string;
  readonly shareLabel: string;
  readonly citeLabel: string;
  readonly nextPage: string;
  readonly previousPage: string;
  readonly searchWithoutFilters: string;
  /** How many excerpts have the words of a question without its phrases being there word for word. */
  withoutQuotes(total: number): string;
  readonly searchWithoutQuotes: string;

  // read
  readonly readDescription: string;
  readonly optionId: string;
  readPart(first: number, last: number, total: number): string;
  readonly readOlderVersion: string;
  readonly noSuchPart: string;
  readonly emptyDocument: string;
  readonly earlier: string;
  readonly later: string;

  // help
  readonly helpDescription: string;
  readonly optionCommand: string;
  readonly helpHeading: string;
  readonly helpIntro: string;
  readonly helpExamples: string;
  readonly helpCommands: string;
  readonly helpReading: string;
  readonly helpFilters: string;
  helpOptions(command: string): string;
  readonly required: string;
  oneOf(choices: readonly string[]): string;
  formTitle(command: string): string;
  stillNeeded(command: string, fields: readonly string[]): string;
  readonly slashUsage: string;

  // Console
  welcome(documents: number): string;
  readonly welcomeExamples: string;
  readonly welcomeHow: string;
  readonly goodbye: string;
  readonly nothingTyped: string;
  consoleKeys(last: number): string;
  /** What to type for a field that shall be blank. */
  consoleBlank(typed: string): string;

  // One group for each command
  readonly check: CheckMessages;
  readonly compare: CompareMessages;
  readonly about: AboutMessages;
  readonly timeline: TimelineMessages;
  readonly today: TodayMessages;
  readonly cite: CiteMessages;
  readonly sources: SourcesMessages;
  readonly share: ShareMessages;
  readonly revisions: RevisionsMessages;
  readonly digest: DigestMessages;
}
