import { beforeAll, expect, it } from "vitest";
import { BUILT_IN, languagesWith } from "../src/compose.ts";
import { Library } from "../src/core/library.ts";
import { search } from "../src/core/search/search.ts";
import { loadCorpus, loadOutlets } from "../src/ingest/corpus.ts";
import { loadMorphology } from "../src/ingest/korean.ts";

let library: Library;

beforeAll(async () => {
  const { outlets } = await loadOutlets(BUILT_IN);
  const corpus = await loadCorpus(BUILT_IN, outlets);
  library = new Library(outlets, languagesWith(corpus, await loadMorphology()));
  for (const entry of corpus.entries) library.add(entry);
});

/** The first documents that a question finds. */
function found(query: string, count: number): string[] {
  const { excerpts } = search(library, { query, limit: 10 });
  return [...new Set(excerpts.map(({ document }) => document.id))].slice(0, count);
}

// Titles are English: what Koreans and Chinese call an event stands in paraphrases.tsv alone.
it.each([
  ["김신조 사건", "event/blue-house-raid-1968"],
  ["1·21 사태", "event/blue-house-raid-1968"],
  ["1.21 사태", "event/blue-house-raid-1968"],
  ["青瓦台事件", "event/blue-house-raid-1968"],
  ["푸에블로호 납치", "event/uss-pueblo-seizure-1968"],
  ["普韋布洛號事件", "event/uss-pueblo-seizure-1968"],
  ["아웅산 테러", "event/rangoon-bombing-1983"],
  ["仰光爆炸案", "event/rangoon-bombing-1983"],
  ["大韩航空858", "event/kal-858-bombing-1987"],
  ["강릉 잠수함 침투", "event/gangneung-submarine-1996"],
  ["박왕자 피격", "event/kumgang-tourist-shooting-2008"],
  ["7·4 공동성명", "agreement/july-4-communique-1972"],
  ["7.4 남북공동성명", "event/july-4-joint-communique-1972"],
  ["윤달 합의", "agreement/leap-day-understanding-2012"],
  ["闰日协议", "agreement/leap-day-understanding-2012"],
  ["張成澤被處決", "event/jang-song-thaek-purge-2013"],
  ["제6차 핵실험", "event/sixth-nuclear-test-2017"],
  ["朝鲜第六次核试验", "event/sixth-nuclear-test-2017"],
  ["웜비어 석방", "event/warmbier-release-2017"],
  ["쿠바 수교", "event/rok-cuba-relations-2024"],
  ["한미 팩트시트", "agreement/rok-us-joint-fact-sheet-2025"],
])("%s finds %s by the name that its own press uses", (query, id) => {
  expect(found(query, 3)).toContain(id);
});

it("answers nothing about other things that share a word with such a name", () => {
  expect(["강릉 커피 거리", "지뢰찾기 게임 공략", "삼척 해수욕장"].map((query) => found(query, 1))).toEqual([
    [],
    [],
    [],
  ]);
});
