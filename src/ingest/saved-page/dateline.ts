import type { Outlet, OutletBook } from "../../core/outlet.ts";
import type { PartialDate } from "../../core/partial-date.ts";
import { authorOf } from "./byline.ts";
import { datesIn } from "./dates.ts";
import { isSections, withoutButtons } from "./labels.ts";

/**
 * What a line tells about the article rather than in it: "By …", "Posted …", "China.org.cn, April 3, 2018".
 */
export interface Dateline {
  /** `null` where the line names no person. */
  author: string | null;
  outlet: Outlet | null;
  /** The day the page says it was published; also a day without a label. */
  published: PartialDate | null;
  updated: PartialDate | null;
  /** Whether a word such as "Posted" says what the published day is. */
  labelled: boolean;
}

const UPDATED = label(
  String.raw`(?:last\s)?(?:updated?|modified|edited|revised)(?:\s(?:on|at))?`,
  "(?:최종\\s?)?수정(?:일시?|시간)?|업데이트|更新(?:日時|时间)?|修改",
);
const PUBLISHED = label(
  String.raw`(?:first\s)?(?:posted|published|written|released)(?:\s(?:on|at))?`,
  "publication date|publish time|date",
  "(?:기사\\s?)?(?:입력|등록|승인|작성|송고|게재)(?:일시?|시간)?",
  "(?:公開|配信|掲載|発行|登録)(?:日時?)?|(?:发布|发表)(?:时间|日期|于)?|时间|日期",
);

/** Letters a labelled line may have besides what we know, such as a place or a desk. */
const UNKNOWN_MAX = 40;

/** The line read as a dateline or byline; `null` where it is neither. */
export function datelineOf(line: string, outlets: OutletBook): Dateline | null {
  const dates = datesIn(line);
  if (dates.length === 0) {
    const author = authorOf(line, outlets);
    return author === null
      ? null
      : {
          author: author === "" ? null : author,
          outlet: null,
          published: null,
          updated: null,
          labelled: false,
        };
  }
  const dateline: Dateline = { author: null, outlet: null, published: null, updated: null, labelled: false };
  let labels = 0;
  let unknown = 0;
  let at = 0;
  for (const [index, { date, start, end }] of dates.entries()) {
    const before = line.slice(at, Math.max(at, start));
    const after = index === dates.length - 1 ? line.slice(end) : "";
    const label = lastLabel(before) ?? lastLabel(after);
    if (label !== null) labels += 1;
    if (label === "updated") dateline.updated ??= date;
    else if (dateline.published === null || (label === "published" && !dateline.labelled)) {
      dateline.published = date;
      dateline.labelled = label === "published";
    }
    for (const piece of [before, after]) unknown += readPiece(piece, dateline, outlets);
    at = end;
  }
  return unknown === 0 || (labels > 0 && unknown <= UNKNOWN_MAX && !/[.!?]$/u.test(line)) ? dateline : null;
}

function lastLabel(piece: string): "published" | "updated" | null {
  const updated = [...piece.matchAll(UPDATED)].at(-1)?.index ?? -1;
  const published = [...piece.matchAll(PUBLISHED)].at(-1)?.index ?? -1;
  if (updated === -1 && published === -1) return null;
  return updated > published ? "updated" : "published";
}

/** Takes outlet and author out of the words beside a date; says how many letters stay unexplained. */
function readPiece(piece: string, dateline: Dateline, outlets: OutletBook): number {
  const words = withoutButtons(
    piece
      .replace(/\b\d{1,2}:\d{2}\s*$/u, "")
      .replace(UPDATED, " ")
      .replace(PUBLISHED, " "),
  );
  // The whole piece comes first: where it is a name, its parts are none.
  if (unexplained(words, dateline, outlets) === 0) return 0;
  return words
    .split(/[|·•,;]|\s[-–—/]\s/u)
    .reduce((sum, part) => sum + unexplained(part, dateline, outlets), 0);
}

/**
 * Letters and digits of a part that names neither outlet nor author; what it names goes into the dateline.
 */
function unexplained(part: string, dateline: Dateline, outlets: OutletBook): number {
  const name = part.replace(/^[\s\p{P}\p{S}]+/u, "").replace(TRAIL, "");
  const letters = name.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters === 0 || isSections(name) || TIME.test(name) || SITE.test(name)) return 0;
  // A source is whom the text was taken from, who may be another than the outlet of the page.
  if (letters <= UNKNOWN_MAX && SOURCE.test(name)) return 0;
  const outlet = outlets.named(name);
  // "(서울=뉴스1) 홍길동 기자": here the bracket belongs to the name.
  const author =
    outlet === null ? (authorOf(name, outlets) ?? authorOf(part.replace(TRAIL, "").trim(), outlets)) : null;
  dateline.outlet ??= outlet;
  if (author !== null && author !== "") dateline.author ??= author;
  return outlet === null && author === null ? letters : 0;
}

const TRAIL = /[\s|·•,;:：/\-–—>]+$/u;
const SITE = /^(?:https?:\/\/|www\.)[^\s(]+\s?\(?$/iu;
const TIME = /^(?:at\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m)?(?:\s[A-Z]{2,4})?$/iu;
const SOURCE =
  /^(?:source|editors?|edited by|来源|來源|(?:责任)?编辑|責任編輯|责编|출처|자료|편집)\s?[:：|]/iu;

function label(...patterns: string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${patterns.join("|")})(?!\p{Script=Latin})`, "giu");
}
