import type { Library } from "./library.ts";
import { search } from "./search/search.ts";

/** Questions worth trying, best first; which of them a person is shown depends on what the documents answer. */
const CANDIDATES: Readonly<Record<"en" | "ko", readonly string[]>> = {
  en: [
    "what each side means by denuclearization",
    "Kim's first visit to Beijing in March 2018",
    "China and the sanctions of 2017",
    "new path Kim Jong Un",
    "Hanoi summit no agreement",
  ],
  ko: ["비핵화", "김정은 시진핑", "하노이", "한반도 비핵화", "사드"],
};
const SHOWN = 3;

/** At most three questions that the documents of the library answer. */
export function examplesFor(library: Library, language: "en" | "ko"): string[] {
  return CANDIDATES[language]
    .filter((query) => search(library, { query, limit: 0 }).total > 0)
    .slice(0, SHOWN);
}
