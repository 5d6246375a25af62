import { describe, expect, it } from "vitest";
import { ALL_MESSAGES, messagesFor } from "../../src/messages/index.ts";
import type { Messages } from "../../src/messages/messages.ts";
import type { QuerySpot } from "../../src/core/search/grammar.ts";

const [en, ko] = ALL_MESSAGES as [Messages, Messages];

/** Names with their kind, nested ones as `kinds.news`. */
function shape(messages: object, prefix = ""): string[] {
  return Object.entries(messages)
    .flatMap(([name, value]) =>
      typeof value === "object" ? shape(value, `${prefix}${name}.`) : [`${prefix}${name}: ${typeof value}`],
    )
    .toSorted();
}

/** Arguments that no sentence has in itself, so that each can be found again where it was put. */
const TYPED = "⟦typed⟧";
const MEANT = "⟦meant⟧";

/** A mistake of each kind at the 88th character. */
const SPOTS = Object.keys({
  "unclosed-quote": true,
  "unknown-field": true,
  "excluded-field": true,
  "field-twice": true,
  "empty-field": true,
} satisfies Record<QuerySpot["reason"], true>).map((reason): QuerySpot => ({
  reason: reason as QuerySpot["reason"],
  typed: TYPED,
  meant: null,
  at: 88,
}));

/** Every function with what it may be given; the type makes a new message without a sample a mistake. */
type Sampled = {
  [
    K in keyof Messages as Messages[K] extends (...given: never[]) => string ? K : never
  ]: Messages[K] extends (...given: infer A) => string ? A[] : never;
};

const SAMPLES: Sampled = {
  quoted: [[TYPED]],
  entryOn: [[TYPED]],
  asOf: [[TYPED]],
  sourcesAre: [[TYPED]],
  andMore: [[7]],
  badInteger: [[MEANT, TYPED, 3, 9]],
  badBoolean: [[MEANT, TYPED]],
  badDate: [[MEANT, TYPED]],
  badChoice: [
    ["⟦option⟧", TYPED, ["⟦one⟧", "⟦two⟧"], MEANT],
    ["⟦option⟧", TYPED, ["⟦one⟧", "⟦two⟧"], null],
  ],
  unknownOption: [[TYPED, MEANT]],
  unusedWord: [
    [TYPED, MEANT, ["⟦one⟧", "⟦two⟧"]],
    [TYPED, MEANT, []],
  ],
  givenTwice: [[TYPED]],
  unclosedQuote: [[TYPED]],
  unknownOutlet: [
    [TYPED, MEANT],
    [TYPED, null],
  ],
  unknownCountry: [
    [TYPED, MEANT],
    [TYPED, null],
  ],
  unknownLanguage: [[TYPED]],
  unknownAuthor: [
    [TYPED, MEANT],
    [TYPED, null],
  ],
  unknownName: [
    [TYPED, MEANT],
    [TYPED, null],
  ],
  queryMistake: [
    ...SPOTS.map((spot): [QuerySpot, string[], string[]] => [spot, ["⟦one⟧", "⟦two⟧"], []]),
    [
      { reason: "unknown-field", typed: TYPED, meant: MEANT, at: 88 },
      ["⟦one⟧", "⟦two⟧"],
      ["⟦three⟧", "⟦four⟧"],
    ],
  ],
  optionInQuery: [[TYPED]],
  fromAfterTo: [[TYPED, MEANT]],
  unknownCommand: [
    [TYPED, MEANT, ["⟦one⟧", "⟦two⟧"]],
    [TYPED, null, ["⟦one⟧", "⟦two⟧"]],
  ],
  unknownDocument: [
    [TYPED, MEANT],
    [TYPED, null],
  ],
  badExcerptId: [[TYPED]],
  versionGone: [[TYPED]],
  noSuchNumber: [
    [77, 4],
    [77, 0],
  ],
  somethingWentWrong: [[TYPED]],
  foundHeading: [
    [TYPED, 44, 11, 15, false],
    [TYPED, 500, 11, 15, true],
    [TYPED, 1, 1, 1, false],
  ],
  commandMeant: [[MEANT]],
  nothingFound: [
    [TYPED, 55, MEANT],
    [TYPED, 1, null],
  ],
  withoutFilters: [[1], [66]],
  withoutQuotes: [[1], [66]],
  noMoreAnswers: [[66]],
  searchedAlso: [[["⟦one⟧", "⟦two⟧"]]],
  readPart: [
    [11, 15, 44],
    [11, 11, 44],
    [1, 1, 1],
  ],
  helpOptions: [[TYPED]],
  oneOf: [[["⟦one⟧", "⟦two⟧"]]],
  formTitle: [[TYPED]],
  stillNeeded: [[TYPED, ["⟦one⟧", "⟦two⟧"]]],
  welcome: [[1], [55]],
  consoleKeys: [[1], [6]],
  consoleBlank: [["-"]],
};

/** All sentences of a language with these arguments put in, by name. */
function sentences(messages: Messages): [string, string][] {
  const fixed = shapeValues(messages);
  const made = Object.entries(SAMPLES).flatMap(([name, samples]) => {
    const say = messages[name as keyof Sampled] as (...given: unknown[]) => string;
    return samples.map((given): [string, string] => [name, say(...given)]);
  });
  return [...fixed, ...made];
}

function shapeValues(messages: object): [string, string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] => {
    if (typeof value === "string") return [[name, value]];
    return typeof value === "object" && value !== null ? shapeValues(value as object) : [];
  });
}

describe("the languages", () => {
  it("are English first, then Korean", () => {
    expect(ALL_MESSAGES.map(({ language }) => language)).toEqual(["en", "ko"]);
  });

  it("have the same messages, of the same types", () => {
    expect(shape(ko)).toEqual(shape(en));
  });

  it("have a sample here for every function", () => {
    // Those of the groups are tested beside their commands.
    const functions = shape(en)
      .filter((line) => line.endsWith(": function") && !line.includes("."))
      .map((line) => line.replace(": function", ""));
    expect(Object.keys(SAMPLES).toSorted()).toEqual(functions);
  });

  it.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
    "say something with every message: %s",
    (_, messages) => {
      const bad = sentences(messages).filter(
        ([, said]) => said.trim() !== said || said === "" || /undefined|null|NaN|\[object/u.test(said),
      );
      expect(bad).toEqual([]);
    },
  );

  it("put the same arguments into their sentences", () => {
    const put = (messages: Messages) =>
      sentences(messages).map(([name, said]) => [name, [...new Set(said.match(/⟦[a-z]+⟧/gu))].toSorted()]);
    expect(put(ko)).toEqual(put(en));
  });

  it("put the same numbers into their sentences", () => {
    const put = (messages: Messages) =>
      sentences(messages)
        .filter(([name]) => Object.hasOwn(SAMPLES, name))
        .map(([name, said]) => [name, [...new Set(said.match(/\d+/gu))].toSorted()]);
    expect(put(ko)).toEqual(put(en));
  });
});

describe("Korean", () => {
  it("is written in Hangul, but for marks and names of commands", () => {
    const without = sentences(ko).filter(([, said]) => !/\p{Script=Hangul}/u.test(said));
    expect(without.map(([name]) => name).toSorted()).toEqual(
      ["formTitle", "helpOptions", "language", "quoted"].toSorted(),
    );
  });

  it("has no English sentence left: never two English words in a row but for what is typed as it stands", () => {
    const english = sentences(ko).flatMap(([name, said]) => {
      const prose = said.replace(/\/korea help|npm run -s korea -- import|⟦[a-z]+⟧/gu, "");
      return (prose.match(/[A-Za-z]{2,} [A-Za-z]{2,}/gu) ?? []).map((words) => `${name}: ${words}`);
    });
    expect(english).toEqual([]);
  });
});

describe("messagesFor", () => {
  it.each(["ko", "ko-KR", "ko_KR", "KO", "ko-Kore-KR"])("%s is Korean", (locale) =>
    expect(messagesFor(locale)).toBe(ko),
  );

  it.each(["en", "en-US", "en-GB", "ja", "kok", "kok-IN", "", "C", "x-ko"])("%j is English", (locale) =>
    expect(messagesFor(locale)).toBe(en),
  );
});
