/** What a record rests on. A source without `url` has no stable public address. */
export interface RecordSource {
  readonly title: string;
  readonly publisher: string;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  /** How other records refer to it. */
  readonly key?: string | undefined;
}

/** How well a record is supported: its main fact stands in a listed source, or it is well known. */
export type Confidence = "verified" | "known";

/** Something that happened. Dates are `Y`, `Y-M` or `Y-M-D`, as far as they are settled. */
export interface EventRecord {
  readonly id: string;
  readonly date: string;
  /** Last day of what lasted longer than one. */
  readonly end?: string | undefined;
  readonly title: string;
  readonly summary: string;
  readonly places: readonly string[];
  /** Parallel to `places`: id of the entity, `null` where there is none. */
  readonly place_ids: readonly (string | null)[];
  readonly actors: readonly string[];
  /** Parallel to `actors`. */
  readonly actor_ids: readonly (string | null)[];
  readonly topics: readonly string[];
  readonly sources: readonly RecordSource[];
  readonly confidence: Confidence;
}

/** A treaty, declaration, resolution … */
export interface AgreementRecord {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly effective?: string | undefined;
  readonly kind: string;
  readonly parties: readonly string[];
  readonly party_ids: readonly (string | null)[];
  /** Id of the event at which it was made. */
  readonly event: string;
  readonly provisions: readonly string[];
  readonly status: string;
  readonly sources: readonly RecordSource[];
  readonly confidence: Confidence;
}

/** A person, organisation, place, weapon, document, programme … */
export interface EntityRecord {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly ko: string;
  readonly ko_aliases: readonly string[];
  readonly zh?: string | undefined;
  readonly zh_aliases: readonly string[];
  readonly hanja?: string | undefined;
  readonly ja?: string | undefined;
  readonly ru?: string | undefined;
  readonly role: string;
  /** ISO 3166-1 alpha-2, or another word where no country fits. */
  readonly country: string;
  readonly sources: readonly RecordSource[];
  readonly confidence: Confidence;
}

/** What somebody holds, in our paraphrase: never to be put in quotation marks. */
export interface PositionRecord {
  readonly id: string;
  /** Id of an entity, or a plain name; so are `also`, `outlet` and `author`. */
  readonly who: string;
  readonly also: readonly string[];
  readonly topic: string;
  readonly date: string;
  readonly end?: string | undefined;
  readonly statement: string;
  readonly kind: "official" | "reported" | "opinion";
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly note?: string | undefined;
  /** Ids of the positions that contradict it; symmetric. */
  readonly opposing: readonly string[];
  readonly sources: readonly RecordSource[];
  readonly confidence: Confidence;
}

/**
 * What a check can find, what a reader must know of first: `refuted` by sources, `imprecise` in part, `disputed` among
 * sources, a matter of `opinion`, known from the `byline only`, or `supported` by sources.
 */
export const CLAIM_RESULTS = [
  "refuted",
  "imprecise",
  "disputed",
  "supported with nuance",
  "opinion",
  "byline only",
  "supported",
] as const;
export type ClaimResult = (typeof CLAIM_RESULTS)[number];

/** A statement of a published text that we checked. */
export interface ClaimRecord {
  readonly id: string;
  /** Key of the text. */
  readonly text: string;
  /** In our words, never the text's. */
  readonly claim: string;
  readonly result: ClaimResult;
  readonly check: string;
  /** Where the text makes it; absent where it stands in no single passage. */
  readonly passage?: ClaimPassage | undefined;
  readonly sources: readonly RecordSource[];
}

/** The passage of a document in which a checked claim is made, for whoever has imported that document. */
export interface ClaimPassage {
  /** Id of the document's outlet. */
  readonly outlet: string;
  /** The document's date, `Y`, `Y-M` or `Y-M-D`, exactly as the document has it. */
  readonly date: string;
  /** The document's title; compared without case and marks. */
  readonly title: string;
  /** One to four words, or runs of up to three, which only an excerpt that shows the claim has all of. */
  readonly words: readonly string[];
}

/** A term of the glossary. */
export interface TermRecord {
  readonly id: string;
  readonly term: string;
  readonly synonyms: readonly string[];
  readonly ko: string;
  readonly ko_synonyms: readonly string[];
  readonly zh?: string | undefined;
  readonly definition: string;
  readonly related: readonly string[];
}

/** The reference base: our own records. Each is a document too, `event/ID`, `entity/ID` and so on. */
export interface Reference {
  readonly events: readonly EventRecord[];
  readonly agreements: readonly AgreementRecord[];
  readonly entities: readonly EntityRecord[];
  readonly positions: readonly PositionRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly terms: readonly TermRecord[];
  /** Forms that name several entries, each with their ids. */
  readonly ambiguous: readonly { readonly form: string; readonly ids: readonly string[] }[];
}

/** A reference base without records. */
export const NO_REFERENCE: Reference = {
  events: [],
  agreements: [],
  entities: [],
  positions: [],
  claims: [],
  terms: [],
  ambiguous: [],
};
