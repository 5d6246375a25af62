import type { ClaimResult } from "../../core/reference.ts";

/** What we add below an excerpt whose claim we checked. */
export interface ContextNoteMessages {
  /** What a check found, as it follows {@link ContextNoteMessages.checked}. */
  readonly results: Readonly<Record<ClaimResult, string>>;
  checked(result: string): string;
  /** The claim and the check, both ours and both whole sentences. */
  claimAndCheck(claim: string, check: string): string;
  sourceIs(publisher: string): string;
}

/** English sentences. */
export const en: ContextNoteMessages = {
  results: {
    refuted: "refuted",
    imprecise: "imprecise",
    disputed: "disputed",
    "supported with nuance": "supported, with a qualification",
    opinion: "a matter of opinion",
    "byline only": "known from the byline only",
    supported: "supported",
  },
  checked: (result) => `Checked by Korea Desk: ${result}`,
  claimAndCheck: (claim, check) => `Claim, in our words: ${claim} Check: ${check}`,
  sourceIs: (publisher) => `Source: ${publisher}`,
};

/** Korean sentences. The records themselves are English. */
export const ko: ContextNoteMessages = {
  results: {
    refuted: "사실과 다름",
    imprecise: "부정확함",
    disputed: "자료마다 다름",
    "supported with nuance": "대체로 사실이나 단서가 있음",
    opinion: "사실이 아닌 견해의 문제",
    "byline only": "필자 소개에만 나옴",
    supported: "사실로 확인됨",
  },
  checked: (result) => `코리아 데스크 확인: ${result}`,
  claimAndCheck: (claim, check) => `주장(자체 요약): ${claim} 확인 내용: ${check}`,
  sourceIs: (publisher) => `출처: ${publisher}`,
};
