import { readFile } from "node:fs/promises";
import { Garu, type Token } from "garu-ko";
import initialise from "garu-ko/pkg/garu_wasm.js";
import type { Morpheme, Morphology } from "../core/search/morphology.ts";

/** Names this analysis; it changes whenever the same text may give other morphemes. */
export const MORPHOLOGY = "garu-ko 0.3.7, 1";

/** Parts of speech that tell what a text is about (Sejong tag set): nouns, verbs, adjectives, roots. */
const TELLING: ReadonlySet<string> = new Set(["NNG", "NNP", "VV", "VA", "XR"]);
/** What is joined to a noun to make a longer one: prefix, noun, suffix (비핵 + 화). */
const JOINING: ReadonlySet<string> = new Set(["XPN", "NNG", "NNP", "XSN", "XR"]);
/** Stems that stand in nearly every text. */
const COMMON: ReadonlySet<string> = new Set([
  ..."하 되 있 없 않 이 같 보 대하 위하 통하 따르 관하 의하 말하 밝히 가지 받 주 오 가 알 나오 들".split(" "),
  ..."때 것 등 수 중 점 측 뒤 전 후 간 내 이번 당시 이후 경우 가운데 관련 인가".split(" "),
]);
/** UTF-16 units that are analysed at once: the analysis takes quadratic time. */
const PIECE_MAX = 200;

/**
 * Loads the analysis of Korean by garu-ko (https://garu.zerry.co.kr): its model comes with the package. It reads some
 * 50,000 characters a second.
 */
export async function loadMorphology(): Promise<Morphology> {
  const wasm = await readFile(new URL(import.meta.resolve("garu-ko/pkg/garu_wasm_bg.wasm")));
  // Garu.load would do the same in a deprecated way, with a warning on standard error.
  await initialise({ module_or_path: wasm });
  const garu = await Garu.load();
  const analyse = (text: string): Token[] => {
    const result = garu.analyze(text);
    return Array.isArray(result) ? result.flatMap(({ tokens }) => tokens) : result.tokens;
  };
  return (text) => pieces(text).flatMap(({ start, piece }) => morphemesOf(analyse(piece), piece, start));
}

/** Runs of words of at most {@link PIECE_MAX} units; a longer word is cut. */
function pieces(text: string): { start: number; piece: string }[] {
  const found: { start: number; piece: string }[] = [];
  for (let start = 0; start < text.length;) {
    const limit = Math.min(text.length, start + PIECE_MAX);
    const border =
      limit === text.length ? limit : text.slice(start, limit).search(/[\s.!?。][^\s.!?。]*$/u) + 1;
    const end = limit === text.length ? limit : border > 0 ? start + border : limit;
    found.push({ start, piece: text.slice(start, end) });
    start = end;
  }
  return found;
}

function morphemesOf(tokens: readonly Token[], piece: string, offset: number): Morpheme[] {
  const unitsBefore = unitsBeforeCharacters(piece);
  const found: Morpheme[] = [];
  let run: Token[] = [];
  const close = () => {
    // 비핵 and 화 are found, and so is 비핵화.
    if (run.length > 1) push(run.map(({ text }) => text).join(""), run[0]!, run.at(-1)!);
    run = [];
  };
  const push = (form: string, first: Token, last: Token) => {
    if (!/\p{Script=Hangul}/u.test(form) || COMMON.has(form)) return;
    found.push({
      form: form.normalize("NFKC"),
      start: offset + unitsBefore(first.start),
      end: offset + unitsBefore(last.end),
    });
  };
  for (const token of tokens) {
    if (!JOINING.has(token.pos) || (run.length > 0 && run[0]!.start !== token.start)) close();
    if (JOINING.has(token.pos)) run.push(token);
    if (TELLING.has(token.pos)) push(token.text, token, token);
  }
  close();
  return found;
}

/** Garu counts characters, texts are counted in UTF-16 units. */
function unitsBeforeCharacters(piece: string): (characters: number) => number {
  const units = [0];
  for (const character of piece) units.push(units.at(-1)! + character.length);
  return (characters) => units[Math.min(characters, units.length - 1)]!;
}
